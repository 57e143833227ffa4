import ArgumentParser
import Glibc
import Wasl
import WaslBitext
import WaslModel
import WaslPairFormats
import WaslSyntax
import WaslSystemIO
import WaslText

/// Options for aligning many documents in one run.
struct BatchOptions: ParsableArguments {
  @Option(
    help: .init(
      """
      Align the documents that this file lists, '-' for standard input: lines of 'FILE', 'FILE<tab>FILE' or \
      'NAME<tab>FILE<tab>FILE', or JSON objects with 'id' and 'source' and 'target', or 'text' (texts), or \
      'source_file' and 'target_file', or 'file' (paths, from the list's folder).
      """, valueName: "list"),
    completion: .file())
  var batch: String?

  @Option(help: .init("Documents aligned at the same time; without it, one for each processor.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: .init(
      "Write one file a document into this folder, named for it, in place of one stream.", valueName: "folder"),
    completion: .directory)
  var outputDir: String?

  @Flag(help: "Go on where an earlier run into the same output was stopped.")
  var resume = false

  @Flag(help: "Report a document that cannot be aligned, leave it out and go on.")
  var keepGoing = false

  @Option(help: .init("Align every n-th document only, from the i-th, as one of n runs.", valueName: "i/n"))
  var shard: String?

  /// The remainder and the divisor of the record numbers to be taken.
  func shardNumbers() throws -> (index: Int, count: Int) {
    guard let shard else { return (0, 1) }
    let parts = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index) else {
      throw ValidationError("--shard is '\(shard)': give i/n, with i from 1 to n")
    }
    return (index - 1, count)
  }
}

/// A run over the documents of a list.
struct BatchRun {
  let options: BatchOptions
  let task: AlignmentTask
  let decoding: DecodingArguments
  let writer: AlignedTextWriter
  let output: String?
  /// What is read besides the list and its documents.
  let inputs: [String]
  let messages: MessageOptions

  private struct Job: Sendable {
    var line: [UInt8]
    var number: Int
    var location: WaslError.Location
    /// Whether an earlier document has the name, and so the file.
    var isNameTaken = false
  }

  private struct Outcome: Sendable {
    var id: String
    /// The document's lines of the stream; empty when it was written to a file of its own.
    var bytes: [UInt8] = []
    /// How many beads were written and left out.
    var written = WriteSummary()
    var failure: WaslError?
    var location: WaslError.Location
  }

  func run(_ model: TranslationModel, glossary: Glossary) throws {
    let shard = try options.shardNumbers()
    guard let list = options.batch else { return }
    let folder = list.lastIndex(of: "/").map { String(list[..<$0]) } ?? ""
    try checkOutputs(list, folder)
    if let folder = options.outputDir { try Self.makeFolder(folder) }
    // Fails here rather than in every thread.
    _ = try DocumentAligner(model: model, glossary: glossary)
    var lines = try LineReader(path: list)
    let name = lines.name
    var stream = try BatchStream(
      options.outputDir == nil ? output : nil, resumes: options.resume, isUsed: options.outputDir == nil)
    var progress = BatchProgress(total: try Self.count(list, shard), isQuiet: messages.quiet)
    var passOver = stream.lastID
    var (record, failures) = (0, 0)
    var written = WriteSummary()
    var names: Set<String> = []
    // Of the documents before the last of an output that is resumed, those of which it holds nothing.
    var missing: [String] = []
    let workers = OrderedWorkers<Job, Outcome>(jobs: options.jobs ?? availableProcessors()) { [self] in
      let aligner = try? DocumentAligner(model: model, glossary: glossary)
      return { job in outcome(of: job, folder, aligner) }
    }
    do {
      try workers.run(
        next: {
          while let line = try lines.next() {
            guard BatchRecord.isRecord(line) else { continue }
            record += 1
            if (record - 1) % shard.count != shard.index { continue }
            var job = Job(line: line, number: record, location: .init(file: name, line: lines.number))
            func id() -> String? { try? BatchRecord(line, number: record, folder: folder, at: job.location).id }
            // Threads write the files, so that it has to be known before.
            if options.outputDir != nil, let id = id() { job.isNameTaken = !names.insert(id).inserted }
            if let wanted = passOver {
              let id = id()
              // The last document of the output may have been cut off: it is done again.
              guard let id, BatchStream.written(id) == wanted else {
                if let id { names.insert(id) }
                if let id, stream.held(id) { progress.passedOver() } else { missing.append(id ?? "\(record)") }
                continue
              }
              passOver = nil
              try stream.goOn()
              warn(missing)
            }
            return job
          }
          return nil
        },
        consume: { outcome in
          var failure = outcome.failure
          // In a stream a stopped run is found again by the name it ended with.
          if failure == nil, options.outputDir == nil, !names.insert(outcome.id).inserted {
            failure = Self.givenTwice(outcome.id, outcome.location)
          }
          if let failure {
            failures += 1
            if !options.keepGoing { throw failure }
            progress.clear()
            CommandIO.error("document '\(outcome.id)' left out: \(failure.description)")
          } else {
            try stream.write(outcome.bytes)
            written += outcome.written
          }
          progress.finishedOne()
        })
    } catch {
      // What is complete is kept, so that the run can be resumed.
      progress.clear()
      try? stream.flush()
      throw error
    }
    progress.clear()
    if let wanted = passOver {
      throw WaslError(
        .input,
        "the output ends with a document that the list does not hold: \(String(decoding: wanted, as: UTF8.self))",
        at: .init(file: name), advice: "resume with the same list and shard, or write to another file")
    }
    try stream.flush()
    if record == 0 {
      throw WaslError(
        .nothingToAlign, "no documents in it", at: .init(file: name), advice: "list a document a line: wasl help align")
    }
    messages.note(progress.summary(failures: failures) + AlignmentSummary.leftOut(written))
    if failures > 0 { throw ExitCode(CommandIO.Status.failed) }
  }

