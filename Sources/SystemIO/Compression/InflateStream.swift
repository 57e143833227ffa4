internal import CWaslZlib

/// gzip and deflate, by zlib.
final class InflateStream: UnpackingStream {
  // zlib keeps a pointer back to it, so that it must not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let isGzip: Bool
  private var isBroken = false
  private(set) var isComplete = false
  private(set) var isOver = false

  /// - Parameter windowBits: as zlib counts them: negative for a bare stream, 16 more for gzip.
  init(windowBits: Int32) {
    stream.initialize(to: z_stream())
    isGzip = windowBits > 15
    isBroken = wasl_inflate_init(stream, windowBits) != Z_OK
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Behind a member, the first two bytes tell whether there is another.
  var lookahead: Int { isComplete ? 2 : 1 }

  func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> (read: Int, written: Int)? {
    if isBroken { return nil }
    if isComplete {
      // Another member may follow; padding after the last is passed over.
      isOver = !(isGzip && input.starts(with: [0x1F, 0x8B]))
      if isOver { return (0, 0) }
      inflateReset(stream)
      isComplete = false
    }
    // A count that zlib can hold, however large the input.
    let size = min(input.count, 1 << 30)
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(size)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    let status = inflate(stream, Z_NO_FLUSH)
    isComplete = status == Z_STREAM_END
    guard isComplete || status == Z_OK || status == Z_BUF_ERROR else { return nil }
    return (size - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
  }
}
