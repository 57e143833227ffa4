import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslModel

/// `wasl train` and `wasl model`: the same bytes from the same pairs, in whatever form, and whatever happens between.
@Suite struct TrainCommandTests {
  private static let pairs: [(arabic: String, english: String)] = {
    let nouns = [("كتاب", "book"), ("بيت", "house"), ("باب", "door"), ("قلم", "pen"), ("شارع", "street")]
    let adjectives = [("جديد", "new"), ("قديم", "old"), ("كبير", "large"), ("صغير", "small"), ("جميل", "pretty")]
    return nouns.flatMap { noun in
      adjectives.map { ("\(noun.0) \($0.0) هنا", "a \($0.1) \(noun.1) here") }
    }
  }()
  private static let tsv = pairs.map { "\($0.arabic)\t\($0.english)\n" }.joined()

  private func train(_ arguments: [String], in folder: TemporaryFolder, to model: String) throws -> Data {
    let outcome = try WaslProcess.run(["train"] + arguments + ["-o", model], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try Data(contentsOf: folder.url.appending(path: model))
  }

  @Test func threadsDoNotChangeTheBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write(["pairs.tsv": Self.tsv])
    let once = try train(["pairs.tsv", "--jobs", "1"], in: folder, to: "1.model")
    #expect(try train(["pairs.tsv", "--jobs", "1"], in: folder, to: "2.model") == once)
    #expect(try train(["pairs.tsv", "--jobs", "2"], in: folder, to: "3.model") == once)
    #expect(try train(["pairs.tsv"], in: folder, to: "4.model") == once)
  }

  @Test func allPairFormatsGiveTheSameTables() throws {
    let folder = try TemporaryFolder()
    let units = Self.pairs.map {
      """
      <tu><tuv xml:lang="en"><seg>\($0.english)</seg></tuv><tuv xml:lang="ar"><seg>\($0.arabic)</seg></tuv></tu>
      """
    }
    try folder.write([
      "pairs.tsv": Self.tsv,
      "text.ar": Self.pairs.map { $0.arabic + "\n" }.joined(), "text.en": Self.pairs.map { $0.english + "\n" }.joined(),
      "pairs.tmx": """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" \
      o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>\(units.joined())</body></tmx>
      """,
      "pairs.jsonl": Self.pairs.map {
        #"{"source":{"text":"\#($0.english)"},"target":{"text":"\#($0.arabic)"}}"# + "\n"
      }.joined(),
    ])
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", folder.path("pairs.tsv"), "-k"]
    try gzip.run()
    gzip.waitUntilExit()
    func table(_ model: String, _ files: [String]) throws -> String {
      _ = try train(files + ["--without-vectors"], in: folder, to: model)
      return try WaslProcess.run(["model", "export", model], in: folder.url).output
    }
    let expected = try table("tsv.model", ["pairs.tsv"])
    #expect(expected.split(separator: "\n").count > 10)
    #expect(expected.contains("كتاب\tbook\t"))
    for (number, files) in [
      ["text.ar", "text.en"], ["text.en", "text.ar"], ["pairs.tmx"], ["pairs.jsonl"],
      ["pairs.tsv.gz"], ["text.ar", "pairs.tmx", "text.en", "pairs.jsonl"],
    ].enumerated() {
      // In a mix repeated pairs count once.
      #expect(try table("\(number).model", files) == expected, "\(files)")
    }
  }

