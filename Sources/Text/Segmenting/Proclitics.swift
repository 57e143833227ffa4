/// One-letter words that Arabic writes together with the next: `و` and, `ف` so, `ب` in, `ل` for, `ك` like, and the
/// article `ال`. Before an abbreviation they hide it: `ود. ليلى`, `لد. سمير`, `وص. 9`.
enum Proclitics {
  /// What is left of an Arabic word without its proclitics, the longest first: `وَلِـد` gives `لد` and `د`.
  static func rests(of word: Range<Int>, in view: ByteView) -> [Range<Int>] {
    var rests: [Range<Int>] = []
    var start = word.lowerBound
    // Drops the letters if the word goes on with them and with another letter.
    func drop(_ letters: UInt32...) -> Bool {
      var index = start
      for letter in letters {
        guard view.scalar(at: index).value == letter else { return false }
        index = nextLetter(after: index, to: word.upperBound, in: view)
      }
      guard index < word.upperBound, ScalarClass(view.scalar(at: index).value) == .arabicLetter else { return false }
      start = index
      rests.append(start..<word.upperBound)
      return true
    }
    _ = drop(0x648) || drop(0x641)
    // `للد. سامي`: after ل the article loses its alif.
    if drop(0x644) {
      _ = drop(0x644)
    } else if drop(0x628) || drop(0x643) {
      _ = drop(0x627, 0x644)
    } else {
      _ = drop(0x627, 0x644)
    }
    return rests
  }

  /// Where the letter after the one at `index` starts; marks and tatweel are passed over.
  private static func nextLetter(after index: Int, to end: Int, in view: ByteView) -> Int {
    var index = index + view.scalar(at: index).length
    while index < end {
      let scalar = view.scalar(at: index)
      if scalar.value != 0x640, ScalarClass(scalar.value) != .mark { break }
      index += scalar.length
    }
    return min(index, end)
  }
}
