import Foundation
import TestSupport
import Testing

/// `wasl bench align` on documents made from the sample corpora.
@Suite struct BenchCommandTests {
  static let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpora").path

  static func bench(_ arguments: [String], in folder: TemporaryFolder) throws -> Outcome {
    try WaslProcess.run(
      ["bench", "align", "--json"] + arguments + ["\(corpora)/news", "\(corpora)/recipe"], in: folder.url)
  }

  @Test func syntheticDocumentIsTimedAndMeasured() throws {
    let folder = try TemporaryFolder()
    let outcome = try Self.bench(["--synthetic", "120", "--seed", "3", "--write", "synthetic"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let stages = try #require(report["stages"] as? [[String: Any]])
    #expect(stages.compactMap { $0["name"] as? String } == ["model", "segments", "words and links", "beads", "ladder"])
    for name in ["segmentsPerSecond", "megabytesPerSecond", "peakMegabytes", "strictF1"] {
      #expect((report[name] as? Double ?? 0) > 0, "\(name)")
    }
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOf: folder.url.appending(path: "synthetic/synthetic.\(name)"), encoding: .utf8).split(
        separator: "\n")
    }
    let (arabic, english) = (try lines("ar"), try lines("en"))
    #expect(report["segments"] as? Double == Double(arabic.count + english.count))
    // Each of the 34 pairs is used three times and more, hardly ever with the same words before it.
    #expect(Set(arabic).count > arabic.count * 9 / 10 && Set(english).count > english.count * 9 / 10)
    let aligned = try WaslProcess.run(
      ["align", "-q", "--presplit", "synthetic/synthetic.ar", "synthetic/synthetic.en", "-o", "mine.ladder"],
      in: folder.url)
    #expect(aligned.status == 0)
    let evaluated = try WaslProcess.run(
      ["evaluate", "--json", "synthetic/synthetic.ladder", "mine.ladder"], in: folder.url)
    let figures = try #require(JSONSerialization.jsonObject(with: Data(evaluated.output.utf8)) as? [String: Any])
    let strict = try #require((figures["strict"] as? [String: Any])?["f1"] as? Double)
    #expect(abs(strict - (report["strictF1"] as? Double ?? 0)) < 0.0001)
  }

  @Test func seedDeterminesTheDocument() throws {
    let folder = try TemporaryFolder()
    for (seed, name) in [("1", "a"), ("1", "b"), ("2", "c")] {
      #expect(try Self.bench(["--synthetic", "60", "--seed", seed, "--write", name], in: folder).status == 0)
    }
    func content(_ name: String) throws -> Data {
      try Data(contentsOf: folder.url.appending(path: "\(name)/synthetic.ar"))
    }
    #expect(try content("a") == content("b"))
    #expect(try content("a") != content("c"))
  }

  @Test func onlySyntheticDocumentsAreWritten() throws {
    let folder = try TemporaryFolder()
    #expect(try Self.bench(["--write", "synthetic"], in: folder).status == 2)
    #expect(try Self.bench(["--synthetic", "0"], in: folder).status == 2)
  }
}
