import Testing

/// The help texts, as a terminal of 80 columns shows them.
@Suite struct HelpTests {
  private static let commands = [
    "align", "convert", "extract", "filter", "validate", "evaluate", "train", "model", "tune", "segment", "srx",
    "tokenize", "normalize", "bench", "bench align", "bench text", "model info", "model export",
  ]

  private func help(_ command: String) throws -> String {
    let words = command.split(separator: " ").map(String.init)
    return try WaslProcess.run(["help"] + words, environment: ["COLUMNS": "80"]).output
  }

  /// A wrapped command cannot be copied: what follows in the next line would be lost.
  @Test(arguments: commands)
  func examplesAreNotWrapped(command: String) throws {
    let lines = try help(command).split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "EXAMPLES") else { return }
    for line in lines[(start + 1)...].prefix(while: { !$0.isEmpty }) {
      #expect(line.hasPrefix("  "), "wrapped: \(line)")
    }
  }

  @Test func commandsWithATaskHaveExamples() throws {
    for command in Self.commands where !["model info", "model export"].contains(command) {
      #expect(try help(command).contains("EXAMPLES\n  wasl "), "\(command)")
    }
  }

  @Test func exitStatusesAreInTheHelp() throws {
    let help = try WaslProcess.run(["--help"]).output
    #expect(help.contains("EXIT STATUS\n  0  done\n  1  "))
    for status in ["\n  2  bad usage or bad input\n", "\n  3  --verify found"] { #expect(help.contains(status)) }
  }
}
