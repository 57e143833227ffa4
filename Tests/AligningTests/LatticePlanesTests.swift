import Testing
import WaslBitext

@testable import WaslAligning

/// The vectorised sums over the lattice's paths against those that keep a logarithm for each node.
@Suite struct LatticePlanesTests {
  /// A lattice with random scores in a search band that rises with its diagonal.
  static func lattice(_ seed: UInt64, spread: Float) -> Lattice {
    var random = SplitMix64(state: seed)
    let (n, m) = (Int.random(in: 1...60, using: &random), Int.random(in: 1...60, using: &random))
    let width = Int32.random(in: 1...20, using: &random)
    let band =
      seed % 4 == 0
      ? SearchBand(full: n, m)
      : SearchBand(
        lower: (0...n).map { Int32($0 * m / n) - width }, upper: (0...n).map { Int32($0 * m / n) + width },
        targetCount: m)
    var lattice = Lattice(band, targetCount: m)
    lattice.forEachBead { node, shape, _, _ in
      lattice.scores[node * Lattice.shapeCount + shape] = Float.random(in: -spread...spread, using: &random)
    }
    lattice.gapContinues = Float.random(in: -2...2, using: &random)
    return lattice
  }

  /// Scores of tens add up to more than plain numbers hold, were they not relative to the best path.
  @Test(arguments: 0..<40, [Float(0.5), 5, 60, 900])
  func probabilitiesAreThoseOfThePosteriors(seed: UInt64, spread: Float) {
    let lattice = Self.lattice(seed, spread: spread)
    guard let planes = LatticePlanes(lattice, gapAdaptation: 2) else {
      // Gaps of random scores in the order that no path takes may hide all paths there are.
      #expect(spread > 50)
      return
    }
    Self.compare(planes, SafePosteriors(lattice, gapAdaptation: 2), lattice)
  }

  /// Gaps that become so much dearer that all sums of paths with some would be too small.
  @Test(arguments: 0..<40, [Float(0.5), 5]) func gapsMayBecomeMuchDearer(seed: UInt64, spread: Float) throws {
    var lattice = Self.lattice(seed, spread: spread)
    for node in 0..<lattice.rowStart[lattice.sourceCount + 1] {
      for shape in [BeadShape.gapSource, BeadShape.gapTarget] { lattice.scores[node * Lattice.shapeCount + shape] -= 4 }
    }
    let planes = try #require(LatticePlanes(lattice, gapAdaptation: 150))
    Self.compare(planes, SafePosteriors(lattice, gapAdaptation: 150), lattice)
  }

  private static func compare(_ planes: LatticePlanes, _ safe: SafePosteriors, _ lattice: Lattice) {
    lattice.forEachBead { node, shape, source, target in
      let step = Lattice.Step(row: source.lowerBound, column: target.lowerBound, shape: shape)
      let difference = abs(planes.confidence(of: step) - safe.confidence(of: step))
      #expect(difference < 2e-4)
    }
    let (path, wanted) = (planes.mostExpectedPath(cost: 0.2), safe.mostExpectedPath(cost: 0.2))
    func gain(_ steps: [Lattice.Step]) -> Float { steps.reduce(0) { $0 + safe.confidence(of: $1) - 0.2 } }
    #expect(abs(gain(path) - gain(wanted)) < 1e-2)
    var (row, column) = (0, 0)
    for step in path {
      #expect((step.row, step.column) == (row, column))
      (row, column) = (step.source.upperBound, step.target.upperBound)
    }
    #expect((row, column) == (lattice.sourceCount, lattice.targetCount))
  }

  @Test func edgesAreThoseOfThePosteriors() {
    for seed in UInt64(0)..<40 {
      let lattice = Self.lattice(seed, spread: 8)
      let planes = LatticePlanes(lattice, gapAdaptation: 0)?.edgeRows(limit: 0.05)
      let safe = SafePosteriors(lattice, gapAdaptation: 0).edgeRows(limit: 0.05)
      #expect(planes?.low == safe.low && planes?.high == safe.high)
    }
  }

  /// A path that looks better by far up to some row and by far worse from there on must not hide the other.
  @Test func aDetourThatEndsBadlyIsNotTaken() {
    var lattice = Lattice(SearchBand(full: 60, 60), targetCount: 60)
    lattice.forEachBead { node, shape, source, target in
      let isSingle = source.count == 1 && target.count == 1
      let isDetour = isSingle && target.lowerBound == source.lowerBound + 20 && source.lowerBound < 20
      let isPath = isSingle && target.lowerBound == source.lowerBound - 20
      lattice.scores[node * Lattice.shapeCount + shape] = isDetour ? 200 : isPath ? 190 : shape < 2 ? -5 : -300
    }
    let planes = LatticePlanes(lattice, gapAdaptation: 0)
    let singles = planes?.mostExpectedPath(cost: 0.2).filter { $0.shape >= 2 } ?? []
    #expect(singles.count == 40)
    let areRight = singles.allSatisfy { $0.column == $0.row - 20 && planes?.confidence(of: $0) ?? 0 > 0.999 }
    #expect(areRight)
  }
}
