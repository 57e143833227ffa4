import Foundation
import TestSupport
import Testing

/// The drawn pairs, as README shows them and as a terminal gets them.
@Suite struct TerminalViewTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// README shows some of the pairs that the command prints, in their order.
  @Test func readmeShowsWhatTheCommandPrints() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(readme.components(separatedBy: "```\n").first { $0.hasPrefix("╭") })
    let printed = try WaslProcess.run(
      ["align", "-q", "--to", "text", "Corpora/minutes/minutes.mixed.txt"], in: Self.root)
    var beads = printed.output.components(separatedBy: "\n\n").map(trimmed)[...]
    for shown in block.components(separatedBy: "\n\n").map(trimmed) {
      let place = try #require(
        beads.firstIndex(of: shown), "README shows what the command does not print here:\n\(shown)")
      beads = beads[(place + 1)...]
    }
  }

  private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) }

  @Test(.enabled(if: Shell.can("script --version"), "script, of util-linux, is not installed"))
  func isTheFormOnATerminal() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in.txt": "وصل البريد اليوم.\nThe mail came today.\n"])
    func onTerminal(_ arguments: String) throws -> String {
      try Shell.run("script -qec \"stty cols 40; $WASL align -q in.txt \(arguments)\" /dev/null", in: folder).output
        .replacing("\r\n", with: "\n")
    }
    let view = try onTerminal("")
    #expect(view.hasPrefix("╭ 1-1  0.") && view.contains("╰ \u{2066}The mail came today.\u{2069}\n"), "\(view)")
    #expect(try onTerminal("--to tsv").hasPrefix("source\ttarget\t"))
    #expect(try Shell.run("$WASL align -q in.txt", in: folder).output.hasPrefix("source\ttarget\t"))
  }

  @Test func isWrittenByItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in.txt": "وصل البريد اليوم.\nThe mail came today.\n"])
    let outcome = try WaslProcess.run(["align", "-q", "in.txt", "-o", "out.txt"], in: folder.url)
    #expect(outcome.status == 0)
    let view = try String(contentsOfFile: folder.path("out.txt"), encoding: .utf8)
    #expect(view.hasSuffix("\n│ وصل البريد اليوم.\n╰ The mail came today.\n"), "\(view)")
  }
}
