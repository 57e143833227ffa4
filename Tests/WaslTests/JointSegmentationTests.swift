import Bitext
import Testing
import Wasl

@Suite struct JointSegmentationTests {
  /// Two clauses of a long sentence and a short one: pieces 0 and 1 are one sentence, 2 another.
  private static let clause = Array(repeating: "word", count: 24).joined(separator: " ")
  private static let sentence = "\(clause), \(clause)"

  private func document(_ lines: [String], _ language: Language) -> Document {
    BilingualInput.lines(
      of: SourceText(name: "text", bytes: Array(lines.joined(separator: "\n").utf8)), language)
  }

  private func joined(_ source: [String], _ target: [String], _ beads: [(Range<Int>, Range<Int>, Double)]) -> [String] {
    let joint = JointSegmentation(document(source, .arabic), document(target, .english))
    let alignment = Alignment(beads: beads.map { Bead(source: $0.0, target: $0.1, confidence: $0.2) })
    #expect(
      alignment.defect(sourceCount: joint.source.segments.count, targetCount: joint.target.segments.count) == nil)
    let text = joint.rejoined(alignment)
    #expect(
      text.alignment.defect(sourceCount: text.source.segments.count, targetCount: text.target.segments.count) == nil)
    return zip(text.alignment.beads, text.pairs).map { bead, pair in
      "\(bead.shape) \(pair.source.count) \(pair.target.count) \(bead.confidence)"
    }
  }

  private var whole: Int { Self.sentence.count }
  private var part: Int { Self.clause.count }

  @Test func aCutStandsWhereTheOtherSideEndsASentence() {
    #expect(
      joined([Self.sentence], ["one.", "two."], [(0..<1, 0..<1, 0.9), (1..<2, 1..<2, 0.8)])
        == ["1-1 \(part + 1) 4 0.9", "1-1 \(part) 4 0.8"])
  }

  @Test func insideSentencesOfBothSidesNothingIsCut() {
    #expect(
      joined([Self.sentence], [Self.sentence], [(0..<1, 0..<1, 0.9), (1..<2, 1..<2, 0.8)])
        == ["1-1 \(whole) \(whole) 0.8"])
  }

  @Test func piecesOfOneBeadAreOneSegment() {
    #expect(joined([Self.sentence, "x"], ["one."], [(0..<3, 0..<1, 0.7)]) == ["2-1 \(whole + 2) 4 0.7"])
  }

  @Test func aClauseWithoutCounterpartStaysWithItsSentence() {
    #expect(
      joined([Self.sentence, "x"], ["one."], [(0..<1, 0..<0, 0.9), (1..<2, 0..<1, 0.6), (2..<3, 1..<1, 0.5)])
        == ["1-1 \(whole) 4 0.6", "1-0 1 0 0.5"])
    #expect(
      joined([Self.sentence], ["one."], [(0..<1, 0..<0, 0.9), (1..<2, 0..<0, 0.8), (2..<2, 0..<1, 0.7)])
        == ["1-0 \(whole) 0 0.8", "0-1 0 4 0.7"])
  }

  @Test func shortSentencesAreLeftAlone() {
    let joint = JointSegmentation(document(["a, b", "c"], .arabic), document(["d; e"], .english))
    #expect(joint.source.segments.count == 2)
    #expect(joint.target.segments.count == 1)
  }
}
