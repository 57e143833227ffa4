#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How probable each bead is, over all paths through the lattice.
struct Posteriors {
  /// `beads[node · shapes + shape]`, for the bead that starts at the node.
  var beads: [Float]
  /// For each source segment, the probability that it has no counterpart, wherever the path passes.
  var sourceGap: [Float]
  var targetGap: [Float]
  /// Expected number of gaps that follow a gap of the same side.
  var continuedGaps: Double
  /// The logarithm of the sum over all paths.
  var logPartition: Double
}

extension Lattice {
  /// Sums over all paths by the forward–backward algorithm, in logarithms.
  /// - Complexity: nodes × shapes.
  func posteriors() -> Posteriors {
    let shapes = Self.shapeCount
    let nodes = rowStart[sourceCount + 1]
    // Log-sums of the paths from the start to each node, by state; and over the states.
    var forward = Array(repeating: -Double.infinity, count: nodes * 3)
    var reached = Array(repeating: -Double.infinity, count: nodes)
    let continues = Double(gapContinues)
    forward[0] = 0
    var terms = Array(repeating: 0.0, count: shapes)
    for row in 0...sourceCount {
      for column in Int(corridor.lower[row])...Int(corridor.upper[row]) {
        let here = node(row, column)
        var count = 0
        for (index, shape) in BeadShape.all.enumerated().dropFirst(2) {
          let (fromRow, fromColumn) = (row - shape.source, column - shape.target)
          guard fromRow >= 0, contains(fromRow, fromColumn) else { continue }
          let from = node(fromRow, fromColumn)
          terms[count] = reached[from] + Double(scores[from * shapes + index])
          count += 1
        }
        if count > 0 { forward[here * 3] = max(forward[here * 3], logSum(terms, count)) }
        if row > 0, contains(row - 1, column) {
          let from = node(row - 1, column)
          let score = Double(scores[from * shapes + BeadShape.gapSource])
          forward[here * 3 + 1] = score + logSum(forward[from * 3], forward[from * 3 + 1] + continues)
        }
        if column > 0, contains(row, column - 1) {
          let from = node(row, column - 1)
          let score = Double(scores[from * shapes + BeadShape.gapTarget])
          forward[here * 3 + 2] =
            score
            + logSum(logSum(forward[from * 3], forward[from * 3 + 1]), forward[from * 3 + 2] + continues)
        }
        reached[here] = logSum(logSum(forward[here * 3], forward[here * 3 + 1]), forward[here * 3 + 2])
      }
    }
    let logPartition = reached[nodes - 1]

    var result = Posteriors(
      beads: Array(repeating: 0, count: nodes * shapes), sourceGap: Array(repeating: 0, count: sourceCount),
      targetGap: Array(repeating: 0, count: targetCount), continuedGaps: 0, logPartition: logPartition)
    // Log-sums of the paths from each node's state to the end.
    var backward = Array(repeating: -Double.infinity, count: nodes * 3)
    for state in 0..<3 { backward[(nodes - 1) * 3 + state] = 0 }
    for row in stride(from: sourceCount, through: 0, by: -1) {
      for column in stride(from: Int(corridor.upper[row]), through: Int(corridor.lower[row]), by: -1) {
        let here = node(row, column)
        if here == nodes - 1 { continue }
        var count = 0
        for (index, shape) in BeadShape.all.enumerated().dropFirst(2)
        where contains(row + shape.source, column + shape.target) {
          let to = node(row + shape.source, column + shape.target)
          let rest = Double(scores[here * shapes + index]) + backward[to * 3]
          terms[count] = rest
          count += 1
          result.beads[here * shapes + index] = Float(exp(reached[here] + rest - logPartition))
        }
        let matched = count > 0 ? logSum(terms, count) : -Double.infinity
        var bySource = -Double.infinity
        if contains(row + 1, column) {
          bySource = Double(scores[here * shapes]) + backward[node(row + 1, column) * 3 + 1]
          let start = exp(forward[here * 3] + bySource - logPartition)
          let goOn = exp(forward[here * 3 + 1] + continues + bySource - logPartition)
          result.beads[here * shapes] = Float(start + goOn)
          result.sourceGap[row] += Float(start + goOn)
          result.continuedGaps += goOn
        }
        var byTarget = -Double.infinity
        if contains(row, column + 1) {
          byTarget = Double(scores[here * shapes + 1]) + backward[node(row, column + 1) * 3 + 2]
          let start = exp(logSum(forward[here * 3], forward[here * 3 + 1]) + byTarget - logPartition)
          let goOn = exp(forward[here * 3 + 2] + continues + byTarget - logPartition)
          result.beads[here * shapes + 1] = Float(start + goOn)
          result.targetGap[column] += Float(start + goOn)
          result.continuedGaps += goOn
        }
        backward[here * 3] = logSum(logSum(matched, bySource), byTarget)
        backward[here * 3 + 1] = logSum(logSum(matched, bySource + continues), byTarget)
        backward[here * 3 + 2] = logSum(matched, byTarget + continues)
      }
    }
    return result
  }
}

/// log(e^a + e^b), also for minus infinity.
@inline(__always)
private func logSum(_ a: Double, _ b: Double) -> Double {
  let high = max(a, b)
  if high == -.infinity { return high }
  return high + log1p(exp(min(a, b) - high))
}

private func logSum(_ terms: [Double], _ count: Int) -> Double {
  var high = -Double.infinity
  for index in 0..<count { high = max(high, terms[index]) }
  if high == -.infinity { return high }
  var sum = 0.0
  for index in 0..<count where terms[index] > high - 40 { sum += exp(terms[index] - high) }
  return high + log(sum)
}
