/// Segments of the source and of the target that say the same thing. An empty side is a gap.
public struct Bead: Sendable, Hashable {
  /// Segment numbers from 0 into the source document.
  public var source: Range<Int>
  /// Segment numbers from 0 into the target document.
  public var target: Range<Int>
  /// How sure the aligner is that exactly these segments belong together: 0…1.
  public var confidence: Double
  /// Whether a person has said that the bead is right.
  public var isConfirmed: Bool
  /// Whether the bead is out of order on the target side, see `Alignment.markingCrossing()`.
  public var isCrossing = false

  /// A bead of these segments; an empty range is a gap's missing side.
  public init(source: Range<Int>, target: Range<Int>, confidence: Double = 1, isConfirmed: Bool = false) {
    self.source = source
    self.target = target
    self.confidence = confidence
    self.isConfirmed = isConfirmed
  }

  /// Whether one of the sides is empty.
  public var isGap: Bool { source.isEmpty || target.isEmpty }

  /// The field's name for the bead's form, such as `1-2`.
  public var shape: String { "\(source.count)-\(target.count)" }
}

/// The beads of two documents. Every segment of either stands in exactly one bead, in order; only beads that are
/// marked as crossing may stand elsewhere on the target side.
public struct Alignment: Sendable, Hashable {
  /// In the order of the texts; where beads cross, in that of the source.
  public var beads: [Bead]

  /// Beads in the order of the texts.
  public init(beads: [Bead]) { self.beads = beads }

  /// What breaks the invariant that every segment stands in exactly one bead, in order, or nil.
  ///
  /// Beads that are marked as crossing are in order on the source side only; those that are not are on both.
  public func defect(sourceCount: Int, targetCount: Int) -> String? {
    // Nil where the order of the target says it all.
    var cover = hasCrossing ? TargetCover(count: targetCount) : nil
    var (i, j) = (0, 0)
    for (number, bead) in beads.enumerated() {
      if bead.source.isEmpty && bead.target.isEmpty { return "bead \(number) is empty on both sides" }
      if !bead.source.isEmpty {
        if bead.source.lowerBound != i {
          return "bead \(number) starts at source segment \(bead.source.lowerBound), expected \(i)"
        }
        i = bead.source.upperBound
      }
      if cover != nil {
        if let defect = cover?.add(bead, number) { return defect }
      } else if !bead.target.isEmpty {
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
    if let cover { return cover.defect }
    if j != targetCount { return "\(j) of \(targetCount) target segments are covered" }
    return nil
  }
}

/// Two documents and how their segments belong together: what the writers write.
public struct AlignedText: Sendable {
  /// The side whose segments the beads' `source` counts.
  public let source: Document
  /// The side whose segments the beads' `target` counts.
  public let target: Document
  /// Which segments belong together.
  public let alignment: Alignment
  /// For each bead the words that stand for each other; empty when they were not looked for.
  public let wordLinks: [[WordLink]]

  /// For each bead what speaks for it; empty when that was not asked.
  public let evidence: [[BeadEvidence]]

  /// - Precondition: the alignment covers every segment of both documents once, in order; `wordLinks` and `evidence`
  ///   are empty or have a list for each bead.
  public init(
    source: Document, target: Document, alignment: Alignment, wordLinks: [[WordLink]] = [],
    evidence: [[BeadEvidence]] = []
  ) {
    precondition(wordLinks.isEmpty || wordLinks.count == alignment.beads.count)
    precondition(evidence.isEmpty || evidence.count == alignment.beads.count)
    self.source = source
    self.target = target
    self.alignment = alignment
    self.wordLinks = wordLinks
    self.evidence = evidence
    assert(defect == nil, defect ?? "")
  }
}
