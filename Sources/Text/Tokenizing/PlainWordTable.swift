internal import CWaslText

extension ctext_table {
  /// For the commonest words, those of ASCII letters alone or of U+0600–06FF alone: what each scalar is to
  /// the word and to its key.
  init(wordsUnder rules: NormalizationTable) {
    let classes = WordBreakTable.shared
    self.init()
    for scalar in 0..<0x80 {
      let entry =
        switch classes.low[scalar] {
        // ASCII letters have no rules but their case.
        case .letter: scalar | 0x20
        case .digit: scalar
        case .other, .space, .carriageReturn, .lineFeed, .newline: CTEXT_ASCII_END
        case .midNumber: CTEXT_ASCII_END_OF_WORD
        case .midBoth where scalar & 0x70 == 0x20, .midLetter where scalar & 0x70 == 0x20: scalar
        default: CTEXT_ASCII_UNKNOWN
        }
      set(ascii: scalar, UInt8(entry))
    }
    for scalar in 0x600..<0x700 {
      let rule = rules.low[scalar]
      switch classes.low[scalar] {
      case .letter where rule.bits == 0, .extend where rule.bits == 0: set(arabic: scalar, 0, 0)
      case .letter where rule.isPlain && rule.output >= 0x80: set(arabic: scalar, becoming: rule.output)
      case .other, .space, .midNumber: set(arabic: scalar, UInt8(CTEXT_END), 0)
      default: set(arabic: scalar, UInt8(CTEXT_UNKNOWN), 0)
      }
    }
    for scalar in Self.signScalars {
      let entry =
        switch classes.sign(scalar) {
        case .other, .space, .midNumber, .newline: CTEXT_END
        case .extend where rules.sign(scalar).bits == 0: 0
        default: CTEXT_UNKNOWN
        }
      set(sign: scalar, UInt8(entry))
    }
    blessing = rules.isInert(0xFDFA) ? 1 : 0
  }
}

extension WordBreakTable {
  /// The class of a scalar of `ctext_table.signs`.
  func sign(_ scalar: Int) -> WordBreakClass { scalar < 0x800 ? low[scalar] : punctuation[scalar - 0x2000] }
}
