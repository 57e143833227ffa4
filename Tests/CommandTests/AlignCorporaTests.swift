import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslPairFormats

/// The sample documents from end to end. What can be checked without asking how good the model is: that every
/// word comes out where it went in, in each form.
@Suite struct AlignCorporaTests {
  static let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpora")

  static let documents: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: corpora.path())) ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: corpora.appending(path: "\($0)/\($0).mixed.txt").path())
    }

  private func path(_ document: String, _ end: String) -> String {
    Self.corpora.appending(path: "\(document)/\(document)\(end)").path()
  }

  @Test func sampleDocumentsExist() { #expect(Self.documents.count >= 6) }

  /// 0 is plain C, 1 AVX2, 2 AVX-512; what the processor lacks falls back to less.
  @Test func allSetsOfInstructionsWriteTheSame() throws {
    for document in Self.documents {
      let outputs = try ["0", "1", "2"].map {
        try WaslProcess.run(
          ["align", path(document, ".ar.txt"), path(document, ".en.txt"), "--to", "jsonl", "-q"],
          environment: ["WASL_INSTRUCTIONS": $0])
      }
      #expect(outputs[0].status == 0 && outputs[0].output.count > 1000)
      #expect(outputs[1].output == outputs[0].output && outputs[2].output == outputs[0].output, "\(document)")
    }
  }

  @Test(arguments: documents)
  func everyWordIsWrittenOnceOnItsSide(document: String) throws {
    let outcome = try WaslProcess.run(["align", path(document, ".mixed.txt"), "--to", "jsonl", "-q"])
    #expect(outcome.errors == "")
    var sides = ["source": "", "target": ""]
    for line in outcome.output.split(separator: "\n") {
      let bead = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for side in sides.keys {
        guard let text = (bead[side] as? [String: Any])?["text"] as? String else { continue }
        sides[side, default: ""] += text + " "
      }
    }
    for (side, end) in [("source", ".ar.txt"), ("target", ".en.txt")] {
      let whole = words(try String(contentsOfFile: path(document, end), encoding: .utf8))
      #expect(words(try #require(sides[side])) == whole, "\(document) \(side)")
    }
  }

  /// Rows of dashes stand between the languages of some documents, and belong to neither.
  private func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace).filter { !$0.allSatisfy { "-—=*#".contains($0) } }
  }

  @Test(arguments: documents)
  func ladderHoldsEverySegmentOnce(document: String) throws {
    let outcome = try WaslProcess.run([
      "align", "--presplit", path(document, ".ar"), path(document, ".en"), "--to", "ladder",
    ])
    let ladder = try LadderFile(Array(outcome.output.utf8), name: document)
    let gold = try LadderFile([UInt8](Data(contentsOf: URL(filePath: path(document, ".ladder")))), name: document)
    #expect(ladder.defect() == nil)
    for side in [\Bead.source, \Bead.target] {
      #expect(
        ladder.beads.map { $0[keyPath: side].upperBound }.max() == gold.beads.map { $0[keyPath: side].upperBound }.max()
      )
    }
  }

  @Test func leftOutBeadsAreCounted() throws {
    func run(_ options: String...) throws -> (rows: [[Substring]], errors: String) {
      let outcome = try WaslProcess.run(["align", path("recipe", ".mixed.txt"), "--no-header"] + options)
      let rows = outcome.output.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      return (rows, outcome.errors)
    }
    let all = try run().rows
    let confidences = Set(all.compactMap { Double($0[2]) }).sorted()
    try #require(confidences.count >= 2, "all beads are equally sure")
    // Between two values, for what is written is rounded.
    let middle = confidences.count / 2
    let minimum = (confidences[middle - 1] + confidences[middle]) / 2
    let sure = try run("--min-confidence", "\(minimum)")
    let expected = all.filter { Double($0[2])! > minimum }
    #expect(sure.rows == expected)
    #expect(sure.errors.contains("; \(all.count - expected.count) bead"))
    #expect(sure.errors.contains("below --min-confidence left out"))
    let pairs = try run("--no-gaps").rows
    #expect(pairs == all.filter { !$0[3].isEmpty && !$0[4].isEmpty })
  }

  private static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: xmllint != nil, "xmllint (libxml2-utils) is not installed"), arguments: documents)
  func translationMemoryIsValid(document: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("\(document).tmx")
    #expect(try WaslProcess.run(["align", path(document, ".mixed.txt"), "-o", file]).status == 0)
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.xmllint))
    let dtd = Self.corpora.deletingLastPathComponent().appending(path: "Tests/PairFormatsTests/tmx14.dtd").path()
    process.arguments = ["--noout", "--nonet", "--dtdvalid", dtd, file]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
