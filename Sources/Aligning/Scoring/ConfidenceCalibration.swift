#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns posteriors into confidences that mean what they say: of beads with confidence .9, nine in ten are right.
///
/// Weights learnt towards F1 make the posteriors too sure. A logistic curve (Platt 1999) through the sets that the
/// weights were learnt on, synthetic documents among them, takes that back, each set counting the same.
public struct ConfidenceCalibration: Sendable, Hashable {
  /// By which the logit of the posterior is multiplied.
  public var slope: Double
  /// Added to it.
  public var offset: Double

  public init(slope: Double, offset: Double) {
    self.slope = slope
    self.offset = offset
  }

  /// Fitted for the shipped weights.
  public static let shipped = ConfidenceCalibration(slope: 0.42, offset: 0.18)
  /// Leaves posteriors as they are.
  public static let none = ConfidenceCalibration(slope: 1, offset: 0)

  /// The confidence of a bead with this posterior; rises with it and stays inside 0…1.
  public func confidence(_ posterior: Double) -> Double {
    if self == .none { return min(1, max(0, posterior)) }
    // Beyond this a Float's posterior says nothing.
    let inside = min(1 - 1e-6, max(1e-6, posterior))
    return 1 / (1 + exp(-(slope * log(inside / (1 - inside)) + offset)))
  }
}
