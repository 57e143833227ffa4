internal import WaslBitext

/// How large the pieces are that are paired.
public enum Granularity: String, CaseIterable, Sendable {
  /// Sentences, and parts of them only where a boundary between sentences is not marked on one side.
  case sentence
  /// Also clauses, where both sides can be cut at a comma or between words that fit.
  case clause
  /// Whole paragraphs: sentences up to where both sides start a paragraph.
  case paragraph

  /// What a cut needs, see `BoundaryFinder`.
  var leastScore: Float { self == .clause ? -2.5 : BoundaryFinder.leastScore }
}

extension AlignedText {
  /// The beads put together up to where both sides start a paragraph. The confidence is the least of the parts'.
  ///
  /// Beads that cross inside a paragraph are in it without crossing; those that leave it stay as they are.
  func joinedToParagraphs() -> AlignedText {
    if alignment.hasCrossing { return joinedWhereTogether() }
    var beads: [Bead] = []
    for bead in alignment.beads {
      guard let last = beads.last, !startsParagraph(bead), !last.isConfirmed, !bead.isConfirmed else {
        beads.append(bead)
        continue
      }
      beads[beads.count - 1] = [last, bead][...].joined
    }
    return AlignedText(source: source, target: target, alignment: Alignment(beads: beads))
  }

  /// The same where some beads cross: what is joined must follow each other on both sides.
  private func joinedWhereTogether() -> AlignedText {
    var beads: [Bead] = []
    var rest = alignment.beads[...]
    while let first = rest.first {
      var group = rest.dropFirst().prefix { !first.isConfirmed && !$0.isConfirmed && !startsParagraph($0) }
      group = rest.prefix(1 + group.count)
      rest = rest.dropFirst(group.count)
      while let first = group.first {
        let count = (1...group.count).last { isTogether(group.prefix($0)) } ?? 1
        beads.append(count == 1 ? first : group.prefix(count).hull)
        group = group.dropFirst(count)
      }
    }
    return AlignedText(source: source, target: target, alignment: Alignment(beads: beads).markingCrossing())
  }

  /// Whether beads hold all segments from their first to their last.
  private func isTogether(_ beads: ArraySlice<Bead>) -> Bool {
    let hull = beads.hull
    return hull.source.count == beads.reduce(0) { $0 + $1.source.count }
      && hull.target.count == beads.reduce(0) { $0 + $1.target.count }
  }

  /// Whether a paragraph starts with a bead on each side that it has.
  private func startsParagraph(_ bead: Bead) -> Bool {
    (bead.source.isEmpty || source.segments[bead.source.lowerBound].startsParagraph)
      && (bead.target.isEmpty || target.segments[bead.target.lowerBound].startsParagraph)
  }
}

extension ArraySlice<Bead> {
  /// One bead from the first segments to the last, in whatever order the beads have them; its confidence is the least
  /// of theirs.
  fileprivate var hull: Bead {
    func hull(_ ranges: [Range<Int>]) -> Range<Int> {
      let filled = ranges.filter { !$0.isEmpty }
      guard let low = filled.map(\.lowerBound).min(), let high = filled.map(\.upperBound).max() else {
        return ranges[0]
      }
      return low..<high
    }
    return Bead(source: hull(map(\.source)), target: hull(map(\.target)), confidence: map(\.confidence).min() ?? 1)
  }
}
