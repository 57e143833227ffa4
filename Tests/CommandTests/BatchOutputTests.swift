import Foundation
import TestSupport
import Testing

@testable import WaslCommand

/// What a batch writes over, and what it leaves as it is: all found by hand.
@Suite struct BatchOutputTests {
  private static let page = "<p>صباح الخير يا أحمد.</p><p>Good morning, Ahmad.</p>\n"
  private static let record = #"{"id":"a","source":"نعم.","target":"Yes."}"# + "\n"

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let usual = ["list.jsonl": Self.record, "in.txt": FaultTests.text, "pairs.tsv": "نعم\tyes\n"]
    try folder.write(usual.merging(files) { $1 })
    return folder
  }

  private func content(_ name: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  /// One line of any file looked like the line at which a run was stopped, and was cut away.
  @Test(arguments: ["precious", "precious\n", #"{"id":"a""# + "\n", record, record + #"{"id":"b","sou"#])
  func onlyABatchOutputIsResumed(file: String) throws {
    let folder = try folder(["other": file])
    let outcome = try Shell.run("$WASL align --batch list.jsonl --resume -o other", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("other:1: is not the output of a batch"), "\(outcome)")
    #expect(try content("other", folder) == file)
  }

  /// The last document was cut away before it was looked for.
  @Test func outputOfAnotherListIsNotChanged() throws {
    let folder = try folder(["two.jsonl": Self.record + #"{"id":"b","source":"لا.","target":"No."}"# + "\n"])
    #expect(try Shell.run("$WASL align --batch two.jsonl -o out.jsonl", in: folder).status == 0)
    let whole = try content("out.jsonl", folder)
    let outcome = try Shell.run("$WASL align --batch list.jsonl --resume -o out.jsonl", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("a document that the list does not have"), "\(outcome)")
    #expect(try content("out.jsonl", folder) == whole)
    #expect(try Shell.run("$WASL align --batch two.jsonl --resume -o out.jsonl", in: folder).status == 0)
    #expect(try content("out.jsonl", folder) == whole)
  }

  /// What another shard or list would have left out is said, and an output that holds other documents is refused.
  @Test func resumingWithAnotherShardOrListIsReported() throws {
    let folder = try folder(["list.jsonl": BatchCommandTests.documents(4, sentences: 1)])
    func align(_ options: String) throws -> Outcome {
      try Shell.run("$WASL align --batch list.jsonl -o out.jsonl \(options)", in: folder)
    }
    #expect(try align("--shard 1/2").status == 0)
    let outcome = try align("--resume")
    #expect(outcome.errors.contains("out.jsonl: nothing of 1 documents of the list before its last one, first 'd1'"))
    #expect(outcome.errors.contains("1 done before"), "\(outcome)")
    #expect(try align("").status == 0)
    let whole = try content("out.jsonl", folder)
    let list = try content("list.jsonl", folder)
    try folder.write(["list.jsonl": list.replacing(#""d1""#, with: #""e1""#)])
    let other = try align("--resume")
    #expect(other.status == 2 && other.errors.contains(#"does not have before the last: "d1""#), "\(other)")
    #expect(try content("out.jsonl", folder) == whole)
  }

  /// A single alignment counts them too.
  @Test(arguments: ["", "--output-dir out"]) func leftOutPairsAreCounted(output: String) throws {
    let outcome = try Shell.run("$WASL align --batch list.jsonl --min-confidence 1 \(output)", in: folder())
    #expect(outcome.errors.contains("; 1 bead below --min-confidence left out"), "\(outcome)")
  }

  /// Reading the pipe would have waited for ever.
  @Test func pipeCannotBeResumed() throws {
    let outcome = try Shell.run(
      "mkfifo pipe && timeout 60 $WASL align --batch list.jsonl --resume -o pipe", in: folder())
    #expect(
      outcome.status == 2 && outcome.errors.contains("pipe: is not a file, and only files can be resumed"), "\(outcome)"
    )
  }

  /// What a pipe goes on to name is not known when the output is opened.
  @Test(arguments: ["-o in.txt", "--output-dir . --to moses"]) func pipedListOverwritesNothing(output: String)
    throws
  {
    let folder = try folder(["a.ar": "نعم.\n", "a.en": "Yes.\n"])
    let names = ["in.txt", "a.ar", "a.en"]
    let before = try names.map { try content($0, folder) }
    for list in ["--batch - <", "--batch /dev/stdin <"] {
      let outcome = try Shell.run("cat list.jsonl | $WASL align \(list.dropLast()) \(output)", in: folder)
      #expect(outcome.status == 2 && outcome.errors.contains("holds something"), "\(outcome)")
    }
    #expect(try names.map { try content($0, folder) } == before)
    // An empty file is nothing to be lost, and what an earlier run has written is gone on with.
    let empty = "touch new.jsonl; cat list.jsonl | $WASL align --batch - -o new.jsonl"
    #expect(try Shell.run(empty, in: folder).status == 0)
    #expect(try Shell.run("cat list.jsonl | $WASL align --batch - --resume -o new.jsonl", in: folder).status == 0)
    #expect(try content("new.jsonl", folder).split(separator: "\n").count == 1)
  }

  /// Two runs would have written into each other's lines.
  @Test func concurrentRunsDoNotShareAnOutput() throws {
    let folder = try folder()
    let script = """
      mkfifo more; $WASL align --batch more -o out.jsonl & exec 3>more; cat list.jsonl >&3
      while [ ! -e out.jsonl ]; do sleep 0.1; done
      sleep 0.5; $WASL align --batch list.jsonl --resume -o out.jsonl; code=$?
      exec 3>&-; wait $! && exit $code
      """
    let outcome = try Shell.run(script, in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("another run is writing to it"), "\(outcome)")
    #expect(try content("out.jsonl", folder).split(separator: "\n").count == 1)
    #expect(try Shell.run("$WASL align --batch list.jsonl --resume -o out.jsonl", in: folder).status == 0)
  }

  /// A full disk takes the first part; at the run's end, with room again, it was written once more.
  @Test func flushContinuesAfterAnError() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    for end in ends { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
    var stream = try BatchStream("/dev/fd/\(ends[1])", resumes: false, isUsed: true)
    let bytes = (0..<200_000).map { UInt8($0 % 251) }
    #expect(throws: (any Error).self) { try stream.write(bytes) }
    var taken: [UInt8] = []
    while taken.count < bytes.count {
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      let count = read(ends[0], &piece, piece.count)
      guard count > 0 else { break }
      taken += piece[..<count]
      try? stream.flush()
    }
    #expect(taken == bytes)
  }

  /// Not its own input, but that of a later document; and with `--resume` that one was taken for done.
  @Test(arguments: ["", "--resume"]) func noDocumentOverwritesAnother(resume: String) throws {
    let folder = try folder([
      "one.html": Self.page, "two.html": Self.page,
      "pages.jsonl": #"{"id":"two","file":"one.html"}"# + "\n" + #"{"id":"one","file":"two.html"}"# + "\n",
    ])
    let outcome = try Shell.run("$WASL align --batch pages.jsonl --output-dir . --to html \(resume)", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("is both input and output"), "\(outcome)")
    #expect(try ["one.html", "two.html"].map { try content($0, folder) } == [Self.page, Self.page])
  }

  @Test(arguments: ["-o pairs.tsv", "--output-dir . --to tsv"]) func glossaryIsNotOverwritten(output: String) throws {
    let folder = try folder(["list.jsonl": Self.record.replacing(#""a""#, with: #""pairs""#)])
    let outcome = try Shell.run("$WASL align --batch list.jsonl --glossary pairs.tsv \(output)", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("pairs.tsv is both input and output"), "\(outcome)")
    #expect(try content("pairs.tsv", folder) == "نعم\tyes\n")
  }

  /// Ended in a trap: the form has no end of a name of its own.
  @Test func documentsMayBeWrittenInTwoFiles() throws {
    let folder = try folder()
    let command = "$WASL align --batch list.jsonl --output-dir out --to moses"
    #expect(try Shell.run(command, in: folder).status == 0)
    #expect(try content("out/a.ar", folder) == "نعم.\n" && content("out/a.en", folder) == "Yes.\n")
    // One of the two is not the whole document.
    try FileManager.default.removeItem(at: folder.url.appending(path: "out/a.en"))
    #expect(try Shell.run(command + " --resume", in: folder).status == 0)
    #expect(try content("out/a.en", folder) == "Yes.\n")
  }

  /// A folder of the name was taken for a document that is done.
  @Test func folderOfADocumentsNameIsNotAFinishedDocument() throws {
    let outcome = try Shell.run(
      "mkdir -p out/a.tsv && $WASL align --batch list.jsonl --output-dir out --resume", in: folder())
    #expect(outcome.status == 2 && outcome.errors.contains("out/a.tsv: cannot be written"), "\(outcome)")
  }

  /// The system reads a name up to the zero, and so another file.
  @Test func fileNameWithNULIsRefused() throws {
    let folder = try folder(["zero.jsonl": #"{"id":"a","file":"in.txt\u0000.docx"}"# + "\n"])
    let outcome = try Shell.run("$WASL align --batch zero.jsonl", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("zero.jsonl:1: the name of a file holds"), "\(outcome)")
    #expect(outcome.output.isEmpty)
  }

  /// The number of documents that are left, shown on a terminal, overflowed.
  @Test(.enabled(if: Shell.can("script -qc true /dev/null"), "no script command"))
  func shardCountMayBeHuge() throws {
    let folder = try folder(["list.jsonl": BatchCommandTests.documents(3, sentences: 1)])
    let command = "$WASL align --batch list.jsonl --shard 1/9223372036854775807 -o out.jsonl"
    let outcome = try Shell.run("script -qec '\(command)' /dev/null", in: folder)
    #expect(outcome.status == 0 && outcome.output.contains("1 documents aligned"), "\(outcome)")
  }
}
