import Foundation
import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments
@testable import WaslPairFormats
@testable import WaslSyntax
@testable import WaslSystemIO

/// What goes out through a writer comes back through the reader.
@Suite struct PairFormatsTests {
  private static func records(_ text: AlignedText, gaps: Bool) -> [[[Unicode.Scalar]?]] {
    text.alignment.beads.filter { gaps || !$0.isGap }.map { bead in
      [scalars(text.joined(bead.source, of: text.source)), scalars(text.joined(bead.target, of: text.target))]
    }
  }

  private static func texts(_ records: [PairRecord]) -> [[[Unicode.Scalar]?]] {
    records.map { [scalars($0.source?.text), scalars($0.target?.text)] }
  }

  /// What XML can hold of a text.
  private static func inXML(_ text: [Unicode.Scalar]?) -> [Unicode.Scalar]? {
    guard let text else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return onOneLine(String(view)).unicodeScalars.map {
      $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\t" ? $0 : "\u{FFFD}"
    }
  }

  @Test(arguments: 0..<100, [true, false])
  func csv(seed: Int, byteOrderMark: Bool) throws {
    let text = AlignedText.random(seed: seed)
    var options = WriterOptions()
    options.byteOrderMark = byteOrderMark
    let bytes = try written(text, as: .csv, options).bytes
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) == byteOrderMark)
    let records = try PairFile(bytes, name: "x.csv").records
    #expect(PairFormatsTests.texts(records) == PairFormatsTests.records(text, gaps: true))
    #expect(records.map(\.confidence) == text.alignment.beads.map(\.confidence.fourDecimals))
    #expect(
      records.map { $0.source?.segments ?? 0..<0 } == text.alignment.beads.map { $0.source.isEmpty ? 0..<0 : $0.source }
    )
  }

  @Test(arguments: 0..<100)
  func tmx(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let file = try PairFile(written(text, as: .tmx).bytes, name: "x.tmx")
    let expected = PairFormatsTests.records(text, gaps: false).map { $0.map(PairFormatsTests.inXML) }
    #expect(PairFormatsTests.texts(file.records) == expected)
    #expect(file.records.map(\.confidence) == text.alignment.beads.filter { !$0.isGap }.map(\.confidence.fourDecimals))
    #expect(file.leftOut.isEmpty)
  }

  @Test(arguments: 0..<100)
  func xliff(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let (bytes, summary) = try written(text, as: .xliff)
    let file = try PairFile(bytes, name: "x.xlf")
    let expected = PairFormatsTests.records(text, gaps: false).map { $0.map(PairFormatsTests.inXML) }
    #expect(PairFormatsTests.texts(file.records) == expected)
    #expect(file.records.map(\.confidence) == text.alignment.beads.filter { !$0.isGap }.map(\.confidence.fourDecimals))
    #expect(summary.written == expected.count)
    #expect(file.leftOut.count == (expected.isEmpty ? 1 : 0))
  }

  @Test(arguments: 0..<50)
  func moses(seed: Int) throws {
    let folder = try TemporaryFolder()
    let text = AlignedText.random(seed: seed)
    let summary = try AlignedTextWriter(format: .moses).write(text, to: folder.path("base"))
    let expected = PairFormatsTests.records(text, gaps: false)
    #expect(summary.written == expected.count)
    #expect(summary.gapsLeftOut == text.alignment.beads.count - expected.count)
    let files = try ["base.ar", "base.en"].map { try Array(Data(contentsOf: URL(filePath: folder.path($0)))) }
    for file in files { #expect(file.count { $0 == 0x0A } == expected.count) }
    let records = try Moses.read(files[0], name: "base.ar", files[1], name: "base.en")
    let onLines = expected.map { pair in
      pair.map { side -> [Unicode.Scalar]? in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: side ?? [])
        return scalars(onOneLine(String(view)))
      }
    }
    #expect(PairFormatsTests.texts(records) == onLines)
  }

  @Test(arguments: 0..<100)
  func po(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let (bytes, summary) = try written(text, as: .po)
    let file = try PairFile(bytes, name: "x.po")
    let expected = PairFormatsTests.records(text, gaps: false)
    #expect(PairFormatsTests.texts(file.records) == expected)
    #expect(file.records.map(\.confidence) == text.alignment.beads.filter { !$0.isGap }.map(\.confidence.fourDecimals))
    #expect(summary.written == expected.count)
    #expect(file.leftOut.isEmpty)
  }

  @Test(arguments: 0..<60, [Format.hunalign, .xces])
  func numbersComeBack(seed: Int, format: Format) throws {
    let text = AlignedText.random(seed: seed)
    let bytes = try written(text, as: format).bytes
    let read = try LadderFile(anyForm: bytes, name: "x").alignment(
      sourceCount: text.source.segments.count, targetCount: text.target.segments.count)
    #expect(
      read.beads
        == text.alignment.beads.map {
          Bead(source: $0.source, target: $0.target, confidence: $0.confidence.fourDecimals)
        })
  }

  @Test(
    arguments: [
      ("0\t0\n", nil), ("0\t0\t1\n1\tb\t1", "x:2: not a rung of two segment numbers"),
      ("0\t0\t1\n1", "x:2: not a rung"), ("1\t0\t1", "x:1: the first rung is not 0 0"),
      ("0\t0\t1\n2\t2\t1\n1\t3\t0", "x:3: the rung 1 3 lies before 2 2"),
      ("0\t0\tinf\n1\t1\t0", "x:1: not a rung"), ("0\t-1\t1", "x:1: not a rung"),
      ("<ces/>", "x:1: the root element is not <cesAlign>"),
      ("<cesAlign><linkGrp><link xtargets=\"1\"/></linkGrp></cesAlign>", "x:1: <link> has no 'xtargets' of two sides"),
      ("<cesAlign><linkGrp><link/></linkGrp></cesAlign>", "x:1: <link> has no 'xtargets' of two sides"),
      ("<cesAlign>\n<link xtargets=\"0;1\"/></cesAlign>", "x:2: '0' are not segment numbers from 1"),
      ("<cesAlign><link xtargets=\"s1;1\"/></cesAlign>", "x:1: 's1' are not segment numbers from 1"),
      ("<cesAlign><link xtargets=\"1 3;1\"/></cesAlign>", "x:1: segment numbers 0 2 do not follow each other"),
      ("<cesAlign><link xtargets=\"1;1\" certainty=\"x\"/></cesAlign>", "x:1: 'x' is not a certainty"),
      ("<cesAlign><linkGrp/><linkGrp/></cesAlign>", "x:1: a second pair of documents"),
      ("<cesAlign><linkGrp>", "x:1: "),
    ] as [(String, String?)])
  func malformedNumbers(content: String, message: String?) {
    let error = waslError { _ = try LadderFile(anyForm: Array(content.utf8), name: "x") }
    #expect(
      error?.description.hasPrefix(message ?? "?") ?? false == (message != nil), "\(error?.description ?? "none")")
  }

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "\"'\tx\""), ("a=b", "a=b"), ("'a", "'a"),
    ("=a,b", "\"'=a,b\""),
  ])
  func formulasAreGuarded(text: String, field: String) throws {
    var options = WriterOptions()
    options.header = false
    let records = [PairRecord(source: .init(text: text), target: .init(text: "x"), line: 1)]
    func row(_ options: WriterOptions) throws -> String {
      var sink = ByteSink()
      let sides = OutputSides(source: .init(name: "x", language: .arabic), target: .init(name: "x", language: .english))
      _ = try AlignedTextWriter(format: .csv, options: options).write(records, sides, to: &sink)
      return string(sink.bytes)
    }
    #expect(try !row(options).contains("'\(text)"))
    options.guardsFormulas = true
    #expect(try row(options) == "\(field),x,,,\r\n")
  }

  @Test func mosesNeedsAName() {
    let error = waslError { _ = try AlignedTextWriter(format: .moses).write(.random(seed: 1), to: nil) }
    #expect(
      error?.description == "moses is two files, which standard output cannot hold; "
        + "give the start of their names with -o: '-o news' writes news.ar and news.en")
  }

  @Test(
    arguments: [
      ("a\n", "b\nc\n", "x.ar:2: the file ends, but x.en goes on"),
      ("a\nb", "b", "x.en:2: the file ends, but x.ar goes on"),
      ("a\u{FF}", "b", nil),
    ] as [(String, String, String?)])
  func mosesOfUnequalLength(source: String, target: String, message: String?) {
    let error = waslError { _ = try Moses.read(Array(source.utf8), name: "x.ar", Array(target.utf8), name: "x.en") }
    #expect(error?.description.hasPrefix(message ?? "?") ?? false == (message != nil))
  }

  private static let numbered = AlignedText.lines(
    ["أ", "ب", "ج"], ["A", "B & C"],
    [
      Bead(source: 0..<2, target: 0..<1, confidence: 0.875), Bead(source: 2..<2, target: 1..<2, confidence: 0.5),
      Bead(source: 2..<3, target: 2..<2, confidence: 0.25),
    ])

  @Test func hunalign() throws {
    #expect(
      string(try written(PairFormatsTests.numbered, as: .hunalign).bytes) == """
        0\t0\t0.8750
        2\t1\t0.5000
        2\t2\t0.2500
        3\t2\t0.0000

        """)
  }

  @Test func xces() throws {
    #expect(
      string(try written(PairFormatsTests.numbered, as: .xces).bytes) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <cesAlign version="1.0">
          <linkGrp targType="s" fromDoc="ar.txt" toDoc="en.txt">
            <link xtargets="1 2;1" certainty="0.8750" id="SL1"/>
            <link xtargets=";2" certainty="0.5000" id="SL2"/>
            <link xtargets="3;" certainty="0.2500" id="SL3"/>
          </linkGrp>
        </cesAlign>

        """)
  }

  @Test func xliffIsOfVersionTwo() throws {
    #expect(
      string(try written(PairFormatsTests.numbered, as: .xliff).bytes) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ar" trgLang="en">
          <file id="f1" original="ar.txt" srcDir="rtl" trgDir="ltr">
            <unit id="u1">
              <notes><note category="confidence">0.8750</note></notes>
              <segment state="translated"><source xml:space="preserve">أ ب</source><target xml:space="preserve">A</target></segment>
            </unit>
          </file>
        </xliff>

        """)
  }

  @Test func numbersMustBeKnown() throws {
    let file = try PairFile(Array("أ\tA\n".utf8), name: "x.tsv")
    for format in [Format.ladder, .hunalign, .xces] {
      var sink = ByteSink()
      let error = waslError { _ = try AlignedTextWriter(format: format).write(file.records, file.sides, to: &sink) }
      #expect(error?.description.hasPrefix("x.tsv:1: no segment numbers") == true)
    }
  }

  /// Every member that a line has comes back, and none is added.
  @Test(arguments: [
    #"{"source":{"text":"أ","start":3,"end":4,"segments":[1,2]},"target":{"text":"A","start":9,"end":10,"segments":[1]},"confidence":0.5000,"confirmed":true}"#,
    #"{"source":{"text":"أ"},"target":{"text":"A"}}"#, #"{"source":null,"target":{"text":"A"},"confidence":1.0000}"#,
  ])
  func jsonLinesAsTheyWere(line: String) throws {
    let file = try PairFile(Array((line + "\n").utf8), name: "x.jsonl")
    var sink = ByteSink()
    _ = try AlignedTextWriter(format: .jsonl).write(file.records, file.sides, to: &sink)
    #expect(string(sink.bytes) == line + "\n")
  }

  @Test(arguments: [("أب\tAB", Language.arabic), ("AB\tأب", .english), ("1\t2", .arabic)])
  func theLettersTellTheLanguages(line: String, language: Language) throws {
    let file = try PairFile(Array(line.utf8), name: "x.tsv")
    #expect(file.sides.source.language == language)
    #expect(file.sides.target.language == language.other)
  }

  @Test(arguments: [
    ("a,\"b", "x.csv:1: a quotation mark is not closed"), ("a,\"b\"c", "x.csv:1: text after a closing quotation mark"),
    ("a\n", "x.csv:1: no comma in the first line"),
    ("a,b\n\n\"x\ny\",b,c", "x.csv:3: 3 fields, where the first line has 2"),
    ("a,b,2", "x.csv:1: confidence 2.0 is outside 0…1"), (",,", "x.csv:1: both texts are empty"),
  ])
  func malformedCSV(content: String, message: String) {
    let error = waslError { _ = try PairFile(Array(content.utf8), name: "x.csv") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }

  @Test func csvTakesSemicolons() throws {
    let file = try PairFile(Array("source;target\r\nأ, ب;\"A; \"\"B\"\"\"\r\n".utf8), name: "x.csv")
    #expect(PairFormatsTests.texts(file.records) == [[scalars("أ, ب"), scalars("A; \"B\"")]])
  }
}

