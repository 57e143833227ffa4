import Testing
import WaslBitext
import WaslEvaluation

@Suite struct SpanAgreementTests {
  private func agreement(
    _ gold: [(Range<Int>?, Range<Int>?)], _ hypothesis: [(Range<Int>?, Range<Int>?)], source: String? = nil,
    target: String? = nil
  ) -> [Int] {
    var result = SpanAgreement()
    result.add(
      gold: gold.map { SpanBead(source: $0.0, target: $0.1) },
      hypothesis: hypothesis.map { SpanBead(source: $0.0, target: $0.1) },
      source: source.map { CharacterCounts(Array($0.utf8)) }, target: target.map { CharacterCounts(Array($0.utf8)) })
    return [result.characters, result.strict, result.contained, result.majority, result.uncovered]
  }

  @Test func theSameSpansAgree() {
    #expect(agreement([(0..<10, 0..<20), (10..<15, nil)], [(0..<10, 0..<20), (10..<15, nil)]) == [15, 15, 15, 15, 0])
  }

  @Test func aFinerHypothesisIsContained() {
    // Two beads within one gold span: neither is the whole, both lie in it.
    #expect(agreement([(0..<10, 0..<20)], [(0..<4, 0..<8), (4..<10, 8..<20)]) == [10, 0, 10, 10, 0])
  }

  @Test func aCoarserHypothesisGoesWithItsLargerPart() {
    // One bead over two gold spans of 12 and 8 target characters: most of it lies in the first.
    #expect(agreement([(0..<6, 0..<12), (6..<10, 12..<20)], [(0..<10, 0..<20)]) == [10, 0, 0, 6, 0])
    // Half is not more than half.
    #expect(agreement([(0..<5, 0..<10), (5..<10, 10..<20)], [(0..<10, 0..<20)]) == [10, 0, 0, 0, 0])
  }

  @Test func aShiftedBoundaryCountsByTheCharactersBetween() {
    // The source boundary stands at 6 instead of 5: character 5 goes with the wrong target.
    #expect(
      agreement([(0..<5, 0..<10), (5..<10, 10..<20)], [(0..<6, 0..<10), (6..<10, 10..<20)]) == [10, 9, 9, 9, 0])
  }

  @Test func gapsMustBeGapsOnBothSides() {
    #expect(agreement([(0..<4, nil), (4..<7, 0..<5)], [(0..<4, 0..<5), (4..<7, nil)]) == [7, 0, 0, 0, 0])
    // What stands in the target alone has no source characters to count.
    #expect(agreement([(nil, 0..<5)], [(nil, 0..<5)]) == [0, 0, 0, 0, 0])
  }

  @Test func whatIsLeftOutNeverAgrees() {
    #expect(agreement([(0..<10, 0..<9), (10..<14, nil)], [(2..<8, 0..<9)]) == [14, 6, 6, 6, 8])
    #expect(agreement([(0..<10, 0..<9)], []) == [10, 0, 0, 0, 10])
  }

  @Test func hypothesisBeyondTheGoldIsNotCounted() {
    #expect(agreement([(5..<8, 5..<8)], [(0..<5, 0..<5), (5..<8, 5..<8), (8..<20, 8..<20)]) == [3, 3, 3, 3, 0])
  }

  @Test func orderDoesNotMatter() {
    #expect(
      agreement([(5..<10, 0..<4), (0..<5, 4..<9)], [(0..<5, 4..<9), (5..<10, 0..<4)]) == [10, 10, 10, 10, 0])
  }

  @Test func whiteSpaceIsNotCountedWhereTheTextIsKnown() {
    //            0123456789
    let source = "ab cd\n ef"
    let target = "xy\u{A0} zw, v"
    // Without the texts, the space between the hypothesis's beads is left out, and its target ends too late.
    let gold: [(Range<Int>?, Range<Int>?)] = [(0..<5, 0..<6), (7..<9, 8..<9)]
    let hypothesis: [(Range<Int>?, Range<Int>?)] = [(0..<2, 0..<4), (3..<5, 4..<6), (7..<9, 7..<9)]
    #expect(agreement(gold, hypothesis) == [7, 0, 4, 4, 1])
    #expect(agreement(gold, hypothesis, source: source, target: target) == [6, 2, 6, 6, 0])
  }

  @Test func offsetsCountScalars() {
    // Each emoji here is one scalar, of four bytes; the mark on the letter another.
    #expect(
      agreement([(0..<3, 0..<2)], [(0..<3, 0..<2)], source: "👍e\u{301} 👍", target: "👍 ") == [3, 3, 3, 3, 0])
  }

  @Test func spansBeyondTheTextAreCutToIt() {
    #expect(agreement([(0..<100, 0..<50)], [(0..<3, 0..<60)], source: "abc", target: "xyz") == [3, 3, 3, 3, 0])
  }

  @Test func documentsArePooled() {
    var sum = SpanAgreement()
    sum.add(gold: [SpanBead(source: 0..<3, target: 0..<3)], hypothesis: [SpanBead(source: 0..<3, target: 0..<3)])
    var other = SpanAgreement()
    other.add(gold: [SpanBead(source: 0..<9, target: 0..<3)], hypothesis: [SpanBead(source: 0..<9, target: nil)])
    sum += other
    #expect(sum.strictShare == 0.25)
    #expect(sum.characters == 12)
    #expect(SpanAgreement().majorityShare == 0)
  }

  /// Character by character, as the definition says.
  @Test(arguments: 0..<200)
  func agreesWithTheDefinition(seed: Int) {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    let gold = randomSpans(using: &generator)
    let hypothesis = randomSpans(using: &generator)
    var expected = [0, 0, 0, 0, 0]
    for bead in gold {
      for character in bead.source ?? 0..<0 {
        expected[0] += 1
        guard let match = hypothesis.first(where: { $0.source?.contains(character) == true }) else {
          expected[4] += 1
          continue
        }
        guard let theirs = bead.target, let mine = match.target else {
          if bead.target == nil && match.target == nil { for index in 1...3 { expected[index] += 1 } }
          continue
        }
        if theirs == mine { expected[1] += 1 }
        if mine.allSatisfy(theirs.contains) { expected[2] += 1 }
        if mine.filter(theirs.contains).count * 2 > mine.count { expected[3] += 1 }
      }
    }
    #expect(agreement(gold.map { ($0.source, $0.target) }, hypothesis.map { ($0.source, $0.target) }) == expected)
  }

  private func randomSpans(using generator: inout SplitMix64) -> [SpanBead] {
    var (source, target) = (0, 0)
    return (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      source += Int.random(in: 0...2, using: &generator)
      target += Int.random(in: 0...2, using: &generator)
      let lengths = (Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator))
      let bead = SpanBead(source: source..<source + lengths.0, target: target..<target + lengths.1)
      source += lengths.0
      target += lengths.1
      switch Int.random(in: 0...9, using: &generator) {
      case 0: return SpanBead(source: bead.source, target: nil)
      case 1: return SpanBead(source: nil, target: bead.target)
      default: return bead
      }
    }
  }
}
