import Testing
import WaslBitext

@testable import WaslAligning
@testable import WaslTraining

/// What weights are learnt from.
@Suite struct TuningExampleTests {
  /// Weights of both looks, none of them 0.
  private static let start: AlignerWeights = {
    var weights = AlignerWeights.initial
    for index in weights.rescoring.indices { weights.rescoring[index] = index % 2 == 0 ? 0.3 : -0.2 }
    return weights
  }()

  private static func example(_ seed: UInt64, near weights: AlignerWeights = .initial) -> TuningExample {
    var random = SplitMix64(state: seed)
    let made = RandomProblem.translated(&random, .init(beads: 12))
    return TuningExample(group: "", problem: made.problem, gold: made.gold, near: weights)
  }

  @Test(arguments: 0..<6, [(1.0, 0.0), (0.1, 1.0)])
  func theGradientIsThatOfTheLoss(seed: UInt64, goal: (likelihood: Double, reward: Double)) {
    let example = Self.example(seed)
    let objective = TuningExample.Objective(likelihood: goal.likelihood, reward: goal.reward)
    let gradient = example.loss(Self.start, objective).gradient
    let step: Float = 0.02
    for place in gradient.indices where place % 3 == 0 || place >= Feature.count + BeadShape.all.count {
      func loss(_ change: Float) -> Double {
        var weights = Self.start
        if place < Feature.count {
          weights.features[place] += change
        } else if place < Feature.count + BeadShape.all.count {
          weights.shapes[place - Feature.count] += change
        } else {
          weights.rescoring[place - Feature.count - BeadShape.all.count] += change
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
    tuner.onlyRescoring = true
    let rescored = tuner.fit(examples)
    #expect(rescored.features == AlignerWeights.initial.features && rescored.shapes == AlignerWeights.initial.shapes)
    #expect(loss(rescored) < loss(.initial))
  }
}
