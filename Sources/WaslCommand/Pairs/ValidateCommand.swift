import ArgumentParser
import WaslBitext
import WaslPairFormats
import WaslSystemIO

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check TMX, TSV, CSV, JSONL, XLIFF, PO and ladder files, and report each defect with its line.",
    usage: "wasl validate [<options>] FILE …",
    discussion: """
      Defects go to standard output as FILE:LINE: reason. TMX is checked against the rules of 1.4. In a ladder, every \
      segment must come once and in order. Other formats are checked for what reading them requires. Exit status: 0 no \
      defects, 1 defects found, 2 bad usage or unreadable input.

      EXAMPLES
        wasl validate memory.tmx
        wasl validate pairs.tsv.gz --quiet && echo sound
      """)

  @Argument(help: .init("The files to check; '-' is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: .init(
      "\(Validator.formats.map(\.rawValue).joined(separator: ", ")); without it, the extension or the content decides.",
      valueName: "format"))
  var from: String?

  @Option(help: .init("Print at most this many defects per file; all are counted.", valueName: "n"))
  var limit = 100

  @OptionGroup(title: "Messages") var messages: MessageOptions

  func validate() throws {
    try OutputCheck.checkStandardInput(files)
    try OptionRange.check(limit, "--limit", from: 0)
  }

  func run() throws {
    let format = try from.map { name throws(WaslError) in try Format(named: name) }
    var isSound = true
    try OutputFile.write(to: nil) { sink in
      for path in files {
        let name = InputFile.name(of: path)
        let report = try Validator.report(InputFile.read(path), name: name, format: format)
        for defect in report.defects.prefix(limit) {
          sink.append("\(defect)\n")
          try sink.flushIfFull()
        }
        if !report.defects.isEmpty { isSound = false }
        let count = report.defects.count
        let verdict = count == 0 ? "no defects" : "\(count) defect\(count == 1 ? "" : "s")"
        messages.note("\(name): \(report.kind), \(report.units) units, \(verdict)")
      }
    }
    if !isSound { throw ExitCode(CommandIO.Status.failed) }
  }
}
