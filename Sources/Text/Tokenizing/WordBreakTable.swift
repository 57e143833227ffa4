/// The Word_Break classes of UAX #29, as far as the byte-level scanner tells them apart.
enum WordBreakClass: UInt8, Sendable {
  /// Stands alone.
  case other
  case letter
  case digit
  /// The Arabic decimal and thousands separators, which the standard treats as digits. A token of them alone
  /// is no number all the same.
  case numberMark
  /// Extend and Format: belongs to what stands before it.
  case extend
  /// Joins letters.
  case midLetter
  /// Joins digits.
  case midNumber
  /// Joins letters, and digits.
  case midBoth
  /// Joins letters and digits and itself: the low line.
  case connector
  /// The at sign, which CLDR treats as a letter. A token of at signs alone is no word all the same.
  case atSign
  case space
  case carriageReturn
  case lineFeed
  case newline
  /// Under a rule the scanner does not know.
  case exotic

  init(_ scalar: UInt32) {
    if scalar == 0x40 {
      self = .atSign
      return
    }
    // The numbers are those of ICU's UWordBreakValues. CLDR takes the colon out of MidLetter.
    switch ICUProperties.wordBreak(of: scalar) {
    case 0: self = .other
    case 1: self = .letter
    case 2, 9: self = .extend
    case 4: self = scalar == 0x3A ? .other : .midLetter
    case 5: self = .midNumber
    case 6: self = scalar == 0x66B || scalar == 0x66C ? .numberMark : .digit
    case 7: self = .connector
    case 8: self = .carriageReturn
    case 10: self = .lineFeed
    case 11, 15: self = .midBoth
    case 12: self = .newline
    // Only Hebrew letters see it.
    case 16: self = .other
    case 22: self = .space
    default: self = .exotic
    }
  }
}

/// The classes of the scalars that Arabic and English text consist of.
struct WordBreakTable: Sendable {
  /// Below U+0800: one and two bytes in UTF-8.
  let low: [WordBreakClass]
  /// U+2000…207F, general punctuation.
  let punctuation: [WordBreakClass]
  /// U+F000…FFFF, of which only the Arabic presentation forms are not exotic.
  let forms: [WordBreakClass]

  /// Made once; some thousand look-ups in ICU.
  static let shared = WordBreakTable()

  private init() {
    low = (0..<0x800).map { WordBreakClass($0) }
    punctuation = (0x2000..<0x2080).map { WordBreakClass($0) }
    forms = (0xF000..<0x10000).map { (scalar: UInt32) in
      switch scalar {
      case 0xFB50...0xFDFF, 0xFE70...0xFEFF: WordBreakClass(scalar)
      default: .exotic
      }
    }
  }
}
