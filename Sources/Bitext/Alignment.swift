/// Segments of the source and of the target that say the same thing. An empty side is a gap.
public struct Bead: Sendable, Hashable {
  /// Segment numbers from 0 into the source document.
  public var source: Range<Int>
  /// Segment numbers from 0 into the target document.
  public var target: Range<Int>
  /// How sure the aligner is that exactly these segments belong together: 0…1.
  public var confidence: Double

  public init(source: Range<Int>, target: Range<Int>, confidence: Double = 1) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  public var isGap: Bool { source.isEmpty || target.isEmpty }

  /// The field's name for the bead's form, such as `1-2`.
  public var shape: String { "\(source.count)-\(target.count)" }
}

/// The beads of two documents. Every segment of either stands in exactly one bead, in order.
public struct Alignment: Sendable, Hashable {
  public var beads: [Bead]

  public init(beads: [Bead]) { self.beads = beads }

  /// What breaks the invariant that every segment stands in exactly one bead, in order, or nil.
  public func defect(sourceCount: Int, targetCount: Int) -> String? {
    var (i, j) = (0, 0)
    for (number, bead) in beads.enumerated() {
      if bead.source.isEmpty && bead.target.isEmpty { return "bead \(number) is empty on both sides" }
      if !bead.source.isEmpty {
        if bead.source.lowerBound != i {
          return "bead \(number) starts at source segment \(bead.source.lowerBound), expected \(i)"
        }
        i = bead.source.upperBound
      }
      if !bead.target.isEmpty {
        if bead.target.lowerBound != j {
          return "bead \(number) starts at target segment \(bead.target.lowerBound), expected \(j)"
        }
        j = bead.target.upperBound
      }
      if !(bead.confidence >= 0 && bead.confidence <= 1) {
        return "bead \(number) has confidence \(bead.confidence), outside 0…1"
      }
    }
    if i != sourceCount { return "\(i) of \(sourceCount) source segments are covered" }
    if j != targetCount { return "\(j) of \(targetCount) target segments are covered" }
    return nil
  }
}

/// Two documents and how their segments belong together: what the writers write.
public struct AlignedText: Sendable {
  public let source: Document
  public let target: Document
  public let alignment: Alignment

  /// - Precondition: the alignment covers every segment of both documents once, in order.
  public init(source: Document, target: Document, alignment: Alignment) {
    self.source = source
    self.target = target
    self.alignment = alignment
    assert(defect == nil, defect ?? "")
  }
}
