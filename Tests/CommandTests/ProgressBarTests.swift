import Foundation
import TestSupport
import Testing

@testable import WaslCommand

@Suite struct ProgressBarTests {
  @Test func barShowsFinishedStages() {
    let bar = ProgressBar(stages: ["sentences", "words", "beads", "writing"])
    #expect(bar.line(done: 0, seconds: 1) == "\rwasl: [------------------------] sentences, 1 s\u{1B}[K")
    #expect(bar.line(done: 3, seconds: 75) == "\rwasl: [##################------] writing, 75 s\u{1B}[K")
  }

  /// The output is a pipe that nobody reads for a while: work of more than a second, on a machine of any speed.
  @Test(arguments: [(true, []), (true, ["--quiet"]), (false, [])] as [(Bool, [String])])
  func progressIsShownOnATerminalOnly(isTerminal: Bool, options: [String]) async throws {
    let folder = try TemporaryFolder()
    try folder.write(["in": "مرحبا.\nHello.\n"])
    let fifo = folder.path("out.tsv")
    #expect(mkfifo(fifo, 0o600) == 0)
    let errors = try isTerminal ? PseudoTerminal() : nil
    let pipe = Pipe()

    let process = Process()
    process.executableURL = WaslProcess.executable
    process.arguments = ["align", "in", "-o", fifo] + options
    process.currentDirectoryURL = folder.url
    process.environment = ["TERM": "xterm"]
    process.standardError = errors?.slave ?? pipe.fileHandleForWriting
    try process.run()
    try await Task.sleep(for: .milliseconds(1600))
    let output = try #require(FileHandle(forReadingAtPath: fifo)).readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(output.starts(with: Data("source\ttarget".utf8)))

    try pipe.fileHandleForWriting.close()
    let said = errors?.read() ?? String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let summary = "wasl: 1 + 1 segments, 1 bead (1 × 1-1), no gaps, mean confidence "
    switch (isTerminal, options.isEmpty) {
    case (true, true):
      #expect(said.hasPrefix("\rwasl: [################--------] writing, 1 s\u{1B}[K"), "\(said.debugDescription)")
      // Wiped before the summary, and not drawn again.
      #expect(said.contains("\r\u{1B}[K\(summary)"), "\(said.debugDescription)")
      #expect(!said.drop { $0 != "×" }.contains("["))
    case (true, false): #expect(said == "")
    case (false, _): #expect(said.hasPrefix(summary), "\(said.debugDescription)")
    }
  }
}

/// A terminal without a screen.
private struct PseudoTerminal {
  let slave: FileHandle
  private let master: Int32

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(master >= 0)
    // TIOCSPTLCK and TIOCGPTN, which Swift does not see.
    var (lock, number): (Int32, Int32) = (0, 0)
    try #require(ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    let descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(descriptor >= 0)
    slave = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// What has been written on it.
  func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    // A terminal gives 4 KB at a time, and a busy machine draws more before the test goes on.
    var said: [UInt8] = []
    while true {
      let count = Glibc.read(master, &bytes, bytes.count)
      if count <= 0 { break }
      said += bytes[..<count]
    }
    close(master)
    return String(decoding: said, as: UTF8.self)
  }
}
