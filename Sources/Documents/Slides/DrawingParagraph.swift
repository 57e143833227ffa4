internal import WaslBitext

/// A paragraph of DrawingML (ECMA-376 part 1, 21.1.2), with what it states and what its shape and slide state for it.
struct DrawingParagraph {
  enum Bullet: Hashable {
    case none
    case character(String)
    case number(String, start: Int)
  }

  /// What a paragraph, or a level of a list style, states.
  struct Properties {
    var isRightToLeft: Bool?
    var bullet: Bullet?
    var font: String?

    /// Takes up the attributes of `a:pPr` or `a:lvl1pPr`.
    mutating func read(_ attributes: [String: String]) {
      if let value = attributes["rtl"] { isRightToLeft = value == "1" || value == "true" }
    }

    /// Takes up an element inside.
    mutating func read(_ name: Substring, _ attributes: [String: String]) {
      switch name {
      case "buNone": bullet = Bullet.none
      case "buChar": bullet = .character(attributes["char"] ?? "•")
      case "buBlip": bullet = .character("•")
      case "buAutoNum":
        bullet = .number(attributes["type"] ?? "", start: attributes["startAt"].flatMap { Int($0) } ?? 1)
      case "buFont": font = attributes["typeface"]
      default: break
      }
    }

    func over(_ other: Properties?) -> Properties {
      Properties(
        isRightToLeft: isRightToLeft ?? other?.isRightToLeft, bullet: bullet ?? other?.bullet,
        font: font ?? other?.font)
    }
  }

  enum Piece {
    case text(String, Language?)
    case lineBreak
  }

  var properties = Properties()
  /// From 0.
  var level = 0
  var pieces: [Piece] = []

  var hasText: Bool {
    pieces.contains { if case .text(let text, _) = $0 { text.utf8.contains { $0 > 0x20 } } else { false } }
  }
}

/// Counts the numbered paragraphs of one shape.
struct DrawingNumbers {
  private var counter = ListCounter()
  private var types: [Int: String] = [:]

  /// The mark of a paragraph with text.
  mutating func mark(_ bullet: DrawingParagraph.Bullet, level: Int, font: String?) -> String? {
    if case .number(let type, let start) = bullet {
      if types[level] != type { counter.restart(level: level, at: start) }
      types = types.filter { $0.key < level }
      types[level] = type
      counter.count(level: level, starts: [])
      return Self.text(counter.number(level: level, starts: []), type)
    }
    types = types.filter { $0.key < level }
    guard case .character(let character) = bullet else { return nil }
    return SymbolFonts.text(character, font: font)
  }

  /// - Parameter type: such as `arabicPeriod`, `alphaLcParenBoth`.
  private static func text(_ number: Int, _ type: String) -> String {
    let forms: [(String, NumberForm)] = [
      ("alphaLc", .lowerLetter), ("alphaUc", .upperLetter), ("romanLc", .lowerRoman), ("romanUc", .upperRoman),
      ("arabic1", .arabicAlpha), ("arabic2", .arabicAbjad), ("hindiNum", .devanagari),
    ]
    let text = (forms.first { type.hasPrefix($0.0) }?.1 ?? .decimal).text(number)
    if type.hasSuffix("ParenBoth") { return "(\(text))" }
    if type.hasSuffix("ParenR") { return "\(text))" }
    if type.hasSuffix("Period") { return "\(text)." }
    return type.hasSuffix("Minus") ? "\(text)-" : text
  }
}
