#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How probable each bead is, over all paths through the lattice.
package struct Posteriors {
  /// `beads[node · shapes + shape]`, for the bead that starts at the node.
  package var beads: [Float]
  /// For each source segment, the probability that it has no counterpart, wherever the path passes.
  package var sourceGap: [Float]
  package var targetGap: [Float]
  /// Expected number of gaps that follow a gap of the same side.
  package var continuedGaps: Double
  /// The logarithm of the sum over all paths.
  package var logPartition: Double
}

extension Lattice {
  /// How probable a bead of a path is; a gap, wherever the path passes.
  package func confidence(of step: Step, _ posteriors: Posteriors) -> Float {
    switch step.shape {
    case BeadShape.gapSource: posteriors.sourceGap[step.row]
    case BeadShape.gapTarget: posteriors.targetGap[step.column]
    default: posteriors.beads[place(step)]
    }
  }

  /// Sums over all paths by the forward–backward algorithm.
  ///
  /// Each node has a logarithm of its own, about that of its sums, and the sums as plain numbers relative to
  /// it: one exponential an edge each way, no logarithm, and nothing overflows however long the text.
  /// - Complexity: nodes × shapes.
  package func posteriors() -> Posteriors {
    let nodes = rowStart[sourceCount + 1]
    precondition(scores.count == nodes * Self.shapeCount)
    let forward = PathSums(count: nodes)
    let backward = PathSums(count: nodes)
    var result = Posteriors(
      beads: Array(repeating: 0, count: nodes * Self.shapeCount), sourceGap: Array(repeating: 0, count: sourceCount),
      targetGap: Array(repeating: 0, count: targetCount), continuedGaps: 0, logPartition: -.infinity)
    scores.withUnsafeBufferPointer { scores in
      sumForward(forward, scores.baseAddress!)
      let end = forward[nodes - 1]
      result.logPartition = end.log + log(end.total)
      // Aside for a while: the sums go into both the beads and the rest of the result.
      var beads: [Float] = []
      swap(&beads, &result.beads)
      beads.withUnsafeMutableBufferPointer { beads in
        sumBackward(backward, forward, scores.baseAddress!, beads.baseAddress!, &result)
      }
      swap(&beads, &result.beads)
    }
    return result
  }

  /// The logarithm of the sum over all paths: `posteriors().logPartition` in half the time.
  package func logPartition() -> Double {
    let forward = PathSums(count: rowStart[sourceCount + 1])
    scores.withUnsafeBufferPointer { sumForward(forward, $0.baseAddress!) }
    let end = forward[forward.count - 1]
    return end.log + log(end.total)
  }

  private func sumForward(_ sums: borrowing PathSums, _ scores: UnsafePointer<Float>) {
    let continues = exp(Double(gapContinues))
    let shapes = Self.shapeCount
    let terms = FlatBuffer(repeating: (log: 0.0, weight: 0.0), count: shapes)
    for row in 0...sourceCount {
      for column in Int(band.lower[row])...Int(band.upper[row]) {
        let here = node(row, column)
        if here == 0 {
          sums[0] = PathSum(log: 0, matched: 1)
          continue
        }
        var count = 0
        var highest = -Double.infinity
        forEachBeadEnding(row, column) { from, shape in
          let sum = sums[from]
          let weight = sum.total
          if weight > 0 {
            let log = sum.log + Double(scores[from * shapes + shape])
            terms[count] = (log, weight)
            count += 1
            highest = max(highest, log)
          }
        }
        var (sourceLog, sourceWeight) = (0.0, 0.0)
        if row > 0, contains(row - 1, column) {
          let from = node(row - 1, column)
          sourceWeight = sums[from].matched + sums[from].sourceGap * continues
          sourceLog = sums[from].log + Double(scores[from * shapes + BeadShape.gapSource])
          if sourceWeight > 0 { highest = max(highest, sourceLog) }
        }
        var (targetLog, targetWeight) = (0.0, 0.0)
        if column > 0, contains(row, column - 1) {
          let sum = sums[here - 1]
          targetWeight = sum.matched + sum.sourceGap + sum.targetGap * continues
          targetLog = sum.log + Double(scores[(here - 1) * shapes + BeadShape.gapTarget])
          if targetWeight > 0 { highest = max(highest, targetLog) }
        }
        if highest == -.infinity { continue }
        var sum = PathSum(log: highest)
        for index in 0..<count { sum.matched += fastExp(terms[index].log - highest) * terms[index].weight }
        if sourceWeight > 0 { sum.sourceGap = fastExp(sourceLog - highest) * sourceWeight }
        if targetWeight > 0 { sum.targetGap = fastExp(targetLog - highest) * targetWeight }
        sum.normalize()
        sums[here] = sum
      }
    }
  }

