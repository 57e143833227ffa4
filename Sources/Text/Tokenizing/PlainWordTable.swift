/// For the commonest words, those of ASCII letters alone or of U+0600–06FF alone: what each scalar is to
/// the word and to its key, in one look-up.
struct PlainWordTable: Sendable {
  /// Of an Arabic scalar by its last eight bits: what it becomes in the key, or one of the below.
  private(set) var arabic: [UInt16]
  /// Of an ASCII character: the small letter, or one of the below.
  private(set) var ascii: [UInt16]

  /// Belongs to the word and leaves no trace in the key.
  static let deleted: UInt16 = 0
  /// Ends the word.
  static let end: UInt16 = 0xFFFC
  /// Ends the word before a space, a line end or the end of the text; else the rules have to say.
  static let endBeforeSpace: UInt16 = 0xFFFD
  /// Needs the rules.
  static let unknown: UInt16 = 0xFFFF

  init(_ rules: NormalizationTable) {
    let classes = WordBreakTable.shared
    arabic = (0x600..<0x700).map { Self.entry(classes.low[$0], rules.low[$0]) }
    ascii = (0..<0x80).map { (scalar: Int) in
      // ASCII letters have no rules but their case.
      if classes.low[scalar] == .letter { return UInt16(scalar | 0x20) }
      return Self.entry(classes.low[scalar], rules.low[scalar])
    }
  }

  private static func entry(_ kind: WordBreakClass, _ rule: NormalizationTable.Entry) -> UInt16 {
    switch kind {
    case .letter where rule.bits == 0, .extend where rule.bits == 0: deleted
    case .letter where rule.isPlain && rule.output >= 0x80 && rule.output < 0x800: UInt16(rule.output)
    case .other, .space, .midNumber, .carriageReturn, .lineFeed, .newline: end
    case .midBoth, .midLetter: endBeforeSpace
    default: unknown
    }
  }
}