@Suite struct CompressionTests {
  private static let packed = Array(Data(base64Encoded: "H4sIAAAAAAACA7uxmNORCwC72R8mBQAAAA==") ?? Data())

  @Test func gzipIsUnpacked() throws {
    let folder = try TemporaryFolder()
    let twice = CompressionTests.packed + CompressionTests.packed
    try Data(twice).write(to: URL(filePath: folder.path("x.tsv.gz")))
    let file = try PairFile(InputFile.read(folder.path("x.tsv.gz")), name: "x.tsv.gz")
    #expect(file.records.map { $0.source?.text } == ["أ", "أ"])
  }

  @Test(arguments: 1..<24)
  func damageIsFound(byte: Int) throws {
    // Cut short: never a crash, never half of the text.
    let cut = Array(CompressionTests.packed.prefix(max(2, byte)))
    #expect(waslError { _ = try Compression.unpacked(cut, name: "x") }?.code == .input)
  }

  @Test func otherFormsAreNamed() {
    #expect(
      waslError { _ = try Compression.unpacked([0xFD, 0x37, 0x7A, 0x58, 0x5A], name: "x") }?.message
        == "compressed by xz")
  }

  @Test func endsOfPackedNamesArePassedOver() {
    for name in ["x.po", "x.po.gz", "x.PO.ZST"] { #expect(Format(inputPath: name) == .po) }
    #expect(DocumentFormat(path: "film.srt.zst") == .srt)
  }
}

