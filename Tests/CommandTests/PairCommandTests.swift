import Foundation
import TestSupport
import Testing

@Suite struct PairCommandTests {
  private static let pairs = """
    source\ttarget\tconfidence\tsource_segments\ttarget_segments
    مرحبا بالعالم\tHello & world\t0.9000\t0\t0
    وداعا\tFarewell\t0.4000\t1\t1
    \tAlone\t0.8000\t\t2
    مرحبا بالعالم\tHello & world\t0.9000\t2\t3

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(["p.tsv": pairs])
    return folder
  }

  @Test(arguments: [
    ("csv", ["p.csv"], 4), ("jsonl", ["p.jsonl"], 4), ("tmx", ["p.tmx"], 3), ("xlf", ["p.xlf"], 3),
  ])
  func conversionRoundTrips(end: String, files: [String], count: Int) throws {
    let folder = try PairCommandTests.folder()
    let there = try WaslProcess.run(["convert", "p.tsv", "-o", "p.\(end)"], in: folder.url)
    #expect(there.errors == "wasl: \(count) pairs written\(count == 4 ? "" : ", 1 gaps left out")\n")
    let back = try WaslProcess.run(["convert", "-q", "p.\(end)", "--to", "tsv"], in: folder.url)
    let texts = back.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(2)
    }
    let expected = PairCommandTests.pairs.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(2)
    }
    #expect(texts == (count == 4 ? expected : expected.filter { $0[0] != "" }))
  }

  @Test func moses() throws {
    let folder = try PairCommandTests.folder()
    let there = try WaslProcess.run(["convert", "p.tsv", "--to", "moses", "-o", "base"], in: folder.url)
    #expect(there.status == 0)
    let english = try String(contentsOfFile: folder.path("base.en"), encoding: .utf8)
    #expect(english == "Hello & world\nFarewell\nHello & world\n")
    let back = try WaslProcess.run(
      ["convert", "-q", "base.ar", "base.en", "--to", "tsv", "--no-header"], in: folder.url)
    #expect(back.output.hasPrefix("مرحبا بالعالم\tHello & world\t\t\t\n"))
  }

  @Test func ladderAndItsTextsAreConverted() throws {
    let folder = try TemporaryFolder()
    try folder.write(["g.ladder": "[0]:[0, 1]\n[1]:[]\n", "g.en": "One.\nTwo.\n", "g.ar": "واحد.\nاثنان.\n"])
    let outcome = try WaslProcess.run(
      ["convert", "-q", "g.ladder", "g.ar", "g.en", "--to", "tsv", "--no-header"], in: folder.url)
    #expect(outcome.output == "واحد.\tOne. Two.\t1.0000\t0\t0 1\nاثنان.\t\t1.0000\t1\t\n")
    let swapped = try WaslProcess.run(["convert", "g.ladder", "g.en", "g.ar"], in: folder.url)
    #expect(swapped.status == 0)
    try folder.write(["short.ar": "واحد.\n"])
    let short = try WaslProcess.run(["convert", "g.ladder", "short.ar", "g.en"], in: folder.url)
    #expect(short.status == 2)
    #expect(short.errors.hasPrefix("wasl: error: g.ladder:2: source segment 1 does not exist"))
  }

  @Test(
    arguments: [
      (["convert", "p.tsv", "--to", "moses"], 2, "moses is two files"),
      (["convert", "p.tsv", "-o", "x.docx"], 2, "no format is known"),
      (["convert", "empty.tsv"], 1, "empty.tsv: no pairs in it"),
      (["convert", "prose"], 2, "prose: its format cannot be told"),
      (["convert", "p.tsv", "--from", "tmx"], 2, "p.tsv:2: '&' begins no entity"),
      (["convert", "g.ladder"], 2, "g.ladder: it holds segment numbers, no texts"),
      (["convert", "-", "-"], 2, "standard input can be read once only"),
      (["filter", "p.tsv", "--max-ratio", "0.5"], 2, "--max-ratio is 1 or more"),
      (["filter", "p.tsv", "--rejected", "-"], 2, "standard output can take"),
      (["filter", "p.tsv", "--duplicates", "some"], 2, "--duplicates is exact, folded, near or none, not 'some'"),
    ] as [([String], Int32, String)])
  func refusals(arguments: [String], status: Int32, message: String) throws {
    let folder = try PairCommandTests.folder()
    try folder.write(["empty.tsv": "source\ttarget\n", "prose": "Once.", "g.ladder": "[0]:[0]\n"])
    let outcome = try WaslProcess.run(arguments, in: folder.url)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test func filterCountsRejectedPairs() throws {
    let folder = try PairCommandTests.folder()
    let outcome = try WaslProcess.run(
      ["filter", "p.tsv", "--rejected", "r.tsv", "--min-confidence", ".5", "--no-header"], in: folder.url)
    #expect(outcome.output == "مرحبا بالعالم\tHello & world\t0.9000\t0\t0\n")
    #expect(outcome.errors == "wasl: 1 of 4 pairs kept; rejected: 1 confidence, 1 duplicate exact, 1 gap\n")
    #expect(
      try String(contentsOfFile: folder.path("r.tsv"), encoding: .utf8) == """
        source\ttarget\tconfidence\tsource_segments\ttarget_segments\treason
        وداعا\tFarewell\t0.4000\t1\t1\tconfidence 0.40
        \tAlone\t0.8000\t\t2\tgap
        مرحبا بالعالم\tHello & world\t0.9000\t2\t3\tduplicate exact

        """)
    #expect(try WaslProcess.run(["validate", "-q", "r.tsv"], in: folder.url).status == 0)
    let none = try WaslProcess.run(["filter", "p.tsv", "--min-length", "99"], in: folder.url)
    #expect(none.status == 1)
  }

  @Test func foldedDuplicates() throws {
    let folder = try TemporaryFolder()
    try folder.write(["p.tsv": "أُمّة واحدة\tOne nation\nامة واحده.\tone nation!\nأمة\tNation\n"])
    let outcome = try WaslProcess.run(["filter", "p.tsv", "--duplicates", "folded", "--no-header"], in: folder.url)
    #expect(outcome.output.split(separator: "\n").count == 2, "\(outcome)")
  }

  @Test func validateReportsLines() throws {
    let folder = try PairCommandTests.folder()
    try folder.write(["bad.tsv": "a\tb\nc\n"])
    let outcome = try WaslProcess.run(["validate", "p.tsv", "bad.tsv"], in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("bad.tsv:2: 1 fields, where the first line has 2"))
    #expect(outcome.errors == "wasl: p.tsv: tsv, 4 units, no defects\nwasl: bad.tsv: tsv, 1 units, 1 defect\n")
    #expect(try WaslProcess.run(["validate", "none.tsv"], in: folder.url).status == 2)
  }
}
