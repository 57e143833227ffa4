public import WaslBitext

/// Aligns the segments of two documents: a monotone path over beads, found by dynamic programming
/// over a log-linear score, with the posterior of each bead as its confidence.
public struct Aligner: Sendable {
  public var weights: AlignerWeights
  /// What a bead must earn in probability: the higher, the fewer and larger beads where the evidence is weak.
  public var beadCost: Float = 0.2
  /// How far the cost of a gap follows the share of gaps in the document.
  public var gapAdaptation: Float = 2

  /// What the posteriors become before they are given as confidences.
  public var calibration = ConfidenceCalibration.shipped

  public init(weights: AlignerWeights = .initial) { self.weights = weights }

  /// The beads of the document pair. Every segment of both sides stands in exactly one, in order.
  /// - Complexity: linear in the number of segments, where the texts share rare words now and then.
  public func align(_ problem: AlignmentProblem) -> Alignment { align(problem, lengths: nil) }

  /// - Parameter lengths: of the document that the problem is a part of; nil for one that stands for itself.
  package func align(_ problem: AlignmentProblem, lengths: LengthModel?) -> Alignment {
    let (n, m) = (problem.source.count, problem.target.count)
    if n == 0 || m == 0 {
      let beads =
        (0..<n).map { Bead(source: $0..<$0 + 1, target: 0..<0) }
        + (0..<m).map { Bead(source: n..<n, target: $0..<$0 + 1) }
      return Alignment(beads: beads)
    }
    var search = BandSearch(weights: weights, beadCost: beadCost, gapAdaptation: gapAdaptation)
    let lengths = lengths ?? self.lengths(of: problem)
    search.lengths = lengths
    search.weights = weights.suited(to: lengths)
    var alignment = BlockAligner(search: search).align(problem)
    alignment.beads = BeadGrowth.grown(alignment.beads, of: problem)
    for index in alignment.beads.indices {
      alignment.beads[index].confidence = calibration.confidence(alignment.beads[index].confidence)
    }
    assert(alignment.defect(sourceCount: n, targetCount: m) == nil)
    return alignment
  }

  /// What a document's lengths are like. Where one side is far too long for the other, by the beads of a first
  /// alignment: what has no counterpart says nothing of how long a translation is, or how it is cut.
  private func lengths(of problem: AlignmentProblem) -> LengthModel {
    let whole = LengthModel(problem.source, problem.target)
    if !whole.isOneSided { return whole }
    var search = BandSearch(
      weights: weights.suited(to: whole), beadCost: beadCost, gapAdaptation: gapAdaptation)
    search.lengths = whole.usualRatios
    return whole.learnt(from: BlockAligner(search: search).align(problem).beads, problem.source, problem.target)
  }
}
