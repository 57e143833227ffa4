internal import Dispatch
public import WaslAligning

/// Learns the aligner's weights from gold documents: a semi-Markov conditional random field
/// (Sarawagi and Cohen 2004), fitted by the gradient of its regularised conditional likelihood.
public struct Tuner: Sendable {
  /// Strength of the pull of the features' weights towards zero.
  public var featurePenalty: Double
  /// Strength of the pull of the shapes' biases towards `AlignerWeights.initial`.
  public var shapePenalty: Double
  public var iterations: Int
  /// How much the likelihood counts in the second stage, which maximises expected F1.
  public var likelihoodShare = 0.1
  /// Features whose weights stay 0.
  public var unused: Set<Feature> = []
  public var unusedInRescoring: Set<RescoringFeature> = []
  /// Strength of the pull of the rescoring's weights towards zero, in both stages: what little it learns from the
  /// development sets has to hold for other documents.
  public var rescoringPenalty: Double = 1
  /// Whether the first score's weights stay as they are at the start.
  public var onlyRescoring = false

  public init(featurePenalty: Double = 0.3, shapePenalty: Double = 0.3, iterations: Int = 120) {
    self.featurePenalty = featurePenalty
    self.shapePenalty = shapePenalty
    self.iterations = iterations
  }

  /// The weights that make the gold paths of the examples most probable, then those near them that make
  /// the expected F1 greatest: likelihood is convex, but lets a few gold beads that no evidence supports pull
  /// at all weights; expected F1 forgives them.
  /// - Parameter report: called after each iteration with the objective.
  public func fit(
    _ examples: [TuningExample], from start: AlignerWeights = .initial, report: (Int, Double) -> Void = { _, _ in }
  ) -> AlignerWeights {
    if iterations == 0 { return start }
    var weights = start
    weights.rescoring = AlignerWeights.zero.rescoring
    for part in onlyRescoring ? [.second] : [Part.first, .second] {
      weights = fit(part, examples, from: weights, .init(likelihood: 1, reward: 0), report: report)
      if likelihoodShare < 1 {
        weights = fit(part, examples, from: weights, .init(likelihood: likelihoodShare, reward: 1), report: report)
      }
    }
    return weights
  }

  /// Which weights are learnt: those of the first score, or, on top of them, those of the rescoring.
  private enum Part { case first, second }

  private func fit(
    _ part: Part, _ examples: [TuningExample], from start: AlignerWeights, _ goal: TuningExample.Objective,
    report: (Int, Double) -> Void
  ) -> AlignerWeights {
    let features = Feature.count
    let first = features + BeadShape.all.count
    let center = AlignerWeights.initial.shapes.map(Double.init)
    let penaltyScale = goal.likelihood
    func unpack(_ point: [Double]) -> AlignerWeights {
      AlignerWeights(
        features: point[..<features].map(Float.init), shapes: point[features..<first].map(Float.init),
        rescoring: point[first...].map(Float.init))
    }
    func objective(_ point: [Double]) -> (Double, [Double]) {
      let weights = unpack(point)
      let results = concurrentMap(examples) { $0.loss(weights, goal) }
      var total = 0.0
      var gradient = Array(repeating: 0.0, count: point.count)
      for (example, result) in zip(examples, results) {
        total += example.weight * result.loss
        for index in gradient.indices { gradient[index] += example.weight * result.gradient[index] }
      }
      if part == .second {
        for index in 0..<first { gradient[index] = 0 }
        for index in first..<point.count {
          total += 0.5 * rescoringPenalty * point[index] * point[index]
          gradient[index] += rescoringPenalty * point[index]
          if unusedInRescoring.contains(RescoringFeature(rawValue: index - first)!) { gradient[index] = 0 }
        }
        return (total, gradient)
      }
      for index in first..<point.count { gradient[index] = 0 }
      for index in 0..<first {
        let isFeature = index < features
        let offset = point[index] - (isFeature ? 0 : center[index - features])
        let penalty = penaltyScale * (isFeature ? featurePenalty : shapePenalty)
        total += 0.5 * penalty * offset * offset
        gradient[index] += penalty * offset
        if isFeature, unused.contains(Feature(rawValue: index)!) { gradient[index] = 0 }
      }
      return (total, gradient)
    }
    var start = start
    for feature in unused { start[feature] = 0 }
    let point = minimize(
      objective, from: (start.features + start.shapes + start.rescoring).map(Double.init), iterations: iterations,
      report: report)
    return unpack(point)
  }
}

/// Applies a function to every element on all cores; results in order, whatever the number of threads.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  var results = [Result?](repeating: nil, count: elements.count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each index is written by one thread only.
    nonisolated(unsafe) let slots = buffer.baseAddress!
    if !elements.isEmpty {
      DispatchQueue.concurrentPerform(iterations: elements.count) { slots[$0] = transform(elements[$0]) }
    }
  }
  return results.map { $0! }
}
