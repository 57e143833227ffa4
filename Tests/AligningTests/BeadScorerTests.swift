import Testing
import WaslBitext

@testable import WaslAligning

/// The scores of eight beads at once against the sum over the features of one.
@Suite struct BeadScorerTests {
  @Test(arguments: 0..<30) func scoresAreTheWeightedSumsOfTheFeatures(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let problem = RandomProblem.noise(&random, most: 24)
    let (n, m) = (problem.source.count, problem.target.count)
    if n == 0 || m == 0 { return }
    let bounds = (0...n).map { _ in
      [Int32.random(in: 0...Int32(m), using: &random), Int32.random(in: 0...Int32(m), using: &random)].sorted()
    }
    let band =
      seed % 3 == 0
      ? SearchBand(full: n, m) : SearchBand(lower: bounds.map { $0[0] }, upper: bounds.map { $0[1] }, targetCount: m)
    let weights = AlignerWeights(
      features: (0..<Feature.count).map { _ in Float.random(in: -2...2, using: &random) },
      shapes: BeadShape.all.map { _ in Float.random(in: -3...3, using: &random) })
    let features = BeadFeatures(problem, band: band)
    let lattice = Lattice(features, band, weights: weights)
    var expected = Lattice(band, targetCount: m)
    var row = Array(repeating: Float(0), count: Feature.count)
    expected.forEachBead { node, shape, source, target in
      row.withUnsafeMutableBufferPointer { features.write(source, target, into: $0.baseAddress!) }
      expected.scores[node * Lattice.shapeCount + shape] =
        dot(row, weights.features, Feature.count) + weights.shapes[shape]
    }
    // To the last bit, and minus infinity outside the search band.
    #expect(lattice.scores == expected.scores)
  }
}
