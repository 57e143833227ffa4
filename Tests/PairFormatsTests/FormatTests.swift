import TestSupport
import Testing
import WaslBitext
import WaslPairFormats

@Suite struct FormatTests {
  @Test(
    arguments: [
      ("tmx", nil, Format.tmx), ("JSONL", "x.tmx", .jsonl), (nil, "x.tmx", .tmx), (nil, "a.b/x.TSV", .tsv),
      (nil, "x.ndjson", .jsonl), (nil, "x.ladder", .ladder), (nil, nil, .tsv), (nil, "-", .tsv), (nil, "out", .tsv),
      (nil, "a.tmx/out", .tsv), (nil, ".tmx", .tsv), (nil, "/dev/stdout", .tsv),
    ] as [(String?, String?, Format)])
  func isChosenByNameThenByOutput(name: String?, output: String?, format: Format) throws {
    #expect(try Format.choose(named: name, output: output) == format)
  }

  @Test(arguments: [("docx", nil), (nil, "out.docx"), ("", nil)] as [(String?, String?)])
  func unknownOnesListTheKnown(name: String?, output: String?) {
    let error = waslError { _ = try Format.choose(named: name, output: output) }
    #expect(error?.code == .usage)
    #expect(error?.description.contains("tsv, tmx, jsonl, ladder") == true)
  }
}

@Suite struct SpanFileTests {
  @Test func readsSpansGapsAndTheOffset() throws {
    let content =
      "# ar_start\tar_end\ten_start\ten_end   (in .mixed.txt add 1447)\n0\t137\t0\t197\n138 387\t-1\t-1\r\n\n-1\t-1\t198\t200\n"
    let file = try SpanFile(Array(content.utf8), name: "x")
    #expect(
      file.beads == [
        SpanBead(source: 0..<137, target: 0..<197), SpanBead(source: 138..<387, target: nil),
        SpanBead(source: nil, target: 198..<200),
      ])
    #expect(file.mixedOffset == 1447)
    #expect(try SpanFile(Array("0\t1\t0\t1".utf8), name: "x").mixedOffset == nil)
  }

  @Test(arguments: [
    ("0\t1\t2", "x:1: no four numbers"), ("0\t1\t2\tb", "x:1: no four numbers"),
    ("-1\t-1\t-1\t-1", "x:1: no four numbers"),
    ("# c\n5\t5\t0\t1", "x:2: 5 to 5 is not a span of the Arabic text"),
    ("0\t1\t-1\t4", "x:1: -1 to 4 is not a span of the English text"),
    ("0\t5\t0\t5\n4\t6\t5\t6", "x:2: the Arabic span 4 to 6 starts before 5"),
    ("0\t5\t3\t5\n5\t6\t0\t2", "x:2: the English span 0 to 2 starts before 5"),
  ])
  func namesTheLineOfABadSpan(content: String, message: String) {
    let error = waslError { _ = try SpanFile(Array(content.utf8), name: "x") }
    #expect(error?.code == .format)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }
}
