/// A piece of text that is aligned as one: a sentence, a heading, a list item or a given line.
public struct Segment: Sendable, Hashable {
  /// Bytes into the document's text, without the white space around the segment.
  public var range: Range<Int>
  /// Whether a paragraph starts here: a blank line, a line end that is not a wrap, or the document's start lies before.
  public var startsParagraph: Bool

  /// A piece of text by its bytes.
  public init(range: Range<Int>, startsParagraph: Bool = false) {
    self.range = range
    self.startsParagraph = startsParagraph
  }
}
