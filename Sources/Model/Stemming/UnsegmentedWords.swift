internal import WaslBitext
internal import WaslText

/// Takes apart Arabic words that were written without the spaces between them (`كافةالتحديات`), as text
/// from PDF and from careless typing has them.
public struct UnsegmentedWords {
  private let keys: KeyTable
  /// Proclitics that may stand before a part's key: none, the article, and the commonest others.
  private static let proclitics: [[UInt8]] = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف"].map { Array($0.utf8) }
  /// A word of fewer letters than this is left whole: rare words are commoner than unsegmented ones.
  private static let leastLetters = 10
  private static let mostLetters = 80
  private static let partLetters = 3...14

  public init(_ model: TranslationModel) { keys = model.keys(.arabic) }

  /// The stems of the words that a word consists of, or none if it does not fall into known words.
  ///
  /// - Parameter key: a match key that the model does not know.
  /// - Complexity: O(letters); each place starts parts of at most 14 letters.
  public func parts(of key: Span<UInt8>) -> [Int] {
    key.withUnsafeBytes { bytes in
      // Arabic letters are two bytes each; a key with anything else is no unsegmented word.
      let letters = bytes.count / 2
      guard bytes.count % 2 == 0, letters >= Self.leastLetters, letters <= Self.mostLetters else { return [] }
      guard bytes.enumerated().allSatisfy({ $0.offset % 2 == 1 || (0xD8...0xDB).contains($0.element) }) else {
        return []
      }
      var best = Array(repeating: Float.infinity, count: letters + 1)
      var taken = Array(repeating: (start: 0, stem: -1), count: letters + 1)
      best[0] = 0
      for start in 0..<letters where best[start] < .infinity {
        for length in Self.partLetters where start + length <= letters {
          let part = UnsafeRawBufferPointer(rebasing: bytes[(2 * start)..<(2 * (start + length))])
          guard let (stem, cost) = cheapest(part), best[start] + cost < best[start + length] else { continue }
          best[start + length] = best[start] + cost
          taken[start + length] = (start, stem)
        }
      }
      guard best[letters] < .infinity else { return [] }
      var parts: [Int] = []
      var end = letters
      while end > 0 {
        parts.append(taken[end].stem)
        end = taken[end].start
      }
      return parts.count > 1 ? parts.reversed() : []
    }
  }

  /// The known word that a part is, possibly behind a proclitic, and what it costs: less for common words.
  private func cheapest(_ part: UnsafeRawBufferPointer) -> (stem: Int, cost: Float)? {
    var best: (stem: Int, cost: Float)?
    for proclitic in Self.proclitics where part.count >= proclitic.count + 6 && part.starts(with: proclitic) {
      let rest = UnsafeRawBufferPointer(rebasing: part[proclitic.count...])
      guard let stem = keys.key(KeyHash.hash(rest)), keys.logCount(stem) >= 4 else { continue }
      let cost = 22 - keys.logCount(stem) + (proclitic.isEmpty ? 0 : 1)
      if cost < best?.cost ?? .infinity { best = (stem, cost) }
    }
    return best
  }
}
