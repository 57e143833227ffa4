extension TransliterationModel {
  /// A word as the comparison reads it: pointers into memory that someone else keeps.
  package struct PreparedWord {
    /// Number of letters; 0 for what is no word.
    package var count: Int
    /// For each letter, its own unit and the unit it makes with the letter before, or 0.
    package var units: UnsafePointer<UInt8>
    /// What the letters from each on can add to a score at most; `count + 1` numbers, the last 0.
    package var bounds: UnsafePointer<Int16>
    /// Score of the word by the letter bigrams, over that of its single letters.
    package var background: Int32

    /// The letter codes.
    package var letters: some Sequence<UInt8> { (0..<count).lazy.map { units[2 * $0] } }
  }

  package enum Side {
    case arabic
    case latin
  }

  package static let lengthLimit = max(ArabicLetters.lengthLimit, LatinLetters.lengthLimit)

  /// Fills `units` and `bounds` of a word.
  /// - Parameter letters: codes as `read` gives them; the edges get marked.
  @inline(__always)
  package func prepare(
    _ letters: UnsafeMutableBufferPointer<UInt8>, _ side: Side, units: UnsafeMutablePointer<UInt8>,
    bounds: UnsafeMutablePointer<Int16>
  ) -> PreparedWord {
    switch side {
    case .arabic:
      ArabicLetters.markEdges(letters)
      return prepare(letters, arabicUnits, arabicBigrams, arabicBounds, units, bounds)
    case .latin:
      LatinLetters.markEdges(letters)
      return prepare(letters, latinUnits, latinBigrams, latinBounds, units, bounds)
    }
  }

  private func prepare(
    _ letters: UnsafeMutableBufferPointer<UInt8>, _ inventory: LetterUnits, _ bigrams: [Int8], _ most: [Int16],
    _ units: UnsafeMutablePointer<UInt8>, _ bounds: UnsafeMutablePointer<Int16>
  ) -> PreparedWord {
    let count = letters.count
    var background: Int32 = 0
    var before: UInt8 = 0
    for index in 0..<count {
      units[2 * index] = letters[index]
      units[2 * index + 1] = before == 0 ? 0 : inventory.unit(before, letters[index])
      background += Int32(bigrams[Int(before) * inventory.letters + Int(letters[index])])
      before = letters[index]
    }
    bounds[count] = 0
    for index in (0..<count).reversed() {
      // A letter may also stand for nothing or be part of a pair that starts before; nothing costs at least 0.
      var bound = max(0, bounds[index + 1] + most[Int(units[2 * index])])
      bound = max(bound, bounds[index + 1])
      if index + 1 < count, units[2 * index + 3] != 0 {
        bound = max(bound, bounds[index + 2] + most[Int(units[2 * index + 3])])
      }
      bounds[index] = bound
    }
    return PreparedWord(
      count: count, units: UnsafePointer(units), bounds: UnsafePointer(bounds), background: background)
  }
}
