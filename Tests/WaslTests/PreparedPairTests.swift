import Testing
import Wasl
import WaslAligning

@testable import Wasl

/// That words and links that were made for one segmentation serve another.
@Suite struct PreparedPairTests {
  @Test(arguments: ["tale", "minutes", "science", "report", "interview"])
  func aReslicedPairIsAsIfPreparedAnew(name: String) throws {
    let sides = try SampleDocument.mixed(name)
    try DocumentAligner().run { run throws(WaslError) in
      let guide = try AlignmentGuide(sides.arabic, sides.english)
      let (text, pieces) = JointSegmentation(guide.source, guide.target).align(in: run, guide)
      let resliced = pieces.resliced(text.source, text.target, in: run).problem
      let anew = run.prepare(text.source, text.target).problem
      Self.expectSame(resliced.source, anew.source)
      Self.expectSame(resliced.target, anew.target)
      #expect(resliced.links.offsets == anew.links.offsets)
      #expect(resliced.links.links.map(\.source) == anew.links.links.map(\.source))
      #expect(resliced.links.links.map(\.targetRatio) == anew.links.links.map(\.targetRatio))
    }
  }

  /// Cuts in the middle of words, which make words that the pair has not met.
  @Test func aWordThatIsCutOffHasNoLinks() throws {
    let (arabic, english) = ("نزل المسافرون من القطار", "Passengers left the train")
    func document(_ text: String, _ language: Language, _ ranges: [Range<Int>]) -> Document {
      Document(text: SourceText(name: "x", text), language: language, segments: ranges.map { Segment(range: $0) })
    }
    try DocumentAligner().run { run in
      let pair = run.prepare(
        document(arabic, .arabic, [0..<arabic.utf8.count]), document(english, .english, [0..<english.utf8.count]))
      let cut = pair.resliced(
        document(arabic, .arabic, [0..<13, 13..<arabic.utf8.count]),
        document(english, .english, [0..<5, 5..<english.utf8.count]), in: run)
      #expect(cut.problem.links.offsets.count == cut.targetVocabulary.types.count + 1)
      #expect(cut.targetVocabulary.types.count > pair.targetVocabulary.types.count)
      #expect(run.aligner.search.align(cut.problem).beads.count > 0)
    }
  }

  private static func expectSame(_ one: Side, _ other: Side) {
    #expect(one.tokens == other.tokens)
    #expect(one.tokenOffsets == other.tokenOffsets)
    #expect(one.lengths == other.lengths)
    #expect(one.vectors == other.vectors)
    #expect(one.marks == other.marks)
    #expect(one.startsParagraph == other.startsParagraph)
    #expect(one.nullProbability == other.nullProbability)
    #expect(one.typeProminence == other.typeProminence)
  }
}
