/// A stretch of a subtitle file's text, and when it is shown.
public struct Cue: Sendable, Hashable {
  /// Bytes of the text, with the white space before and after.
  public var range: Range<Int>
  /// When it appears, in milliseconds from the start of the film.
  public var start: Int
  /// When it goes, in milliseconds; not before `start`.
  public var end: Int

  /// A stretch of bytes, shown from `start` to `end`.
  public init(range: Range<Int>, start: Int, end: Int) {
    self.range = range
    self.start = start
    self.end = end
  }
}
