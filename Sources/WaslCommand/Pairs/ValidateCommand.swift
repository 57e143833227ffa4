import ArgumentParser
import WaslBitext
import WaslPairFormats
import WaslSystemIO

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a TMX, TSV, CSV, JSONL, XLIFF, PO or ladder file: line and reason for each defect.",
    discussion: """
      Defects go to standard output as FILE:LINE: reason. TMX is checked by the rules of 1.4, a ladder for every \
      segment standing in it once and in order, the others for what reading them asks. Exit status: 0 sound, \
      1 defects found, 2 bad usage or unreadable.

      EXAMPLES
        wasl validate memory.tmx
        wasl validate pairs.tsv.gz --quiet && echo sound
      """)

  @Argument(help: .init("The files to check; '-' is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: .init(
      "\(Validator.formats.map(\.rawValue).joined(separator: ", ")); without it, what the name or content says.",
      valueName: "format"))
  var from: String?

  @Option(help: .init("Print at most so many defects of a file; all are counted.", valueName: "n"))
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
        messages.note("\(name): \(report.format.rawValue), \(report.units) units, \(verdict)")
      }
    }
    if !isSound { throw ExitCode(CommandIO.Status.failed) }
  }
}
