/// A stretch of a subtitle file's text, and when it is shown.
public struct Cue: Sendable, Hashable {
  /// Bytes of the text, with the white space before and after.
  public var range: Range<Int>
  /// In milliseconds from the start of the film; `start` is not after `end`.
  public var start: Int
  public var end: Int

  public init(range: Range<Int>, start: Int, end: Int) {
    self.range = range
    self.start = start
    self.end = end
  }
}
