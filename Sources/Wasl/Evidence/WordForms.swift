package import WaslBitext
package import WaslModel

/// What the model says of each form of a word met so far in one language: its stem and its units among the word
/// vectors. Looked up once a form, and kept from document to document.
package final class WordForms {
  @exclusivity(unchecked) private var stemmer: KeyStemmer
  private let vectors: WordVectors
  @exclusivity(unchecked) private var numbers = HashNumbers()
  @exclusivity(unchecked) private var stems: [Int32] = []
  /// Form `i` has the units `units[unitOffsets[i]..<unitOffsets[i + 1]]`.
  @exclusivity(unchecked) private var unitOffsets: [Int32] = [0]
  @exclusivity(unchecked) private var units: [Int32] = []
  @exclusivity(unchecked) private var scratch: [UInt8] = []

  /// More forms than this are not carried into the next document: some 20 MB.
  private static let most = 1 << 18

  package init(_ model: TranslationModel, _ language: Language) {
    stemmer = KeyStemmer(model, language)
    vectors = model.vectors
  }

  /// Forgets all forms if there are very many; numbers given out before are void.
  package func startDocument() {
    if stems.count <= Self.most { return }
    numbers = HashNumbers()
    stems = []
    unitOffsets = [0]
    units = []
  }

  /// The number of a word's form by its key and the key's hash.
  package func number(of key: Span<UInt8>, hash: UInt64) -> Int32 {
    if let known = numbers.number(of: hash) { return known }
    let number = Int32(stems.count)
    numbers.add(hash, number)
    stems.append(Int32(stemmer.stem(key)))
    vectors.forEachUnit(key, hash: hash, scratch: &scratch) { units.append(Int32($0)) }
    unitOffsets.append(Int32(units.count))
    return number
  }

  /// The model's number of the form's stem, or -1.
  package func stem(_ form: Int32) -> Int { Int(stems[Int(form)]) }

  /// Appends the form's units to others.
  @inline(__always)
  package func appendUnits(of form: Int32, to others: inout [Int32]) {
    for index in Int(unitOffsets[Int(form)])..<Int(unitOffsets[Int(form) + 1]) { others.append(units[index]) }
  }
}

/// The forms of both languages that a workspace has met.
package final class WordMemory {
  package let arabic: WordForms
  package let english: WordForms

  package init(_ model: TranslationModel) {
    arabic = WordForms(model, .arabic)
    english = WordForms(model, .english)
  }

  /// The forms of one language.
  package func forms(_ language: Language) -> WordForms { language == .arabic ? arabic : english }
}
