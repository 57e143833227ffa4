import Foundation
import TestSupport
import Testing

/// `wasl align --batch`: results in order, the same for any number of jobs, complete after a kill.
@Suite struct BatchCommandTests {
  /// Documents that need no model: numbers link their sentences.
  static func documents(_ count: Int, sentences: Int = 12) -> String {
    (0..<count).map { document in
      func lines(_ word: String) -> String {
        (0..<sentences).map { "\(word) \(document * 37 + $0 * 11 + 100) \(word) \(document + $0 * 7 + 1000)" }
          .joined(separator: "\\n")
      }
      return #"{"id":"d\#(document)","source":"\#(lines("كتاب"))","target":"\#(lines("book"))"}"# + "\n"
    }.joined()
  }

  static func align(_ arguments: [String], in folder: TemporaryFolder, input: String = "") throws -> Outcome {
    try WaslProcess.run(
      ["align", "--presplit", "--batch"] + arguments, input: Data(input.utf8), in: folder.url)
  }

  static func content(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test func jobsDoNotChangeTheBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write(["list.jsonl": Self.documents(60)])
    var outputs: Set<String> = []
    for jobs in ["1", "2", "8"] {
      let outcome = try Self.align(["list.jsonl", "--jobs", jobs, "-o", "out\(jobs).jsonl"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      outputs.insert(try Self.content("out\(jobs).jsonl", in: folder))
    }
    outputs.insert(try Self.align(["-", "--jobs", "3"], in: folder, input: Self.documents(60)).output)
    #expect(outputs.count == 1)
    let ids = outputs.first!.split(separator: "\n").map { String($0.prefix { $0 != "," }) }
    var order: [String] = []
    for id in ids where order.last != id { order.append(id) }
    #expect(order == (0..<60).map { #"{"id":"d\#($0)""# })
  }

  @Test func killedRunResumesWithoutLossOrRepetition() throws {
    let folder = try TemporaryFolder()
    try folder.write(["list.jsonl": Self.documents(400)])
    #expect(try Self.align(["list.jsonl", "--jobs", "2", "-o", "whole.jsonl"], in: folder).status == 0)
    let whole = try Self.content("whole.jsonl", in: folder)
    for round in 0..<4 {
      let name = "killed\(round).jsonl"
      var kills = 0
      for attempt in 0..<6 {
        let process = Process()
        process.executableURL = WaslProcess.executable
        process.arguments = [
          "align", "--presplit", "--batch", "list.jsonl", "--jobs", "2", "--resume", "-q", "-o", name,
        ]
        process.currentDirectoryURL = folder.url
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32.random(in: 1...60) * 3_000 * UInt32(attempt + 1))
        if process.isRunning {
          kill(process.processIdentifier, SIGKILL)
          kills += 1
        }
        process.waitUntilExit()
      }
      #expect(kills > 0)
      // A write may have been cut anywhere, also inside a line.
      let path = folder.url.appending(path: name)
      if round == 0, let bytes = try? Data(contentsOf: path), bytes.count > 2_000, bytes.count < whole.utf8.count {
        try bytes.prefix(bytes.count - 77).write(to: path)
      }
      let outcome = try Self.align(["list.jsonl", "--jobs", "2", "--resume", "-o", name], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try Self.content(name, in: folder) == whole, "round \(round)")
    }
  }

  @Test(arguments: [0, 1, 500, 5_000, 20_001]) func outputCutOffAnywhereIsResumed(length: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(["list.jsonl": Self.documents(20)])
    #expect(try Self.align(["list.jsonl", "-o", "out.jsonl"], in: folder).status == 0)
    let whole = try Data(contentsOf: folder.url.appending(path: "out.jsonl"))
    try whole.prefix(length).write(to: folder.url.appending(path: "out.jsonl"))
    #expect(try Self.align(["list.jsonl", "--resume", "-o", "out.jsonl"], in: folder).status == 0)
    #expect(try Data(contentsOf: folder.url.appending(path: "out.jsonl")) == whole)
  }

  @Test func badDocumentStopsTheRunWithoutKeepGoing() throws {
    let folder = try TemporaryFolder()
    let good = Self.documents(3).split(separator: "\n").map(String.init)
    let list = [good[0], #"{"id":"bad","source":"only","target":"English"}"#, "{", good[1], good[2]]
      .joined(separator: "\n")
    try folder.write(["list.jsonl": list])
    let stopped = try Self.align(["list.jsonl", "-o", "stopped.jsonl"], in: folder)
    #expect(stopped.status == 2)
    #expect(stopped.errors.contains("list.jsonl:2"))
    let whole = try Self.align(["list.jsonl", "--keep-going"], in: folder)
    #expect(whole.status == 1)
    #expect(whole.errors.contains("'bad' left out") && whole.errors.contains("list.jsonl:3"))
    #expect(whole.output.contains(#""id":"d2""#) && !whole.output.contains(#""id":"bad""#))
    // What stands before the bad document is kept.
    #expect(whole.output.hasPrefix(try Self.content("stopped.jsonl", in: folder)))
  }

  @Test(arguments: [[], ["--output-dir", "out", "--to", "ladder"]]) func repeatedDocumentNameIsReported(
    output: [String]
  )
    throws
  {
    let folder = try TemporaryFolder()
    let good = Self.documents(3).split(separator: "\n").map(String.init)
    try folder.write(["list.jsonl": (good + [good[1]]).joined(separator: "\n")])
    let stopped = try Self.align(["list.jsonl"] + output, in: folder)
    #expect(stopped.status == 2)
    #expect(stopped.errors.contains("list.jsonl:4") && stopped.errors.contains("'d1'"), "\(stopped.errors)")
    let whole = try Self.align(["list.jsonl", "--keep-going"] + output, in: folder)
    #expect(whole.status == 1)
    #expect(whole.errors.contains("'d1' left out"))
    if output.isEmpty { #expect(whole.output == (try Self.align(["-"], in: folder, input: Self.documents(3)).output)) }
  }

  @Test func shardsTogetherAreTheWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write(["list.jsonl": Self.documents(25)])
    let whole = try Self.align(["list.jsonl"], in: folder).output.split(separator: "\n")
    var parts: [Substring] = []
    for shard in ["1/3", "2/3", "3/3"] {
      parts += try Self.align(["list.jsonl", "--shard", shard], in: folder).output.split(separator: "\n")
    }
    #expect(parts.sorted() == whole.sorted())
    #expect(try Self.align(["list.jsonl", "--shard", "4/3"], in: folder).status == 2)
  }

  @Test func listOfFilesGivesOneFileEach() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "in/a.ar": "كتاب 1234\nقلم 777\n", "in/a.en": "book 1234\npen 777\n", "in/list.tsv": "one\ta.ar\ta.en\n# note\n",
    ])
    let outcome = try Self.align(["in/list.tsv", "--output-dir", "out", "--to", "ladder"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Self.content("out/one.ladder", in: folder).split(separator: "\n").count == 2)
  }

  @Test func optionsOfABatchAreChecked() throws {
    let folder = try TemporaryFolder()
    try folder.write(["list.jsonl": Self.documents(1)])
    #expect(try Self.align(["list.jsonl", "--to", "tmx"], in: folder).status == 2)
    #expect(try Self.align(["list.jsonl", "--resume"], in: folder).status == 2)
    #expect(try Self.align(["list.jsonl", "extra.txt"], in: folder).status == 2)
    #expect(try WaslProcess.run(["align", "--jobs", "2", "x.txt"]).status == 2)
  }
}
