import TestSupport
import Testing
import WaslBitext
import WaslPairFormats

@Suite struct TSVTests {
  private static let sample = AlignedText.lines(
    ["مرحبا", "كيف\tالحال؟", "لا"], ["Hello", "How are\r\nyou?", "Left"],
    [
      Bead(source: 0..<1, target: 0..<1, confidence: 0.5), Bead(source: 1..<3, target: 1..<2, confidence: 0.75),
      Bead(source: 3..<3, target: 2..<3, confidence: 1),
    ])

  @Test func writesHeaderTextsAndNumbers() throws {
    let (bytes, summary) = try written(TSVTests.sample, as: .tsv)
    #expect(
      string(bytes) == """
        source\ttarget\tconfidence\tsource_segments\ttarget_segments
        مرحبا\tHello\t0.5000\t0\t0
        كيف الحال؟ لا\tHow are you?\t0.7500\t1 2\t1
        \tLeft\t1.0000\t\t2

        """)
    #expect(summary.written == 3)
  }

  @Test func optionsLeaveOutTheHeaderGapsAndDoubtfulBeads() throws {
    var options = WriterOptions()
    options.header = false
    options.includesGaps = false
    options.minimumConfidence = 0.6
    let (bytes, summary) = try written(TSVTests.sample, as: .tsv, options)
    #expect(string(bytes) == "كيف الحال؟ لا\tHow are you?\t0.7500\t1 2\t1\n")
    #expect(summary.written == 1)
    #expect(summary.gapsLeftOut == 1)
    #expect(summary.belowMinimum == 1)
  }

  @Test(arguments: 0..<200, [true, false])
  func comesBackOnOneLine(seed: Int, header: Bool) throws {
    let text = AlignedText.random(seed: seed)
    var options = WriterOptions()
    options.header = header
    let (bytes, _) = try written(text, as: .tsv, options)
    let records = try TSV.read(bytes, name: "x.tsv")
    let beads = text.alignment.beads
    #expect(bytes.filter { $0 == 0x0A }.count == beads.count + (header ? 1 : 0))
    try #require(records.count == beads.count)
    for (index, (record, bead)) in zip(records, beads).enumerated() {
      func field(_ side: Range<Int>, _ document: Document) -> String? {
        text.joined(side, of: document).map { onOneLine($0).replacing("\t", with: " ") }
      }
      #expect(scalars(record.source?.text) == scalars(field(bead.source, text.source)))
      #expect(scalars(record.target?.text) == scalars(field(bead.target, text.target)))
      #expect(record.source?.segments == (bead.source.isEmpty ? nil : bead.source))
      #expect(record.target?.segments == (bead.target.isEmpty ? nil : bead.target))
      #expect(record.confidence == bead.confidence.fourDecimals)
      #expect(record.line == index + (header ? 2 : 1))
    }
  }

  @Test func readsPlainPairsAndNamedColumns() throws {
    let plain = try TSV.read(Array("\u{FEFF}نعم\tYes\r\nلا\t\n\n\n".utf8), name: "x")
    #expect(plain.map(\.source?.text) == ["نعم", "لا"])
    #expect(plain.map(\.target?.text) == ["Yes", nil])
    let named = try TSV.read(Array("id\ttarget\tsource\n7\tYes\tنعم\n".utf8), name: "x")
    #expect(named == [PairRecord(source: .init(text: "نعم"), target: .init(text: "Yes"), line: 2)])
    #expect(try TSV.read([], name: "x").isEmpty)
  }

  @Test(arguments: [
    ("one", "x:1: no tab in the first line"),
    ("a\tb\nc\n", "x:2: 1 fields, where the first line has 2"),
    ("a\tb\nc\td\te\n", "x:2: 3 fields, where the first line has 2"),
    ("a\tb\n\nc\td\n", "x:2: the line is empty"),
    ("a\tb\n\t\n", "x:2: both texts are empty"),
    ("a\tb\tsure\n", "x:1: 'sure' is not a confidence"),
    ("a\tb\t1.01\n", "x:1: confidence 1.01 is outside 0…1"),
    ("a\tb\tnan\n", "x:1: confidence nan is outside 0…1"),
    (
      "source\ttarget\tconfidence\tsource_segments\ttarget_segments\na\tb\t1\t0 x\t0\n",
      "x:2: 'x' is not a segment number"
    ),
    ("a\tb\t1\t0 2\t0\n", "x:1: segment numbers 0 2 do not follow each other"),
    ("a\tb\t1\t-1\t0\n", "x:1: segment numbers -1 do not follow each other"),
  ])
  func namesTheLineOfABadRow(content: String, message: String) {
    let error = waslError { _ = try TSV.read(Array(content.utf8), name: "x") }
    #expect(error?.code == .format)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func namesTheLineOfBadUTF8() {
    let error = waslError { _ = try TSV.read(Array("a\tb\nc\t".utf8) + [0xFF], name: "x") }
    #expect(error?.code == .encoding)
    #expect(error?.location?.line == 2)
  }
}
