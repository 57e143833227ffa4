/// A piece of text between two word boundaries that is not white space.
public struct Token: Sendable, Hashable {
  /// Bytes into the text.
  public var range: Range<Int>
  public var kind: TokenKind

  public init(range: Range<Int>, kind: TokenKind) {
    self.range = range
    self.kind = kind
  }
}

/// What a token is.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Holds a letter.
  case word
  /// Holds digits and what stands between digits, but no letter.
  case number
  case punctuation
  /// Mathematical signs, currencies, emoji and such.
  case symbol
  /// Marks and format characters on their own, controls, unassigned code points.
  case other

  /// The kind in small letters.
  public var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .symbol: "symbol"
    case .other: "other"
    }
  }
}
