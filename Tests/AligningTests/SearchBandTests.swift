import Testing
import WaslBitext

@testable import WaslAligning

/// The narrow search against the search of the whole lattice.
///
/// Whole lattices take minutes in a debug build, so these run with `swift test -c release -Xswiftc -enable-testing`.
@Suite(.enabled(if: isOptimized, "slow without optimisation")) struct SearchBandTests {
  static func align(_ problem: AlignmentProblem, whole: Bool, size: Int = .max / 16) -> Alignment {
    var search = BandSearch(weights: .initial, beadCost: 0.2, gapAdaptation: 1)
    search.fullLimit = whole ? .max : 0
    return BlockAligner(size: size, search: search).align(problem)
  }

  static func differences(_ left: Alignment, _ right: Alignment) -> (beads: Int, confidence: Double) {
    // Where among the other side's segments a gap stands says nothing.
    struct Key: Hashable {
      var source, target: Range<Int>

      init(source: Range<Int>, target: Range<Int>) {
        self.source = source.isEmpty ? 0..<0 : source
        self.target = target.isEmpty ? 0..<0 : target
      }
    }
    let known = Dictionary(
      uniqueKeysWithValues: left.beads.map { (Key(source: $0.source, target: $0.target), $0.confidence) })
    var (beads, confidence) = (0, 0.0)
    for bead in right.beads {
      if let other = known[Key(source: bead.source, target: bead.target)] {
        confidence = max(confidence, abs(other - bead.confidence))
      } else {
        beads += 1
      }
    }
    return (beads + abs(left.beads.count - right.beads.count), confidence)
  }

  static let shapes: [RandomProblem.Translation] = [
    .init(beads: 150), .init(beads: 150, gaps: 0.15, merges: 0.15), .init(beads: 200, gaps: 0.05, known: 0.35),
    .init(beads: 220, sourceless: 60..<75, targetless: 150..<155), .init(beads: 260, sourceless: 40..<140),
    .init(beads: 260, targetless: 160..<260), .init(beads: 200, gaps: 0.3, merges: 0.2, known: 0.5),
    .init(beads: 120, known: 0.1), .init(beads: 240, known: 0.5, sourceless: 100..<160, targetless: 160..<200),
  ]

  @Test(arguments: shapes.indices) func theSearchBandGivesTheBeadsOfTheWholeLattice(shape: Int) {
    for seed in UInt64(0)..<3 {
      var random = SplitMix64(state: seed)
      let (problem, _) = RandomProblem.translated(&random, Self.shapes[shape])
      let difference = Self.differences(Self.align(problem, whole: true), Self.align(problem, whole: false))
      #expect(difference.beads == 0, "shape \(shape), seed \(seed)")
      #expect(difference.confidence < 0.01, "shape \(shape), seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<2) func blocksJoinWithoutLoss(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (problem, gold) = RandomProblem.translated(
      &random, .init(beads: 3_000, sourceless: 500..<620, targetless: 1_500..<2_000))
    let whole = Self.align(problem, whole: false)
    let parts = Self.align(problem, whole: false, size: 400)
    #expect(parts.defect(sourceCount: problem.source.count, targetCount: problem.target.count) == nil)
    // Each block has its own standard, and most here lie beside a block that one side lacks, so
    // doubtful beads may fall the other way; what is found may not become less.
    #expect(Self.differences(whole, parts).beads <= whole.beads.count * 8 / 100)
    #expect(RandomProblem.recall(parts, gold) > RandomProblem.recall(whole, gold) - 0.01)
    #expect(RandomProblem.recall(parts, gold) > 0.9)
  }

  @Test(arguments: [(3_000, 40), (40, 3_000), (1_200, 1_200), (1, 5_000)])
  func textsWithoutACommonWordAreCovered(counts: (source: Int, target: Int)) {
    var random = SplitMix64(state: 9)
    var (problem, _) = RandomProblem.translated(
      &random, .init(beads: max(counts.source, counts.target), gaps: 0, merges: 0))
    problem.source = problem.source.prefix(counts.source)
    problem.target = problem.target.prefix(counts.target)
    problem.links = LinkTable(Array(repeating: [], count: problem.target.nullProbability.count))
    let alignment = Self.align(problem, whole: false, size: 500)
    #expect(alignment.defect(sourceCount: counts.source, targetCount: counts.target) == nil)
  }

  @Test func noiseIsCoveredWhateverTheBlock() {
    var random = SplitMix64(state: 77)
    for _ in 0..<300 {
      let problem = RandomProblem.noise(&random, most: 60)
      let alignment = Self.align(problem, whole: false, size: Int.random(in: 8...64, using: &random))
      #expect(alignment.defect(sourceCount: problem.source.count, targetCount: problem.target.count) == nil)
    }
  }
}
