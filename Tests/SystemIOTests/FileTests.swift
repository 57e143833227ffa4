import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslSystemIO

@Suite struct FileTests {
  private struct Refusal: Error {}

  @Test func readsWhatWasWritten() throws {
    let folder = try TemporaryFolder()
    let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try OutputFile.write(to: folder.path("a")) { sink in
      for start in stride(from: 0, to: content.count, by: 1000) {
        sink.append(content[start..<start + 1000])
        try sink.flushIfFull()
      }
    }
    #expect(try InputFile.read(folder.path("a")) == content)
    #expect(try folder.names() == ["a"])
  }

  @Test(arguments: [
    ("none", "cannot be read: no such file or directory; check the path"),
    ("", "cannot be read: is a directory; give a file"), ("file/x", "cannot be read: not a directory"),
  ])
  func saysWhyAnInputCannotBeRead(name: String, message: String) throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder.path("file")))
    let path = folder.path(name)
    let error = waslError { _ = try InputFile.read(path) }
    #expect(error?.code == .input)
    #expect(error?.description.hasPrefix("\(path): \(message)") == true, "\(error?.description ?? "no error")")
  }

  @Test func readsFilesWithoutASize() throws {
    #expect(try !InputFile.read("/proc/self/status").isEmpty)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func saysThatPermissionIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("secret")
    #expect(FileManager.default.createFile(atPath: path, contents: Data(), attributes: [.posixPermissions: 0]))
    #expect(waslError { _ = try InputFile.read(path) }?.message.contains("permission denied") == true)
  }

  @Test func aFailureLeavesTheOldFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("out")
    try OutputFile.write(to: path) { $0.append("old") }
    #expect(throws: Refusal.self) {
      try OutputFile.write(to: path) { sink in
        sink.append("new")
        try sink.flush()
        #expect(try folder.names().count == 2)
        throw Refusal()
      }
    }
    #expect(string(try InputFile.read(path)) == "old")
    #expect(try folder.names() == ["out"])
  }

  @Test func theNewFileAppearsOnlyWhenComplete() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("out")
    try OutputFile.write(to: path) { sink in
      sink.append("whole")
      try sink.flush()
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    #expect(string(try InputFile.read(path)) == "whole")
  }

  @Test func keepsPermissionsAndLinks() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("out")
    #expect(FileManager.default.createFile(atPath: path, contents: Data(), attributes: [.posixPermissions: 0o640]))
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "out")
    try OutputFile.write(to: folder.path("link")) { $0.append("new") }
    #expect(string(try InputFile.read(path)) == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "out")
  }

  @Test func saysWhyAnOutputCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path("no/such/folder"), folder.url.path(), "/dev/full"] {
      let error = waslError { try OutputFile.write(to: path) { $0.append("x") } }
      #expect(error?.code == .output)
      #expect(error?.location?.file == path)
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func devicesAreWrittenAsTheyCome() throws {
    try OutputFile.write(to: "/dev/null") { $0.append("x") }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (-120, "-120"), (.max, "9223372036854775807"), (.min, "-9223372036854775808"),
  ])
  func writesNumbers(number: Int, text: String) {
    var sink = ByteSink()
    sink.append(number)
    #expect(string(sink.bytes) == text)
  }

  @Test(arguments: [
    (0, "0.0000"), (1, "1.0000"), (0.12345, "0.1235"), (0.99996, "1.0000"), (0.05, "0.0500"), (2, "1.0000"),
    (-1, "0.0000"), (.nan, "0.0000"), (.infinity, "1.0000"),
  ])
  func writesConfidences(number: Double, text: String) {
    var sink = ByteSink()
    sink.append(confidence: number)
    #expect(string(sink.bytes) == text)
  }

  @Test func aSignalRemovesThePartialFile() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("out")
    try OutputFile.write(to: path) { $0.append("old") }
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
      InterruptCleanup.install(fault: "fault\n")
      try OutputFile.write(to: path) { sink in
        sink.append("new")
        try sink.flush()
        // To the process, for this thread may block signals.
        kill(getpid(), SIGTERM)
        sleep(10)
      }
    }
    #expect(string(try InputFile.read(path)) == "old")
    #expect(try folder.names() == ["out"])
  }
}
