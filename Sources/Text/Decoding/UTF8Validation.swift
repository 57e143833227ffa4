/// Finding what is not text in UTF-8, at the speed of memory for ASCII and close to it for Arabic.
enum UTF8Validation {
  /// The offset of the first byte that is NUL or belongs to no sequence UTF-8 allows, or nil.
  static func firstDefect(_ bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { raw in
      var position = start
      let count = raw.count
      while position < count {
        if position + 8 <= count {
          let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
          if word & 0x8080_8080_8080_8080 == 0 {
            // No byte has its high bit, so only a zero byte borrows one.
            if (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0 {
              position += 8
              continue
            }
          } else if word & 0xC0FC_C0FC_C0FC_C0FC == 0x80D8_80D8_80D8_80D8 {
            // Four letters of U+0600–06FF.
            position += 8
            continue
          }
        }
        let byte = raw[position]
        if byte < 0x80 {
          if byte == 0 { return position }
          position += 1
        } else if byte >= 0xC2, byte < 0xE0, position + 1 < count, raw[position + 1] & 0xC0 == 0x80 {
          position += 2
        } else {
          guard let length = longSequence(raw, at: position) else { return position }
          position += length
        }
      }
      return nil
    }
  }

  private static func longSequence(_ raw: UnsafeRawBufferPointer, at position: Int) -> Int? {
    let length = UTF8Scalar.sequenceLength(raw[position])
    guard length > 2, position + length <= raw.count else { return nil }
    guard UTF8Scalar.secondByteRange(raw[position]).contains(raw[position + 1]) else { return nil }
    for offset in 2..<length where raw[position + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
