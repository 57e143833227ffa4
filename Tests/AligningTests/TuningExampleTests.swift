import Bitext
import Testing

@testable import Aligning

/// What weights are learnt from.
@Suite struct TuningExampleTests {
  private static func example(_ seed: UInt64, near weights: AlignerWeights = .initial) -> TuningExample {
    var random = SplitMix64(state: seed)
    let made = RandomProblem.translated(&random, .init(beads: 12))
    return TuningExample(group: "", problem: made.problem, gold: made.gold, near: weights)
  }

  @Test(arguments: 0..<6, [(1.0, 0.0), (0.1, 1.0)])
  func theGradientIsThatOfTheLoss(seed: UInt64, goal: (likelihood: Double, reward: Double)) {
    let example = Self.example(seed)
    let objective = TuningExample.Objective(likelihood: goal.likelihood, reward: goal.reward)
    let gradient = example.loss(.initial, objective).gradient
    let step: Float = 0.02
    for place in stride(from: 0, to: gradient.count, by: 3) {
      func loss(_ change: Float) -> Double {
        var weights = AlignerWeights.initial
        if place < Feature.count {
          weights.features[place] += change
        } else {
          weights.shapes[place - Feature.count] += change
        }
        return example.loss(weights, objective).loss
      }
      let slope = (loss(step) - loss(-step)) / Double(2 * step)
      #expect(abs(slope - gradient[place]) < 0.02 * max(1, abs(slope)), "\(place): \(slope) \(gradient[place])")
    }
  }

  /// Beads that are left out have next to no share in the sum over all paths.
  @Test(arguments: 0..<6) func theGoldIsAmongTheBeadsKept(seed: UInt64) {
    let loss = Self.example(seed).loss(.initial, .init(likelihood: 1, reward: 0)).loss
    #expect(loss.isFinite && loss >= -1e-4)
  }

  @Test func learningMakesTheGoldLikelier() {
    let examples = (0..<6).map { Self.example($0) }
    func loss(_ weights: AlignerWeights) -> Double {
      examples.reduce(0) { $0 + $1.loss(weights, .init(likelihood: 1, reward: 0)).loss }
    }
    var tuner = Tuner(iterations: 20)
    tuner.likelihoodShare = 1
    #expect(loss(tuner.fit(examples)) < 0.7 * loss(.initial))
  }
}
