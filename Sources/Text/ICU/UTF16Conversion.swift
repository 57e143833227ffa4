/// Between UTF-8, which Wasl works in, and UTF-16, which most of ICU takes.
enum UTF16Conversion {
  /// Appends UTF-8 as UTF-16. Bad sequences become U+FFFD.
  static func append(_ bytes: Span<UInt8>, to units: inout [UInt16]) {
    units.reserveCapacity(units.count + bytes.count)
    var position = 0
    while position < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position)
      position += length
      append(scalar, to: &units)
    }
  }

  /// Appends a scalar as UTF-16.
  static func append(_ scalar: UInt32, to units: inout [UInt16]) {
    if scalar < 0x10000 {
      units.append(UInt16(scalar))
    } else {
      units.append(UInt16(0xD7C0 + (scalar >> 10)))
      units.append(UInt16(0xDC00 + (scalar & 0x3FF)))
    }
  }

  /// Appends the first `count` units of UTF-16 as UTF-8. Single surrogates become U+FFFD.
  static func append(_ units: [UInt16], count: Int, to bytes: inout [UInt8]) {
    var position = 0
    while position < count { UTF8Scalar.append(scalar(units, count: count, at: &position), to: &bytes) }
  }

  /// Appends the scalars of the first `count` units of UTF-16. Single surrogates become U+FFFD.
  static func append(_ units: [UInt16], count: Int, to scalars: inout [UInt32]) {
    var position = 0
    while position < count { scalars.append(scalar(units, count: count, at: &position)) }
  }

  private static func scalar(_ units: [UInt16], count: Int, at position: inout Int) -> UInt32 {
    let unit = UInt32(units[position])
    position += 1
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, position < count, units[position] & 0xFC00 == 0xDC00 else { return 0xFFFD }
    position += 1
    return 0x10000 + (unit & 0x3FF) << 10 + UInt32(units[position - 1] & 0x3FF)
  }
}
