package import WaslAligning
package import WaslBitext
package import WaslPairFormats

/// What is known of an alignment beforehand: the beads that a person has confirmed, and the times of subtitles.
///
/// Confirmed beads stand as they are, also where they cut a sentence or are wrong; what lies between them is aligned.
package struct AlignmentGuide: Sendable {
  /// The source, cut where a confirmed bead starts or ends inside a segment.
  package let source: Document
  /// The target, cut in the same way.
  package let target: Document
  /// In order on both sides, without overlaps.
  private var marks: [GuideMark]

  /// - Parameters:
  ///   - source: one side.
  ///   - target: the other.
  ///   - confirmed: of an alignment of the same texts; those that are not confirmed are passed over. Either side
  ///     may be the source.
  ///   - file: what messages call the place that `confirmed` comes from.
  /// - Throws: a format error for a confirmed bead without offsets or out of order, an input error for one whose text
  ///   is another.
  package init(
    _ source: Document, _ target: Document, confirmed: [PairRecord] = [], file: String = ""
  ) throws(WaslError) {
    let beads = try ConfirmedBeads(confirmed, file: file, source, target)
    self.source = source.cut(at: beads.marks.compactMap(\.source))
    self.target = target.cut(at: beads.marks.compactMap(\.target))
    try beads.check(self.source, self.target)
    marks = SubtitleCuts.adding(SubtitleCuts.marks(source, target), to: beads.marks)
  }

  /// The guide with what the structure of the documents says as well: cuts between the rows of tables, gaps of page
  /// furniture.
  func adding(_ cuts: [GuideMark]) -> AlignmentGuide {
    var guide = self
    guide.marks = FurnitureMarks.adding(source, target, to: SubtitleCuts.adding(cuts, to: marks))
    return guide
  }

  /// What the aligner is to keep to.
  ///
  /// - Parameters:
  ///   - source: the guide's own, or that in smaller pieces.
  ///   - target: likewise.
  package func constraints(on source: Document, _ target: Document) -> [Constraint] {
    placed(on: source, target).map(\.constraint)
  }

  private func placed(on source: Document, _ target: Document) -> [(constraint: Constraint, isFurniture: Bool)] {
    var (sources, targets) = (SegmentFinder(source), SegmentFinder(target))
    return marks.compactMap { mark in
      constraint(mark, &sources, &targets).map { ($0, mark.isFurniture) }
    }
  }

  private func constraint(
    _ mark: GuideMark, _ sources: inout SegmentFinder, _ targets: inout SegmentFinder
  ) -> Constraint? {
    if mark.isCut {
      guard let row = mark.source?.lowerBound, let column = mark.target?.lowerBound else { return nil }
      return .cut(
        source: sources.segments(in: row..<row).lowerBound, target: targets.segments(in: column..<column).lowerBound)
    }
    let (rows, columns) = (mark.source.map { sources.segments(in: $0) }, mark.target.map { targets.segments(in: $0) })
    switch (rows, columns) {
    case (let rows?, let columns?): return .bead(source: rows, target: columns)
    case (let rows?, nil): return .sourceGap(rows)
    case (nil, let columns?): return .targetGap(columns)
    case (nil, nil): return nil
    }
  }

  /// The alignment with the beads named that were confirmed.
  package func marked(_ text: AlignedText) -> AlignedText {
    if marks.allSatisfy(\.isCut) { return text }
    var kinds: [Constraint: Bool] = [:]
    for (constraint, isFurniture) in placed(on: text.source, text.target) { kinds[constraint] = isFurniture }
    let beads = text.alignment.beads.map { bead in
      guard let isFurniture = kinds[Constraint(bead)] else { return bead }
      var bead = bead
      bead.isConfirmed = !isFurniture
      if isFurniture { bead.confidence = FurnitureMarks.confidence }
      return bead
    }
    return AlignedText(source: text.source, target: text.target, alignment: Alignment(beads: beads))
  }
}

/// A part of what is known, in bytes of the two texts.
struct GuideMark: Sendable {
  var source: Range<Int>?
  var target: Range<Int>?
  /// Whether it is a place, not a bead.
  var isCut = false
  /// Whether it is a gap of page furniture, not a bead that a person has confirmed.
  var isFurniture = false
}

/// Numbers of the segments in rising byte ranges.
private struct SegmentFinder {
  private let segments: [Segment]
  private var next = 0

  init(_ document: Document) { segments = document.segments }

  /// - Parameter range: not before those of earlier calls.
  mutating func segments(in range: Range<Int>) -> Range<Int> {
    while next < segments.count, segments[next].range.lowerBound < range.lowerBound { next += 1 }
    let first = next
    while next < segments.count, segments[next].range.lowerBound < range.upperBound { next += 1 }
    return first..<next
  }
}
