/// What ends a segment besides the end of a sentence.
public struct SegmentationOptions: Sendable, Hashable {
  /// The lines are hard-wrapped: a single line end is a space, a blank line ends the paragraph. A line that starts
  /// with a bullet, or with a list number after a line that ends in punctuation, still starts a segment.
  /// Otherwise every line end ends a segment, as headings and list items have it.
  public var wrapped: Bool
  /// Break after `؛` and `;`.
  public var breakAtSemicolon: Bool
  /// Break after `:`.
  public var breakAtColon: Bool
  /// The text has one segment a line: break at line ends and nowhere else.
  public var presplit: Bool

  public init(
    wrapped: Bool = false, breakAtSemicolon: Bool = false, breakAtColon: Bool = false, presplit: Bool = false
  ) {
    self.wrapped = wrapped
    self.breakAtSemicolon = breakAtSemicolon
    self.breakAtColon = breakAtColon
    self.presplit = presplit
  }
}
