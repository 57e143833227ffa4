import Glibc
import WaslBitext
import WaslSyntax
import WaslSystemIO

/// The one output of a batch: JSON lines that each start with their document's name.
///
/// Documents stand in the order of the list, so the last name in an output that was cut off tells
/// where to go on: that document's lines are cut away and written again.
struct BatchStream {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  /// The last document's name in the output as it was found, as JSON; nil for a new one.
  private(set) var lastID: [UInt8]?
  /// The names in the output as it was found, of documents that have not been met in the list.
  private var unmet: Set<[UInt8]> = []
  /// Where the last document's lines start in the output as it was found, until they are cut away.
  private var cut: off_t?

  /// - Parameter path: a file, or nil or `-` for standard output.
  init(_ path: String?, resumes: Bool, isUsed: Bool) throws {
    guard isUsed, let path, OutputFile.descriptor(path) == nil else {
      if resumes && isUsed {
        throw WaslError(
          .usage, "standard output cannot be resumed", advice: "write to a file with -o, or into --output-dir")
      }
      descriptor = path.flatMap { OutputFile.descriptor($0) } ?? 1
      name = path.flatMap { $0 == "-" ? nil : $0 } ?? "<stdout>"
      return
    }
    name = path
    // Reading a pipe for what stands in it would wait for ever.
    if resumes, access(path, F_OK) == 0, !OutputCheck.isRegular(path) {
      throw WaslError(
        .usage, "is not a file, and only files can be resumed", at: .init(file: path),
        advice: "give a file, or leave --resume out")
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.error(path) }
    // Two runs would write into each other's lines. Where a file system knows no locks there is none.
    if Self.isRegular(descriptor), flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw WaslError(
        .output, "another run is writing to it", at: .init(file: path), advice: "wait for it, or write to another file")
    }
    let end = resumes ? try Self.end(of: path) : (0, nil, [])
    (lastID, unmet) = (end.1, end.2)
    if Self.isRegular(descriptor) { cut = off_t(end.0) }
    // What a run has written stays as it is until its last document is found again in the list.
    if lastID == nil { try cutAway() }
  }

  /// Whether the output as it was found holds something of a document of the list.
  mutating func held(_ id: String) -> Bool { unmet.remove(Self.written(id)) != nil }

  /// Takes the last document's lines out of an output that is resumed, and that holds no other documents than those
  /// asked for with `held`.
  mutating func goOn() throws {
    unmet.remove(lastID ?? [])
    if let other = unmet.first {
      throw WaslError(
        .input,
        "it holds a document that the list does not have before the last: \(String(decoding: other, as: UTF8.self))",
        at: .init(file: name), advice: "resume with the same list and shard, or write to another file")
    }
    try cutAway()
  }

  private mutating func cutAway() throws {
    guard let cut else { return }
    guard ftruncate(descriptor, cut) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { throw Self.error(name) }
    self.cut = nil
  }

  mutating func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws {
    var written = 0
    // After an error too, so that what is flushed once more goes on where it ended.
    defer { buffer.removeFirst(written) }
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR {
        throw Self.error(name)
      }
    }
  }

  /// JSON lines with the document's name as their first member.
  static func named(_ lines: [UInt8], _ id: String) -> [UInt8] {
    let prefix = Array("{\"id\":".utf8) + written(id) + [UInt8(ascii: ",")]
    var result: [UInt8] = []
    result.reserveCapacity(lines.count + lines.count / 4)
    var isStart = true
    for byte in lines {
      if isStart { result += prefix } else { result.append(byte) }
      isStart = byte == 0x0A
    }
    return result
  }

  /// A name as it stands in the output.
  static func written(_ id: String) -> [UInt8] {
    var sink = ByteSink()
    JSON.string(id).write(to: &sink)
    return sink.bytes
  }

  /// Where the last document's lines start, its name, and all names; the file's start and nil when there is none.
  private static func end(of path: String) throws -> (Int, [UInt8]?, Set<[UInt8]>) {
    if access(path, F_OK) != 0 { return (0, nil, []) }
    var ids: Set<[UInt8]> = []
    var lines = try LineReader(path: path)
    var (offset, start) = (0, 0)
    var last: [UInt8]?
    while let line = try lines.next() {
      guard let id = Self.id(of: line) else {
        // A line that was cut off ends the file; anything else is no output of ours.
        if line.starts(with: opening) || opening.starts(with: line), lines.isUnended { break }
        throw WaslError(
          .format, "is not the output of a batch", at: .init(file: path, line: lines.number),
          advice: "resume into the file that the stopped run wrote")
      }
      if id != last {
        (start, last) = (offset, id)
        ids.insert(id)
      }
      offset += line.count + 1
    }
    return (start, last, ids)
  }

  private static let opening = Array("{\"id\":\"".utf8)

  /// The document's name at the start of a line as `named` writes it, in its quotes.
  private static func id(of line: [UInt8]) -> [UInt8]? {
    guard line.starts(with: opening) else { return nil }
    var index = opening.count
    while index < line.count, line[index] != UInt8(ascii: "\"") {
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    // Lists of documents start with a name too, but have no bead after it.
    let rest = line.dropFirst(index + 1)
    let bead = [",\"source\":{", ",\"source\":null"].map { Array($0.utf8) }
    guard bead.contains(where: { rest.starts(with: $0) }) else { return nil }
    return Array(line[(opening.count - 1)...index])
  }

  private static func isRegular(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func error(_ path: String) -> WaslError {
    WaslError(
      .output, "cannot be written: \(String(cString: strerror(errno)))", at: .init(file: path),
      advice: "check the path and the room on the disk")
  }
}
