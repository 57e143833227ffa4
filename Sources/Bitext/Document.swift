/// One side of a bitext: the segments of one language, in reading order, as ranges into a text.
///
/// The two sides of one bilingual file share their `text`; their segments' ranges never overlap.
public struct Document: Sendable {
  /// What the segments are ranges of; it may hold the other side as well.
  public let text: SourceText
  /// The language of the segments.
  public let language: Language
  /// In order; ranges ascend and do not overlap.
  public let segments: [Segment]

  /// One side of a bitext.
  ///
  /// - Precondition: the segments are ranges of the text, see `defect` (checked in debug builds only).
  public init(text: SourceText, language: Language, segments: [Segment]) {
    self.text = text
    self.language = language
    self.segments = segments
    assert(defect == nil, defect ?? "")
  }

  /// The text of one segment, by its number from 0.
  public func text(of segment: Int) -> String { text[segments[segment].range] }

  /// The bytes from the first segment of a bead's side to its last, or nil for an empty side.
  ///
  /// In an interleaved file the bytes between two segments may hold text of the other language, so
  /// this is for offsets; a bead's text is made by joining its segments.
  public func byteRange(of side: Range<Int>) -> Range<Int>? {
    guard let first = side.first, let last = side.last else { return nil }
    return segments[first].range.lowerBound..<segments[last].range.upperBound
  }
}
