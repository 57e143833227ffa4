import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments

@Suite struct SubtitleReaderTests {
  private static func read(_ content: String, joinsCues: Bool = false, keepsPunctuation: Bool = false) throws
    -> SourceText
  {
    var options = DocumentOptions()
    options.joinsCues = joinsCues
    options.keepsPunctuation = keepsPunctuation
    return try DocumentFormat.srt.source(of: Array(content.utf8), name: "x", options: options)
  }

  private static func file(_ cues: [String]) -> String {
    cues.enumerated().map { "\($0 + 1)\n00:00:0\($0),000 --> 00:00:0\($0),900\n\($1)\n\n" }.joined()
  }

  @Test(arguments: [
    (["a,\n\nb.", "c"], "a, b.\n\nc\n"), (["a\\Nb\\hc"], "a b c\n"), (["{\\an8}\u{202B}نعم\u{202C}"], "نعم\n"),
    (["1943", "7"], "1943\n\n7\n"), (["- a\n- b"], "- a\n- b\n"),
    (["نعم.\nYes.", "لا.\nNo."], "نعم.\nYes.\n\nلا.\nNo.\n"),
  ])
  func cues(cues: [String], expected: String) throws {
    let text = Self.file(cues)
    #expect(string(try Self.read(text).bytes) == expected)
    // Each line end doubled, as careless copies have it.
    #expect(string(try Self.read(text.replacing("\n", with: "\n\n")).bytes) == expected)
    #expect(string(try Self.read(text.replacing("\n", with: "\r\n")).bytes) == expected)
  }

  @Test func punctuationIsRepaired() throws {
    let film = Self.file([".ذهب الولد", "؟أين هو", "لا أدري -\n!تعال -", ".\"قال \"نعم"])
    #expect(string(try Self.read(film).bytes) == "ذهب الولد.\n\nأين هو؟\n\n- لا أدري\n- تعال!\n\nقال \"نعم\".\n")
    #expect(string(try Self.read(film, keepsPunctuation: true).bytes).hasPrefix(".ذهب"))
    // A file whose marks stand at the end has none to repair.
    let other = Self.file(["ذهب الولد.", "أين هو؟", ".تعال"])
    #expect(string(try Self.read(other).bytes).hasSuffix(".تعال\n"))
  }

  @Test func sentencesRunOverCues() throws {
    let film = Self.file(["We came home", "and slept.", "Then", "- Who?"])
    let source = try Self.read(film, joinsCues: true)
    #expect(string(source.bytes) == "We came home and slept.\n\nThen\n\n- Who?\n")
    #expect(source.blocks.map { source[$0.range] } == ["We came home", "and slept.", "Then", "- Who?"])
    #expect(source.cues.map(\.start) == [0, 1_000, 2_000, 3_000])
    #expect(string(try Self.read(film).bytes).hasPrefix("We came home\n\nand"))
  }

  @Test func subStation() throws {
    let film = """
      [Script Info]
      Title: no text

      [Events]
      Format: Start, End, Text
      Comment: 0:00:00.00,0:00:01.00,no
      Dialogue: 0:00:05.00,0:00:06.00,{\\k10}se{\\k20}cond, with a comma
      Dialogue: 0:00:01.50,0:00:02.00,{\\p1}m 0 0 l 1 1{\\p0}first\\Nline
      Dialogue: 0:00:01.50,0:00:02.00,{\\bord3}first\\Nline
      """
    let source = try DocumentFormat.ass.source(of: Array(film.utf8), name: "x")
    #expect(string(source.bytes) == "first line\n\nsecond, with a comma\n")
    #expect(source.cues.map(\.start) == [1_500, 5_000])
  }
}
