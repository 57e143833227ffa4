import Glibc
import WaslBitext
import WaslPairFormats
import WaslSystemIO

/// What a batch keeps while it goes through its list: the documents still to be aligned, and what has become of the
/// others. One thread uses it.
struct BatchSession: ~Copyable {
  private let run: BatchRun
  private let folder: String
  private let shard: (index: Int, count: Int)
  private var lines: LineReader
  private var stream: BatchStream
  private var progress: BatchProgress
  /// The records of the list so far, of all shards.
  private var recordCount = 0
  private var failures = 0
  private var written = WriteSummary()
  private var names: Set<String> = []
  /// The last document in an output that is resumed, as JSON, until the list has reached it.
  private var resumePoint: [UInt8]?
  /// Documents before the resume point of which the output holds nothing.
  private var missing: [String] = []

  init(_ run: BatchRun, list: String) throws {
    let isStream = run.options.outputDir == nil
    let shard = try run.options.shardNumbers()
    let lines = try LineReader(path: list)
    let stream = try BatchStream(isStream ? run.output : nil, resumes: run.options.resume, isUsed: isStream)
    let total = try Self.count(list, shard)
    self.run = run
    self.shard = shard
    self.lines = lines
    self.stream = stream
    folder = BatchRecord.folder(of: list)
    progress = BatchProgress(total: total, isQuiet: run.messages.quiet)
    resumePoint = stream.lastID
  }

  /// The next document to align, or nil after the last.
  mutating func next() throws -> BatchJob? {
    while let line = try lines.next() {
      guard BatchRecord.isRecord(line) else { continue }
      recordCount += 1
      if (recordCount - 1) % shard.count != shard.index { continue }
      var job = BatchJob(
        line: line, number: recordCount, folder: folder, location: .init(file: lines.name, line: lines.number))
      if try isDoneBefore(job) { continue }
      // Threads write the files, so a name that comes again has to be known before.
      if run.options.outputDir != nil, let id = try? job.record().id {
        job.isNameTaken = !names.insert(id).inserted
      }
      return job
    }
    return nil
  }

  /// Whether an output that is resumed has got past the document.
  private mutating func isDoneBefore(_ job: BatchJob) throws -> Bool {
    guard let resumePoint else { return false }
    let id = try? job.record().id
    // The last document of the output may have been cut off: it is done again.
    if let id, BatchStream.written(id) == resumePoint {
      self.resumePoint = nil
      try stream.goOn()
      warnOfMissing()
      return false
    }
    if let id { names.insert(id) }
    if let id, stream.held(id) { progress.passedOver() } else { missing.append(id ?? String(job.number)) }
    return true
  }

  /// Writes what became of a document, in the order of the list.
  ///
  /// - Throws: the document's error, unless the run is to go on.
  mutating func take(_ outcome: BatchOutcome) throws {
    var failure = outcome.failure
    // In a stream a stopped run is found again by the name it ended with.
    if failure == nil, run.options.outputDir == nil, !names.insert(outcome.id).inserted {
      failure = Self.repeatedName(outcome.id, outcome.location)
    }
    if let failure {
      failures += 1
      if !run.options.keepGoing { throw failure }
      progress.clear()
      CommandIO.error("document '\(outcome.id)' left out: \(failure.description)")
    } else {
      try stream.write(outcome.bytes)
      written += outcome.written
    }
    progress.finishedOne()
  }

  mutating func saveAfterFailure() {
    progress.clear()
    try? stream.flush()
  }

  /// Completes the output, and says what was done.
  ///
  /// - Returns: how many documents were left out.
  mutating func finish() throws -> Int {
    progress.clear()
    if let resumePoint {
      throw WaslError(
        .input,
        "the output ends with a document that the list does not have: \(String(decoding: resumePoint, as: UTF8.self))",
        at: .init(file: lines.name), advice: "resume with the same list and shard, or write to another file")
    }
    try stream.flush()
    if recordCount == 0 {
      throw WaslError(
        .nothingToAlign, "no documents in it", at: .init(file: lines.name),
        advice: "put one document on each line; see 'wasl help align'")
    }
    run.messages.note(progress.summary(failures: failures) + AlignmentSummary.leftOut(written))
    return failures
  }

  static func repeatedName(_ id: String, _ location: WaslError.Location) -> WaslError {
    WaslError(
      .input, "there is a document '\(id)' before this one", at: location,
      advice: "give each document a name of its own")
  }

  private func warnOfMissing() {
    guard let first = missing.first else { return }
    run.messages.warn(
      """
      \(run.output ?? ""): nothing of \(missing.count) documents of the list before its last one, first '\(first)': they \
      had no beads, were left out, or the list or shard was another; they are not aligned now
      """)
  }

  /// The number of records in a list that is a file, for the progress; nil for a stream.
  private static func count(_ list: String, _ shard: (index: Int, count: Int)) throws -> Int? {
    guard list != "-", isatty(STDERR_FILENO) == 1 else { return nil }
    var lines = try LineReader(path: list)
    var count = 0
    while let line = try lines.next() { if BatchRecord.isRecord(line) { count += 1 } }
    // Of the records from the shard's first on, every so manieth; the divisor may be near the end of numbers.
    return count > shard.index ? (count - shard.index - 1) / shard.count + 1 : 0
  }
}
