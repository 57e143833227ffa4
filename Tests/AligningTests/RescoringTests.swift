import Testing
import WaslBitext

@testable import WaslAligning

/// The rescoring at beads that the first score leaves in doubt.
@Suite struct RescoringTests {
  /// Weights of the first score, and some for each feature of the second.
  private static let weights: AlignerWeights = {
    var weights = AlignerWeights.initial
    weights[.targetOrder] = 2
    weights[.sourceOrder] = 2
    weights[.targetCoverageRoot] = 1
    weights[.sourceCoverageRoot] = 1
    weights[.firstScore] = -2
    return weights
  }()

  /// One token each for as many words, of which number `i` stands for number `i` of the other side.
  private static func problem(source: [[Int32]], target: [[Int32]], words: Int32) -> AlignmentProblem {
    func side(_ segments: [[Int32]]) -> Side {
      var offsets: [Int32] = [0]
      for segment in segments { offsets.append(offsets[offsets.count - 1] + Int32(segment.count)) }
      return Side(
        lengths: segments.map { Float($0.count * 5) }, tokenOffsets: offsets, tokens: segments.flatMap { $0 },
        nullProbability: Array(repeating: 0.2, count: Int(words)))
    }
    let links = (0..<words).map { [LinkTable.Link(source: $0, targetRatio: 200, sourceRatio: 200)] }
    return AlignmentProblem(source: side(source), target: side(target), links: LinkTable(links))
  }

  private static func features(_ problem: AlignmentProblem) -> BeadFeatures {
    BeadFeatures(problem, band: SearchBand(full: problem.source.count, problem.target.count))
  }

  private static func values(_ problem: AlignmentProblem, _ source: Range<Int>, _ target: Range<Int>) -> [Float] {
    var words = WordOrder(features(problem))
    var values = Array(repeating: Float(0), count: RescoringFeature.count)
    values.withUnsafeMutableBufferPointer { words.write(source, target, into: $0.baseAddress!) }
    return values
  }

  private static func value(_ feature: RescoringFeature, _ values: [Float]) -> Float { values[feature.rawValue] }

  @Test func wordsInLikePlacesGain() {
    let words = Array(Int32(0)..<40)
    let inOrder = Self.values(Self.problem(source: [words], target: [words], words: 40), 0..<1, 0..<1)
    let turned = Self.values(
      Self.problem(source: [words], target: [words.reversed()], words: 40), 0..<1, 0..<1)
    for feature in [RescoringFeature.targetOrder, .targetOrderMean, .sourceOrder, .sourceOrderMean] {
      #expect(Self.value(feature, inOrder) > 0)
      #expect(Self.value(feature, turned) < 0)
    }
  }

  /// A word stands for one word only, however often it comes.
  @Test func coverageIsOneToOne() {
    let whole = Self.values(Self.problem(source: [[0, 1, 2, 3]], target: [[0, 1, 2, 3]], words: 4), 0..<1, 0..<1)
    let repeated = Self.values(Self.problem(source: [[0, 1, 2, 3]], target: [[0, 0, 0, 0]], words: 4), 0..<1, 0..<1)
    #expect(Self.value(.targetCoverage, whole) > 0.85)
    // One of four, drawn towards a half.
    #expect(abs(Self.value(.targetCoverage, repeated) - 1.3 / 4.2) < 1e-5)
    #expect(Self.value(.leastCoverage, repeated) == Self.value(.sourceCoverage, repeated))
  }

  @Test func whatStandsAtTheEndsIsSeen() {
    let problem = Self.problem(source: [[0, 1, 2, 3]], target: [[2, 3, 4, 5]], words: 6)
    let values = Self.values(problem, 0..<1, 0..<1)
    #expect(Self.value(.sourceHead, values) > 1)
    #expect(Self.value(.sourceTail, values) == 0)
    #expect(Self.value(.targetHead, values) == 0)
    #expect(Self.value(.targetTail, values) > 1)
  }

  @Test func segmentsWithoutWordsHaveNoOrder() {
    let values = Self.values(Self.problem(source: [[], []], target: [[0]], words: 1), 0..<2, 0..<1)
    #expect(Self.value(.joins, values) == 1 && Self.value(.joinsMore, values) == 1)
    #expect(values.count { $0 != 0 } == 2)
  }

  /// The places of words decide to which neighbour a sentence belongs that shares as many with either.
  @Test func orderDecidesBetweenNeighbours() {
    // The middle target segment has five words from the first source's beginning, five from the second's.
    let source: [[Int32]] = [Array(0..<20), Array(20..<40)]
    let target: [[Int32]] = [Array(5..<20), [20, 21, 22, 23, 24, 0, 1, 2, 3, 4], Array(25..<40)]
    let problem = Self.problem(source: source, target: target, words: 40)
    var weights = Self.weights
    weights.shapes[BeadShape.all.firstIndex(of: BeadShape(source: 2, target: 3))!] = -50
    let beads = Aligner(weights: weights).align(problem).beads
    #expect(beads.map { [$0.source.count, $0.target.count] } == [[1, 1], [1, 2]])
  }

  @Test(arguments: 0..<8) func everySegmentStandsOnce(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let made = RandomProblem.translated(&random, .init(beads: 60))
    let alignment = Aligner(weights: Self.weights).align(made.problem)
    #expect(
      alignment.defect(sourceCount: made.problem.source.count, targetCount: made.problem.target.count) == nil)
    #expect(alignment.beads.allSatisfy { (0...1).contains($0.confidence) })
  }

  /// Where nothing is weighed, the rescoring changes nothing.
  @Test(arguments: 0..<4) func withoutWeightsTheFirstScoreStands(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let problem = RandomProblem.translated(&random, .init(beads: 40)).problem
    var weights = AlignerWeights.initial
    let first = Aligner(weights: weights).align(problem)
    weights[.firstScore] = 1e-6
    let second = Aligner(weights: weights).align(problem)
    #expect(first.beads.map(\.source) == second.beads.map(\.source))
    #expect(first.beads.map(\.target) == second.beads.map(\.target))
  }

  /// Both ways of summing over paths give the rescoring the same beads.
  @Test(arguments: 0..<4) func beadsInDoubtAreTheSameEitherWay(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let problem = RandomProblem.translated(&random, .init(beads: 20)).problem
    let features = Self.features(problem)
    let lattice = Lattice(
      features, SearchBand(full: problem.source.count, problem.target.count), weights: .initial)
    func beads(_ probabilities: any BeadProbabilities) -> Set<Lattice.Step> {
      var steps: Set<Lattice.Step> = []
      probabilities.forEachBead(above: 1e-3) { step, _ in steps.insert(step) }
      return steps
    }
    let planes = try #require(LatticePlanes(lattice, gapAdaptation: 2))
    let safe = SafePosteriors(lattice, gapAdaptation: 2)
    #expect(!beads(planes).isEmpty)
    #expect(beads(planes) == beads(safe))
  }
}
