/// A name pair as letter codes, and the unit that each letter makes with the one before it, or 0.
package struct CodedPair: Sendable {
  package var arabic: [UInt8]
  package var latin: [UInt8]
  package var arabicPairs: [UInt8] = []
  package var latinPairs: [UInt8] = []

  /// Nil when one of the words is no name by its letters.
  package init?(_ pair: NamePair) {
    arabic = Self.arabicLetters(pair.arabic)
    latin = Self.latinLetters(pair.latin)
    if arabic.isEmpty || latin.isEmpty { return nil }
  }

  /// The letters of a word with those at its edges marked; none if it is no name.
  package static func arabicLetters(_ word: [UInt8]) -> [UInt8] {
    letters(word, limit: ArabicLetters.lengthLimit, ArabicLetters.read, ArabicLetters.markEdges)
  }

  package static func latinLetters(_ word: [UInt8]) -> [UInt8] {
    letters(word, limit: LatinLetters.lengthLimit, LatinLetters.read, LatinLetters.markEdges)
  }

  private static func letters(
    _ word: [UInt8], limit: Int,
    _ read: (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Int,
    _ markEdges: (UnsafeMutableBufferPointer<UInt8>) -> Void
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = word.withUnsafeBufferPointer { read($0, buffer.baseAddress!) }
      markEdges(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The words again, in plain letters.
  package var names: NamePair { NamePair(arabic: ArabicLetters.text(arabic), latin: LatinLetters.text(latin)) }

  package mutating func findPairs(_ arabicUnits: LetterUnits, _ latinUnits: LetterUnits) {
    arabicPairs = Self.pairs(arabic, arabicUnits)
    latinPairs = Self.pairs(latin, latinUnits)
  }

  private static func pairs(_ letters: [UInt8], _ units: LetterUnits) -> [UInt8] {
    letters.indices.map { $0 == 0 ? 0 : units.unit(letters[$0 - 1], letters[$0]) }
  }
}
