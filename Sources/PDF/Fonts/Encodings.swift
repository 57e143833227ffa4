/// The encodings that PDF knows by name, as Unicode (ISO 32000-1, annex D).
struct Encodings: Sendable {
  /// A value for each code; nil where there is none.
  private let values: [Unicode.Scalar?]

  subscript(code: UInt8) -> Unicode.Scalar? { values[Int(code)] }

  static let winAnsi = Encodings(
    from: 0x80,
    "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ"
      + String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) })))

  static let macRoman = Encodings(
    from: 0x80,
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ?ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
  )

  /// A question mark stands for a code without a value.
  static let standard = Encodings(
    from: 0xA1,
    "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ?–†‡·?¶•‚„”»…‰?¿?`´ˆ˜¯˘˙¨?˚¸?˝˛ˇ—????????????????Æ?ª????ŁØŒº?????æ???ı??łøœß????",
    quotes: ("’", "‘"))

  private init(from start: Int, _ text: String, quotes: (Unicode.Scalar, Unicode.Scalar) = ("'", "`")) {
    var values: [Unicode.Scalar?] = (0..<256).map { (0x20...0x7E).contains($0) ? Unicode.Scalar($0) : nil }
    values[0x27] = quotes.0
    values[0x60] = quotes.1
    for (offset, scalar) in text.unicodeScalars.enumerated() where start + offset < 256 {
      values[start + offset] = scalar == "?" ? nil : scalar
    }
    self.values = values
  }

  static func named(_ name: String?) -> Encodings? {
    switch name {
    case "WinAnsiEncoding": winAnsi
    case "MacRomanEncoding": macRoman
    case "StandardEncoding": standard
    default: nil
    }
  }
}
