import Foundation
import TestSupport

/// Runs the built `wasl` under what a shell can set: limits, variables, other users' rights.
enum Shell {
  /// - Parameter script: for `sh`; `$WASL` is the command.
  static func run(_ script: String, in folder: TemporaryFolder) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder.url
    var environment = ProcessInfo.processInfo.environment
    environment["WASL"] = WaslProcess.executable.path()
    process.environment = environment
    let streams = try TemporaryFolder()
    for name in ["out", "err"] { try Data().write(to: streams.url.appending(path: name)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.url.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: streams.url.appending(path: name)), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try text("out"), errors: try text("err"))
  }

  /// Whether a command works here: a test that needs it says that it skips.
  static func can(_ command: String) -> Bool {
    guard let folder = try? TemporaryFolder(), let outcome = try? run(command, in: folder) else { return false }
    return outcome.status == 0
  }
}
