/// A rescoring at the beads that the first score leaves in doubt: those that have a share of the probability are
/// scored anew with `RescoringFeature`, and the paths through them alone are summed up.
package struct Rescoring {
  /// Beads less probable than this are given up; where one is more probable than its complement, no other competes
  /// with it. The first score is too sure of itself, so that one bead in a million is not meant by it.
  package static let leastProbability: Float = 1e-6

  package let weights: AlignerWeights
  private let lattice: Lattice
  private let features: BeadFeatures

  /// - Parameter lattice: the first scores of the beads that the features know.
  package init(_ lattice: Lattice, _ features: BeadFeatures, weights: AlignerWeights) {
    self.lattice = lattice
    self.features = features
    self.weights = weights
  }

  /// The lattice of the beads that are left, with their second scores.
  ///
  /// - Parameter path: beads that are left in any case, so that there is a path.
  package func lattice(_ probabilities: any BeadProbabilities, path: [Lattice.Step]) -> Lattice {
    var beads: [(step: Lattice.Step, isSure: Bool)] = []
    probabilities.forEachBead(above: Self.leastProbability) { step, probability in
      beads.append((step, probability > 1 - Self.leastProbability))
    }
    let band = SearchBand(
      about: beads.map(\.step) + path, width: 0, sourceCount: lattice.sourceCount, targetCount: lattice.targetCount)
    var rescored = Lattice(band, targetCount: lattice.targetCount)
    rescored.gapContinues = lattice.gapContinues
    var words = WordOrder(features)
    for bead in beads { rescore(bead.step, isSure: bead.isSure, &rescored, &words) }
    for step in path where rescored.scores[rescored.place(step)] == -.infinity {
      rescore(step, isSure: false, &rescored, &words)
    }
    return rescored
  }

  private func rescore(_ step: Lattice.Step, isSure: Bool, _ rescored: inout Lattice, _ words: inout WordOrder) {
    let first = lattice.scores[lattice.place(step)]
    var score = first * weights.firstScoreFactor
    if !BeadShape.isGap(step.shape), !isSure {
      withUnsafeTemporaryAllocation(of: Float.self, capacity: RescoringFeature.count) { values in
        values.initialize(repeating: 0)
        words.write(step.source, step.target, into: values.baseAddress!)
        weights.rescoring.withUnsafeBufferPointer {
          score += dot(values.baseAddress!, $0.baseAddress!, RescoringFeature.count)
        }
      }
    }
    rescored.scores[rescored.place(step)] = Lattice.bounded(score)
  }
}

extension AlignerWeights {
  package subscript(feature: RescoringFeature) -> Float {
    get { rescoring[feature.rawValue] }
    set { rescoring[feature.rawValue] = newValue }
  }

  /// What the first score is multiplied by in the second.
  package var firstScoreFactor: Float { 1 + 0.1 * self[.firstScore] }
}

extension SearchBand {
  /// The nodes that beads touch, and `width` more on either side.
  package init(about steps: [Lattice.Step], width: Int, sourceCount: Int, targetCount: Int) {
    var lower = Array(repeating: Int32(targetCount), count: sourceCount + 1)
    var upper = Array(repeating: Int32(0), count: sourceCount + 1)
    for step in steps {
      for row in step.row...step.source.upperBound {
        lower[row] = min(lower[row], Int32(max(0, step.column - width)))
        upper[row] = max(upper[row], Int32(min(targetCount, step.target.upperBound + width)))
      }
    }
    self.init(lower: lower, upper: upper, targetCount: targetCount)
  }
}
