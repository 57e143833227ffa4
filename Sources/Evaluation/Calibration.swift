public import WaslBitext

/// Whether confidences mean what they say: of the beads with confidence .8, four in five should be right.
///
/// A bead is right when the gold has exactly the same one; gaps count like other beads.
public struct Calibration: Sendable, Hashable {
  /// Beads of similar confidence.
  public struct Bin: Sendable, Hashable {
    public internal(set) var tally = Tally()
    /// Summed over the bin's beads.
    public internal(set) var confidence = 0.0

    /// 0 in an empty bin.
    public var meanConfidence: Double { tally.total == 0 ? 0 : confidence / Double(tally.total) }
  }

  /// What is left when beads below a confidence are thrown away.
  public struct Threshold: Sendable, Hashable {
    public let minimum: Double
    /// Of the beads at or above it, how many are right.
    public internal(set) var precision = Tally()
    /// Of all beads, how many are at or above it.
    public internal(set) var coverage = Tally()
  }

  public static let binCount = 10

  /// Ten bins of equal width: 0 to .1, …, .9 to 1. A bound belongs to the bin above it, 1 to the last.
  public private(set) var bins = [Bin](repeating: Bin(), count: binCount)
  /// At .5, .7, .9, .95 and .99.
  public private(set) var thresholds = [0.5, 0.7, 0.9, 0.95, 0.99].map { Threshold(minimum: $0) }

  public init() {}

  /// Counts one document's beads, in any order.
  public mutating func add(gold: [Bead], hypothesis: [Bead]) {
    let gold = Set(gold.compactMap(Link.init))
    for bead in hypothesis {
      guard let link = Link(bead) else { continue }
      let correct = gold.contains(link) ? 1 : 0
      // Not a number is no confidence at all.
      let confidence = bead.confidence > 0 ? min(bead.confidence, 1) : 0
      let bin = min(Int(confidence * Double(Calibration.binCount)), Calibration.binCount - 1)
      bins[bin].tally += Tally(correct: correct, total: 1)
      bins[bin].confidence += confidence
      for index in thresholds.indices {
        let isKept = confidence >= thresholds[index].minimum
        thresholds[index].coverage += Tally(correct: isKept ? 1 : 0, total: 1)
        if isKept { thresholds[index].precision += Tally(correct: correct, total: 1) }
      }
    }
  }

  /// How far, on average over the beads, the confidence of a bin is from the share of its beads that are
  /// right (Naeini, Cooper and Hauskrecht 2015). 0 without beads.
  public var expectedError: Double {
    let total = bins.reduce(0) { $0 + $1.tally.total }
    guard total > 0 else { return 0 }
    return bins.reduce(0) { sum, bin in
      sum + abs(bin.meanConfidence - bin.tally.share) * Double(bin.tally.total) / Double(total)
    }
  }
}
