import Testing
import WaslAligning
import WaslBitext

@Suite struct AlignerTests {
  /// Weights far from sensible ones, which no input may turn into a broken alignment.
  static func weights(_ random: inout SplitMix64) -> AlignerWeights {
    if Bool.random(using: &random) { return .initial }
    return AlignerWeights(
      features: (0..<Feature.count).map { _ in Float.random(in: -3...3, using: &random) },
      shapes: BeadShape.all.map { _ in Float.random(in: -20...3, using: &random) })
  }

  @Test(arguments: UInt64(0)..<40) func everySegmentStandsInOneBeadInOrder(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for _ in 0..<75 {
      let problem = RandomProblem.noise(&random)
      let alignment = Aligner(weights: Self.weights(&random)).align(problem)
      let defect = alignment.defect(sourceCount: problem.source.count, targetCount: problem.target.count)
      #expect(defect == nil, "\(problem.source.count) × \(problem.target.count): \(defect ?? "")")
    }
  }

  @Test func sidesOfVeryUnequalSizeAreCovered() {
    var random = SplitMix64(state: 5)
    for (few, many) in [(1, 400), (3, 900), (700, 2)] {
      let shape = RandomProblem.Translation(
        beads: few + many, gaps: 0, merges: 0, sourceless: 0..<0, targetless: 0..<0)
      var problem = RandomProblem.translated(&random, shape).problem
      problem.source = problem.source.prefix(few)
      problem.target = problem.target.prefix(many)
      let alignment = Aligner().align(problem)
      #expect(alignment.defect(sourceCount: few, targetCount: many) == nil)
    }
  }

  @Test(arguments: UInt64(0)..<3) func theSameProblemGivesTheSameBeads(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (problem, _) = RandomProblem.translated(&random, .init(beads: 120))
    #expect(Aligner().align(problem) == Aligner().align(problem))
  }

  @Test(arguments: UInt64(0)..<3) func aTranslationIsFound(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (problem, gold) = RandomProblem.translated(&random, .init(beads: 100))
    #expect(RandomProblem.recall(Aligner().align(problem), gold) > 0.9)
  }
}

extension Side {
  /// The first segments alone.
  func prefix(_ count: Int) -> Side {
    let end = Int(tokenOffsets[count])
    return Side(
      lengths: Array(lengths.prefix(count)), tokenOffsets: Array(tokenOffsets.prefix(count + 1)),
      tokens: Array(tokens.prefix(end)), nullProbability: nullProbability, marks: Array(marks.prefix(count)),
      startsParagraph: Array(startsParagraph.prefix(count)), vectors: [])
  }
}
