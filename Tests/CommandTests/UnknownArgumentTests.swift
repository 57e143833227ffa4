import Testing

@testable import WaslCommand

/// What is said of options and commands that do not exist.
@Suite struct UnknownArgumentTests {
  @Test(arguments: [
    ("align a b --format tmx", "unknown option '--format'; did you mean '--to'?", "align"),
    ("align a b --format=tmx", "unknown option '--format'; did you mean '--to'?", "align"),
    ("align --batch l --jbos 3", "unknown option '--jbos'; did you mean '--jobs'?", "align"),
    ("align --batch l --threads 3", "unknown option '--threads'; did you mean '--jobs'?", "align"),
    ("align a --min-conf .9", "unknown option '--min-conf'; did you mean '--min-confidence'?", "align"),
    ("align a --zzz", "unknown option '--zzz'", "align"), ("align a -x5", "unknown option '-x'", "align"),
    ("aling a b", "unknown command 'aling'; did you mean 'align'?", ""),
    ("tokenise a", "unknown command 'tokenise'; did you mean 'tokenize'?", ""),
    ("help convrt", "unknown command 'convrt'; did you mean 'convert'?", ""),
    ("qqq", "unknown command 'qqq'", ""), ("model exprt m", "unknown command 'exprt'; did you mean 'export'?", "model"),
    ("segment --lang ar", "unknown option '--lang'; did you mean '--language'?", "segment"),
    ("-q align a", "unknown option '-q'", ""),
  ])
  func unknownNamesAreNamedFirst(command: String, message: String, usage: String) throws {
    let outcome = try WaslProcess.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("wasl: error: \(message)\nUsage: wasl \(usage)"), "\(outcome.errors)")
    let help = usage.isEmpty ? "wasl --help" : "wasl \(usage) --help"
    #expect(outcome.errors.hasSuffix("  See '\(help)' for more information.\n"))
  }

  @Test(arguments: [
    ("align a b c", "give one bilingual text or two texts, not 3 files"),
    ("align -- --zzz a b", "give one bilingual text or two texts, not 3 files"),
    ("filter a --max-ratio=-1", "--max-ratio is 1 or more, or 0 for any"),
  ])
  func otherErrorsStay(command: String, message: String) throws {
    let outcome = try WaslProcess.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 2 && outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
  }

  @Test func jobsHaveAShortForm() throws {
    let outcome = try WaslProcess.run(["align", "--batch", "none", "-j", "0"])
    #expect(outcome.status == 2 && outcome.errors.contains("--jobs is 0: give 1 to 1024"), "\(outcome.errors)")
  }

  @Test(arguments: [("", "", 0), ("abc", "abc", 0), ("aling", "align", 1), ("abc", "", 3), ("kitten", "sitting", 3)])
  func distanceCountsEdits(left: String, right: String, distance: Int) {
    #expect(UnknownArgument.distance(left, right) == distance)
  }
}
