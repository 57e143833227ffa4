internal import Glibc
internal import WaslBitext

/// Bytes on their way out: a buffer that the writers append to, emptied into a file or kept.
///
/// Appending never fails. A writer calls `flushIfFull()` once a record, which bounds the memory, and
/// whoever made the sink calls `flush()` at the end.
public struct ByteSink: ~Copyable {
  /// What waits to be flushed, or all of it when there is no descriptor.
  public private(set) var bytes: [UInt8] = []
  private let descriptor: Int32?
  private let name: String

  private static let capacity = 1 << 16

  /// Collects everything in `bytes`.
  public init() {
    descriptor = nil
    name = "<memory>"
  }

  /// - Parameters:
  ///   - descriptor: open for writing; the sink does not close it.
  ///   - name: what messages call the output.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    bytes.reserveCapacity(ByteSink.capacity + 4096)
  }

  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  public mutating func append(_ slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }

  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A number in decimal digits.
  public mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// A confidence with four decimals, such as `0.9700`: the same number gives the same bytes everywhere.
  public mutating func append(confidence: Double) {
    // A value that is not a number says nothing, which is what 0 says.
    let tenThousandths = confidence > 0 ? Int((min(confidence, 1) * 10_000).rounded()) : 0
    append(tenThousandths / 10_000)
    bytes.append(UInt8(ascii: "."))
    var divisor = 1_000
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(tenThousandths / divisor % 10))
      divisor /= 10
    }
  }

  /// Empties the buffer into the file once it is worth a call.
  public mutating func flushIfFull() throws {
    if bytes.count >= ByteSink.capacity { try flush() }
  }

  /// Empties the buffer into the file; without one, nothing happens.
  ///
  /// - Throws: `ClosedPipe` when the reader has gone, `WaslError` when the bytes cannot be written.
  public mutating func flush() throws {
    guard let descriptor else { return }
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          throw outputError(errno, name: name)
        }
        rest = rest.dropFirst(count)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
