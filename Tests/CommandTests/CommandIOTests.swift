import Foundation
import TestSupport
import Testing

@Suite struct CommandIOTests {
  @Test func printsTheVersionAndHelp() throws {
    let version = try WaslProcess.run(["--version"])
    #expect(version.output.split(separator: ".").count == 3)
    #expect(version.status == 0)
    let help = try WaslProcess.run(["evaluate", "--help"])
    #expect(help.output.contains("EXAMPLES"))
    #expect(help.errors == "")
    #expect(help.status == 0)
  }

  @Test(arguments: [["bogus"], ["--bogus"], ["evaluate", "--min-f1"]])
  func badUsageExitsWithStatus2(arguments: [String]) throws {
    let outcome = try WaslProcess.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("wasl: error: "))
    #expect(outcome.errors.contains("Usage: wasl"))
    #expect(outcome.output == "")
  }

  @Test(arguments: [["--help"], ["evaluate", "gold", "gold"]])
  func closedPipeExitsWithStatus0(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(["gold": "[0]:[0]\n"])
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try WaslProcess.run(arguments, in: folder.url, output: pipe.fileHandleForWriting)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test func fullDiskIsAnError() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let outcome = try WaslProcess.run(["--help"], output: full)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "wasl: error: <stdout>: cannot be written: no space left on device; make room, or write elsewhere\n")
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func unreadableFileIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(["gold": "[0]:[0]\n"])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("gold"))
    let outcome = try WaslProcess.run(["evaluate", "gold", "gold"], in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("wasl: error: gold: cannot be read: permission denied"))
  }
}
