import Foundation
import TestSupport
import Testing

/// What a run of the built `wasl` left behind.
struct Outcome {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs the built `wasl` as a user does.
enum WaslProcess {
  /// It lies beside the test bundle.
  static let executable: URL = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "wasl")
    if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
    return Bundle.main.bundleURL.deletingLastPathComponent().appending(path: "wasl")
  }()

  /// - Parameters:
  ///   - input: what stands on standard input.
  ///   - folder: the working folder, so that messages name files the same way everywhere.
  ///   - output: in place of a pipe that is read.
  ///   - environment: what differs from the tests' own.
  static func run(
    _ arguments: [String], input: Data = Data(), in folder: URL? = nil, output: FileHandle? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    // Files, not pipes: nothing to fill up, whoever writes first.
    let streams = try TemporaryFolder()
    let paths = ["in", "out", "err"].map(streams.path)
    try input.write(to: URL(filePath: paths[0]))
    for path in paths[1...] { try Data().write(to: URL(filePath: path)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: paths[0]))
    process.standardOutput = try output ?? FileHandle(forWritingTo: URL(filePath: paths[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: paths[2]))
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try text(paths[1]), errors: try text(paths[2]))
  }
}
