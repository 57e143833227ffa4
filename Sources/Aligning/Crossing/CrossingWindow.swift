package import WaslBitext

/// The scores of all beads between a block of the source and one of the target, in any order, from which the lattice
/// of any selection of their segments can be made.
package struct CrossingWindow {
  /// Of the document.
  package let source: Range<Int>
  package let target: Range<Int>
  private let lattice: Lattice
  private let gapSource: [Float]
  private let gapTarget: [Float]

  /// - Parameters:
  ///   - path: beads in order that lie in both blocks; about them a segment's best partner is looked for.
  ///   - gapShift: added to the scores of gaps.
  ///   - gapShare: of the segments in the window, how many the path has as gaps.
  package init(
    _ source: Range<Int>, _ target: Range<Int>, path: ArraySlice<Bead>, slicer: inout ProblemSlicer,
    lengths: LengthModel, weights: AlignerWeights, gapShift: Float, gapShare: Float
  ) {
    self.source = source
    self.target = target
    let part = slicer.slice(source, target)
    let band = SearchBand(full: source.count, target.count)
    let (sourceVocabulary, targetVocabulary) = (SegmentVocabulary(part.source), SegmentVocabulary(part.target))
    let features = BeadFeatures(
      part, band: band, reach: Self.reach(source, target, path), source: sourceVocabulary, target: targetVocabulary,
      lengths: lengths)
    var lattice = Lattice(features, band, weights: weights)
    if let labels = LabelSupport(part, sourceVocabulary, targetVocabulary) { lattice.keepApart(labels) }
    lattice.keepSymbolsAmongTheirLike(part.source.marks, part.target.marks)
    self.lattice = lattice
    let shapes = Lattice.shapeCount
    let gapShift = gapShift - Self.misfit(of: features, weights: weights) * (1 - (1 - gapShare) * (1 - gapShare))
    gapSource = source.indices.map { [lattice] row in
      lattice.scores[lattice.node(row - source.lowerBound, 0) * shapes + BeadShape.gapSource] + gapShift
    }
    gapTarget = target.indices.map { [lattice] column in
      lattice.scores[lattice.node(0, column - target.lowerBound) * shapes + BeadShape.gapTarget] + gapShift
    }
  }

  /// What gaps lose because the window's segments fit their best partners badly. That stands for a free translation;
  /// but where one side has a block that the other lacks, all of it fits badly, and is to be left alone for it.
  private static func misfit(of features: BeadFeatures, weights: AlignerWeights) -> Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Feature.count) { row in
      features.write(0..<1, 0..<0, into: row.baseAddress!)
      return min(0, row[Feature.gapDocumentFit.rawValue] * weights[.gapDocumentFit])
    }
  }

  /// As far about the path as in the search that keeps order.
  private static func reach(_ source: Range<Int>, _ target: Range<Int>, _ path: ArraySlice<Bead>) -> SearchBand {
    var lower = Array(repeating: Int32(target.count), count: source.count + 1)
    var upper = Array(repeating: Int32(0), count: source.count + 1)
    var (row, column) = (0, 0)
    for bead in path {
      let rowEnd = bead.source.isEmpty ? row : bead.source.upperBound - source.lowerBound
      let columnEnd = bead.target.isEmpty ? column : bead.target.upperBound - target.lowerBound
      for passed in row...rowEnd {
        lower[passed] = min(lower[passed], Int32(max(0, column - BandSearch.reach)))
        upper[passed] = max(upper[passed], Int32(min(target.count, columnEnd + BandSearch.reach)))
      }
      (row, column) = (rowEnd, columnEnd)
    }
    return SearchBand(lower: lower, upper: upper, targetCount: target.count)
  }

  /// What two segments score as a bead, beyond what they score as gaps.
  package func advantage(_ row: Int, _ column: Int) -> Float {
    let (row, column) = (row - source.lowerBound, column - target.lowerBound)
    let pair = lattice.scores[lattice.node(row, column) * Lattice.shapeCount + Lattice.shapes(sourceSide: 1).first]
    return pair - gapSource[row] - gapTarget[column]
  }

  /// The lattice of some segments of the window, in order; no bead reaches over one that is left out.
  ///
  /// - Parameters: segments of the document, ascending.
  package func lattice(_ rows: [Int], _ columns: [Int]) -> Lattice {
    var result = Lattice(SearchBand(full: rows.count, columns.count), targetCount: columns.count)
    result.gapContinues = lattice.gapContinues
    let shapes = Lattice.shapeCount
    for row in 0...rows.count {
      for column in 0...columns.count {
        let place = result.node(row, column) * shapes
        if row < rows.count { result.scores[place + BeadShape.gapSource] = gapSource[rows[row] - source.lowerBound] }
        if column < columns.count {
          result.scores[place + BeadShape.gapTarget] = gapTarget[columns[column] - target.lowerBound]
        }
        guard row < rows.count, column < columns.count else { continue }
        let from = lattice.node(rows[row] - source.lowerBound, columns[column] - target.lowerBound) * shapes
        for shape in BeadShape.joins {
          let (rowEnd, columnEnd) = (row + BeadShape.all[shape].source, column + BeadShape.all[shape].target)
          guard rowEnd <= rows.count, columnEnd <= columns.count, rows[rowEnd - 1] - rows[row] == rowEnd - 1 - row,
            columns[columnEnd - 1] - columns[column] == columnEnd - 1 - column
          else { continue }
          result.scores[place + shape] = lattice.scores[from + shape]
        }
      }
    }
    return result
  }
}
