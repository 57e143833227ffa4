/// The subtables of an OpenType font's `cmap` from character to glyph, in the formats that fonts use.
enum CharacterMap {
  /// Calls the closure with each character and its glyph.
  static func forEach(_ data: BigEndian, at start: Int, _ body: (UInt32, Int) -> Void) {
    switch data.u16(start) {
    case 0:
      for code in 0..<256 { body(UInt32(code), data.u8(start + 6 + code)) }
    case 4: segments(data, start, body)
    case 6:
      let first = data.u16(start + 6)
      for index in 0..<data.u16(start + 8) { body(UInt32(first + index), data.u16(start + 10 + 2 * index)) }
    case 12:
      var left = 200_000
      for group in 0..<min(data.u32(start + 12), (data.count - min(start, data.count)) / 12) {
        let place = start + 16 + 12 * group
        let (first, last, glyph) = (data.u32(place), data.u32(place + 4), data.u32(place + 8))
        guard first <= last else { continue }
        for code in first...last where left > 0 {
          body(UInt32(code), glyph + code - first)
          left -= 1
          if left == 0 { return }
        }
      }
    default: return
    }
  }

  private static func segments(_ data: BigEndian, _ start: Int, _ body: (UInt32, Int) -> Void) {
    let count = data.u16(start + 6) / 2
    let (ends, starts) = (start + 14, start + 16 + 2 * count)
    let (deltas, offsets) = (starts + 2 * count, starts + 4 * count)
    var left = 200_000
    for segment in 0..<count {
      let (first, last) = (data.u16(starts + 2 * segment), data.u16(ends + 2 * segment))
      let (delta, offset) = (data.u16(deltas + 2 * segment), data.u16(offsets + 2 * segment))
      guard first <= last else { continue }
      for code in first...last where code != 0xFFFF {
        left -= 1
        if left <= 0 { return }
        if offset == 0 {
          body(UInt32(code), (code + delta) & 0xFFFF)
        } else {
          let glyph = data.u16(offsets + 2 * segment + offset + 2 * (code - first))
          if glyph != 0 { body(UInt32(code), (glyph + delta) & 0xFFFF) }
        }
      }
    }
  }
}
