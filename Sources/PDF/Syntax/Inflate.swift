internal import CWaslZlib

/// zlib's format, of damaged data what comes before the damage.
enum Inflate {
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    // 15 bits of window with zlib's header; where that is damaged, the bare data behind it.
    let output = unpacked(bytes[...], windowBits: 15, limit: limit)
    return output.isEmpty && bytes.count > 2 ? unpacked(bytes[2...], windowBits: -15, limit: limit) : output
  }

  private static func unpacked(_ bytes: ArraySlice<UInt8>, windowBits: Int32, limit: Int) -> [UInt8] {
    var stream = z_stream()
    guard wasl_inflate_init(&stream, windowBits) == Z_OK else { return [] }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      var status = Z_OK
      while status == Z_OK, output.count < limit {
        let written = chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          status = inflate(&stream, Z_NO_FLUSH)
          return chunk.count - Int(stream.avail_out)
        }
        output += chunk[..<written]
        if written == 0, status == Z_OK { break }
      }
    }
    return output.count > limit ? Array(output[..<limit]) : output
  }
}
