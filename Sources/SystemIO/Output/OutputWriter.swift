import Glibc
import WaslBitext

/// Buffered standard output. A reader that goes away early, as `head` does, is no error.
package struct OutputWriter: ~Copyable {
  /// Thrown when the reader of the pipe is gone.
  package struct Closed: Error {}

  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  package init() {
    buffer.reserveCapacity(2 * Self.capacity)
    signal(SIGPIPE, SIG_IGN)
  }

  package mutating func write(_ byte: UInt8) { buffer.append(byte) }

  package mutating func write(_ bytes: some Collection<UInt8>) { buffer.append(contentsOf: bytes) }

  package mutating func write(_ text: StaticString) { text.withUTF8Buffer { buffer.append(contentsOf: $0) } }

  package mutating func write(_ number: Int) { buffer.append(contentsOf: String(number).utf8) }

  /// Ends a line or record: the buffer is written when it is full.
  package mutating func endRecord() throws {
    buffer.append(0x0A)
    if buffer.count >= Self.capacity { try flush() }
  }

  package mutating func flush() throws {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw Closed()
      } else if errno != EINTR {
        throw WaslError(.output, "cannot write: \(String(cString: strerror(errno)))", at: .init(file: "<stdout>"))
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
