/// The two filters that make text of bytes (ISO 32000-1, 7.4.2 and 7.4.3).
enum ASCIIFilters {
  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 1) / 2)
    var high: UInt8?
    for byte in bytes {
      if byte == UInt8(ascii: ">") { break }
      guard let digit = hexadecimalDigit(byte) else { continue }
      if let first = high {
        output.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { output.append(high << 4) }
    return output
  }

  static func base85(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var group: [UInt32] = []
    func append(_ digits: [UInt32], _ count: Int) {
      let value = digits.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
      for index in 0..<count { output.append(UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32(index)))) }
    }
    for byte in bytes {
      if byte == UInt8(ascii: "~") { break }
      if byte == UInt8(ascii: "z"), group.isEmpty { output += [0, 0, 0, 0] }
      guard (33...117).contains(byte) else { continue }
      group.append(UInt32(byte) - 33)
      if group.count == 5 {
        append(group, 4)
        group.removeAll(keepingCapacity: true)
      }
    }
    if group.count > 1 { append(group + repeatElement(84, count: 5 - group.count), group.count - 1) }
    return output
  }
}

/// The value of an ASCII digit to the base of 16.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
