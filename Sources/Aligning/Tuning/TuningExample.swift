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

  /// Negative log-likelihood of the gold path, and its gradient by features and shapes.
  func loss(_ weights: AlignerWeights) -> (loss: Double, gradient: [Double]) {
    let width = Feature.count
    let shapes = Lattice.shapeCount
    var lattice = self.lattice
    lattice.gapContinues = weights[.gapContinues]
    var gradient = Array(repeating: 0.0, count: width + shapes)
    var gold: Set<Int> = []
    for step in self.gold { gold.insert(lattice.node(step.row, step.column) * shapes + step.shape) }
    var goldScore = 0.0
    weights.features.withUnsafeBufferPointer { weight in
      features.withUnsafeBufferPointer { features in
        var row = features.baseAddress!
        lattice.forEachBead { node, shape, _, _ in
          lattice.scores[node * shapes + shape] = dot(row, weight.baseAddress!, width) + weights.shapes[shape]
          row += width
        }
      }
    }
    let posteriors = lattice.posteriors()
    features.withUnsafeBufferPointer { features in
      var row = features.baseAddress!
      lattice.forEachBead { node, shape, _, _ in
        let index = node * shapes + shape
        var difference = Double(posteriors.beads[index])
        if gold.contains(index) {
          difference -= 1
          goldScore += Double(lattice.scores[index])
        }
        if abs(difference) > 1e-7 {
          for feature in 0..<width { gradient[feature] += difference * Double(row[feature]) }
          gradient[width + shape] += difference
        }
        row += width
      }
    }
    var continued = 0.0
    for (before, after) in zip(self.gold, self.gold.dropFirst()) where before.shape == after.shape && after.shape < 2 {
      continued += 1
    }
    goldScore += continued * Double(weights[.gapContinues])
    gradient[Feature.gapContinues.rawValue] += posteriors.continuedGaps - continued
    return (posteriors.logPartition - goldScore, gradient)
  }
}
