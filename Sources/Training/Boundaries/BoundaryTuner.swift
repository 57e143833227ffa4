public import Wasl
internal import WaslAligning
public import WaslBitext
internal import WaslModel

/// One decision of the boundary search with its right answer: leave a bead whole, or cut it at one of the candidates.
public struct BoundaryExample: Sendable {
  /// The set that the document belongs to.
  public var group: String
  /// How much it counts.
  public var weight: Double
  /// Features of the candidates, one after the other.
  var features: [Float]
  /// Which candidates are right; none when the bead is to be left whole.
  var isGold: [Bool]

  /// Whether it is right to cut where no sentence ends on either side.
  var hasUnmarkedBoundary: Bool {
    isGold.indices.contains {
      isGold[$0] && features[$0 * BoundaryFeature.count + BoundaryFeature.neitherEnds.rawValue] != 0
    }
  }

  /// The log-odds of each candidate against leaving the bead whole.
  func scores(_ weights: [Double]) -> [Double] {
    isGold.indices.map { candidate in
      var score = 0.0
      for index in weights.indices { score += weights[index] * Double(features[candidate * weights.count + index]) }
      return score
    }
  }
}

extension DocumentAligner {
  /// The decisions that the boundary search takes in a document pair whose right boundaries are known.
  ///
  /// - Parameter boundaries: bytes where an aligned stretch starts in the source's text and in the target's.
  public func boundaryExamples(
    _ source: Document, _ target: Document, boundaries: Set<[Int]>, group: String, weight: Double = 1
  ) throws(WaslError) -> [BoundaryExample] {
    try run { run in boundaryExamples(JointSegmentation(source, target), boundaries, group, weight, in: run) }
  }

  private func boundaryExamples(
    _ segmentation: JointSegmentation, _ boundaries: Set<[Int]>, _ group: String, _ weight: Double, in run: AlignmentRun
  ) -> [BoundaryExample] {
    var examples: [BoundaryExample] = []
    segmentation.forEachBead(in: run) { bead, finder in
      if bead.bead.isGap { return }
      var work = [bead.pair]
      while let pair = work.popLast() {
        var example = BoundaryExample(group: group, weight: weight, features: [], isGold: [])
        var cut: BoundaryFinder.Cut?
        finder.forEachCandidate(bead, pair) { row, column, features in
          let place = [bead.source.boundaries[row]!.start, bead.target.boundaries[column]!.start]
          example.features += features
          example.isGold.append(boundaries.contains(place))
          if boundaries.contains(place) { cut = cut ?? .init(source: row, target: column, score: 0) }
        }
        if !example.isGold.isEmpty { examples.append(example) }
        // What follows a right cut is decided next.
        if let cut { work += pair.halves(cut) }
      }
    }
    return examples
  }
}

/// Learns the weights of the boundary search: softmax regression over a bead's candidates and leaving it whole.
public struct BoundaryTuner: Sendable {
  /// Strength of the pull of the weights towards zero.
  public var penalty = 0.3
  /// How much a boundary counts that ends no sentence on either side. Who leaves a heading in one pair with what follows
  /// spoils two, who cuts a sentence in the same place on both sides none.
  public var unmarkedBoundaryWeight = 2.0

  /// A tuner with the usual penalty.
  public init() {}

  /// The weights under which the examples are likeliest, less the penalty.
  public func fit(_ examples: [BoundaryExample]) -> BoundaryWeights {
    let start = Array(repeating: 0.0, count: BoundaryFeature.count)
    let weights = minimize({ loss($0, examples) }, from: start, iterations: 300)
    return BoundaryWeights(values: weights.map { Float($0) })
  }

  private func loss(_ weights: [Double], _ examples: [BoundaryExample]) -> (value: Double, gradient: [Double]) {
    var value = 0.0
    var gradient = Array(repeating: 0.0, count: weights.count)
    for index in weights.indices where index != BoundaryFeature.bias.rawValue {
      value += penalty * weights[index] * weights[index]
      gradient[index] = 2 * penalty * weights[index]
    }
    for example in examples {
      let weight = example.weight * (example.hasUnmarkedBoundary ? unmarkedBoundaryWeight : 1)
      let scores = example.scores(weights)
      let highest = max(0, scores.max() ?? 0)
      let masses = scores.map { exponential($0 - highest) }
      let whole = exponential(-highest)
      let total = masses.reduce(whole, +)
      var gold = zip(masses, example.isGold).reduce(0.0) { $1.1 ? $0 + $1.0 : $0 }
      if !example.isGold.contains(true) { gold = whole }
      gold = max(gold, 1e-300)
      value += weight * (logarithm(total) - logarithm(gold))
      for (candidate, mass) in masses.enumerated() {
        let change = weight * (mass / total - (example.isGold[candidate] ? mass / gold : 0))
        if abs(change) < 1e-9 { continue }
        for index in weights.indices {
          gradient[index] += change * Double(example.features[candidate * weights.count + index])
        }
      }
    }
    return (value, gradient)
  }

  /// What became of the decisions on examples: cuts at the right place, at a wrong one, and none where one was right.
  public func outcome(
    _ weights: BoundaryWeights, _ examples: [BoundaryExample]
  ) -> (right: Int, wrong: Int, missed: Int) {
    var outcome = (right: 0, wrong: 0, missed: 0)
    for example in examples {
      let scores = example.scores(weights.values.map { Double($0) })
      let best = scores.indices.max { scores[$0] < scores[$1] }
      if let best, scores[best] > Double(BoundaryFinder.leastScore) {
        if example.isGold[best] { outcome.right += 1 } else { outcome.wrong += 1 }
      } else if example.isGold.contains(true) {
        outcome.missed += 1
      }
    }
    return outcome
  }
}
