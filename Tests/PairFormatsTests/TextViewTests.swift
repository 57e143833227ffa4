import TestSupport
import Testing
import WaslBitext

@testable import WaslPairFormats
@testable import WaslSystemIO

/// The terminal view, character by character.
@Suite struct TextViewTests {
  private static let text = AlignedText.lines(
    ["وصل القطار متأخرًا.", "لم ينتظره أحد."],
    ["The train arrived late and nobody waited for it.", "It rained."],
    [
      Bead(source: 0..<2, target: 0..<1, confidence: 0.9871), Bead(source: 2..<2, target: 1..<2, confidence: 0.25),
    ])

  @Test func drawsBeadsOneAboveTheOther() throws {
    var options = WriterOptions()
    options.width = 30
    #expect(
      string(try written(Self.text, as: .text, options).bytes) == """
        ╭ 2-1  0.9871
        │ وصل القطار متأخرًا. لم ينتظره
        │ أحد.
        ╰ The train arrived late and
          nobody waited for it.

        ╭ 0-1  0.2500
        │ —
        ╰ It rained.

        """)
  }

  @Test func isolatesTextOnATerminal() throws {
    var options = WriterOptions()
    options.isolatesText = true
    let view = string(try written(Self.text, as: .text, options).bytes)
    #expect(view.unicodeScalars.count { $0 == "\u{2067}" } == 1)
    #expect(view.unicodeScalars.count { $0 == "\u{2066}" } == 2)
    #expect(view.unicodeScalars.count { $0 == "\u{2069}" } == 3)
    #expect(view.contains("╰ \u{2066}It rained.\u{2069}\n"))
  }

  /// Escape sequences and direction marks in a text must not reach the terminal.
  @Test(arguments: [
    ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\u{202E}b\u{2069}c", "abc"), ("a\u{9B}b", "a\u{FFFD}b"),
    ("a\tb\r\nc", "a b c"),
    (" ", ""), ("\u{200F}نعم", "\u{200F}نعم"),
  ])
  func textCannotSteerATerminal(text: String, shown: String) throws {
    let records = [PairRecord(source: .init(text: text), target: .init(text: "x"), line: 1)]
    var sink = ByteSink()
    _ = try AlignedTextWriter(format: .text).write(records, PairFile(records, name: "x").sides, to: &sink)
    #expect(scalars(string(sink.bytes)) == scalars("╭\n│ \(shown)\n╰ x\n"))
  }

  @Test(arguments: [
    ("كُتِبَ", 10, ["كُتِبَ"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("漢字漢", 4, ["漢字", "漢"]),
    ("ab cd ef", 5, ["ab cd", "ef"]), ("", 5, [""]), ("a abcdefg", 4, ["a", "abcd", "efg"]),
  ])
  func wrapsByColumns(text: String, width: Int, lines: [String]) {
    #expect(WrappedText.lines(of: Array(text.utf8), width: width) == lines)
  }

  @Test(arguments: 0..<50)
  func noLineIsWiderThanAskedFor(seed: Int) throws {
    var options = WriterOptions()
    options.width = 20 + seed
    let view = string(try written(.random(seed: seed), as: .text, options).bytes)
    for line in view.split(separator: "\n") {
      #expect(line.unicodeScalars.reduce(0) { $0 + WrappedText.columns($1) } <= options.width)
    }
  }
}
