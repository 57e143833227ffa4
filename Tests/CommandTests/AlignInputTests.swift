import Foundation
import TestSupport
import Testing

/// Input as it comes: in other encodings, with other line ends, damaged, or no text at all.
@Suite struct AlignInputTests {
  private static let arabic = "مرحبا بكم في المدينة. كيف حالكم اليوم؟"
  private static let english = "Welcome to the city. How are you today?"

  private func align(_ bytes: Data, _ options: [String] = []) throws -> Outcome {
    let folder = try TemporaryFolder()
    try bytes.write(to: folder.url.appending(path: "in"))
    return try WaslProcess.run(["align", "in", "--to", "jsonl"] + options, in: folder.url)
  }

  // MARK: Encodings and line ends

  @Test(
    arguments: [
      ("UTF-8", [], nil), ("UTF-8", [0xEF, 0xBB, 0xBF], nil), ("UTF-16LE", [0xFF, 0xFE], "UTF-16LE"),
      ("UTF-16BE", [0xFE, 0xFF], "UTF-16BE"), ("UTF-16LE", [], "UTF-16LE"), ("UTF-16BE", [], "UTF-16BE"),
      ("CP1256", [], "windows-1256"), ("ISO-8859-6", [], "ISO-8859-6"),
    ] as [(String, [UInt8], String?)])
  func encodingsAreDetectedAndNamed(encoding: String, mark: [UInt8], named: String?) throws {
    let text = "\(Self.arabic)\r\n\r\n\(Self.english)\r\n"
    let outcome = try align(Data(mark) + encoded(text, encoding))
    // Offsets are those of Python's `open(…, newline='')`: only in UTF-8 the mark is a character of the text.
    let decoded = Array(((encoding == "UTF-8" && !mark.isEmpty ? "\u{FEFF}" : "") + text).unicodeScalars)
    let beads = try spans(outcome.output)
    #expect(!beads.isEmpty)
    for bead in beads { #expect(String(scalars: decoded[bead.range]) == bead.text) }
    #expect(beads.map(\.text).joined(separator: " ") == "\(Self.arabic) \(Self.english)")
    #expect(outcome.errors.hasPrefix("wasl: in read as") == (named != nil))
    if let named { #expect(outcome.errors.hasPrefix("wasl: in read as \(named)\n")) }
    #expect(outcome.status == 0)
  }

  @Test func encodingCanBeNamed() throws {
    let bytes = try encoded("\(Self.arabic)\n\(Self.english)\n", "CP1256")
    let named = try align(bytes, ["--encoding", "windows-1256"])
    #expect(try spans(named.output).map(\.text).joined(separator: " ") == "\(Self.arabic) \(Self.english)")
    // Latin letters with accents then, and no Arabic.
    let misnamed = try align(bytes, ["--encoding", "windows-1252"])
    #expect(misnamed.errors.contains("in: the text has no Arabic part"))
    #expect(misnamed.status == 1)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func everyKindOfLineEndEndsASegment(lineEnd: String) throws {
    let lines = ["العنوان", Self.arabic, "The title", Self.english]
    let text = lines.joined(separator: lineEnd)
    let outcome = try align(Data(text.utf8))
    #expect(outcome.errors.hasPrefix("wasl: 3 + 3 segments"), "\(outcome.errors)")
    let scalars = Array(text.unicodeScalars)
    for bead in try spans(outcome.output) {
      #expect(String(scalars: scalars[bead.range]).replacing(lineEnd, with: " ") == bead.text)
    }
  }

  // MARK: Nothing to align: status 1

  @Test(
    arguments: [
      ("", "in: it is empty; give a text in both languages, or two texts"),
      (String(repeating: "\n", count: 100_000), "in: it is empty"),
      (Self.english, "in: the text has no Arabic part; give the other language as a second file"),
      (Self.arabic, "in: the text has no English part; give the other language as a second file"),
      ("12 + 30 = 42", "in: the text has no Arabic part"),
    ])
  func nothingToAlignExitsWithStatus1(text: String, message: String) throws {
    let outcome = try align(Data(text.utf8))
    #expect(outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
  }

  @Test(
    arguments: [
      (["ar", "ar2"], 2, "ar2: both files are Arabic; give one Arabic and one English text"),
      (["en2", "en"], 2, "en: both files are English"), (["en", "en"], 2, "en is given twice; give an Arabic and"),
      (["ar", "none"], 1, "none: no Arabic or Latin letters in it"),
      (["--presplit", "blank", "en"], 1, "blank: no Arabic or Latin letters in it"),
      (["--presplit", "blank"], 1, "blank: it is empty"),
    ] as [([String], Int32, String)])
  func twoTextsMustBeInTwoLanguages(arguments: [String], status: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(["ar": Self.arabic, "en": Self.english, "none": "1 2 3", "blank": "\n\n"])
    try folder.write(["ar2": Self.arabic, "en2": Self.english])
    let outcome = try WaslProcess.run(["align"] + arguments, in: folder.url)
    #expect(outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
    #expect(outcome.status == status)
  }

  // MARK: No text: status 2

  @Test func binaryDataIsNamed() throws {
    var random = SystemRandomNumberGenerator()
    let noise = Data((0..<5000).map { _ in UInt8(random.next() % 32) })
    for (bytes, message) in [
      // What more is said depends on the programs that are installed.
      (Data("%PDF-1.7\n".utf8), "in: "),
      (Data([0x50, 0x4B, 3, 4]) + noise, "in: this is a damaged ZIP archive"),
      (Data([0x1F, 0x8B]) + noise, "in: the compressed data is damaged"),
      (Data([1, 2]) + noise, "in: byte 0: this looks like binary data, not text"),
    ] {
      let outcome = try align(bytes)
      #expect(outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
      #expect(outcome.status == 2)
    }
  }

  @Test(
    arguments: [
      ([0xFF], "invalid UTF-8"), ([0xC3], "invalid UTF-8"), ([0xED, 0xA0, 0x80], "invalid UTF-8"), ([0x00], "a NUL"),
    ] as [([UInt8], String)])
  func invalidBytesAreReportedOrReplaced(bad: [UInt8], message: String) throws {
    let bytes = Data("\(Self.arabic)\n".utf8) + bad + Data("\n\(Self.english)".utf8)
    let outcome = try align(bytes)
    #expect(outcome.errors.hasPrefix("wasl: error: in:2: byte \(Self.arabic.utf8.count + 1): \(message)"))
    #expect(outcome.errors.contains("--replace-invalid"))
    #expect(outcome.status == 2)
    let replaced = try align(bytes, ["--replace-invalid"])
    #expect(replaced.output.contains("\u{FFFD}"))
    #expect(replaced.status == 0)
  }

  // MARK: Large input

  @Test func lineOfTenMegabytesIsRead() throws {
    // Half a million words a side without a mark: two segments.
    let text = Data((String(repeating: "كلمة ", count: 550_000) + String(repeating: "word ", count: 1_000_000)).utf8)
    #expect(text.count > 9_900_000)
    let outcome = try align(text)
    #expect(outcome.errors.hasPrefix("wasl: 1 + 1 segments"))
    let spans = try spans(outcome.output)
    #expect(spans.map(\.range) == [0..<2_749_999, 2_750_000..<7_749_999])
    #expect(outcome.status == 0)
  }

  // MARK: Files and pipes

  @Test(
    arguments: [
      (["missing"], "missing: cannot be read: no such file or directory; check the path"),
      (["."], ".: cannot be read: is a directory; give a file"),
      // Neither can root use these two.
      (["/proc/self/mem"], "/proc/self/mem: cannot be read: input/output error"),
      (["in", "-o", "/proc/out.tsv"], "/proc/out.tsv: cannot be written: no such file or directory"),
      (["in", "-o", "none/out.tsv"], "none/out.tsv: cannot be written: no such file or directory"),
      (["in", "-o", "."], ".: cannot be written: is a directory"),
      (["in", "-o", "/dev/full"], "/dev/full: cannot be written: no space left on device"),
    ])
  func filesThatCannotBeUsedAreNamed(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(["in": "\(Self.arabic)\n\(Self.english)"])
    let outcome = try WaslProcess.run(["align", "--to", "tsv"] + arguments, in: folder.url)
    #expect(outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
    #expect(outcome.status == 2)
  }

  @Test(.enabled(if: getuid() != 0, "root may read and write everything"))
  func permissionsAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in": "\(Self.arabic)\n\(Self.english)", "locked/x": ""])
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path("locked"))
    let unwritable = try WaslProcess.run(["align", "in", "-o", "locked/out.tsv"], in: folder.url)
    #expect(unwritable.errors.hasPrefix("wasl: error: locked/out.tsv: cannot be written: permission denied"))
    #expect(unwritable.status == 2)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("locked"))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("in"))
    let unreadable = try WaslProcess.run(["align", "in"], in: folder.url)
    #expect(unreadable.errors.hasPrefix("wasl: error: in: cannot be read: permission denied"))
    #expect(unreadable.status == 2)
  }

  @Test func failedRunKeepsTheOlderFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in": Self.english, "out.tsv": "an older file\n"])
    #expect(try WaslProcess.run(["align", "in", "-o", "out.tsv"], in: folder.url).status == 1)
    #expect(try String(contentsOfFile: folder.path("out.tsv"), encoding: .utf8) == "an older file\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted() == ["in", "out.tsv"])
  }

  @Test func closedPipeExitsWithStatus0() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in": "\(Self.arabic)\n\(Self.english)"])
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try WaslProcess.run(["align", "in", "-q"], in: folder.url, output: pipe.fileHandleForWriting)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }
}

/// A side of a bead in JSON lines.
private struct Span {
  var text: String
  var range: Range<Int>
}

/// The sides of all beads in the order of their offsets.
private func spans(_ output: String) throws -> [Span] {
  var spans: [Span] = []
  for line in output.split(separator: "\n") {
    let bead = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    for side in [bead["source"], bead["target"]] {
      guard let side = side as? [String: Any] else { continue }
      let text = try #require(side["text"] as? String)
      let (start, end) = (try #require(side["start"] as? Int), try #require(side["end"] as? Int))
      spans.append(Span(text: text, range: start..<end))
    }
  }
  return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

extension String {
  fileprivate init(scalars: ArraySlice<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }
}

/// By the tables of the C library, which are not those under test.
private func encoded(_ text: String, _ encoding: String) throws -> Data {
  let converter = try #require(iconv_open(encoding, "UTF-8"))
  defer { iconv_close(converter) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: 4 * input.count)
  var (inputLeft, outputLeft) = (input.count, output.count)
  let written = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (from, to) = (input.baseAddress, output.baseAddress)
      let result = iconv(converter, &from, &inputLeft, &to, &outputLeft)
      return result == -1 ? -1 : output.count - outputLeft
    }
  }
  try #require(written >= 0)
  return Data(output[..<written].map { UInt8(bitPattern: $0) })
}
