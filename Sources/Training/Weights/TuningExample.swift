public import WaslAligning
public import WaslBitext

/// A document pair with its gold alignment, prepared for learning: the features of every bead in a
/// search band about the gold path.
public struct TuningExample: Sendable {
  /// The set the document belongs to; sets are left out in turn.
  public let group: String
  /// How much the document counts.
  public var weight: Double
  /// The nodes between the beads that are left, without scores.
  let lattice: Lattice
  /// Places of those beads in `Lattice.scores`.
  private let edges: [Int32]
  /// `width` numbers for each of those beads: its features, and those of the rescoring.
  private let features: [Float]
  private static let width = Feature.count + RescoringFeature.count
  /// The gold path; `nil` features of it that the search band lacks never occur, since it is built around it.
  let gold: [Lattice.Step]

  /// What likelihood a bead must have to be among those that compete with the gold, under scores drawn towards each
  /// other by the factor: far fewer than the search band holds, and all that any weights near by could choose.
  private static let leastProbability: Float = 1e-5
  private static let flattening: Float = 0.35

  /// - Parameters:
  ///   - width: nodes on either side of the gold path that compete with it.
  ///   - weights: near those that will be learnt; beads that are improbable under them are left out.
  public init(
    group: String, problem: AlignmentProblem, gold: Alignment, width: Int = 12, weight: Double = 1,
    near weights: AlignerWeights = .initial
  ) {
    self.group = group
    self.weight = weight
    let steps = Self.path(gold)
    self.gold = steps
    let m = problem.target.count
    let wide = SearchBand(about: steps, width: width, sourceCount: problem.source.count, targetCount: m)
    let features = BeadFeatures(problem, band: wide)
    var lattice = Lattice(wide, targetCount: m)
    lattice.gapContinues = weights[.gapContinues] * Self.flattening
    let shapes = Lattice.shapeCount
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Feature.count) { buffer in
      weights.features.withUnsafeBufferPointer { weight in
        lattice.forEachBead { node, shape, source, target in
          features.write(source, target, into: buffer.baseAddress!)
          let score = dot(buffer.baseAddress!, weight.baseAddress!, Feature.count) + weights.shapes[shape]
          lattice.scores[node * shapes + shape] = score * Self.flattening
        }
      }
    }
    let posteriors = lattice.posteriors()
    let isGold = Set(steps.map { lattice.node($0.row, $0.column) * shapes + $0.shape })
    var kept: [Lattice.Step] = []
    lattice.forEachBead { node, shape, source, target in
      let edge = node * shapes + shape
      if posteriors.beads[edge] > Self.leastProbability || isGold.contains(edge) {
        kept.append(Lattice.Step(row: source.lowerBound, column: target.lowerBound, shape: shape))
      }
    }
    let narrow = Lattice(
      SearchBand(about: kept, width: 0, sourceCount: problem.source.count, targetCount: m), targetCount: m)
    var words = WordOrder(features)
    var (edges, rows): ([Int32], [Float]) = ([], [])
    rows.reserveCapacity(kept.count * Self.width)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.width) { buffer in
      for step in kept {
        edges.append(Int32(narrow.place(step)))
        buffer.update(repeating: 0)
        features.write(step.source, step.target, into: buffer.baseAddress!)
        if !BeadShape.isGap(step.shape) {
          words.write(step.source, step.target, into: buffer.baseAddress! + Feature.count)
        }
        rows.append(contentsOf: buffer)
      }
    }
    self.edges = edges
    self.features = rows
    self.lattice = narrow
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

  /// Writes the beads' scores into the lattice.
  /// - Returns: their first scores.
  private func score(_ lattice: inout Lattice, _ weights: AlignerWeights) -> [Float] {
    var first: [Float] = []
    first.reserveCapacity(edges.count)
    lattice.gapContinues = weights[.gapContinues]
    let factor = weights.firstScoreFactor
    weights.features.withUnsafeBufferPointer { weight in
      weights.rescoring.withUnsafeBufferPointer { rescoring in
        features.withUnsafeBufferPointer { features in
          var row = features.baseAddress!
          for edge in edges {
            let score =
              dot(row, weight.baseAddress!, Feature.count) + weights.shapes[Int(edge) % Lattice.shapeCount]
            first.append(score)
            lattice.scores[Int(edge)] =
              score * factor + dot(row + Feature.count, rescoring.baseAddress!, RescoringFeature.count)
            row += Self.width
          }
        }
      }
    }
    return first
  }

  /// What is to be minimised, negative log-likelihood of the gold path and negative expected reward, and its
  /// gradient by features, shapes and rescoring features.
  func loss(_ weights: AlignerWeights, _ objective: Objective) -> (loss: Double, gradient: [Double]) {
    let shapes = Lattice.shapeCount
    var lattice = self.lattice
    let first = score(&lattice, weights)
    var loss = 0.0
    var gradient = Array(repeating: 0.0, count: Feature.count + shapes + RescoringFeature.count)
    // The derivative by each edge's score.
    var slopes = Array(repeating: 0.0, count: lattice.scores.count)
    if objective.likelihood > 0 {
      let posteriors = lattice.posteriors()
      for edge in edges { slopes[Int(edge)] = objective.likelihood * Double(posteriors.beads[Int(edge)]) }
      var goldScore = 0.0
      for step in gold {
        let edge = lattice.place(step)
        slopes[edge] -= objective.likelihood
        goldScore += Double(lattice.scores[edge])
      }
      var continued = 0.0
      for (before, after) in zip(gold, gold.dropFirst())
      where before.shape == after.shape && BeadShape.isGap(after.shape) {
        continued += 1
      }
      goldScore += continued * Double(weights[.gapContinues])
      gradient[Feature.gapContinues.rawValue] += objective.likelihood * (posteriors.continuedGaps - continued)
      loss += objective.likelihood * (posteriors.logPartition - goldScore)
    }
    if objective.reward > 0 {
      let result = lattice.expectedReward(rewards(lattice))
      for edge in edges { slopes[Int(edge)] -= objective.reward * result.edges[Int(edge)] }
      gradient[Feature.gapContinues.rawValue] -= objective.reward * result.continuedGaps
      loss -= objective.reward * (result.expected - Double(gold.count))
    }
    features.withUnsafeBufferPointer { features in
      let factor = Double(weights.firstScoreFactor)
      let rescoring = Feature.count + shapes
      var row = features.baseAddress!
      for (edge, first) in zip(edges, first) {
        let slope = slopes[Int(edge)]
        if abs(slope) > 1e-7 {
          for feature in 0..<Feature.count { gradient[feature] += slope * factor * Double(row[feature]) }
          gradient[Feature.count + Int(edge) % shapes] += slope * factor
          for feature in 0..<RescoringFeature.count {
            gradient[rescoring + feature] += slope * Double(row[Feature.count + feature])
          }
          gradient[rescoring + RescoringFeature.firstScore.rawValue] += slope * 0.1 * Double(first)
        }
        row += Self.width
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
      if shape == BeadShape.gapSource, sourceGaps.contains(source.lowerBound) {
        rewards[node * shapes + BeadShape.gapSource] = 0.55
      }
      if shape == BeadShape.gapTarget, targetGaps.contains(target.lowerBound) {
        rewards[node * shapes + BeadShape.gapTarget] = 0.55
      }
    }
    return rewards
  }
}
