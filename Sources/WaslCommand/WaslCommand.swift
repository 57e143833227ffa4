import ArgumentParser
import WaslBitext

@main
struct WaslCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Align Arabic and English text that say the same thing.",
    discussion: """
      Exit status: 0 when done, 1 when it ran but found nothing to align or a result is below the floor \
      asked for, 2 for bad usage or input.
      """,
    version: Tool.version,
    subcommands: [
      AlignCommand.self, ConvertCommand.self, ExtractCommand.self, FilterCommand.self, ValidateCommand.self,
      EvaluateCommand.self, TrainCommand.self, ModelCommand.self, TuneCommand.self, SegmentCommand.self,
      SRXCommand.self,
      TokenizeCommand.self, NormalizeCommand.self, BenchCommand.self,
    ])

  /// In place of the parser's own, to give the exit status and the messages their form.
  static func main() {
    CommandIO.prepare()
    let status = CommandIO.status {
      try CommandIO.checkArguments()
      try CommandIO.takeLimits()
      var command = try parseAsRoot()
      try command.run()
    }
    exit(withError: ExitCode(status))
  }
}
