import Wasl
import WaslBitext
import WaslPairFormats
import WaslSystemIO

/// One document of a batch, on one of the threads.
extension BatchRun {
  /// Aligns and writes a document; whatever is wrong with it is part of the outcome.
  func outcome(of job: BatchJob, _ aligner: DocumentAligner) -> BatchOutcome {
    var outcome = BatchOutcome(id: String(job.number), location: job.location)
    do {
      let record = try job.record()
      outcome.id = record.id
      if job.isNameTaken { throw BatchSession.repeatedName(record.id, job.location) }
      if let folder = options.outputDir {
        outcome.written = try writeFile(in: folder, record, job, aligner)
      } else {
        var sink = ByteSink()
        outcome.written = try writer.write(align(record, job, aligner), to: &sink)
        outcome.bytes = BatchStream.named(sink.bytes, record.id)
      }
    } catch let error as WaslError {
      outcome.failure = error
    } catch {
      outcome.failure = WaslError(.output, "\(error)", at: job.location)
    }
    return outcome
  }

  private func writeFile(
    in folder: String, _ record: BatchRecord, _ job: BatchJob, _ aligner: DocumentAligner
  ) throws -> WriteSummary {
    let path = try Self.path(folder, record.id, writer.format, at: job.location)
    let paths = OutputOptions.paths(path, writer)
    // A folder of that name is not a document that is done.
    if options.resume, paths.allSatisfy(OutputCheck.isRegular) { return WriteSummary() }
    try checkOutput(paths, of: record)
    return try writer.write(align(record, job, aligner), to: path)
  }

  private func align(_ record: BatchRecord, _ job: BatchJob, _ aligner: DocumentAligner) throws -> AlignedText {
    let texts = try record.texts.map { text throws -> SourceText in
      switch text {
      case .file(let path): try decoding.read(path, messages, reading)
      case .text(let text): SourceText(name: "\(job.location)", text)
      }
    }
    return try aligner.align(BilingualText(texts), options: alignment)
  }

  /// The file of a document in the output's folder.
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
    // For a format of two files the languages are the extensions.
    return "\(folder)/\(id)" + (format.extensions.first.map { ".\($0)" } ?? "")
  }
}
