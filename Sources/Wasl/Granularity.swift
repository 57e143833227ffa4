internal import Bitext

/// How large the pieces are that are paired.
public enum Granularity: String, CaseIterable, Sendable {
  /// Sentences, and parts of them only where a border between sentences is not marked on one side.
  case sentence
  /// Also clauses, where both sides can be cut at a comma or between words that fit.
  case clause
  /// Whole paragraphs: sentences up to where both sides start a paragraph.
  case paragraph

  /// What a cut needs, see `BorderFinder`.
  var leastScore: Float { self == .clause ? -2.5 : BorderFinder.leastScore }
}

extension AlignedText {
  /// The beads put together up to where both sides start a paragraph. The confidence is the least of the parts'.
  func joinedToParagraphs() -> AlignedText {
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

  /// Whether a paragraph starts with a bead on each side that it has.
  private func startsParagraph(_ bead: Bead) -> Bool {
    (bead.source.isEmpty || source.segments[bead.source.lowerBound].startsParagraph)
      && (bead.target.isEmpty || target.segments[bead.target.lowerBound].startsParagraph)
  }
}
