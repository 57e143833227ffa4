import Glibc
import WaslBitext

/// Reads a file or standard input piece by piece.
package struct InputReader: ~Copyable {
  /// What messages call the input.
  package let name: String
  private let descriptor: Int32
  private var buffer: [UInt8]

  /// - Parameter path: a file, or `-` for standard input.
  package init(path: String, pieceSize: Int = 1 << 18) throws {
    buffer = [UInt8](repeating: 0, count: pieceSize)
    if path == "-" {
      name = "<stdin>"
      descriptor = STDIN_FILENO
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.error("cannot open", path) }
  }

  deinit { if descriptor != STDIN_FILENO, descriptor >= 0 { close(descriptor) } }

  /// The next bytes, empty at the end of the input.
  package mutating func next() throws -> ArraySlice<UInt8> {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return buffer[0..<count] }
      if errno != EINTR { throw Self.error("cannot read", name) }
    }
  }

  private static func error(_ what: String, _ name: String) -> WaslError {
    WaslError(
      .input, "\(what): \(String(cString: strerror(errno)))", at: .init(file: name),
      advice: "give a readable file, or - for standard input")
  }
}