/// Where libzstd is missing, there is nothing to test but that it is said.
@Suite struct ZstdTests {
  private static let packed = Array(Data(base64Encoded: "KLUv/QRYKQAA2KMJQQoukerg") ?? Data())

  @Test(.enabled(if: Zstd.system != nil, "libzstd is not installed"))
  func framesAreUnpacked() throws {
    let one = Array("أ\tA\n".utf8)
    #expect(try Compression.unpacked(ZstdTests.packed, name: "x") == one)
    #expect(try Compression.unpacked(ZstdTests.packed + ZstdTests.packed, name: "x") == one + one)
  }

  @Test(.enabled(if: Zstd.system != nil, "libzstd is not installed"), arguments: 4..<18)
  func damageIsFound(byte: Int) throws {
    let cut = Array(ZstdTests.packed.prefix(byte))
    #expect(waslError { _ = try Compression.unpacked(cut, name: "x") }?.code == .input)
    // With a checksum at its end, no changed byte passes, or it changes nothing.
    var changed = ZstdTests.packed
    changed[byte] ^= 0x41
    if let bytes = try? Compression.unpacked(changed, name: "x") { #expect(bytes == Array("أ\tA\n".utf8)) }
  }

  @Test(.enabled(if: Zstd.system != nil, "libzstd is not installed"))
  func limitIsEnforced() {
    #expect(
      waslError { _ = try Unpacker(.zstd, name: "x").all(of: ZstdTests.packed[...], limit: 4) }?.message
        .hasPrefix("it unpacks to more than") == true)
  }

  @Test func withoutTheLibraryThereIsNone() { #expect(Zstd(library: "libnone.so.0") == nil) }
}
