/// Runs of equal bytes (ISO 32000-1, 7.4.5).
enum RunLength {
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count, bytes[index] != 128, output.count < limit {
      let length = Int(bytes[index])
      index += 1
      if length < 128 {
        let end = min(bytes.count, index + length + 1)
        output += bytes[index..<end]
        index = end
      } else if index < bytes.count {
        output += repeatElement(bytes[index], count: 257 - length)
        index += 1
      }
    }
    return output
  }
}
