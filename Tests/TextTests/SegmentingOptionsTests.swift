import Testing
import WaslBitext

@testable import WaslText

@Suite struct SegmentingOptionsTests {
  @Test(
    arguments: [
      .init("one line end", "The boat was\nsmall. ¦It leaked."),
      .init("blank line", "The boat was small\n\n¦It leaked."),
      .init("blank line with spaces", "The boat was small\n \t\n¦It leaked."),
      .init("blank line, CRLF", "The boat\r\nwas small\r\n\r\n¦It leaked."),
      .init("stop at the line's end", "The boat was small.\n¦It leaked."),
      .init("abbreviation at the line's end", "We met Mr.\nHill."),
      .init("lower case on the next line", "Pens, ink, etc.\nwere sold."),
      .init("bullets", "We need:\n- a boat\n¦- a sail"),
      .init("list numbers", "We need:\n¦1. a boat;\n¦2. a sail."),
      .init("number in running text", "It took place in the year\n1999. ¦We left."),
      .init("paragraph separator", "The boat\u{2029}¦It leaked."),
      .init("form feed", "The boat\u{0C}¦It leaked."),
      .init("Arabic", "كان القارب\nصغيرا. ¦تسرب الماء\nإليه."),
      .init("Arabic blank line", "كان القارب صغيرا\n\n¦تسرب الماء إليه."),
      .init("bracket over two lines", "The boat (old. And\nsmall.) sank."),
    ] as [SegmentingCase])
  func wrappedLinesAreJoined(example: SegmentingCase) {
    if example.name == "bullets" {
      // The first bullet follows a colon on its own line.
      SegmentingCase("bullets", "We need:\n¦- a boat\n¦- a sail").check(.english, .init(wrapped: true))
    } else {
      example.check(.english, .init(wrapped: true))
    }
  }

  @Test(
    arguments: [
      .init("Arabic", "تأخر القطار؛ ¦لأن الثلج غطى السكة. ¦انتظرنا."),
      .init("Arabic without a space", "تأخر القطار؛¦لأن الثلج غطى السكة."),
      .init("Latin", "He ran; ¦she walked."),
      .init("Latin without a space", "a;b"),
      .init("character reference", "Salt &amp; pepper; ¦oil."),
      .init("colon stays", "He said: no; ¦then yes."),
      .init("in brackets", "He ran (fast; very fast) home."),
    ] as [SegmentingCase])
  func semicolonsBreakByOption(example: SegmentingCase) { example.check(.arabic, .init(breakAtSemicolon: true)) }

  @Test(
    arguments: [
      .init("Arabic", "قال له: ¦اجلس. ¦فجلس."),
      .init("time", "At 10:30 he said: ¦sit."),
      .init("address", "See https://example.org: ¦it is free."),
      .init("end of the line", "We need:\n¦a boat"),
      .init("semicolon stays", "He ran; she said: ¦walk."),
    ] as [SegmentingCase])
  func colonsBreakByOption(example: SegmentingCase) { example.check(.english, .init(breakAtColon: true)) }

  @Test(
    arguments: [
      .init("sentences", "One. Two. Three."),
      .init("lines", "One. Two.\n¦Three؟ Four.\r\n¦Five"),
      .init("blank lines", "\n\nOne. Two.\n\n\n¦Three\n"),
      .init("separators", "One. Two.\u{2028}¦Three\u{85}¦Four"),
    ] as [SegmentingCase])
  func presplitLinesStayWhole(example: SegmentingCase) { example.check(.english, .init(presplit: true)) }

  // MARK: DocumentBuilder

  private func paragraphs(_ text: String, _ options: SegmentationOptions = .init(), runs: [Range<Int>]? = nil) -> [Bool]
  {
    let source = SourceText(name: "test", bytes: Array(text.utf8))
    let segmenter = SentenceSegmenter(language: .english, options: options)
    return segmenter.segments(of: source, in: runs ?? [0..<source.bytes.count]).map(\.startsParagraph)
  }

  @Test func linesStartParagraphs() {
    #expect(paragraphs("One. Two.\nThree. Four.\n\nFive.") == [true, false, true, false, true])
  }

  @Test func blankLinesStartParagraphsWhereLinesAreWrapped() {
    #expect(paragraphs("One. Two.\nThree. Four.\n\nFive.", .init(wrapped: true)) == [true, false, false, false, true])
  }

  @Test func aRunEndsASegmentAndStartsAParagraphOnlyBehindALineEnd() {
    #expect(paragraphs("one two three four", runs: [0..<4, 8..<18]) == [true, false])
    #expect(paragraphs("one\ntwo three four", runs: [0..<4, 8..<18]) == [true, true])
    #expect(paragraphs("one two\n\nthree four", runs: [0..<3, 9..<19]) == [true, true])
    #expect(paragraphs("one two\nthree four", .init(wrapped: true), runs: [0..<3, 8..<18]) == [true, false])
    #expect(paragraphs("one two\n\nthree four", .init(wrapped: true), runs: [0..<3, 9..<19]) == [true, true])
  }

  @Test func emptyAndBlankTextsHaveNoSegments() {
    #expect(paragraphs("") == [])
    #expect(paragraphs(" \n\t\u{A0}\u{2029}\u{FEFF}\n") == [])
    #expect(paragraphs("abc", runs: []) == [])
    #expect(paragraphs("abc", runs: [1..<1]) == [])
  }

  @Test func theLanguageDecidesWhereNoScriptDoes() {
    let text = SourceText(name: "test", bytes: Array("2.0. git".utf8))
    #expect(SentenceSegmenter(language: .arabic).segments(of: text).count == 1)  // a list number
    let numbers = SourceText(name: "test", bytes: Array("x 12.0. git".utf8))
    #expect(SentenceSegmenter(language: .arabic).segments(of: numbers).count == 2)
    #expect(SentenceSegmenter(language: .english).segments(of: numbers).count == 1)
  }
}
