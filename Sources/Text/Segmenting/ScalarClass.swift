/// What a scalar is to the rules of splitting and segmenting.
enum ScalarClass: UInt8 {
  case space, lineEnd
  case arabicLetter
  /// Upper or title case, of any script that has case.
  case upper
  /// Lower case, of any script that has case.
  case lower
  /// A letter of a script without case other than Arabic.
  case otherLetter
  case digit
  /// `. ! ? … ؟ ۔` and their kin: what can end a sentence.
  case terminator
  /// An opening bracket or a quotation mark that only opens.
  case opener
  /// A closing bracket or a quotation mark that only closes.
  case closer
  /// `"` and `'`, which open and close.
  case quote
  /// Combining marks and invisible format characters: what belongs to the character before.
  case mark
  case other

  @inline(__always) var isLetter: Bool {
    self == .arabicLetter || self == .upper || self == .lower || self == .otherLetter
  }

  @inline(__always) var isLetterOrDigit: Bool { isLetter || self == .digit }

  @inline(__always) var isSpace: Bool { self == .space || self == .lineEnd }
}

extension ScalarClass {
  init(_ value: UInt32) {
    switch value {
    case 0x627...0x64A: self = .arabicLetter  // the commonest, for speed
    case 0..<0x80: self = ScalarClass.ascii(UInt8(value))
    case 0x600..<0x700: self = ScalarClass.arabicBlock(value)
    case 0x2000..<0x2070: self = ScalarClass.generalPunctuation(value)
    default: self = ScalarClass.byProperties(value)
    }
  }

  private static func ascii(_ byte: UInt8) -> ScalarClass {
    if (byte | 0x20) &- 0x61 < 26 { return byte & 0x20 == 0 ? .upper : .lower }
    return switch byte {
    case 0x0A...0x0D: .lineEnd
    case 0x09, 0x20: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closer
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    default: .other
    }
  }

  private static func arabicBlock(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x61D...0x61F, 0x6D4: .terminator
    case 0x660...0x669, 0x6F0...0x6F9: .digit
    case 0x610...0x61A, 0x61C, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8,
      0x6EA...0x6ED:
      .mark
    case 0x620...0x64A, 0x66E...0x6D3, 0x6D5, 0x6E5, 0x6E6, 0x6EE...0x6FF: .arabicLetter
    default: .other
    }
  }

  private static func generalPunctuation(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x2028, 0x2029: .lineEnd
    case 0x2000...0x200A, 0x202F, 0x205F: .space
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .mark
    // ” and ’ close in English; „ and ‚ only open; “ opens, ‹ opens.
    case 0x2018, 0x201A, 0x201B, 0x201C, 0x201E, 0x201F, 0x2039, 0x2045: .opener
    case 0x2019, 0x201D, 0x203A, 0x2046: .closer
    case 0x2024...0x2026, 0x203C, 0x203D, 0x2047...0x2049: .terminator
    default: .other
    }
  }

  private static func byProperties(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x85: return .lineEnd
    case 0xA0, 0x1680, 0x3000, 0xFEFF: return .space
    case 0xAB: return .opener
    case 0xBB: return .closer
    case 0x3002, 0xFE52, 0xFE56, 0xFE57, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x964, 0x965, 0x700...0x702: return .terminator
    case 0x750...0x77F, 0x870...0x887, 0x889...0x88E, 0x8A0...0x8C9, 0xFB50...0xFBB1, 0xFBD3...0xFD3D,
      0xFD50...0xFDFB, 0xFE70...0xFEFC:
      return .arabicLetter
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .otherLetter, .modifierLetter: return .otherLetter
    case .decimalNumber: return .digit
    case .openPunctuation, .initialPunctuation: return .opener
    case .closePunctuation, .finalPunctuation: return .closer
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
    case .spaceSeparator: return .space
    default: return .other
    }
  }
}
