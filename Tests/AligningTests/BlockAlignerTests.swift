import Testing

@testable import WaslAligning

@Suite struct BlockAlignerTests {
  /// Beads 1-1, of which the one at `sure` and its neighbours are somewhat surer than the rest.
  private static func steps(_ count: Int, surest: Int, _ confidence: Float = 0.4) -> [BandSearch.ScoredStep] {
    let shape = BeadShape.all.firstIndex(of: BeadShape(source: 1, target: 1))!
    return (0..<count).map {
      .init(
        step: .init(row: $0, column: $0, shape: shape), confidence: abs($0 - surest) <= 1 ? confidence : 0.3)
    }
  }

  /// Found by hand: of 80,000 pairs that say nothing a block of the largest size was kept a few beads each time.
  @Test func aBlockThatCannotGrowGivesHalfOfItself() {
    #expect(BlockAligner.cut(Self.steps(400, surest: 30), rows: 400, columns: 400, false) ?? 0 >= 200)
    #expect(BlockAligner.cut(Self.steps(400, surest: 300), rows: 400, columns: 400, false) == 301)
    #expect(BlockAligner.cut(Self.steps(400, surest: 30), rows: 400, columns: 400, true) == nil)
  }

  /// After a place that is likelier than not the path may have gone astray.
  @Test func aLikelyPlaceIsBetterThanALateOne() {
    #expect(BlockAligner.cut(Self.steps(400, surest: 30, 0.9), rows: 400, columns: 400, false) == 31)
  }

  /// A path that the rescoring alone is sure of is not cut there.
  @Test func bothLooksHaveToBeSure() {
    func steps(first: Float) -> [BandSearch.ScoredStep] {
      Self.steps(400, surest: 100).map { .init(step: $0.step, confidence: 0.999, first: first) }
    }
    #expect(BlockAligner.cut(steps(first: 0.999), rows: 400, columns: 400, true) != nil)
    #expect(BlockAligner.cut(steps(first: 0.9), rows: 400, columns: 400, true) == nil)
  }

  /// Found in a synthetic document of a million pairs: in a block that ended in a block without counterpart the search went
  /// astray, and found back after six thousand beads.
  @Test func aBlockWithALongGapIsSeen() {
    let (pairs, gap) = (
      Self.steps(300, surest: 0),
      (0..<200).map { BandSearch.ScoredStep(step: .init(row: $0, column: 0, shape: 0), confidence: 0.9) }
    )
    #expect(BlockAligner.lacksMuch(pairs + gap))
    #expect(BlockAligner.lacksMuch(pairs + gap + pairs[..<50]))
    // What follows the block is seen.
    #expect(!BlockAligner.lacksMuch(gap + pairs))
    #expect(!BlockAligner.lacksMuch(pairs))
  }

  /// Where the second half has no room for a cut, the first has to give one.
  @Test func aCutLeavesTheEndItsContext() {
    #expect(BlockAligner.cut(Self.steps(400, surest: 30), rows: 400, columns: 200, false) == 152)
  }
}