  @Test func vectorsAndWeightsAreTakenOver() throws {
    let folder = try TemporaryFolder()
    try folder.write(["pairs.tsv": Self.tsv])
    let first = try train(["pairs.tsv", "--vector-epochs", "2"], in: folder, to: "first.model")
    let again = try train(
      ["pairs.tsv", "--vectors-from", "first.model", "--weights-from", "first.model"], in: folder, to: "second.model")
    #expect(again == first)
    // A model may be written over itself.
    #expect(
      try train(
        ["pairs.tsv", "--vectors-from", "first.model", "--weights-from", "first.model"], in: folder,
        to: "first.model") == first)
  }

  @Test func resumesFromASavedState() throws {
    let folder = try TemporaryFolder()
    try folder.write(["pairs.tsv": Self.tsv, "other.tsv": Self.tsv + "نعم\tyes\n"])
    let whole = try train(["pairs.tsv"], in: folder, to: "whole.model")
    // A model that cannot be written leaves the state of a complete training behind.
    try FileManager.default.createDirectory(at: folder.url.appending(path: "model"), withIntermediateDirectories: true)
    let stopped = try WaslProcess.run(["train", "pairs.tsv", "--resume", "-o", "model"], in: folder.url)
    #expect(stopped.status == 2)
    try FileManager.default.removeItem(at: folder.url.appending(path: "model"))
    #expect(FileManager.default.fileExists(atPath: folder.path("model.state")))
    let other = try WaslProcess.run(["train", "other.tsv", "--resume", "-o", "model"], in: folder.url)
    #expect(other.status == 2 && other.errors.contains("of other pairs"), "\(other.errors)")
    let resumed = try WaslProcess.run(["train", "pairs.tsv", "--resume", "-o", "model"], in: folder.url)
    #expect(resumed.status == 0 && !resumed.errors.contains("round 1 of"), "\(resumed.errors)")
    #expect(try Data(contentsOf: folder.url.appending(path: "model")) == whole)
    #expect(!FileManager.default.fileExists(atPath: folder.path("model.state")))
  }

  @Test(arguments: [
    (["text.ar"], "text.ar: a text without its other half"), (["bad.tsv"], "bad.tsv:2: "),
    (["pairs.tsv", "--vectors-from", "pairs.tsv"], "pairs.tsv: byte 0: not a Wasl model"),
    (["pairs.tsv", "--vectors-from", "embedded", "--without-vectors"], "give one of"),
    (["pairs.tsv", "--weights", "pairs.tsv"], "pairs.tsv: no weights"), (["empty.tsv"], "no usable pairs"),
    (["pairs.tsv", "--jobs", "0"], "--jobs is 0"),
  ])
  func defectsAreDescribed(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "pairs.tsv": Self.tsv, "text.ar": "نعم\n", "bad.tsv": "نعم\tyes\nلا\n", "empty.tsv": "",
    ])
    let outcome = try WaslProcess.run(["train"] + arguments + ["-o", "my.model"], in: folder.url)
    #expect(outcome.status != 0 && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("my.model")))
  }

  @Test func infoShowsTheContents() throws {
    let folder = try TemporaryFolder()
    try folder.write(["pairs.tsv": Self.tsv])
    _ = try train(["pairs.tsv", "--without-vectors"], in: folder, to: "my.model")
    let info = try WaslProcess.run(["model", "info", "my.model"], in: folder.url)
    for part in ["version", "checksum", "sources: pairs.tsv", "pairs: 25", "lex.key"] {
      #expect(info.output.contains(part), "\(info.output)")
    }
    let json = try WaslProcess.run(["model", "info", "my.model", "--json"], in: folder.url).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let size = try Data(contentsOf: folder.url.appending(path: "my.model")).count
    #expect(object["bytes"] as? Int == size)
    #expect((object["training"] as? [String: Any])?["pairs"] as? String == "25")
    let embedded = try WaslProcess.run(["model", "info"], in: folder.url)
    #expect(embedded.status == 0 && embedded.output.contains("dimension"))
    let keys = try WaslProcess.run(["model", "export", "my.model", "--keys", "en"], in: folder.url)
    #expect(keys.output.hasPrefix("key\tcount\tunexplained\n") && keys.output.contains("book\t5\t"))
    let none = try WaslProcess.run(["model", "info", "pairs.tsv"], in: folder.url)
    #expect(none.status == 2 && none.errors.contains("not a Wasl model"))
  }

  @Test(arguments: [("فنق", ["[0]:[0]", "[1]:[]"]), ("برشاق", ["[0]:[]", "[1]:[0]"])])
  func glossaryChangesTheAlignment(term: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "a.ar": "الفنق أحمر.\nالبرشاق أحمر.\n", "a.en": "A frindle is red.\n", "terms.tsv": "\(term)\tfrindle\n",
      "list.jsonl": #"{"id":"1","source_file":"a.ar","target_file":"a.en"}"# + "\n",
    ])
    let align = ["align", "-q", "--presplit", "--glossary", "terms.tsv"]
    let ladder = try WaslProcess.run(align + ["a.ar", "a.en", "--to", "ladder"], in: folder.url)
    let beads = ladder.output.split(separator: "\n").map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    #expect(beads == expected, "\(ladder)")
    let batch = try WaslProcess.run(align + ["--batch", "list.jsonl"], in: folder.url)
    #expect(
      batch.output.split(separator: "\n").map { $0.contains(#""target":null"#) } == expected.map { $0.hasSuffix("[]") })
  }

  @Test func badGlossaryTermIsReportedWithItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(["bad.tsv": "فنق\tglorbit\nسطر\t…\n", "a.ar": "نعم\n", "a.en": "yes\n"])
    let bad = try WaslProcess.run(["align", "--glossary", "bad.tsv", "a.ar", "a.en"], in: folder.url)
    #expect(bad.status == 2 && bad.errors.contains("bad.tsv:2: a term without words"), "\(bad.errors)")
  }

  /// Found by hand: a line of nothing but the equals sign ended the program.
  @Test func infoShowsTheMakersNotes() throws {
    let folder = try TemporaryFolder()
    try folder.write(["pairs.tsv": Self.tsv])
    _ = try train(["pairs.tsv", "--without-vectors"], in: folder, to: "a.model")
    var parts = try ModelFile(Array(Data(contentsOf: folder.url.appending(path: "a.model"))), name: "a").parts
    parts.removeAll { $0.name == "about" }
    parts.append(("about", Array("=\n\n= \nname\nx = y = z\n\u{FFFD}".utf8)))
    try Data(ModelFile.assemble(parts)).write(to: folder.url.appending(path: "b.model"))
    for arguments in [["info"], ["info", "--json"], ["export"], ["export", "--keys", "ar"]] {
      let outcome = try WaslProcess.run(["model"] + arguments + ["b.model"], in: folder.url)
      #expect(outcome.status == 0, "\(outcome)")
    }
    #expect(try WaslProcess.run(["model", "info", "b.model"], in: folder.url).output.contains("x: y = z"))
  }
}

extension ModelFile {
  fileprivate var parts: [(name: String, bytes: [UInt8])] { contents.map { ($0.name, copy($0.name)) } }
}
