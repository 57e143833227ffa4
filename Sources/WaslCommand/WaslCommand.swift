import ArgumentParser
import WaslBitext

@main
struct WaslCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Align Arabic and English text that say the same thing.",
    discussion: """
      EXIT STATUS
        0  done
        1  nothing to align or no pair left, a result below the floor that was
           asked for, defects found, or documents of a batch left out
        2  bad usage or bad input
        3  --verify found an unsound alignment
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
