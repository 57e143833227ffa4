internal import WaslAligning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The expected sum of rewards over all paths, and how it changes with each edge's score.
struct ExpectedReward {
  var expected: Double
  /// p(edge) · (E[reward | edge] − E[reward]): the derivative by the edge's score.
  var edges: [Double]
  /// The same for the weight of a continued gap.
  var continuedGaps: Double
}

extension Lattice {
  /// Forward–backward in the expectation semiring (Li and Eisner 2009), for training towards expected F1.
  /// - Parameter rewards: what each bead on the path earns, in the layout of `scores`.
  func expectedReward(_ rewards: [Double]) -> ExpectedReward {
    let shapes = Self.shapeCount
    let nodes = rowStart[sourceCount + 1]
    let none = (log: -Double.infinity, reward: 0.0)
    typealias Mass = (log: Double, reward: Double)
    /// Paths that lead to each node's states: the logarithm of their sum, and their mean reward so far.
    var forward = Array(repeating: none, count: nodes * 3)
    var reached = Array(repeating: none, count: nodes)
    let continues = Double(gapContinues)
    func extended(_ mass: Mass, _ score: Double, _ reward: Double) -> Mass { (mass.log + score, mass.reward + reward) }
    var terms: [Mass] = []

    func visitEdges(from row: Int, _ column: Int, _ body: (_ shape: Int, _ to: Int) -> Void) {
      for (index, shape) in BeadShape.all.enumerated() where contains(row + shape.source, column + shape.target) {
        body(index, node(row + shape.source, column + shape.target))
      }
    }

    forward[0] = (0, 0)
    for row in 0...sourceCount {
      for column in Int(band.lower[row])...Int(band.upper[row]) {
        let here = node(row, column)
        terms.removeAll(keepingCapacity: true)
        for (index, shape) in BeadShape.all.enumerated().dropFirst(2) {
          let (fromRow, fromColumn) = (row - shape.source, column - shape.target)
          guard fromRow >= 0, contains(fromRow, fromColumn) else { continue }
          let from = node(fromRow, fromColumn)
          let edge = from * shapes + index
          terms.append(extended(reached[from], Double(scores[edge]), rewards[edge]))
        }
        if !terms.isEmpty { forward[here * 3] = sum(terms) }
        if row > 0, contains(row - 1, column) {
          let from = node(row - 1, column)
          let before = sum([forward[from * 3], extended(forward[from * 3 + 1], continues, 0)])
          forward[here * 3 + 1] = extended(before, Double(scores[from * shapes]), rewards[from * shapes])
        }
        if column > 0, contains(row, column - 1) {
          let from = node(row, column - 1)
          let before = sum([
            forward[from * 3], forward[from * 3 + 1], extended(forward[from * 3 + 2], continues, 0),
          ])
          forward[here * 3 + 2] = extended(before, Double(scores[from * shapes + 1]), rewards[from * shapes + 1])
        }
        reached[here] = sum([forward[here * 3], forward[here * 3 + 1], forward[here * 3 + 2]])
      }
    }
    let all = reached[nodes - 1]
    var result = ExpectedReward(
      expected: all.reward, edges: Array(repeating: 0, count: nodes * shapes), continuedGaps: 0)
    var backward = Array(repeating: none, count: nodes * 3)
    for state in 0..<3 { backward[(nodes - 1) * 3 + state] = (0, 0) }
    func weigh(_ before: Mass, _ after: Mass) -> Double {
      let log = before.log + after.log - all.log
      return log < -40 ? 0 : exp(log) * (before.reward + after.reward - all.reward)
    }
    for row in stride(from: sourceCount, through: 0, by: -1) {
      for column in stride(from: Int(band.upper[row]), through: Int(band.lower[row]), by: -1) {
        let here = node(row, column)
        if here == nodes - 1 { continue }
        terms.removeAll(keepingCapacity: true)
        var bySource = none
        var byTarget = none
        visitEdges(from: row, column) { shape, to in
          let edge = here * shapes + shape
          let state = shape == BeadShape.gapSource ? 1 : (shape == BeadShape.gapTarget ? 2 : 0)
          let rest = extended(backward[to * 3 + state], Double(scores[edge]), rewards[edge])
          switch state {
          case 0:
            terms.append(rest)
            result.edges[edge] = weigh(reached[here], rest)
          case 1:
            bySource = rest
            let goOn = weigh(extended(forward[here * 3 + 1], continues, 0), rest)
            result.edges[edge] = weigh(forward[here * 3], rest) + goOn
            result.continuedGaps += goOn
          default:
            byTarget = rest
            let goOn = weigh(extended(forward[here * 3 + 2], continues, 0), rest)
            result.edges[edge] = weigh(forward[here * 3], rest) + weigh(forward[here * 3 + 1], rest) + goOn
            result.continuedGaps += goOn
          }
        }
        let matched = terms.isEmpty ? none : sum(terms)
        backward[here * 3] = sum([matched, bySource, byTarget])
        backward[here * 3 + 1] = sum([matched, extended(bySource, continues, 0), byTarget])
        backward[here * 3 + 2] = sum([matched, extended(byTarget, continues, 0)])
      }
    }
    return result
  }
}

/// Paths of several kinds together: the logarithm of their sum, and the mean of their rewards.
private func sum(_ terms: [(log: Double, reward: Double)]) -> (log: Double, reward: Double) {
  var high = -Double.infinity
  for term in terms { high = max(high, term.log) }
  if high == -.infinity { return (high, 0) }
  var (total, reward) = (0.0, 0.0)
  for term in terms where term.log > high - 40 {
    let share = exp(term.log - high)
    total += share
    reward += share * term.reward
  }
  return (high + log(total), reward / total)
}
