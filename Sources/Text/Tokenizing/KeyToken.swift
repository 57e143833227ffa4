/// A word or number of a text, as the translation model sees it.
public struct KeyToken: Sendable, Hashable {
  /// Bytes into the text: the word as it stands there, with its marks.
  public var range: Range<Int>
  /// Either `.word` or `.number`.
  public var kind: TokenKind
  /// `KeyHash` of the key.
  public var hash: UInt64

  public init(range: Range<Int>, kind: TokenKind, hash: UInt64) {
    self.range = range
    self.kind = kind
    self.hash = hash
  }
}
