internal import CWaslZlib
package import WaslBitext

/// What inputs may be packed in.
package enum Compression {
  /// A path without the end that says how the file is packed.
  package static func unpackedName(_ path: String) -> String {
    for end in [".gz", ".zst"] where path.lowercased().hasSuffix(end) { return String(path.dropLast(end.count)) }
    return path
  }

  /// The bytes that gzip or zstd has packed, in one member or several; other bytes as they are.
  ///
  /// - Throws: an input error for damaged data, and for the forms that are told by their first bytes but
  ///   not unpacked here.
  package static func unpacked(_ bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      guard let zstd = Zstd.system else {
        throw WaslError(
          .input, "compressed by zstd, whose library libzstd is missing", at: .init(file: name),
          advice: "install libzstd1, or unpack it: zstd -dc FILE | wasl … -")
      }
      guard let unpacked = zstd.unpacked(bytes, limit: InputLimits.bytes) else { throw damaged(name) }
      guard unpacked.count <= InputLimits.bytes else { throw InputLimits.tooLarge("it unpacks to", name: name) }
      return unpacked
    }
    if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      throw WaslError(.input, "compressed by xz", at: .init(file: name), advice: "unpack it: xz -dc FILE | wasl … -")
    }
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    // 16 and more bits say that it is gzip's form of the stream.
    return try inflate(bytes[...], windowBits: 15 + 16, limit: InputLimits.bytes, name: name)
  }

  /// - Parameters:
  ///   - windowBits: as zlib counts them: negative for a bare stream, 16 more for gzip.
  ///   - limit: the most bytes that may come out.
  package static func inflate(
    _ bytes: ArraySlice<UInt8>, windowBits: Int32, limit: Int, name: String
  ) throws(WaslError) -> [UInt8] {
    let damaged = damaged(name)
    var output: [UInt8] = []
    var stream = z_stream()
    guard wasl_inflate_init(&stream, windowBits) == Z_OK else { throw damaged }
    defer { inflateEnd(&stream) }
    var input = Array(bytes)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var consumed = 0
    while consumed < input.count {
      // A count that zlib can hold, however large the file.
      let piece = min(input.count - consumed, 1 << 30)
      var status = Z_OK
      var written = 0
      var rest = 0
      input.withUnsafeMutableBufferPointer { source in
        chunk.withUnsafeMutableBufferPointer { target in
          stream.next_in = source.baseAddress! + consumed
          stream.avail_in = UInt32(piece)
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = CWaslZlib.inflate(&stream, Z_NO_FLUSH)
          written = target.count - Int(stream.avail_out)
          rest = Int(stream.avail_in)
        }
      }
      guard status == Z_OK || status == Z_STREAM_END else { throw damaged }
      output += chunk[..<written]
      guard output.count <= limit else { throw InputLimits.tooLarge("it unpacks to", name: name) }
      consumed += piece - rest
      if status == Z_STREAM_END {
        // Another member may follow; padding after the last is passed over.
        guard windowBits > 0, input[consumed...].starts(with: [0x1F, 0x8B]) else { return output }
        inflateReset(&stream)
      }
    }
    // What was still inside zlib when the input ended.
    while true {
      var status = Z_OK
      var written = 0
      chunk.withUnsafeMutableBufferPointer { target in
        stream.avail_in = 0
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        status = CWaslZlib.inflate(&stream, Z_NO_FLUSH)
        written = target.count - Int(stream.avail_out)
      }
      output += chunk[..<written]
      guard output.count <= limit else { throw InputLimits.tooLarge("it unpacks to", name: name) }
      if status == Z_STREAM_END { return output }
      guard status == Z_OK, written > 0 else { throw damaged }
    }
  }

  private static func damaged(_ name: String) -> WaslError {
    WaslError(
      .input, "the compressed data is damaged or cut short", at: .init(file: name), advice: "copy the file again")
  }
}
