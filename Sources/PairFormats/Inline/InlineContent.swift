/// A text with its inline codes where they stand.
public struct InlineContent: Sendable, Hashable {
  public enum Part: Sendable, Hashable {
    case text(String)
    case code(InlineCode)
  }

  public private(set) var parts: [Part] = []

  public init(_ parts: [Part] = []) { self.parts = parts }

  public var hasCodes: Bool {
    parts.contains { if case .code = $0 { true } else { false } }
  }

  public mutating func append(_ text: String) {
    if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else if !text.isEmpty {
      parts.append(.text(text))
    }
  }

  public mutating func append(_ code: InlineCode) { parts.append(.code(code)) }

  /// The text for formats without codes: a placeholder is kept as a word, a break is a space unless white space or the
  /// text's end is beside it, all other codes leave nothing.
  public var plainText: String {
    var text = ""
    var needsSpace = false
    for part in parts {
      let piece: String
      switch part {
      case .text(let words): piece = words
      case .code(let code): piece = code.plainText
      }
      if piece == " ", case .code = part {
        needsSpace = !(text.unicodeScalars.last?.properties.isWhitespace ?? true)
      } else if let first = piece.unicodeScalars.first {
        if needsSpace, !first.properties.isWhitespace { text += " " }
        needsSpace = false
        text += piece
      }
    }
    return text
  }
}
