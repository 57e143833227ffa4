internal import CWaslKernel

/// How probable each bead of a lattice is, and the path that follows from it.
package protocol BeadProbabilities {
  /// The rows whose first or last node is not the document's and yet has a share of the probability.
  func edgeRows(limit: Float) -> (low: [Int], high: [Int])
  /// The path with the greatest expected share of right beads, see `Lattice.mostExpectedPath`.
  func mostExpectedPath(cost: Float) -> [Lattice.Step]
  func confidence(of step: Lattice.Step) -> Float
  /// The beads with more than a probability, gaps by the node they start at; in no particular order, but always the same.
  func forEachBead(above least: Float, _ body: (Lattice.Step, Float) -> Void)
}

extension Lattice {
  /// The probabilities of its beads, gaps made dearer as `adaptGaps` does.
  package func probabilities(gapAdaptation: Float) -> any BeadProbabilities {
    if let planes = LatticePlanes(self, gapAdaptation: gapAdaptation) { return planes }
    return SafePosteriors(self, gapAdaptation: gapAdaptation)
  }
}

/// Forward–backward over plain numbers, eight columns at once, in `CKernel`: each score's exponential is taken once for
/// all passes, relative to the best path from where the bead starts, so that what matters is about 1.
package final class LatticePlanes: BeadProbabilities {
  private let lattice: Lattice
  /// Places of the rows before each row, see `ckernel_lattice`; one element more than rows.
  private let starts: FlatBuffer<Int>
  private let lower: FlatBuffer<Int32>
  private let upper: FlatBuffer<Int32>
  private var geometry: ckernel_lattice
  private let beads: FlatBuffer<Float>
  private let sourceGap: FlatBuffer<Float>
  private let targetGap: FlatBuffer<Float>

  private static let padding = Int(CKERNEL_PADDING)
  private static let shapes = Lattice.shapeCount

  /// Nil where plain numbers do not hold the lattice's sums.
  package init?(_ lattice: Lattice, gapAdaptation: Float) {
    precondition(Self.shapes == Int(CKERNEL_SHAPES))
    let rows = lattice.band.rows
    self.lattice = lattice
    starts = FlatBuffer(repeating: 0, count: rows + 1)
    var widest = 0
    for row in 0..<rows {
      let places = lattice.rowStart[row + 1] - lattice.rowStart[row] + 8
      starts[row + 1] = starts[row] + places
      widest = max(widest, places)
    }
    lower = FlatBuffer(lattice.band.lower)
    upper = FlatBuffer(lattice.band.upper)
    geometry = ckernel_lattice(
      rows: rows, lower: lower.base, upper: upper.base, starts: starts.base, widest: widest)
    let places = starts[rows] + 2 * Self.padding
    beads = FlatBuffer(uninitialized: places * Self.shapes)
    sourceGap = FlatBuffer(uninitialized: lattice.sourceCount + Self.padding)
    targetGap = FlatBuffer(uninitialized: lattice.targetCount + Self.padding)
    let weights = FlatBuffer<Double>(uninitialized: places * Self.shapes)
    let rest = FlatBuffer<Double>(uninitialized: places)
    let rowScores = FlatBuffer<Float>(uninitialized: widest * Self.shapes + 2 * Self.padding)
    let rowRests = FlatBuffer<Double>(uninitialized: 2 * (widest + Self.padding))
    func weigh(gap: Float) {
      lattice.scores.withUnsafeBufferPointer {
        ckernel_weights(
          &geometry, $0.baseAddress!, gap, lattice.gapContinues, weights.base + Self.padding, rest.base + Self.padding,
          rowRests.base, rowScores.base + Self.padding)
      }
    }
    weigh(gap: 0)
    let sums = FlatBuffer<Double>(uninitialized: places * 3)
    let logs = FlatBuffer<Double>(uninitialized: rows)
    let space = FlatBuffer<Double>(uninitialized: (widest + 2 * Self.padding) * 12)
    var paths = ckernel_paths(
      gap: 1, continued: fastExp(Double(lattice.gapContinues)), sums: sums.base + Self.padding, logs: logs.base,
      space: space.base, source_gap: sourceGap.base, target_gap: targetGap.base, beads: nil, forward: 0, backward: 0)
    if gapAdaptation != 0 {
      guard sum(weights, &paths) else { return nil }
      var expected: (source: Float, target: Float) = (0, 0)
      for row in 0..<lattice.sourceCount { expected.source += sourceGap[row] }
      for column in 0..<lattice.targetCount { expected.target += targetGap[column] }
      let gaps = expected.source + expected.target
      let shift = Lattice.gapShift(
        expected: gaps, segments: lattice.sourceCount + lattice.targetCount, strength: gapAdaptation)
      // Paths of many gaps would all become too small.
      if shift * gaps < -200 { weigh(gap: shift) } else { paths.gap = fastExp(Double(shift)) }
    }
    paths.beads = beads.base + Self.padding
    guard sum(weights, &paths) else { return nil }
  }

  private func sum(_ weights: borrowing FlatBuffer<Double>, _ paths: inout ckernel_paths) -> Bool {
    ckernel_forward(&geometry, weights.base + Self.padding, &paths)
    ckernel_backward(&geometry, weights.base + Self.padding, &paths)
    // Otherwise paths may have been lost: the best were made of gaps in an order that is none of the lattice's, or
    // the scores leave little of a number's digits.
    return paths.forward > -300 && abs(paths.forward - paths.backward) < 1e-6
  }

  package func edgeRows(limit: Float) -> (low: [Int], high: [Int]) {
    func mass(_ row: Int, _ place: Int) -> Float {
      let places = starts[row + 1] - starts[row]
      let first = beads.base + Self.padding + starts[row] * Self.shapes + place
      var sum: Float = 0
      for shape in 0..<Self.shapes { sum += first[shape * places] }
      return sum
    }
    var (low, high): ([Int], [Int]) = ([], [])
    for row in 0...lattice.sourceCount {
      if lower[row] > 0, mass(row, 0) > limit { low.append(row) }
      if Int(upper[row]) < lattice.targetCount, mass(row, Int(upper[row] - lower[row])) > limit { high.append(row) }
    }
    return (low, high)
  }

  package func mostExpectedPath(cost: Float) -> [Lattice.Step] {
    let rows = lattice.band.rows
    let places = starts[rows] + 2 * Self.padding
    let taken = FlatBuffer<UInt8>(uninitialized: places)
    let states = FlatBuffer<UInt8>(uninitialized: places)
    let space = FlatBuffer<Float>(uninitialized: places + 2 * (geometry.widest + 2 * Self.padding))
    ckernel_best_path(
      &geometry, beads.base + Self.padding, sourceGap.base, targetGap.base, cost, taken.base, states.base, space.base)
    func node(_ row: Int, _ column: Int) -> Int { starts[row] + column - Int(lower[row]) }
    var (row, column) = (lattice.sourceCount, lattice.targetCount)
    var state = Int(states[node(row, column)] >> 1)
    var steps: [Lattice.Step] = []
    while row > 0 || column > 0 {
      let shape = state == 0 ? Int(taken[node(row, column)]) : state - 1
      row -= BeadShape.all[shape].source
      column -= BeadShape.all[shape].target
      steps.append(.init(row: row, column: column, shape: shape))
      let before = states[node(row, column)]
      state = Int(shape == BeadShape.gapSource ? before & 1 : before >> 1)
    }
    return steps.reversed()
  }

  package func confidence(of step: Lattice.Step) -> Float {
    switch step.shape {
    case BeadShape.gapSource: return sourceGap[step.row]
    case BeadShape.gapTarget: return targetGap[step.column]
    default:
      let places = starts[step.row + 1] - starts[step.row]
      let place = starts[step.row] * Self.shapes + step.shape * places + step.column - Int(lower[step.row])
      return beads[Self.padding + place]
    }
  }
}

