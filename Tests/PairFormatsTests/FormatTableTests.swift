import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments
@testable import WaslPairFormats
@testable import WaslSystemIO

/// Every format there is, by name: what it holds comes back, and a broken file is refused with its name and line.
/// The `switch`es have no default, so that a new format cannot be forgotten here.
@Suite struct FormatTableTests {
  private static let text = AlignedText.lines(
    ["قال أحمد: «نعم».", "ثم مضى؛", "ولم يعد.", "فصل ثانٍ"],
    ["Ahmad said \"yes\" & left.", "He <never> came back.", "="],
    [
      Bead(source: 0..<2, target: 0..<1, confidence: 0.9871), Bead(source: 2..<3, target: 1..<2, confidence: 0.5),
      Bead(source: 3..<4, target: 2..<2, confidence: 0.25), Bead(source: 4..<4, target: 2..<3, confidence: 0.125),
    ])

  private static func pairs(gaps: Bool) -> [[String?]] {
    text.alignment.beads.filter { gaps || !$0.isGap }.map {
      [text.joined($0.source, of: text.source), text.joined($0.target, of: text.target)]
    }
  }

  @Test(arguments: Format.allCases)
  func everyFormatComesBack(format: Format) throws {
    switch format {
    case .tsv, .csv, .jsonl, .tmx, .xliff, .po:
      let records = try PairFile(written(Self.text, as: format).bytes, name: "x.\(format.extensions[0])").records
      #expect(records.map { [$0.source?.text, $0.target?.text] } == Self.pairs(gaps: format.takesGaps))
      let confidences = Self.text.alignment.beads.filter { format.takesGaps || !$0.isGap }.map(\.confidence)
      #expect(records.map(\.confidence) == confidences)
    case .ladder, .hunalign, .xces:
      let file = try LadderFile(anyForm: written(Self.text, as: format).bytes, name: "x")
      #expect(try file.alignment(sourceCount: 4, targetCount: 3) == Self.text.alignment)
    case .moses:
      let folder = try TemporaryFolder()
      _ = try AlignedTextWriter(format: .moses).write(Self.text, to: folder.path("x"))
      let sides = try ["x.ar", "x.en"].map { try InputFile.read(folder.path($0)) }
      let records = try Moses.read(sides[0], name: "x.ar", sides[1], name: "x.en")
      #expect(records.map { [$0.source?.text, $0.target?.text] } == Self.pairs(gaps: false))
    case .html:
      // The page's own exports are tested in a browser; here, that its data are all there.
      let page = string(try written(Self.text, as: .html).bytes)
      for number in Self.text.source.segments.indices { #expect(page.contains(Self.text.source.text(of: number))) }
      #expect(page.contains("He \\u003cnever> came back."))
    case .text:
      // Nothing reads it back; `TextViewTests` has the rest.
      #expect(string(try written(Self.text, as: .text).bytes).contains("│ ولم يعد.\n╰ He <never> came back.\n"))
    }
  }

  @Test(arguments: Format.allCases)
  func everyFormatRefusesWhatIsBroken(format: Format) {
    let (content, message) =
      switch format {
      case .tsv: ("أ\tA\nب\n", "x.tsv:2: 1 fields, where the first line has 2")
      case .csv: ("أ,A\nب,\"B\n", "x.csv:2: a quotation mark is not closed")
      case .jsonl: ("{\"source\":null,\"target\":{\"text\":\"A\"}}\n{\"source\":", "x.jsonl:2: ")
      case .tmx: ("<tmx version=\"1.4\">\n<header/><body><tu>", "x.tmx:2: ")
      case .xliff:
        (
          """
          <xliff version="2.1" srcLang="ar" trgLang="en"><file id="f"><unit id="u">
          <notes><note category="confidence">much</note></notes></unit></file></xliff>
          """, "x.xliff:2: 'much' is not a confidence"
        )
      case .po: ("msgid \"\"\nmsgstr \"\"\n\nmsgid \"a\"\n", "x.po:4: msgid without msgstr")
      case .ladder: ("[0]:[0]\n[1:[1]\n", "x.ladder:2: expected ']'")
      case .hunalign: ("0\t0\t1\n1\tx\t1\n", "x.hunalign:2: not a rung of two segment numbers")
      case .xces: ("<cesAlign>\n<link xtargets=\"1\"/></cesAlign>", "x.xces:2: <link> has no 'xtargets'")
      case .moses: ("أ\nب\n", "x.en:2: the file ends, but x.ar goes on")
      case .html: ("<html>", "x.html: a review page is not read; export it from the page as jsonl")
      case .text: ("╭ 1-1", "x.text: the terminal view is not read; give tsv, jsonl or another format")
      }
    let (name, bytes) = ("x.\(format.rawValue)", Array(content.utf8))
    let error = waslError {
      switch format {
      case .tsv, .csv, .jsonl, .tmx, .xliff, .po, .html, .text: _ = try PairFile(bytes, name: name, format: format)
      case .ladder, .hunalign, .xces: _ = try LadderFile(anyForm: bytes, name: name)
      case .moses: _ = try Moses.read(bytes, name: "x.ar", Array("A\n".utf8), name: "x.en")
      }
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }

  @Test(arguments: [
    ("<xliff version=\"2.1\" srcLang=\"ar\" trgLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment>", "x.xlf:1: "),
    ("<html/>", "x.xlf:1: the root element is not <xliff>"), ("", "x.xlf:1: "),
    (
      "<xliff srcLang=\"ar\" trgLang=\"en\"><source><cp hex=\"zz\"/></source></xliff>", "x.xlf:1: <cp> has no character"
    ),
    ("<xliff srcLang=\"fr\" trgLang=\"en\"/>", "x.xlf:1: the languages are 'fr' and 'en'"),
    ("<xliff srcLang=\"ar\" trgLang=\"en\"><source></target></xliff>", "x.xlf:1: "),
  ])
  func malformedXLIFF(content: String, message: String) {
    let error = waslError { _ = try PairFile(Array(content.utf8), name: "x.xlf", format: .xliff) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }
}

/// Every document format, by name: paragraphs come out as they went in, and a broken file ends in text or an error.
@Suite struct DocumentTableTests {
  private static let words = ["كتاب", "وُلِدَ", "المدينة", "house", "R&D", "2019", "a<b", "don't", "«نعم»", "12%"]

  private static func document(_ generator: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      (0..<Int.random(in: 1...9, using: &generator)).map { _ in words.randomElement(using: &generator)! }
        .joined(separator: " ")
    }
  }

  private static func document(_ format: DocumentFormat, of paragraphs: [String]) -> [UInt8] {
    func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
    func elements(_ open: String, _ close: String) -> String {
      paragraphs.map { open + escaped($0) + close }.joined(separator: "\n")
    }
    func cues(_ separator: String) -> String {
      paragraphs.enumerated().map { number, text in
        "\(number + 1)\n00:00:0\(number)\(separator)000 --> 00:00:0\(number)\(separator)900\n\(escaped(text))\n"
      }.joined(separator: "\n")
    }
    switch format {
    case .html: return Array("<!DOCTYPE html><html><body>\(elements("<p>", "</p>"))</body></html>".utf8)
    case .markdown: return Array(paragraphs.map(escaped).joined(separator: "\n\n").utf8)
    case .srt: return Array(cues(",").utf8)
    case .vtt: return Array(("WEBVTT\n\n" + cues(".")).utf8)
    case .ass:
      let lines = paragraphs.enumerated().map { number, text in
        "Dialogue: 0,0:00:0\(number).00,0:00:0\(number).90,Default,,0,0,0,,\(text)\n"
      }
      return Array(("[Script Info]\n\n[Events]\n" + lines.joined()).utf8)
    case .docx:
      let body = elements("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
      return zipArchive([("word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>")])
    case .odt:
      let body = elements("<text:p>", "</text:p>")
      return zipArchive([
        (
          "content.xml",
          "<office:document-content><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
        )
      ])
    case .epub:
      return zipArchive([
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"),
        (
          "p.opf",
          "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
        ), ("a.xhtml", "<html><body>\(elements("<p>", "</p>"))</body></html>"),
      ])
    }
  }

  @Test(arguments: DocumentFormat.allCases, 0..<20)
  func paragraphsComeBack(format: DocumentFormat, seed: Int) throws {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    let paragraphs = Self.document(&generator)
    let text = try format.text(of: Self.document(format, of: paragraphs), name: "x")
    #expect(string(text) == paragraphs.joined(separator: "\n\n") + "\n")
  }

  @Test(arguments: DocumentFormat.allCases, 0..<40)
  func brokenFilesEndInTextOrAnError(format: DocumentFormat, seed: Int) {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    var bytes = Self.document(format, of: Self.document(&generator))
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0x20...0x7E, using: &generator)
    }
    bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator))
    if !format.isArchive { bytes = Array(String(decoding: bytes, as: UTF8.self).utf8) }
    var text: [UInt8]?
    let error = waslError { text = try format.source(of: bytes, name: "x").bytes }
    if let text {
      #expect(String(validating: text, as: UTF8.self) != nil)
    } else {
      #expect(error?.location?.file.hasPrefix("x") == true, "\(error?.description ?? "another error")")
    }
  }

  @Test(arguments: [
    ("00:00:01,000 --> 00:00:02,500", 1_000, 2_500), ("01:02.5 --> 01:04", 62_500, 64_000),
    ("1:00:00.000 --> 1:00:01.000 align:start", 3_600_000, 3_601_000),
  ])
  func cuesHaveTheirTimes(timing: String, start: Int, end: Int) throws {
    let file = Array("\(timing)\nOne\n\n00:99,5 -> x\n\n99:99:99:99,5 --> 2\nTwo\n".utf8)
    let text = try DocumentFormat.srt.source(of: file, name: "x")
    // What follows a blank line inside a cue is its text; times that are none leave a cue without times.
    #expect(string(text.bytes) == "One 00:99,5 -> x\n\nTwo\n")
    #expect(text.cues == [Cue(range: 0..<17, start: start, end: end)])
  }
}
