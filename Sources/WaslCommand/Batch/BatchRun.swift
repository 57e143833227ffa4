import ArgumentParser
import Glibc
import Wasl
import WaslBitext
import WaslDocuments
import WaslModel
import WaslPairFormats
import WaslSystemIO

/// A run over the documents of a list.
struct BatchRun {
  let options: BatchOptions
  let alignment: AlignmentOptions
  let decoding: DecodingArguments
  let reading: DocumentOptions
  let writer: AlignedTextWriter
  let output: String?
  /// What is read besides the list and its documents.
  let inputs: [String]
  let messages: MessageOptions

  func run(_ model: TranslationModel) throws {
    guard let list = options.batch else { return }
    try checkOutputs(list)
    if let folder = options.outputDir { try Self.makeFolder(folder) }
    let aligner = try DocumentAligner(model: model)
    var session = try BatchSession(self, list: list)
    let workers = OrderedWorkers<BatchJob, BatchOutcome>(jobs: options.jobs ?? availableProcessors()) { [self] in
      return { job in outcome(of: job, aligner) }
    }
    do {
      try workers.run(next: { try session.next() }, consume: { try session.take($0) })
    } catch {
      // What is complete is kept, so that the run can be resumed.
      session.saveAfterFailure()
      throw error
    }
    let failures = try session.finish()
    if failures > 0 { throw ExitCode(CommandIO.Status.failed) }
  }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) != 0 && errno != EEXIST {
      throw WaslError(
        .output, "cannot be made: \(String(cString: strerror(errno)))", at: .init(file: path),
        advice: "give a folder that can be made or written to")
    }
  }
}

/// A line of the list that names a document to align.
struct BatchJob: Sendable {
  var line: [UInt8]
  /// From 1, of all records of the list.
  var number: Int
  /// Where relative paths start.
  var folder: String
  var location: WaslError.Location
  /// Whether an earlier document has the name, and so the file.
  var isNameTaken = false

  /// Reads the line: work for the threads, as it may hold whole texts.
  func record() throws(WaslError) -> BatchRecord {
    try BatchRecord(line, number: number, folder: folder, at: location)
  }
}

/// What became of a document.
struct BatchOutcome: Sendable {
  var id: String
  var location: WaslError.Location
  /// The document's lines of the stream; empty when it was written to a file of its own.
  var bytes: [UInt8] = []
  /// How many beads were written and left out.
  var written = WriteSummary()
  var failure: WaslError?
}
