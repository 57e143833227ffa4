/// Finding what is not text in UTF-8, at the speed of memory for ASCII and close to it for Arabic.
enum UTF8Validation {
  /// The offset of the first byte that is NUL or belongs to no sequence UTF-8 allows, or nil.
  static func firstDefect(_ bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { raw in
      var position = start
      while true {
        position = skipShortSequences(raw, from: position)
        guard position < raw.count else { return nil }
        guard let length = sequence(raw, at: position) else { return position }
        position += length
      }
    }
  }

  /// A place before which all is ASCII or of two bytes, and no NUL, found eight bytes at a time.
  private static func skipShortSequences(_ raw: UnsafeRawBufferPointer, from start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var position = start
    // Set when the last byte seen leads a sequence.
    var open: UInt64 = 0
    while position + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & high
      let beyondASCII = word & high
      if beyondASCII | zeros | open == 0 {
        position += 8
        continue
      }
      // The first byte of a sequence has the two highest bits set, the others the highest alone.
      let leads = beyondASCII & word << 1
      let followers = beyondASCII & ~(word << 1)
      let longLeads = leads & word << 2
      // C0 and C1, of which bits 1 to 4 are zero, lead no sequence.
      let overlong = leads & ~((word & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E)
      guard zeros | longLeads | overlong == 0, followers == leads << 8 | open else { break }
      open = leads >> 56
      position += 8
    }
    return open == 0 ? position : position - 1
  }

  /// The length of the sequence at a place, or nil where there is none.
  private static func sequence(_ raw: UnsafeRawBufferPointer, at position: Int) -> Int? {
    let byte = raw[position]
    if byte < 0x80 { return byte == 0 ? nil : 1 }
    if byte >= 0xC2, byte < 0xE0, position + 1 < raw.count, raw[position + 1] & 0xC0 == 0x80 { return 2 }
    return longSequence(raw, at: position)
  }

  private static func longSequence(_ raw: UnsafeRawBufferPointer, at position: Int) -> Int? {
    let length = UTF8Scalar.sequenceLength(raw[position])
    guard length > 2, position + length <= raw.count else { return nil }
    guard UTF8Scalar.secondByteRange(raw[position]).contains(raw[position + 1]) else { return nil }
    for offset in 2..<length where raw[position + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
