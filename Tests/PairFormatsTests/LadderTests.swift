import TestSupport
import Testing
import WaslBitext
import WaslPairFormats
import WaslSystemIO

@Suite struct LadderTests {
  @Test func writesListsGapsAndConfidence() throws {
    let beads = [
      Bead(source: 0..<2, target: 0..<1, confidence: 0.97), Bead(source: 2..<3, target: 1..<1, confidence: 1),
      Bead(source: 3..<3, target: 1..<2, confidence: 0.00004),
    ]
    var sink = ByteSink()
    try Ladder.write(Alignment(beads: beads), to: &sink)
    #expect(string(sink.bytes) == "[0, 1]:[0]:0.9700\n[2]:[]:1.0000\n[]:[1]:0.0000\n")
  }

  @Test(arguments: 0..<200)
  func comesBackAsItWas(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let (bytes, summary) = try written(text, as: .ladder)
    let beads = text.alignment.beads
    #expect(summary.written == beads.count)
    let read = try LadderFile(bytes, name: "x.ladder").alignment(
      sourceCount: text.source.segments.count, targetCount: text.target.segments.count)
    #expect(
      read.beads == beads.map { Bead(source: $0.source, target: $0.target, confidence: $0.confidence.fourDecimals) })
  }

  @Test func readsOtherToolsForms() throws {
    let file = try LadderFile(
      Array("\u{FEFF}[0]:[0]\r\n\n [ 1,2 ] : [1] : 0.25 \n[]:[2]:-3.5e-1\n[]:[]\n[3]:[]".utf8), name: "x")
    #expect(file.beads.map(\.source) == [0..<1, 1..<3, 3..<3, 3..<4])
    #expect(file.beads.map(\.target) == [0..<1, 1..<2, 2..<3, 3..<3])
    #expect(file.scores == [nil, 0.25, -0.35, nil])
    #expect(file.lines == [1, 3, 4, 6])
    #expect(file.defect(sourceCount: 4, targetCount: 3) == nil)
  }

  @Test func withoutThirdFieldConfidenceIsOne() throws {
    let alignment = try LadderFile(Array("[0]:[0]\n[1]:[1]\n".utf8), name: "x").alignment()
    #expect(alignment.beads.map(\.confidence) == [1, 1])
  }

  @Test(arguments: [
    ("[0]:[0]\n[1:[1]\n", "x:2: expected ']', found ':[1]'"),
    ("[0];[0]", "x:1: expected ':', found ';[0]'"),
    ("0:0", "x:1: expected '[', found '0:0'"),
    ("[0]", "x:1: expected ':', found the end of the line"),
    ("[0]:[", "x:1: expected a segment number, found the end of the line"),
    ("[0]:[a]", "x:1: expected a segment number, found 'a]'"),
    ("[-1]:[0]", "x:1: expected a segment number, found '-1]:[0]'"),
    ("[0,]:[0]", "x:1: expected a segment number, found ']:[0]'"),
    ("[99999999999999999999]:[0]", "x:1: a segment number is too large"),
    ("\n\n[1, 0]:[0]", "x:3: source segment 0 does not come after 1"),
    ("[0]:[1, 1]", "x:1: target segment 1 does not come after 1"),
    ("[0, 2]:[0]", "x:1: source segments 0 and 2 are in one bead without those between them"),
    ("[0]:[0]:high", "x:1: expected a number as the third field, found 'high'"),
    ("[0]:[0]:nan", "x:1: expected a number as the third field, found 'nan'"),
    ("[0]:[0]:0.5:1", "x:1: expected a number as the third field, found '0.5:1'"),
    ("[0]:[0] 0.5", "x:1: expected ':', found '0.5'"),
    ("[0]:[0]:", "x:1: expected a number as the third field, found the end of the line"),
    ("\u{0}\u{1}", "x:1: expected '[', found '  '"),
  ])
  func namesTheLineOfABadBead(content: String, message: String) {
    let error = waslError { _ = try LadderFile(Array(content.utf8), name: "x") }
    #expect(error?.code == .format)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test(arguments: [
    ("[0]:[0]\n[0]:[1]", "x:2: source segment 0 stands in an earlier bead too"),
    ("[0, 1]:[0]\n[1]:[1]", "x:2: source segment 1 stands in an earlier bead too"),
    ("[0]:[0]\n[2]:[1]", "x:2: source segment 1 is missing before this bead"),
    ("[0]:[1]\n", "x:1: target segment 0 is missing before this bead"),
    ("[0]:[0]\n[2]:[1]\n[1]:[2]", "x:3: source segment 1 comes after segment 2"),
    ("[0]:[0]\n", "x:2: source segments from 1 on are missing; the text has 2"),
    ("[0, 1]:[0]\n", "x:2: target segments from 1 on are missing; the text has 2"),
    ("[0]:[0]\n\n[1]:[1, 2]\n", "x:3: target segment 2 does not exist; the text has 2"),
    ("", "x:1: source segments from 0 on are missing; the text has 2"),
    ("[0]:[0]:0.5\n[1]:[1]:1.5", "x:2: confidence 1.5 is outside 0…1"),
    ("[0]:[0]:0.5\n[1]:[1]", "x:2: no confidence"),
  ])
  func asksForAWholeAlignment(content: String, message: String) throws {
    let file = try LadderFile(Array(content.utf8), name: "x")
    let error = waslError { _ = try file.alignment(sourceCount: 2, targetCount: 2) }
    #expect(error?.code == .format)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func leavesNoBeadOut() throws {
    var options = WriterOptions()
    options.minimumConfidence = 0.5
    #expect(waslError { _ = try AlignedTextWriter(format: .ladder, options: options) }?.code == .usage)
    options = WriterOptions()
    options.includesGaps = false
    #expect(waslError { _ = try AlignedTextWriter(format: .ladder, options: options) }?.code == .usage)
  }
}
