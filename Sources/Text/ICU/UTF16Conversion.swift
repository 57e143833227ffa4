/// Between UTF-8, which Wasl works in, and UTF-16, which most of ICU takes.
enum UTF16Conversion {
  /// Appends UTF-8 as UTF-16. Bad sequences become U+FFFD.
  static func append(_ bytes: Span<UInt8>, to units: inout [UInt16]) {
    units.reserveCapacity(units.count + bytes.count)
    var position = 0
    while position < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position)
      position += length
      if scalar < 0x10000 {
        units.append(UInt16(scalar))
      } else {
        units.append(UInt16(0xD7C0 + (scalar >> 10)))
        units.append(UInt16(0xDC00 + (scalar & 0x3FF)))
      }
    }
  }

  /// Appends the first `count` units of UTF-16 as UTF-8. Single surrogates become U+FFFD.
  static func append(_ units: [UInt16], count: Int, to bytes: inout [UInt8]) {
    var position = 0
    while position < count {
      let unit = UInt32(units[position])
      position += 1
      guard unit & 0xF800 == 0xD800 else {
        UTF8Scalar.append(unit, to: &bytes)
        continue
      }
      if unit < 0xDC00, position < count, units[position] & 0xFC00 == 0xDC00 {
        UTF8Scalar.append(0x10000 + (unit & 0x3FF) << 10 + UInt32(units[position] & 0x3FF), to: &bytes)
        position += 1
      } else {
        UTF8Scalar.append(0xFFFD, to: &bytes)
      }
    }
  }
}
