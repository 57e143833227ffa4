/// Strings that hold text for people: `ActualText` and the like (ISO 32000-1, 7.9.2.2).
enum TextString {
  static func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...]) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return utf16(stride(from: 2, to: bytes.count - 1, by: 2).flatMap { [bytes[$0 + 1], bytes[$0]] }[...])
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Array(String(decoding: bytes[3...], as: UTF8.self).unicodeScalars)
    }
    return bytes.compactMap { Encodings.winAnsi[$0] }
  }

  /// UTF-16, the higher byte first; half a surrogate pair becomes nothing.
  static func utf16(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var high: UInt32?
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let unit = UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
      index += 2
      if let first = high, (0xDC00...0xDFFF).contains(unit) {
        if let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)) { scalars.append(scalar) }
        high = nil
      } else if (0xD800...0xDBFF).contains(unit) {
        high = unit
      } else {
        high = nil
        if let scalar = Unicode.Scalar(unit) { scalars.append(scalar) }
      }
    }
    return scalars
  }
}
