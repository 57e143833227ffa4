import Testing
import WaslBitext

@testable import WaslEvaluation

@Suite struct BeadEvaluationTests {
  private func beads(_ pairs: [(Range<Int>, Range<Int>)]) -> [Bead] {
    pairs.map { Bead(source: $0.0, target: $0.1) }
  }

  private func evaluate(_ gold: [Bead], _ hypothesis: [Bead]) -> BeadEvaluation {
    var evaluation = BeadEvaluation()
    evaluation.add(gold: gold, hypothesis: hypothesis)
    return evaluation
  }

  /// Counted by hand:
  ///
  ///     gold        hypothesis   strict  lax
  ///     [0]:[0]     [0]:[0]      yes     yes
  ///     [1]:[1, 2]  [1]:[1]      no      yes (1 and 1)
  ///     [2]:[]      [2]:[2]      no      no  (2 stands with nothing in the gold)
  ///     []:[3]      []:[3]       yes     yes
  ///     [3]:[4]     [3]:[]       no      no  (a gap that the gold does not have)
  ///                 []:[4]       no      no
  @Test func countsByHand() {
    let gold = beads([(0..<1, 0..<1), (1..<2, 1..<3), (2..<3, 3..<3), (3..<3, 3..<4), (3..<4, 4..<5)])
    let hypothesis = beads([
      (0..<1, 0..<1), (1..<2, 1..<2), (2..<3, 2..<3), (3..<3, 3..<4), (3..<4, 4..<4), (4..<4, 4..<5),
    ])
    let result = evaluate(gold, hypothesis)
    #expect(result.goldBeads == 5)
    #expect(result.hypothesisBeads == 6)
    #expect(result.strict.precision == Tally(correct: 2, total: 6))
    #expect(result.lax.precision == Tally(correct: 3, total: 6))
    // Without gaps the gold has three beads, of which the hypothesis has one exactly and touches two.
    #expect(result.strict.recall == Tally(correct: 1, total: 3))
    #expect(result.lax.recall == Tally(correct: 2, total: 3))
    // Gaps: the hypothesis has three, the gold two, one in common.
    #expect(result.gaps.precision == Tally(correct: 1, total: 3))
    #expect(result.gaps.recall == Tally(correct: 1, total: 2))
    #expect(abs(result.strict.f1 - 1.0 / 3) < 1e-12)
    #expect(abs(result.gaps.f1 - 0.4) < 1e-12)
    #expect(
      result.shapes.keys.sorted().map(\.description) == ["0-1", "1-0", "1-1", "1-2"])
    #expect(result.shapes[.init(source: 1, target: 1)]?.precision == Tally(correct: 1, total: 3))
    #expect(result.shapes[.init(source: 1, target: 1)]?.recall == Tally(correct: 1, total: 2))
    #expect(result.shapes[.init(source: 1, target: 2)]?.precision == Tally(correct: 0, total: 0))
  }

  @Test func laxNeedsBothSidesOfOneGoldBead() {
    // Source 0 and target 1 both occur in the gold, but not in one bead.
    let result = evaluate(beads([(0..<1, 0..<1), (1..<2, 1..<2)]), beads([(0..<1, 1..<2)]))
    #expect(result.lax.precision == Tally(correct: 0, total: 1))
    let wide = evaluate(beads([(0..<1, 0..<1), (1..<2, 1..<2)]), beads([(0..<2, 1..<2)]))
    #expect(wide.lax.precision == Tally(correct: 1, total: 1))
  }

  @Test func thePerfectHypothesisScoresOne() {
    let gold = beads([(0..<2, 0..<1), (2..<2, 1..<2), (2..<3, 2..<6)])
    let result = evaluate(gold, gold.reversed())
    #expect(result.strict.f1 == 1)
    #expect(result.lax.f1 == 1)
    #expect(result.gaps.f1 == 1)
  }

  @Test func nothingScoresZero() {
    let gold = beads([(0..<1, 0..<1)])
    for (left, right) in [([], []), (gold, []), ([], gold)] as [([Bead], [Bead])] {
      let result = evaluate(left, right)
      #expect(result.strict.f1 == 0)
      #expect(result.lax.f1 == 0)
      #expect(result.gaps.f1 == 0)
    }
  }

  @Test func equalAndEmptyBeadsCountOnce() {
    let gold = beads([(0..<1, 0..<1), (1..<2, 7..<7)])
    // A gap is the same wherever its empty side stands; a bead without any segment is none.
    let hypothesis = beads([(0..<1, 0..<1), (0..<1, 0..<1), (1..<2, 1..<1), (5..<5, 5..<5)])
    let result = evaluate(gold, hypothesis)
    #expect(result.hypothesisBeads == 2)
    #expect(result.strict.precision == Tally(correct: 2, total: 2))
  }

  @Test func countsArePooledBeforeDividing() {
    var pooled = BeadEvaluation()
    let one = beads([(0..<1, 0..<1)])
    let three = beads([(0..<1, 0..<1), (1..<2, 1..<2), (2..<3, 2..<3)])
    let wrong = beads([(0..<1, 1..<2), (1..<2, 0..<1), (2..<3, 3..<4)])
    pooled.add(gold: one, hypothesis: one)
    var other = BeadEvaluation()
    other.add(gold: three, hypothesis: wrong)
    pooled += other
    #expect(pooled.documents == 2)
    #expect(pooled.strict.precision == Tally(correct: 1, total: 4))
    #expect(pooled.strict.recall.share == 0.25)
    #expect(pooled.shapes[.init(source: 1, target: 1)]?.precision == Tally(correct: 1, total: 4))
  }

  /// Against the definition, spelt out over all pairs of beads.
  @Test(arguments: 0..<300)
  func agreesWithTheDefinition(seed: Int) {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    let gold = randomAlignment(using: &generator)
    let hypothesis = randomAlignment(using: &generator)
    let result = evaluate(gold, hypothesis)

    func isSame(_ left: Bead, _ right: Bead) -> Bool {
      Array(left.source) == Array(right.source) && Array(left.target) == Array(right.target)
    }
    func touches(_ left: Bead, _ right: Bead) -> Bool {
      !Set(left.source).isDisjoint(with: right.source) && !Set(left.target).isDisjoint(with: right.target)
    }
    func tallies(_ beads: [Bead], _ others: [Bead]) -> (Tally, Tally) {
      let strict = beads.filter { bead in others.contains { isSame(bead, $0) } }
      let lax = beads.filter { bead in others.contains { isSame(bead, $0) || touches(bead, $0) } }
      return (Tally(correct: strict.count, total: beads.count), Tally(correct: lax.count, total: beads.count))
    }
    let (strictPrecision, laxPrecision) = tallies(hypothesis, gold)
    let (strictRecall, laxRecall) = tallies(gold.filter { !$0.isGap }, hypothesis.filter { !$0.isGap })
    #expect(result.strict == Score(precision: strictPrecision, recall: strictRecall))
    #expect(result.lax == Score(precision: laxPrecision, recall: laxRecall))
  }

  /// Found by hand: every segment of a bead was counted out, and a file may claim a million millions.
  @Test func beadsOfAnyLengthAreCompared() {
    let long = Bead(source: 0..<1 << 40, target: 0..<1 << 40)
    var evaluation = BeadEvaluation()
    evaluation.add(gold: [long], hypothesis: [Bead(source: 5..<6, target: 7..<9), long])
    #expect(evaluation.lax.precision.correct == 2)
    #expect(evaluation.strict.precision.correct == 1)
  }

  /// As if each segment were looked at.
  @Test func sharedSegmentsAreFoundAmongAnyBeads() {
    var random = SplitMix64(state: 11)
    func beads() -> [Bead] {
      (0..<Int.random(in: 0..<9, using: &random)).map { _ in
        func range() -> Range<Int> {
          let start = Int.random(in: 0..<12, using: &random)
          return start..<start + Int.random(in: 0..<4, using: &random)
        }
        return Bead(source: range(), target: range())
      }
    }
    for _ in 0..<500 {
      let (gold, found) = (beads(), beads())
      var evaluation = BeadEvaluation()
      evaluation.add(gold: gold, hypothesis: found)
      let (links, others) = (Set(found.compactMap(Link.init)), Set(gold.compactMap(Link.init)))
      let expected = links.count { link in
        others.contains(link)
          || others.contains { $0.source.overlaps(link.source) && $0.target.overlaps(link.target) }
      }
      #expect(evaluation.lax.precision.correct == expected)
    }
  }
}

/// Up to twelve beads of small shapes, no segment left out.
func randomAlignment(using generator: inout SplitMix64) -> [Bead] {
  var beads: [Bead] = []
  var (i, j) = (0, 0)
  for _ in 0..<Int.random(in: 0...12, using: &generator) {
    let shape = [(1, 1), (1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2)].randomElement(using: &generator)!
    beads.append(
      Bead(
        source: i..<i + shape.0, target: j..<j + shape.1, confidence: Double.random(in: 0...1, using: &generator)))
    i += shape.0
    j += shape.1
  }
  return beads
}
