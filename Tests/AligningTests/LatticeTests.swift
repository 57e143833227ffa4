import Foundation
import Testing
import WaslBitext

@testable import WaslAligning

/// The lattice's dynamic programmes against a walk along every single path.
@Suite struct LatticeTests {
  /// A lattice with random scores in a random search band.
  static func lattice(_ random: inout SplitMix64) -> Lattice {
    let (n, m) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...4, using: &random))
    let bounds = (0...n).map { _ in
      [Int32.random(in: 0...Int32(m), using: &random), Int32.random(in: 0...Int32(m), using: &random)].sorted()
    }
    let band =
      Bool.random(using: &random)
      ? SearchBand(full: n, m) : SearchBand(lower: bounds.map { $0[0] }, upper: bounds.map { $0[1] }, targetCount: m)
    var lattice = Lattice(band, targetCount: m)
    let spread = [0.5, 5, 60].randomElement(using: &random)!
    lattice.forEachBead { node, shape, _, _ in
      lattice.scores[node * Lattice.shapeCount + shape] = Float(Double.random(in: -spread...spread, using: &random))
    }
    lattice.gapContinues = Float.random(in: -2...2, using: &random)
    return lattice
  }

  struct Path {
    var steps: [Lattice.Step]
    var score: Double
  }

  /// Every path, by depth-first search. Of a run of gaps, the source's come first.
  static func paths(_ lattice: Lattice) -> [Path] {
    var paths: [Path] = []
    var steps: [Lattice.Step] = []
    func walk(_ row: Int, _ column: Int, _ score: Double) {
      if row == lattice.sourceCount && column == lattice.targetCount {
        paths.append(Path(steps: steps, score: score))
        return
      }
      for (index, shape) in BeadShape.all.enumerated()
      where lattice.contains(row + shape.source, column + shape.target) {
        let last = steps.last?.shape
        if index == BeadShape.gapSource && last == BeadShape.gapTarget { continue }
        var gain = Double(lattice.scores[lattice.node(row, column) * Lattice.shapeCount + index])
        if index < 2 && last == index { gain += Double(lattice.gapContinues) }
        steps.append(.init(row: row, column: column, shape: index))
        walk(row + shape.source, column + shape.target, score + gain)
        steps.removeLast()
      }
    }
    walk(0, 0, 0)
    return paths
  }

  @Test(arguments: UInt64(0)..<60) func posteriorsAreSumsOverAllPaths(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let lattice = Self.lattice(&random)
    let paths = Self.paths(lattice)
    let most = paths.map(\.score).max()!
    let total = most + log(paths.reduce(0) { $0 + exp($1.score - most) })
    var beads = Array(repeating: 0.0, count: lattice.scores.count)
    var sourceGap = Array(repeating: 0.0, count: lattice.sourceCount)
    var targetGap = Array(repeating: 0.0, count: lattice.targetCount)
    var continued = 0.0
    for path in paths {
      let probability = exp(path.score - total)
      for (number, step) in path.steps.enumerated() {
        beads[lattice.node(step.row, step.column) * Lattice.shapeCount + step.shape] += probability
        if step.shape == BeadShape.gapSource { sourceGap[step.row] += probability }
        if step.shape == BeadShape.gapTarget { targetGap[step.column] += probability }
        if step.shape < 2, number > 0, path.steps[number - 1].shape == step.shape { continued += probability }
      }
    }
    let found = lattice.posteriors()
    #expect(abs(found.logPartition - total) < 1e-4 * max(1, abs(total)))
    for (index, wanted) in beads.enumerated() { #expect(abs(Double(found.beads[index]) - wanted) < 1e-4) }
    for (index, wanted) in sourceGap.enumerated() { #expect(abs(Double(found.sourceGap[index]) - wanted) < 1e-4) }
    for (index, wanted) in targetGap.enumerated() { #expect(abs(Double(found.targetGap[index]) - wanted) < 1e-4) }
    #expect(abs(found.continuedGaps - continued) < 1e-4)
  }

  @Test(arguments: UInt64(0)..<60) func theBestPathIsTheBestOfAll(seed: UInt64) {
    var random = SplitMix64(state: 1000 + seed)
    let lattice = Self.lattice(&random)
    let paths = Self.paths(lattice)
    let best = lattice.bestPath()
    let wanted = paths.max { $0.score < $1.score }!
    let found = paths.first { $0.steps == best }
    #expect(found != nil, "the path found is none of the lattice's")
    #expect(abs((found?.score ?? -.infinity) - wanted.score) < 1e-3)
  }

  @Test(arguments: UInt64(0)..<60) func theMostExpectedPathGainsMost(seed: UInt64) {
    var random = SplitMix64(state: 2000 + seed)
    let lattice = Self.lattice(&random)
    let posteriors = lattice.posteriors()
    let cost = 0.1
    func gain(_ steps: [Lattice.Step]) -> Double {
      steps.reduce(0) { sum, step in
        switch step.shape {
        case BeadShape.gapSource: sum + Double(posteriors.sourceGap[step.row]) - cost
        case BeadShape.gapTarget: sum + Double(posteriors.targetGap[step.column]) - cost
        default:
          sum + Double(posteriors.beads[lattice.node(step.row, step.column) * Lattice.shapeCount + step.shape]) - cost
        }
      }
    }
    let found = gain(lattice.mostExpectedPath(posteriors, cost: Float(cost)))
    let wanted = Self.paths(lattice).map { gain($0.steps) }.max()!
    #expect(abs(found - wanted) < 1e-4)
  }
}
