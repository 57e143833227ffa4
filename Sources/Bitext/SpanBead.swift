/// A bead as stretches of the two texts, free of how these were cut into segments.
///
/// A reading of the same text with another segmentation can be compared with it, character by
/// character. Ranges count Unicode scalars from 0, their end exclusive. No range is a gap.
public struct SpanBead: Sendable, Hashable {
  /// Unicode scalars of the source text, or nil for a gap.
  public var source: Range<Int>?
  /// Unicode scalars of the target text, or nil for a gap.
  public var target: Range<Int>?
  /// 0…1, as in `Bead`.
  public var confidence: Double

  /// A bead of two stretches.
  public init(source: Range<Int>?, target: Range<Int>?, confidence: Double = 1) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }
}
