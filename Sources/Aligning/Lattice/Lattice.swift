/// The scored lattice of a document pair: nodes are pairs of numbers of segments passed, edges are beads.
///
/// Each node has three states, by how the path came there: through a bead with both sides, through
/// a source gap, or through a target gap. So a gap that goes on can cost other than one that
/// starts, and of the orders in which gaps on both sides can stand between two beads only one is a
/// path: source gaps first.
package struct Lattice {
  package let band: SearchBand
  package let sourceCount: Int
  package let targetCount: Int
  /// `scores[node · shapes + shape]`: the score of the bead of that shape that *starts* at the node;
  /// minus infinity where it would leave the search band.
  package var scores: [Float]
  /// Added when a gap follows a gap of the same side.
  package var gapContinues: Float
  /// First node of each row; one element more than rows.
  package let rowStart: [Int]

  package static let shapeCount = BeadShape.all.count
  package static let states = 3
  /// No bead scores beyond this either way: whatever a model holds, sums over a path stay finite.
  package static let scoreLimit: Float = 1e6

  package init(_ band: SearchBand, targetCount: Int) {
    self.band = band
    sourceCount = band.rows - 1
    self.targetCount = targetCount
    var rowStart = [0]
    rowStart.reserveCapacity(band.rows + 1)
    for row in 0..<band.rows { rowStart.append(rowStart[row] + Int(band.upper[row] - band.lower[row]) + 1) }
    self.rowStart = rowStart
    scores = Array(repeating: -.infinity, count: rowStart[band.rows] * Self.shapeCount)
    gapContinues = 0
  }

  /// Scores every bead in the search band with the weighted sum of its features.
  ///
  /// - Parameter earlier: the lattice of the same features in another search band. The scores of rows whose beads are
  ///   the same in both are taken from there, but for the gaps, which may have been adapted.
  package init(_ features: BeadFeatures, _ band: SearchBand, weights: AlignerWeights, earlier: Lattice? = nil) {
    self.init(band, targetCount: features.grid.targetCount)
    gapContinues = weights[.gapContinues]
    scores.withUnsafeMutableBufferPointer { scores in
      let base = scores.baseAddress!
      features.withScorer(weights) { scorer in
        let gaps = scorer.gaps()
        for row in 0...sourceCount {
          let kept = earlier.map { band.agrees(with: $0.band, rows: row...min(sourceCount, row + 8)) } ?? false
          if kept, let earlier {
            let count = (rowStart[row + 1] - rowStart[row]) * Self.shapeCount
            earlier.scores.withUnsafeBufferPointer { old in
              (base + rowStart[row] * Self.shapeCount).update(
                from: old.baseAddress! + earlier.rowStart[row] * Self.shapeCount, count: count)
            }
          }
          for column in Int(band.lower[row])...Int(band.upper[row]) {
            let here = rowStart[row] + column - Int(band.lower[row])
            let place = base + here * Self.shapeCount
            if row < sourceCount, column >= band.lower[row + 1] {
              place[BeadShape.gapSource] = Self.bounded(gaps.source[row])
            }
            if column < band.upper[row] { place[BeadShape.gapTarget] = Self.bounded(gaps.target[column]) }
            if kept { continue }
            scorer.write(row, column, band, into: place)
            for shape in 0..<Self.shapeCount where place[shape] != -.infinity {
              place[shape] = Self.bounded(place[shape])
            }
          }
        }
      }
    }
  }

  /// The comparison also takes what is not a number.
  @inline(__always)
  package static func bounded(_ score: Float) -> Float { score > -scoreLimit ? min(score, scoreLimit) : -scoreLimit }

  @inline(__always)
  package func node(_ row: Int, _ column: Int) -> Int { rowStart[row] + column - Int(band.lower[row]) }

  /// Where a bead's score stands.
  package func place(_ step: Step) -> Int { node(step.row, step.column) * Self.shapeCount + step.shape }

  @inline(__always)
  package func contains(_ row: Int, _ column: Int) -> Bool {
    row <= sourceCount && column >= Int(band.lower[row]) && column <= Int(band.upper[row])
  }

  /// Every bead that starts and ends in the search band, by rows, then columns, then shapes.
  package func forEachBead(_ body: (_ node: Int, _ shape: Int, _ source: Range<Int>, _ target: Range<Int>) -> Void) {
    for row in 0...sourceCount {
      for column in Int(band.lower[row])...Int(band.upper[row]) {
        for (index, shape) in BeadShape.all.enumerated()
        where contains(row + shape.source, column + shape.target) {
          body(node(row, column), index, row..<row + shape.source, column..<column + shape.target)
        }
      }
    }
  }
}
