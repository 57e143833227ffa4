public import Bitext

/// Aligns the segments of two documents: a monotone path over beads, found by dynamic programming
/// over a log-linear score, with the posterior of each bead as its confidence.
public struct Aligner: Sendable {
  public var weights: AlignerWeights
  /// What a bead must earn in probability: the higher, the fewer and larger beads where the evidence is weak.
  public var beadCost: Float = 0.2

  public init(weights: AlignerWeights = .initial) { self.weights = weights }

  /// The beads of the document pair. Every segment of both sides stands in exactly one, in order.
  /// - Complexity: linear in the nodes of the corridor.
  public func align(_ problem: AlignmentProblem) -> Alignment {
    let (n, m) = (problem.source.count, problem.target.count)
    if n == 0 || m == 0 {
      let beads =
        (0..<n).map { Bead(source: $0..<$0 + 1, target: 0..<0) }
        + (0..<m).map { Bead(source: n..<n, target: $0..<$0 + 1) }
      return Alignment(beads: beads)
    }
    let corridor = Corridor(full: n, m)
    let features = BeadFeatures(problem, corridor: corridor)
    let lattice = Lattice(features, corridor, weights: weights)
    let posteriors = lattice.posteriors()
    let path = lattice.mostExpectedPath(posteriors, cost: beadCost)
    return Alignment(
      beads: path.map { step in
        let confidence: Float =
          switch step.shape {
          case BeadShape.gapSource: posteriors.sourceGap[step.row]
          case BeadShape.gapTarget: posteriors.targetGap[step.column]
          default: posteriors.beads[lattice.node(step.row, step.column) * Lattice.shapeCount + step.shape]
          }
        return Bead(source: step.source, target: step.target, confidence: Double(min(1, max(0, confidence))))
      })
  }
}
