import TestSupport
import Testing
import WaslBitext

@testable import WaslPairFormats
@testable import WaslSystemIO

/// What the formats make of beads that cross.
@Suite struct CrossingFormatsTests {
  private static let text: AlignedText = {
    let lines = AlignedText.lines(
      ["أول", "ثان", "ثالث"], ["second", "third", "first", "more"],
      [
        Bead(source: 0..<3, target: 0..<4)
      ])
    let beads = [
      Bead(source: 0..<1, target: 2..<4, confidence: 0.75), Bead(source: 1..<2, target: 0..<1, confidence: 0.5),
      Bead(source: 2..<3, target: 1..<2, confidence: 0.25),
    ]
    return AlignedText(
      source: lines.source, target: lines.target, alignment: Alignment(beads: beads).markingCrossing())
  }()
  private static let targets = ["first more", "second", "third"]

  @Test(arguments: [Format.tsv, .csv, .jsonl, .tmx, .xliff, .po])
  func pairsComeBackBySource(format: Format) throws {
    let bytes = try written(Self.text, as: format).bytes
    let records = try PairFile(bytes, name: "x.\(format.extensions[0])").records
    #expect(records.map { $0.source?.text } == ["أول", "ثان", "ثالث"])
    #expect(records.map { $0.target?.text } == Self.targets)
    #expect(records.map(\.confidence) == [0.75, 0.5, 0.25])
  }

  @Test func jsonLinesAndTheReviewPageSayWhichOnes() throws {
    let bytes = try written(Self.text, as: .jsonl).bytes
    let records = try JSONL.read(bytes, name: "x")
    #expect(records.map(\.isCrossing) == Self.text.alignment.beads.map(\.isCrossing))
    #expect(records.map { $0.target?.segments } == [2..<4, 0..<1, 1..<2])
    let again = try PairFile(bytes, name: "x.jsonl")
    var sink = ByteSink()
    _ = try AlignedTextWriter(format: .jsonl).write(again.records, again.sides, to: &sink)
    #expect(string(sink.bytes) == string(bytes))
    let page = string(try written(Self.text, as: .html).bytes)
    #expect(page.matches(of: /"confidence":0\.\d+,"crossing":true/).count == 1)
    let broken = Array(#"{"source":{"text":"a"},"target":null,"crossing":1}"#.utf8)
    #expect(waslError { _ = try JSONL.read(broken, name: "x") }?.code == .format)
  }

  @Test(arguments: [Format.ladder, .xces])
  func laddersComeBackWhereCrossingIsAllowed(format: Format) throws {
    let file = try LadderFile(anyForm: written(Self.text, as: format).bytes, name: "x")
    let read = try file.alignment(sourceCount: 3, targetCount: 4, allowsCrossing: true)
    #expect(read == Self.text.alignment)
    #expect(file.defect(sourceCount: 3, targetCount: 4, allowsCrossing: true) == nil)
    let error = waslError { _ = try file.alignment(sourceCount: 3, targetCount: 4) }
    #expect(error?.message == "target segment 0 comes after segment 2")
    #expect(error?.advice == "beads that cross others have no place here")
  }

  @Test(arguments: [
    ("[0]:[1]\n[1]:[1]\n", "x:1: target segment 0 is missing before this bead"),
    ("[0]:[0]\n[1]:[0]\n", "x:2: target segment 0 stands in an earlier bead too"),
    ("[0]:[2]\n[1]:[0]\n", "x:1: target segment 1 is missing before this bead"),
    ("[1]:[0]\n[0]:[1]\n", "x:2: source segment 0 comes after segment 1"),
    ("[0]:[1]\n[1]:[]\n", "x:1: target segment 0 is missing before this bead"),
    ("[0]:[1]\n[1]:[0]\n[]:[2]\n", "x:3: target segment 2 does not exist; the text has 2"),
  ])
  func everySegmentStandsInOneBead(content: String, message: String) throws {
    let file = try LadderFile(Array(content.utf8), name: "x")
    let error = waslError { _ = try file.alignment(sourceCount: 2, targetCount: 2, allowsCrossing: true) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func rungsCannotCross() throws {
    #expect(waslError { _ = try written(Self.text, as: .hunalign) }?.code == .usage)
  }
}
