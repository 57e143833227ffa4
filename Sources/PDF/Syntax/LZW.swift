/// PDF's LZW: codes of 9 to 12 bits, the highest bit first (ISO 32000-1, 7.4.4).
enum LZW {
  /// - Parameter isEarly: whether codes grow by a bit one code before they must, as they do by default.
  static func unpacked(_ bytes: [UInt8], isEarly: Bool, limit: Int) -> [UInt8] {
    let (clear, end) = (256, 257)
    var output: [UInt8] = []
    // Of each code from 258: where its string stands in the output.
    var strings: [(start: Int, count: Int)] = []
    var previous: (start: Int, count: Int)?
    var (bits, bitCount, width) = (0, 0, 9)
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xFF_FFFF
      bitCount += 8
      guard bitCount >= width else { continue }
      bitCount -= width
      let code = bits >> bitCount & ((1 << width) - 1)
      if code == end { break }
      if code == clear {
        strings.removeAll(keepingCapacity: true)
        previous = nil
        width = 9
        continue
      }
      // The string that the code before began stands in the output already, but for its last byte, which is the next.
      if let previous, strings.count < 4096 - 258 { strings.append((previous.start, previous.count + 1)) }
      let start = output.count
      if code < 256 {
        output.append(UInt8(code))
      } else if code - 258 < strings.count {
        let string = strings[code - 258]
        for index in string.start..<string.start + string.count { output.append(output[index]) }
      } else {
        return output
      }
      previous = (start, output.count - start)
      let next = strings.count + 259 + (isEarly ? 1 : 0)
      width = next > 2048 ? 12 : next > 1024 ? 11 : next > 512 ? 10 : 9
      if output.count >= limit { break }
    }
    return output
  }
}
