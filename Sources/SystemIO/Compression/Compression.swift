package import WaslBitext

/// What inputs may be packed in.
package enum Compression: Sendable {
  case gzip, zstd, xz

  /// By the first bytes of an input; nil for what is not packed.
  package init?(_ start: some Collection<UInt8>) {
    if start.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if start.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else if start.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      self = .xz
    } else {
      return nil
    }
  }

  /// A path without the extension that says how the file is packed.
  package static func unpackedName(_ path: String) -> String {
    for end in [".gz", ".zst"] where path.lowercased().hasSuffix(end) { return String(path.dropLast(end.count)) }
    return path
  }

  /// The bytes that gzip or zstd has packed, in one member or several; other bytes as they are.
  ///
  /// - Throws: an input error for damaged data, for more than `InputLimits.bytes`, and for forms that are recognised but
  ///   not unpacked.
  package static func unpacked(_ bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    guard let form = Compression(bytes) else { return bytes }
    return try Unpacker(form, name: name).all(of: bytes[...], limit: InputLimits.bytes)
  }

  /// - Parameters:
  ///   - windowBits: as zlib counts them: negative for a bare stream, 16 more for gzip.
  ///   - limit: the most bytes that may come out.
  package static func inflate(
    _ bytes: ArraySlice<UInt8>, windowBits: Int32, limit: Int, name: String
  ) throws(WaslError) -> [UInt8] {
    try Unpacker(InflateStream(windowBits: windowBits), name: name).all(of: bytes, limit: limit)
  }
}