extension LatticePlanes {
  package func forEachBead(above least: Float, _ body: (Lattice.Step, Float) -> Void) {
    for row in 0..<lattice.band.rows {
      let places = starts[row + 1] - starts[row]
      let columns = Int(upper[row] - lower[row]) + 1
      for shape in 0..<Self.shapes {
        let first = beads.base + Self.padding + starts[row] * Self.shapes + shape * places
        for column in 0..<columns where first[column] > least {
          body(Lattice.Step(row: row, column: column + Int(lower[row]), shape: shape), first[column])
        }
      }
    }
  }
}

/// The same by sums that each have a logarithm of their own: slower, for any scores.
package struct SafePosteriors: BeadProbabilities {
  private var lattice: Lattice
  private let posteriors: Posteriors

  package init(_ lattice: Lattice, gapAdaptation: Float) {
    self.lattice = lattice
    self.lattice.adaptGaps(to: lattice.posteriors(), strength: gapAdaptation)
    posteriors = self.lattice.posteriors()
  }

  package func edgeRows(limit: Float) -> (low: [Int], high: [Int]) { lattice.edgeRows(posteriors, limit: limit) }

  package func mostExpectedPath(cost: Float) -> [Lattice.Step] { lattice.mostExpectedPath(posteriors, cost: cost) }

  package func confidence(of step: Lattice.Step) -> Float { lattice.confidence(of: step, posteriors) }

  package func forEachBead(above least: Float, _ body: (Lattice.Step, Float) -> Void) {
    lattice.forEachBead { node, shape, source, target in
      let probability = posteriors.beads[node * Lattice.shapeCount + shape]
      if probability > least {
        body(Lattice.Step(row: source.lowerBound, column: target.lowerBound, shape: shape), probability)
      }
    }
  }
}