  /// Aligns one document; whatever is wrong with it is part of the outcome.
  private func outcome(of job: Job, _ folder: String, _ aligner: DocumentAligner?) -> Outcome {
    var id = String(job.number)
    do {
      let record = try BatchRecord(job.line, number: job.number, folder: folder, at: job.location)
      id = record.id
      if job.isNameTaken { throw Self.givenTwice(id, job.location) }
      guard let aligner else { throw WaslError(.model, "the aligner cannot be set up", at: job.location) }
      let path = try options.outputDir.map { try Self.path($0, id, writer.format, at: job.location) }
      if let path {
        let paths = OutputOptions.paths(path, writer)
        // A folder of that name is no document that is done.
        if options.resume, paths.allSatisfy(OutputCheck.isRegular) { return Outcome(id: id, location: job.location) }
        try checkOutput(paths, of: record)
      }
      let texts = try record.texts.map { text throws -> SourceText in
        switch text {
        case .file(let path): try decoding.read(path, messages)
        case .text(let text): SourceText(name: "\(job.location)", bytes: Array(text.utf8))
        }
      }
      let aligned = try task.align(texts, with: aligner)
      if let path {
        return Outcome(id: id, written: try writer.write(aligned, to: path), location: job.location)
      }
      var sink = ByteSink()
      let written = try writer.add(aligned, to: &sink)
      return Outcome(id: id, bytes: BatchStream.named(sink.bytes, id), written: written, location: job.location)
    } catch let error as WaslError {
      return Outcome(id: id, failure: error, location: job.location)
    } catch {
      return Outcome(id: id, failure: WaslError(.output, "\(error)", at: job.location), location: job.location)
    }
  }

  private static func givenTwice(_ id: String, _ location: WaslError.Location) -> WaslError {
    WaslError(
      .input, "there is a document '\(id)' before this one", at: location,
      advice: "give each document a name of its own")
  }

  /// The file of a document in the output's folder.
  /// That documents were passed over which a resumed output has no bead of.
  private func warn(_ missing: [String]) {
    guard let first = missing.first else { return }
    messages.warn(
      """
      \(output ?? ""): nothing of \(missing.count) documents of the list before its last one, first '\(first)': they had \
      no beads, were left out, or the list or shard was another; they are not aligned now
      """)
  }

  static func path(
    _ folder: String, _ id: String, _ format: Format, at location: WaslError.Location
  ) throws -> String {
    guard !id.isEmpty, id != ".", id != "..", !id.utf8.contains(UInt8(ascii: "/")), !id.utf8.contains(0),
      id.utf8.count < 200
    else {
      throw WaslError(
        .input, "'\(id)' cannot be the name of a file", at: location,
        advice: "give documents names without '/', of less than 200 bytes")
    }
    // Of a form in two files the languages are the ends of the names.
    return "\(folder)/\(id)" + (format.extensions.first.map { ".\($0)" } ?? "")
  }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) != 0 && errno != EEXIST {
      throw WaslError(
        .output, "cannot be made: \(String(cString: strerror(errno)))", at: .init(file: path),
        advice: "give a folder that can be made or written to")
    }
  }

  /// The number of records in a list that is a file, for the progress; nil for a stream.
  private static func count(_ list: String, _ shard: (index: Int, count: Int)) throws -> Int? {
    guard list != "-", isatty(2) == 1 else { return nil }
    var lines = try LineReader(path: list)
    var count = 0
    while let line = try lines.next() { if !line.isEmpty { count += 1 } }
    // Of the records from the shard's first on, every so manieth; the divisor may be near the end of numbers.
    return count > shard.index ? (count - shard.index - 1) / shard.count + 1 : 0
  }
}
