internal import Glibc
internal import WaslBitext

/// Reads a file or standard input piece by piece; what gzip or zstd has packed is unpacked on the way.
package struct InputReader: ~Copyable {
  /// What messages call the input.
  package let name: String
  private let descriptor: Int32
  private var buffer: [UInt8]
  private var unpacker: Unpacker?
  /// The first bytes, which tell whether the input is packed, until they are handed out.
  private var start: ArraySlice<UInt8>?
  private var isStarted = false

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: an input error that says why the file cannot be opened.
  package init(path: String, pieceSize: Int = 1 << 18) throws {
    buffer = [UInt8](repeating: 0, count: pieceSize)
    name = InputFile.name(of: path)
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw inputError(errno, name: path) }
  }

  deinit { if descriptor != STDIN_FILENO, descriptor >= 0 { close(descriptor) } }

  /// The next bytes, empty at the end of the input.
  ///
  /// - Throws: an input error for what cannot be read, and for packed data that is damaged.
  package mutating func next() throws -> ArraySlice<UInt8> {
    if !isStarted { try begin() }
    guard let unpacker else { return try readPacked() }
    return try unpacker.next { try readPacked() }
  }

  private mutating func begin() throws {
    isStarted = true
    // A pipe may give one byte at first.
    var bytes = try readPiece()
    while !bytes.isEmpty, bytes.count < 6 {
      let more = try readPiece()
      if more.isEmpty { break }
      bytes = bytes + more
    }
    unpacker = try Compression(bytes).map { try Unpacker($0, name: name) }
    start = bytes
  }

  private mutating func readPacked() throws -> ArraySlice<UInt8> {
    if let start {
      self.start = nil
      return start
    }
    return try readPiece()
  }

  private mutating func readPiece() throws -> ArraySlice<UInt8> {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return buffer[0..<count] }
      if errno != EINTR { throw inputError(errno, name: name) }
    }
  }
}
