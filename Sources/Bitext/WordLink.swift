/// A word of the source and one of the target that stand for each other, as byte ranges of the two texts.
///
/// A word may stand in several links.
public struct WordLink: Sendable, Hashable, Codable {
  /// Bytes of the source text.
  public var source: Range<Int>
  /// Bytes of the target text.
  public var target: Range<Int>

  /// A link between two words.
  public init(source: Range<Int>, target: Range<Int>) {
    self.source = source
    self.target = target
  }
}
