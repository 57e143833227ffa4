import WaslBitext
import WaslSystemIO

/// Keeping what a batch writes from what it reads.
extension BatchRun {
  /// That neither the stream, which takes its file's place at once, nor the file of a document takes the place of the
  /// list, of a document, or of anything else that is read.
  func checkOutputs(_ list: String) throws {
    let output = output.flatMap { OutputFile.descriptor($0) == nil ? $0 : nil }
    if let output { try OutputCheck.check([output], inputs: inputs + [list]) }
    // A list that comes through a pipe cannot be read twice.
    guard OutputCheck.isRegular(list) else {
      if let output, !options.resume { try checkIsNew(output) }
      return
    }
    var existing = ExistingOutputs()
    if let outputDir = options.outputDir {
      try forEachRecord(list) { record, location in
        guard let path = try? Self.path(outputDir, record.id, writer.format, at: location) else { return }
        for path in OutputOptions.paths(path, writer) { existing.add(path) }
      }
    } else if let output, !options.resume {
      // The output of an earlier run is no document.
      existing.add(output)
    }
    if existing.isEmpty { return }
    try existing.check(inputs + [list])
    try forEachRecord(list) { record, _ in try existing.check(record.files) }
  }

  /// The same for the files of one document, which may have appeared since.
  func checkOutput(_ paths: [String], of record: BatchRecord) throws(WaslError) {
    try OutputCheck.check(paths, inputs: record.files + inputs + [options.batch ?? "-"])
    if !OutputCheck.isRegular(options.batch ?? "-") { for path in paths { try checkIsNew(path) } }
  }

  /// That a file holds nothing yet: it may be a document that a list through a pipe goes on to name.
  private func checkIsNew(_ path: String) throws(WaslError) {
    guard OutputCheck.holdsSomething(path) else { return }
    throw WaslError(
      .usage, "holds something, which may be a document that the list goes on to name: it comes through a pipe",
      at: .init(file: path), advice: "remove it, write elsewhere, go on in it with --resume, or give the list as a file"
    )
  }

  /// Goes through the documents of a list that can be read twice; what is wrong with a line is said when it has its turn.
  private func forEachRecord(
    _ list: String, _ body: (BatchRecord, WaslError.Location) throws -> Void
  ) throws {
    let folder = BatchRecord.folder(of: list)
    var lines = try LineReader(path: list)
    var number = 0
    while let line = try lines.next() {
      guard BatchRecord.isRecord(line) else { continue }
      number += 1
      let location = WaslError.Location(file: list, line: lines.number)
      if let record = try? BatchRecord(line, number: number, folder: folder, at: location) {
        try body(record, location)
      }
    }
  }
}
