import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslPairFormats
import WaslSyntax

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct TMXTests {
  private static let sample = AlignedText.lines(
    ["أ & ب", "ج"], ["A < B", "\"C\" > D"],
    [
      Bead(source: 0..<1, target: 0..<2, confidence: 0.875), Bead(source: 1..<2, target: 2..<2, confidence: 0.5),
    ])

  @Test func writesLevelOne() throws {
    let (bytes, summary) = try written(TMXTests.sample, as: .tmx)
    #expect(
      string(bytes) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          <header creationtool="wasl" creationtoolversion="\(Tool.version)" segtype="sentence" o-tmf="wasl" adminlang="en" srclang="ar" datatype="plaintext"/>
          <body>
            <tu>
              <prop type="x-wasl-confidence">0.8750</prop>
              <tuv xml:lang="ar"><seg>أ &amp; ب</seg></tuv>
              <tuv xml:lang="en"><seg>A &lt; B "C" &gt; D</seg></tuv>
            </tu>
          </body>
        </tmx>

        """)
    #expect(summary.written == 1)
    #expect(summary.gapsLeftOut == 1)
  }

  @Test func takesLanguageTagsAndADate() throws {
    var options = WriterOptions()
    options.sourceTag = "ar-SY"
    options.targetTag = "en-GB"
    options.creationDate = 1_700_000_000
    let text = string(try written(TMXTests.sample, as: .tmx, options).bytes)
    #expect(text.contains(#"srclang="ar-SY" datatype="plaintext" creationdate="20231114T221320Z"/>"#))
    #expect(text.contains(#"<tuv xml:lang="ar-SY">"#))
    #expect(text.contains(#"<tuv xml:lang="en-GB">"#))
  }

  @Test(arguments: [
    (0, "19700101T000000Z"), (951_782_400, "20000229T000000Z"), (4_107_542_399, "21000228T235959Z"),
    (4_107_542_400, "21000301T000000Z"), (-1, "19691231T235959Z"), (.max, "99991231T235959Z"),
    (.min, "00000101T000000Z"),
  ])
  func writesDates(seconds: Int, date: String) throws {
    var options = WriterOptions()
    options.creationDate = seconds
    #expect(string(try written(TMXTests.sample, as: .tmx, options).bytes).contains("creationdate=\"\(date)\""))
  }

  @Test(arguments: ["", "a", "ar_SY", "ar-", "ar--SY", "عربي", "ar\"", "*all*", "x", "123", "abcdefghi"])
  func refusesMalformedTags(tag: String) {
    var options = WriterOptions()
    options.targetTag = tag
    #expect(waslError { _ = try AlignedTextWriter(format: .tmx, options: options) }?.code == .usage)
  }

  @Test(arguments: ["ar", "ar-SY", "arb", "en-US", "zh-Hans-CN", "x-dialect", "sl-rozaj-1994"])
  func takesWellFormedTags(tag: String) {
    var options = WriterOptions()
    options.targetTag = tag
    #expect(throws: Never.self) { _ = try AlignedTextWriter(format: .tmx, options: options) }
  }

  @Test(arguments: 0..<200)
  func anXMLParserReadsTheTextsBack(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let (bytes, summary) = try written(text, as: .tmx)
    let reader = UnitReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    let beads = text.alignment.beads.filter { !$0.isGap }
    #expect(summary.written == beads.count)
    #expect(summary.gapsLeftOut == text.alignment.beads.count - beads.count)
    let expected = beads.map { bead in
      [text.joined(bead.source, of: text.source), text.joined(bead.target, of: text.target)].map {
        scalars(TMXTests.inXML($0 ?? ""))
      }
    }
    #expect(reader.units.map { $0.map(scalars) } == expected)
  }

  /// What XML can hold of a text.
  private static func inXML(_ text: String) -> String {
    var result = ""
    for scalar in onOneLine(text).unicodeScalars {
      let isLegal = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\t"
      result.unicodeScalars.append(isLegal ? scalar : "\u{FFFD}")
    }
    return result
  }

  private static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: xmllint != nil, "xmllint (libxml2-utils) is not installed"), arguments: 0..<20)
  func isValidByTheDTD(seed: Int) throws {
    let folder = try TemporaryFolder()
    var options = WriterOptions()
    options.creationDate = seed % 2 == 0 ? seed : nil
    let file = folder.path("out.tmx")
    try Data(written(.random(seed: seed), as: .tmx, options).bytes).write(to: URL(filePath: file))
    #expect(try TMXTests.validate(file) == 0)
  }

  @Test(
    .enabled(if: xmllint != nil, "xmllint (libxml2-utils) is not installed"),
    arguments: [
      ("srclang=\"ar\" ", ""), ("version=\"1.4\"", "version=\"1.4b\""), (" xml:lang=\"en\"", ""), ("<seg>", "<sec>"),
    ])
  func theDTDFindsDefects(good: String, bad: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("bad.tmx")
    let text = string(try written(TMXTests.sample, as: .tmx).bytes)
    try Data(text.replacing(good, with: bad).utf8).write(to: URL(filePath: file))
    #expect(try TMXTests.validate(file) != 0)
  }

  private static func validate(_ file: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: try #require(xmllint))
    let dtd = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "tmx14.dtd").path()
    process.arguments = ["--noout", "--nonet", "--dtdvalid", dtd, file]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Collects the segments of each translation unit.
private final class UnitReader: NSObject, XMLParserDelegate {
  var units: [[String]] = []
  private var isInSegment = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "tu" { units.append([]) }
    if name == "seg" {
      units[units.count - 1].append("")
      isInSegment = true
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "seg" { isInSegment = false }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard isInSegment else { return }
    let unit = units.count - 1
    units[unit][units[unit].count - 1] += text
  }
}
