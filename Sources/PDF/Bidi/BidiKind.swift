/// What a character does to the order of a line (the bidirectional classes of UAX#9, as far as they matter here).
enum BidiKind {
  case leftToRight
  case rightToLeft
  /// EN and AN.
  case europeanNumber, arabicNumber
  /// ES, ET, CS: what numbers take in.
  case numberSign, numberTerminator, numberSeparator
  case neutral
  case space

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9, 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089: self = .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C: self = .arabicNumber
    case 0x2B, 0x2D, 0x2212, 0x207A, 0x207B: self = .numberSign
    case 0x23, 0x24, 0x25, 0xA2...0xA5, 0xB0, 0xB1, 0x66A, 0x609, 0x60A, 0x2030...0x2034, 0x20A0...0x20CF:
      self = .numberTerminator
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x60C, 0x2044: self = .numberSeparator
    case 0x590...0x8FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFE, 0x200F, 0x61C: self = .rightToLeft
    case 0x200E: self = .leftToRight
    default:
      let properties = scalar.properties
      if properties.isWhitespace {
        self = .space
      } else {
        self = properties.isAlphabetic ? .leftToRight : .neutral
      }
    }
  }

  /// Of a unit: that of its first strong character, else of its first.
  init(of scalars: [Unicode.Scalar]) {
    let kinds = scalars.lazy.filter { !$0.isMark }.map(BidiKind.init)
    self = kinds.first(where: \.isStrong) ?? kinds.first(where: \.isNumber) ?? kinds.first ?? .neutral
    if scalars.allSatisfy(\.isMark), let mark = scalars.first, BidiKind(mark) == .rightToLeft { self = .rightToLeft }
  }

  var isStrong: Bool { self == .leftToRight || self == .rightToLeft }
  var isNumber: Bool { self == .europeanNumber || self == .arabicNumber }
  var isNumberSign: Bool { self == .numberSign || self == .numberSeparator || self == .numberTerminator }
  /// Letters and numbers, which stand by themselves; the others go with what is round them.
  var isCore: Bool { isStrong || isNumber }
}
