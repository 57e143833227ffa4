/// Numbers in a font's bytes, the highest byte first; 0 beyond their end.
struct BigEndian {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func u8(_ offset: Int) -> Int { bytes.indices.contains(offset) ? Int(bytes[offset]) : 0 }
  func u16(_ offset: Int) -> Int { u8(offset) << 8 | u8(offset &+ 1) }
  func i16(_ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: u16(offset))) }
  func u32(_ offset: Int) -> Int { u16(offset) << 16 | u16(offset &+ 2) }

  /// A number of one to four bytes.
  func number(_ offset: Int, size: Int) -> Int {
    var value = 0
    for index in 0..<min(max(size, 0), 4) { value = value << 8 | u8(offset &+ index) }
    return value
  }
}
