/// The characters of fonts that put pictures on the places of letters, as far as lists and texts commonly use them.
enum SymbolFonts {
  /// A character of a font as Unicode has it.
  ///
  /// - Parameters:
  ///   - code: as the font counts, or in the private use area from U+F000 on, where Windows puts it.
  ///   - font: the font's name.
  /// - Returns: nil for a character that is not known.
  static func scalar(_ code: UInt32, font: String?) -> Unicode.Scalar? {
    let place = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    let table: [UInt32: Unicode.Scalar]
    switch font?.lowercased() {
    case "wingdings": table = wingdings
    case "wingdings 2": table = wingdings2
    case "symbol": table = symbol
    case nil where code >= 0xF000: table = symbol.merging(wingdings) { first, _ in first }
    default:
      if code >= 0xF000 { return symbol[place] ?? wingdings[place] }
      return Unicode.Scalar(code)
    }
    return table[place]
  }

  /// A text in a font, what is not known as it is.
  static func text(_ text: String, font: String?) -> String {
    let isSymbolic = ["wingdings", "wingdings 2", "symbol"].contains(font?.lowercased() ?? "")
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isPrivate = (0xF000...0xF0FF).contains(scalar.value)
      scalars.append(isPrivate || isSymbolic ? self.scalar(scalar.value, font: font) ?? scalar : scalar)
    }
    return String(scalars)
  }

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★",
    0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xE7: "🡸", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0x98: "●", 0xA2: "■", 0xA3: "□",
  ]

  private static let symbol: [UInt32: Unicode.Scalar] = {
    var table: [UInt32: Unicode.Scalar] = [
      0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
      0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩",
      0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
      0x2D: "−", 0x22: "∀", 0x24: "∃",
    ]
    // The Greek letters on the places of A to Z and a to z.
    for (index, letter) in "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ".unicodeScalars.enumerated() {
      table[0x41 + UInt32(index)] = letter
    }
    for (index, letter) in "αβχδεφγηιϕκλμνοπθρστυϖωξψζ".unicodeScalars.enumerated() {
      table[0x61 + UInt32(index)] = letter
    }
    // Digits and what ASCII and the font share.
    for code in [0x20, 0x21, 0x23, 0x25, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F] as [UInt32] {
      table[code] = Unicode.Scalar(code)
    }
    for code in 0x30...0x3F as ClosedRange<UInt32> { table[code] = Unicode.Scalar(code) }
    return table
  }()
}
