public import Bitext

/// A document pair with its gold alignment, prepared for learning: the features of every bead in a
/// corridor about the gold path.
public struct TuningExample: Sendable {
  /// The set the document belongs to; sets are left out in turn.
  public let group: String
  /// How much the document counts.
  public var weight: Double
  let lattice: Lattice
  /// `Feature.count` numbers for each bead of the lattice, in the order of `Lattice.forEachBead`.
  let features: [Float]
  /// The gold path; `nil` features of it that the corridor lacks never occur, since it is built around it.
  let gold: [Lattice.Step]

  /// - Parameter width: nodes on either side of the gold path that compete with it.
  public init(group: String, problem: AlignmentProblem, gold: Alignment, width: Int = 12, weight: Double = 1) {
    self.group = group
    self.weight = weight
    let steps = Self.path(gold)
    self.gold = steps
    let (n, m) = (problem.source.count, problem.target.count)
    var lower = Array(repeating: Int32(m), count: n + 1)
    var upper = Array(repeating: Int32(0), count: n + 1)
    for step in steps {
      for row in step.row...step.source.upperBound {
        lower[row] = min(lower[row], Int32(max(0, step.column - width)))
        upper[row] = max(upper[row], Int32(min(m, step.target.upperBound + width)))
      }
    }
    let corridor = Corridor(lower: lower, upper: upper, targetCount: m)
    let features = BeadFeatures(problem, corridor: corridor)
    let lattice = Lattice(corridor, targetCount: m)
    var rows: [Float] = []
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Feature.count) { buffer in
      lattice.forEachBead { _, _, source, target in
        features.write(source, target, into: buffer.baseAddress!)
        rows.append(contentsOf: buffer)
      }
    }
    self.features = rows
    self.lattice = lattice
  }

  /// The gold as a path of the lattice: gaps in the order the lattice has them, and shapes it lacks cut up.
  static func path(_ gold: Alignment) -> [Lattice.Step] {
    var steps: [Lattice.Step] = []
    var (row, column) = (0, 0)
    func take(_ source: Int, _ target: Int) {
      let shape = BeadShape.all.firstIndex { $0.source == source && $0.target == target }!
      steps.append(Lattice.Step(row: row, column: column, shape: shape))
      row += source
      column += target
    }
    var (sourceGaps, targetGaps) = (0, 0)
    func flushGaps() {
      for _ in 0..<sourceGaps { take(1, 0) }
      for _ in 0..<targetGaps { take(0, 1) }
      (sourceGaps, targetGaps) = (0, 0)
    }
    for bead in gold.beads {
      var (source, target) = (bead.source.count, bead.target.count)
      if target == 0 {
        sourceGaps += source
      } else if source == 0 {
        targetGaps += target
      } else {
        flushGaps()
        let most = BeadShape.limit
        if source > 1 && target > 1 {
          // Beyond 4-4 there is no shape: one of 4-4 first, then what remains.
          while source > 4 || target > 4 {
            if source <= 1 || target <= 1 { break }
            let (s, t) = (min(4, source - 1), min(4, target - 1))
            take(s, t)
            source -= s
            target -= t
          }
        }
        take(min(source, most), min(target, most))
        sourceGaps += max(0, source - most)
        targetGaps += max(0, target - most)
      }
    }
    flushGaps()
    return steps
  }

  /// How much an example's likelihood counts beside its expected F1.
  struct Objective: Sendable {
    var likelihood: Double
    var reward: Double
  }

  /// What is to be minimised, negative log-likelihood of the gold path and negative expected reward, and its
  /// gradient by features and shapes.
  func loss(_ weights: AlignerWeights, _ objective: Objective) -> (loss: Double, gradient: [Double]) {
    let width = Feature.count
    let shapes = Lattice.shapeCount
    var lattice = self.lattice
    lattice.gapContinues = weights[.gapContinues]
    weights.features.withUnsafeBufferPointer { weight in
      features.withUnsafeBufferPointer { features in
        var row = features.baseAddress!
        lattice.forEachBead { node, shape, _, _ in
          lattice.scores[node * shapes + shape] = dot(row, weight.baseAddress!, width) + weights.shapes[shape]
          row += width
        }
      }
    }
    var loss = 0.0
    var gradient = Array(repeating: 0.0, count: width + shapes)
    // The derivative by each edge's score.
    var edges = Array(repeating: 0.0, count: lattice.scores.count)
    if objective.likelihood > 0 {
      let posteriors = lattice.posteriors()
      for index in edges.indices { edges[index] = objective.likelihood * Double(posteriors.beads[index]) }
      var goldScore = 0.0
      for step in gold {
        let edge = lattice.node(step.row, step.column) * shapes + step.shape
        edges[edge] -= objective.likelihood
        goldScore += Double(lattice.scores[edge])
      }
      var continued = 0.0
      for (before, after) in zip(gold, gold.dropFirst()) where before.shape == after.shape && after.shape < 2 {
        continued += 1
      }
      goldScore += continued * Double(weights[.gapContinues])
      gradient[Feature.gapContinues.rawValue] += objective.likelihood * (posteriors.continuedGaps - continued)
      loss += objective.likelihood * (posteriors.logPartition - goldScore)
    }
    if objective.reward > 0 {
      let result = lattice.expectedReward(rewards(lattice))
      for index in edges.indices { edges[index] -= objective.reward * result.edges[index] }
      gradient[Feature.gapContinues.rawValue] -= objective.reward * result.continuedGaps
      loss -= objective.reward * (result.expected - Double(gold.count))
    }
    features.withUnsafeBufferPointer { features in
      var row = features.baseAddress!
      lattice.forEachBead { node, shape, _, _ in
        let difference = edges[node * shapes + shape]
        if abs(difference) > 1e-7 {
          for feature in 0..<width { gradient[feature] += difference * Double(row[feature]) }
          gradient[width + shape] += difference
        }
        row += width
      }
    }
    return (loss, gradient)
  }

  /// What a bead adds to strict F1, to first order at an F1 of .95: a wrong one costs precision, a right one
  /// with both sides counts in precision and recall, and a right gap in precision and in the gaps' own figure.
  private func rewards(_ lattice: Lattice) -> [Double] {
    let shapes = Lattice.shapeCount
    var rewards = Array(repeating: -0.95, count: lattice.scores.count)
    var (sourceGaps, targetGaps) = (Set<Int>(), Set<Int>())
    for step in gold {
      switch step.shape {
      case BeadShape.gapSource: sourceGaps.insert(step.row)
      case BeadShape.gapTarget: targetGaps.insert(step.column)
      default: rewards[lattice.node(step.row, step.column) * shapes + step.shape] = 1.05
      }
    }
    // A gap is right wherever the path passes.
    lattice.forEachBead { node, shape, source, target in
      if shape == BeadShape.gapSource, sourceGaps.contains(source.lowerBound) { rewards[node * shapes] = 0.55 }
      if shape == BeadShape.gapTarget, targetGaps.contains(target.lowerBound) { rewards[node * shapes + 1] = 0.55 }
    }
    return rewards
  }
}
