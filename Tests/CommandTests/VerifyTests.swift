import TestSupport
import Testing
import WaslBitext

/// `--verify` and the checks behind it.
@Suite struct VerifyTests {
  @Test func soundAlignmentsPass() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in.txt": FaultTests.text, "list.jsonl": BatchCommandTests.documents(12)])
    let single = try Shell.run("$WASL align --verify in.txt", in: folder)
    #expect(single.status == 0)
    #expect(try single.output == Shell.run("$WASL align in.txt", in: folder).output)
    let batch = try Shell.run("$WASL align --verify --batch list.jsonl", in: folder)
    #expect(batch.status == 0)
    #expect(try batch.output == Shell.run("$WASL align --batch list.jsonl", in: folder).output)
  }

  /// One document gives the same beads alone and in a batch, with any number of jobs, however often.
  @Test func batchesAlignAsSingleRunsDo() throws {
    let folder = try TemporaryFolder()
    let sentence = String(repeating: "قال أحمد في المدينة، ثم عاد إلى البيت؛ ", count: 12)
    let english = String(repeating: "Ahmad said so in the city. Then he went back home. ", count: 12)
    try folder.write(["a.txt": sentence + ".\n\n" + english, "list.tsv": "a.txt\n"])
    let alone = try Shell.run("$WASL align --to ladder a.txt", in: folder).output
    #expect(!alone.isEmpty)
    for jobs in [1, 2, 8, 8] {
      let outcome = try Shell.run(
        "$WASL align --batch list.tsv --jobs \(jobs) --output-dir out\(jobs) --to ladder && cat out\(jobs)/1.ladder",
        in: folder)
      #expect(outcome.output == alone)
    }
  }

  private static let arabic = SourceText(name: "a", bytes: Array("نعم. لا.".utf8))

  @Test(
    arguments: [
      ([0..<7, 8..<13], nil), ([], "byte 0 stands in no segment"), ([0..<7], "byte 8 stands in no segment"),
      ([8..<13], "byte 0 stands in no segment"), ([0..<7, 8..<10], "byte 10 stands in no segment"),
    ] as [([Range<Int>], String?)])
  func lossesAreNamed(ranges: [Range<Int>], loss: String?) {
    let document = Document(text: Self.arabic, language: .arabic, segments: ranges.map { Segment(range: $0) })
    #expect(Self.arabic.firstLoss(in: [document]) == loss)
    // Twice the same part.
    if loss == nil { #expect(Self.arabic.firstLoss(in: [document, document]) == "byte 0 stands in two segments") }
  }

  @Test(
    arguments: [
      ([Bead(source: 0..<1, target: 0..<1)], "1 of 2 source segments are covered"),
      ([Bead(source: 0..<2, target: 0..<1, confidence: .nan)], "bead 0 has confidence nan, outside 0…1"),
      ([Bead(source: 1..<2, target: 0..<1)], "bead 0 starts at source segment 1, expected 0"),
      (
        [Bead(source: 0..<2, target: 0..<1), Bead(source: 1..<2, target: 0..<0)],
        "bead 1 starts at source segment 1, expected 2"
      ),
      ([Bead(source: 0..<2, target: 0..<1)], nil),
    ] as [([Bead], String?)])
  func unsoundBeadsAreReported(beads: [Bead], defect: String?) {
    #expect(Alignment(beads: beads).defect(sourceCount: 2, targetCount: 1) == defect)
  }

  /// Files of any form that one document may have may stand in a list.
  @Test func listsTakeAllKindsOfRecords() throws {
    let folder = try TemporaryFolder()
    let cues = "1\n00:00:01,000 --> 00:00:03,000\n"
    try folder.write([
      "a.md": "# كتاب الولد\n\nقرأ **الولد** الكتاب.\n\n# The boy's book\n\nThe boy read the *book*.\n",
      "ar.srt": cues + "وصل القطار.\n", "en.srt": cues + "The train arrived.\n",
      "list.tsv": "a.md\nar.srt\ten.srt\n",
    ])
    let batch = try Shell.run(
      "$WASL align --batch list.tsv --output-dir out --to tsv && cat out/1.tsv out/2.tsv", in: folder)
    #expect(batch.status == 0, "\(batch.errors)")
    let single = try Shell.run("$WASL align a.md --to tsv && $WASL align ar.srt en.srt --to tsv", in: folder)
    #expect(batch.output == single.output)
    #expect(batch.output.contains("وصل القطار.\tThe train arrived."))
    #expect(!batch.output.contains("-->") && !batch.output.contains("**"))
  }
}