  private func sumBackward(
    _ sums: borrowing PathSums, _ forward: borrowing PathSums, _ scores: UnsafePointer<Float>,
    _ beads: UnsafeMutablePointer<Float>, _ result: inout Posteriors
  ) {
    let continues = exp(Double(gapContinues))
    let shapes = Self.shapeCount
    let last = sums.count - 1
    let terms = FlatBuffer(repeating: (log: 0.0, weight: 0.0, shape: 0), count: shapes)
    sums[last] = PathSum(log: 0, matched: 1, sourceGap: 1, targetGap: 1)
    for row in stride(from: sourceCount, through: 0, by: -1) {
      for column in stride(from: Int(band.upper[row]), through: Int(band.lower[row]), by: -1) {
        let here = node(row, column)
        if here == last { continue }
        var count = 0
        var highest = -Double.infinity
        forEachBeadStarting(row, column) { to, shape in
          let sum = sums[to]
          if sum.matched > 0 {
            let log = sum.log + Double(scores[here * shapes + shape])
            terms[count] = (log, sum.matched, shape)
            count += 1
            highest = max(highest, log)
          }
        }
        var (sourceLog, bySource) = (0.0, 0.0)
        if contains(row + 1, column) {
          let sum = sums[node(row + 1, column)]
          bySource = sum.sourceGap
          sourceLog = sum.log + Double(scores[here * shapes + BeadShape.gapSource])
          if bySource > 0 { highest = max(highest, sourceLog) }
        }
        var (targetLog, byTarget) = (0.0, 0.0)
        if contains(row, column + 1) {
          let sum = sums[here + 1]
          byTarget = sum.targetGap
          targetLog = sum.log + Double(scores[here * shapes + BeadShape.gapTarget])
          if byTarget > 0 { highest = max(highest, targetLog) }
        }
        if highest == -.infinity { continue }
        let reached = forward[here]
        let scale = fastExp(reached.log + highest - result.logPartition)
        var matched = 0.0
        for index in 0..<count {
          let rest = fastExp(terms[index].log - highest) * terms[index].weight
          matched += rest
          beads[here * shapes + terms[index].shape] = Float(rest * scale * reached.total)
        }
        if bySource > 0 {
          bySource *= fastExp(sourceLog - highest)
          let start = reached.matched * bySource * scale
          let goOn = reached.sourceGap * continues * bySource * scale
          beads[here * shapes + BeadShape.gapSource] = Float(start + goOn)
          result.sourceGap[row] += Float(start + goOn)
          result.continuedGaps += goOn
        }
        if byTarget > 0 {
          byTarget *= fastExp(targetLog - highest)
          let start = (reached.matched + reached.sourceGap) * byTarget * scale
          let goOn = reached.targetGap * continues * byTarget * scale
          beads[here * shapes + BeadShape.gapTarget] = Float(start + goOn)
          result.targetGap[column] += Float(start + goOn)
          result.continuedGaps += goOn
        }
        var sum = PathSum(
          log: highest, matched: matched + bySource + byTarget, sourceGap: matched + bySource * continues + byTarget,
          targetGap: matched + byTarget * continues)
        sum.normalize()
        sums[here] = sum
      }
    }
  }
}

/// Sums of paths to or from a node by its state, relative to e to the power of `log`.
package struct PathSum: BitwiseCopyable {
  package var log = 0.0
  package var matched = 0.0
  package var sourceGap = 0.0
  package var targetGap = 0.0

  package var total: Double { matched + sourceGap + targetGap }

  /// Keeps the sums near 1, by a power of two.
  @inline(__always)
  package mutating func normalize() {
    let total = self.total
    guard total > 0, total < 1e-6 || total > 1e6 else { return }
    let exponent = total.exponent
    let factor = Double(sign: .plus, exponent: -exponent, significand: 1)
    matched *= factor
    sourceGap *= factor
    targetGap *= factor
    log += Double(exponent) * 0.693_147_180_559_945_3
  }
}

package typealias PathSums = FlatBuffer<PathSum>

extension FlatBuffer where Element == PathSum {
  package init(count: Int) { self.init(repeating: PathSum(), count: count) }
}
