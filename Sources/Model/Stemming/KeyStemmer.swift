public import WaslBitext
internal import WaslText

/// Finds the model's key of a word: of all stems the word may have, the one whose count in training, less
/// the cost of believing in it, is greatest.
public struct KeyStemmer {
  private let keys: KeyTable
  private let language: Language
  private var candidates = StemCandidates()

  public init(_ model: TranslationModel, _ language: Language) {
    keys = model.keys(language)
    self.language = language
  }

  /// The number of the word's stem in the model, or -1 if no candidate is known.
  public mutating func stem(_ key: Span<UInt8>) -> Int {
    var best = -1
    var bestScore = -Float.infinity
    let keys = self.keys
    candidates.forEach(key, language) { bytes, cost in
      guard let found = keys.key(KeyHash.hash(bytes)) else { return }
      let score = keys.logCount(found) * 0.693_147 - cost
      if score > bestScore {
        bestScore = score
        best = found
      }
    }
    return best
  }
}
