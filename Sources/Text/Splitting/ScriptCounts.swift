/// How many letters of each script a text holds.
struct ScriptCounts {
  private(set) var arabicLetters = 0
  private(set) var latinLetters = 0
  /// Arabic digits and punctuation.
  private(set) var arabicSigns = 0

  init(of view: ByteView) { self.init(of: view, in: 0..<view.count) }

  init(of view: ByteView, in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = view[unchecked: index]
      if byte < 0x80 {
        if LatinWord.isLetter(byte) { latinLetters += 1 }
        index += 1
        continue
      }
      let arabic = ArabicWord.length(at: index, in: view)
      if arabic > 0 {
        arabicLetters += 1
        index += arabic
        continue
      }
      let latin = LatinWord.wideLetterLength(at: index, in: view)
      if latin > 0 {
        latinLetters += 1
        index += latin
        continue
      }
      if byte >= 0xD8 && byte <= 0xDB { arabicSigns += 1 }
      index += view.scalar(at: index).length
    }
  }
}
