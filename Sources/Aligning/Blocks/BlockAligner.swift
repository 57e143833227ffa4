package import WaslBitext

/// Aligns long documents block by block, so that memory stays that of one block.
///
/// A block ends at an anchor; of its path all is kept up to two beads, some way before the end, of which
/// there is hardly any doubt, and the next block starts a little before these. Where the two
/// paths meet they are joined, so each part of the result has context on both sides.
package struct BlockAligner {
  /// Segments of a side in a block, unless no end can be found in it.
  package var size = 1024
  /// How many segments of a block's end are left to the next, and how many beads the next takes again.
  package static let context = 48
  package static let overlap = 24
  /// The least confidence of the beads on either side of a cut.
  package static let sure: Float = 0.99
  /// From which confidence on a place to cut is better than one further on.
  package static let likely: Float = 0.5
  /// A block in whose second half more of the segments have no counterpart than this is made longer, up to so many
  /// times the usual size. Blocks of 2,500 segments that one side lacks are then bridged (F1 .95 and more for .56).
  package static let manyGaps: Float = 0.3
  package static let mostForGaps = 8
  /// A block that would need more segments than this is cut wherever its path is surest.
  package static let largest = 1 << 15

  package var search: BandSearch

  package func align(_ problem: AlignmentProblem) -> Alignment {
    let (n, m) = (problem.source.count, problem.target.count)
    var slicer = ProblemSlicer(problem)
    var search = search
    search.lengths = search.lengths ?? LengthModel(problem.source, problem.target)
    var beads: [Bead] = []
    var (row, column) = (0, 0)
    var size = self.size
    while true {
      let ratio = min(8, max(0.125, Double(m - column) / Double(max(1, n - row))))
      let (height, width) = (Double(size) / max(1, ratio), Double(size) * min(1, ratio))
      var (rowEnd, columnEnd) = (
        min(n, row + max(size / 4, Int(height))), min(m, column + max(size / 4, Int(width)))
      )
      // A short rest is taken along.
      if n - rowEnd < size / 4 && m - columnEnd < size / 4 { (rowEnd, columnEnd) = (n, m) }
      var part = slicer.slice(row..<rowEnd, column..<columnEnd)
      var (source, target) = (SegmentVocabulary(part.source), SegmentVocabulary(part.target))
      var anchors = Anchors(part, source: source, target: target)
      let isLast = rowEnd == n && columnEnd == m
      if !isLast {
        let end = anchors.chain.last
        let progress = end.map { max($0.source, $0.target) } ?? 0
        if progress < max(size / 4, 4 * Self.context) && size < Self.largest {
          size *= 2
          continue
        }
        if let end, progress >= 4 * Self.context {
          (rowEnd, columnEnd) = (row + end.source, column + end.target)
          part = slicer.slice(row..<rowEnd, column..<columnEnd)
          (source, target) = (SegmentVocabulary(part.source), SegmentVocabulary(part.target))
          anchors.removeLast()
        }
      }
      let steps = search.path(part, source, target, anchors)
      // Where a long block without counterpart ends is chance, unless the block shows what follows it.
      if !isLast && size < Self.mostForGaps * self.size && Self.lacksMuch(steps) {
        size *= 2
        continue
      }
      let start = Self.join(&beads, steps, row, column)
      if isLast {
        Self.append(steps[start...], to: &beads, row, column)
        return Alignment(beads: beads)
      }
      // Of a single bead nothing can be left to the next block.
      if steps.count == 1 && size >= Self.largest {
        Self.append(steps[start...], to: &beads, row, column)
        (row, column) = (rowEnd, columnEnd)
        continue
      }
      guard let cut = Self.cut(steps, rows: part.source.count, columns: part.target.count, size < Self.largest)
      else {
        size *= 2
        continue
      }
      let kept = max(start, cut)
      Self.append(steps[start..<kept], to: &beads, row, column)
      let next = steps[kept > Self.overlap ? kept - Self.overlap : kept].step
      (row, column) = (row + next.row, column + next.column)
      size = self.size
    }
  }

  /// Whether many of the segments in a block's second half have no counterpart.
  package static func lacksMuch(_ steps: [BandSearch.ScoredStep]) -> Bool {
    var (gaps, segments) = (0, 0)
    for step in steps[(steps.count / 2)...].map(\.step) {
      segments += step.source.count + step.target.count
      if BeadShape.isGap(step.shape) { gaps += 1 }
    }
    return Float(gaps) > manyGaps * Float(segments)
  }

  /// The first step after the place where the path meets the beads found so far; beads beyond it are dropped.
  private static func join(_ beads: inout [Bead], _ steps: [BandSearch.ScoredStep], _ row: Int, _ column: Int)
    -> Int
  {
    while true {
      let (endRow, endColumn) = (beads.last?.source.upperBound ?? 0, beads.last?.target.upperBound ?? 0)
      // The block starts where a bead does, so there is such a place.
      if let index = steps.firstIndex(where: { row + $0.step.row == endRow && column + $0.step.column == endColumn }) {
        return index
      }
      beads.removeLast()
    }
  }

  private static func append(
    _ steps: ArraySlice<BandSearch.ScoredStep>, to beads: inout [Bead], _ row: Int, _ column: Int
  ) {
    for scored in steps {
      let (source, target) = (scored.step.source, scored.step.target)
      beads.append(
        Bead(
          source: source.lowerBound + row..<source.upperBound + row,
          target: target.lowerBound + column..<target.upperBound + column,
          confidence: Double(min(1, max(0, scored.confidence)))))
    }
  }

  /// The last step with sure beads on either side of its start that leaves the end its context.
  package static func cut(
    _ steps: [BandSearch.ScoredStep], rows: Int, columns: Int, _ canGrow: Bool
  ) -> Int? {
    var index = steps.count - 1
    var best: (index: Int, confidence: Float)?
    var bestLate: (index: Int, confidence: Float)?
    while index > overlap {
      let (before, after) = (steps[index - 1], steps[index])
      if after.step.row <= rows - context, after.step.column <= columns - context {
        let confidence = min(before.sureness, after.sureness)
        let joined = !BeadShape.isGap(before.step.shape) && !BeadShape.isGap(after.step.shape)
        if joined && confidence >= sure { return index }
        if best.map({ confidence > $0.confidence }) ?? true { best = (index, confidence) }
        if index > steps.count / 2 || bestLate == nil { bestLate = best }
      }
      index -= 1
    }
    if canGrow { return nil }
    // Where nothing is likelier than not, the surest place may be near the start, and a block of the largest size would
    // be searched for every few beads: half of its path is given at least. Elsewhere what follows may have gone astray.
    return (best.map { $0.confidence < likely } == true ? bestLate : best)?.index ?? max(1, steps.count - 1)
  }
}
