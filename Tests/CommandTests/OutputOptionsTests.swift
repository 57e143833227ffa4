import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslPairFormats

@testable import WaslCommand

@Suite struct OutputOptionsTests {
  @Test func formatComesFromTheOutputsExtension() throws {
    #expect(try OutputOptions.parse(["-o", "x.tmx"]).writer().format == .tmx)
    #expect(try OutputOptions.parse(["-o", "x.tmx", "--to", "jsonl"]).writer().format == .jsonl)
    #expect(try OutputOptions.parse([]).writer().format == .tsv)
  }

  @Test func passesEveryOptionOn() throws {
    let options = try OutputOptions.parse([
      "--to", "tmx", "--no-header", "--no-gaps", "--min-confidence", ".5", "--source-language", "ar-SY",
      "--target-language", "en-GB", "--creation-date", "1700000000",
    ]).writer().options
    var expected = WriterOptions()
    expected.header = false
    expected.includesGaps = false
    expected.minimumConfidence = 0.5
    expected.sourceTag = "ar-SY"
    expected.targetTag = "en-GB"
    expected.creationDate = 1_700_000_000
    #expect(options == expected)
  }

  @Test(arguments: [
    ["--to", "docx"], ["-o", "x.docx"], ["--to", "ladder", "--no-gaps"], ["--min-confidence", "2"],
    ["--source-language", "Arabic language"],
  ])
  func impossibleOptionsAreRefused(arguments: [String]) throws {
    let options = try OutputOptions.parse(arguments)
    #expect(throws: WaslError.self) { _ = try options.writer() }
  }

  @Test func writesAFile() throws {
    let folder = try TemporaryFolder()
    let text = SourceText(name: "x", bytes: Array("نعم Yes".utf8))
    let aligned = AlignedText(
      source: Document(text: text, language: .arabic, segments: [Segment(range: 0..<6)]),
      target: Document(text: text, language: .english, segments: [Segment(range: 7..<10)]),
      alignment: Alignment(beads: [Bead(source: 0..<1, target: 0..<1, confidence: 0.5)]))
    let summary = try OutputOptions.parse(["-o", folder.path("x.tsv"), "--no-header"]).write(aligned)
    #expect(summary.written == 1)
    #expect(try String(contentsOfFile: folder.path("x.tsv"), encoding: .utf8) == "نعم\tYes\t0.5000\t0\t0\n")
  }

  @Test(arguments: [("0", true), ("1700000000", true), ("", false), ("today", nil)] as [(String, Bool?)])
  func sourceDateEpochGivesTheDate(value: String, isDated: Bool?) async throws {
    // In a process of its own, for the environment is everyone's.
    await #expect(processExitsWith: .success) { [value = value as String, isDated = isDated as Bool?] in
      setenv("SOURCE_DATE_EPOCH", value, 1)
      let options = try OutputOptions.parse([])
      guard let isDated else {
        #expect(throws: WaslError.self) { _ = try options.writer() }
        return
      }
      #expect(try options.writer().options.creationDate == (isDated ? Int(value) : nil))
    }
  }
}
