/// A Compact Font Format program (Adobe Technical Note 5176): the names of its glyphs, its encoding, its CIDs.
struct CompactFont: EmbeddedFont {
  private let data: BigEndian
  /// Of each glyph its name's number, or its CID.
  private var charset: [Int] = []
  private var glyphOfCID: [Int: Int] = [:]
  private var glyphOfCode: [UInt8: Int] = [:]
  private var strings: [Range<Int>] = []
  private var outlines: [Range<Int>] = []
  private let isCID: Bool

  init?(_ bytes: [UInt8]) {
    data = BigEndian(bytes: bytes)
    guard bytes.count > 8, bytes[0] == 1 else { return nil }
    guard let (_, namesEnd) = Self.index(data, at: data.u8(2)), let (tops, topsEnd) = Self.index(data, at: namesEnd),
      let (strings, _) = Self.index(data, at: topsEnd), let top = tops.first
    else { return nil }
    self.strings = strings
    let entries = Self.dictionary(data, top)
    isCID = entries[0x0C1E] != nil
    guard let outlinesAt = entries[17]?.last, let (outlines, _) = Self.index(data, at: outlinesAt) else { return nil }
    self.outlines = outlines
    readCharset(at: entries[15]?.last ?? 0)
    if isCID {
      for (glyph, cid) in charset.enumerated() { glyphOfCID[cid] = glyph }
    } else {
      readEncoding(at: entries[16]?.last ?? 0)
    }
  }

  func glyph(ofCode code: UInt8) -> Int? { glyphOfCode[code] }

  func glyph(ofCID cid: Int) -> Int { isCID ? glyphOfCID[cid] ?? 0 : cid }

  func scalars(ofGlyph glyph: Int) -> [Unicode.Scalar]? {
    guard !isCID, charset.indices.contains(glyph) else { return nil }
    let number = charset[glyph]
    // Of the 391 standard strings those of StandardEncoding come first, in its order.
    if number < 391 { return number > 0 && number < 150 ? Self.standardScalar(number).map { [$0] } : nil }
    guard strings.indices.contains(number - 391) else { return nil }
    return GlyphNames.scalars(String(decoding: data.bytes[strings[number - 391]], as: UTF8.self))
  }

  /// An outline of a few bytes draws nothing: a width and the end.
  func isBlank(_ glyph: Int) -> Bool? { outlines.indices.contains(glyph) ? outlines[glyph].count <= 4 : nil }

  func ink(ofGlyph glyph: Int) -> Ink? { nil }

  private static func standardScalar(_ number: Int) -> Unicode.Scalar? {
    let codes = (0...255).compactMap { Encodings.standard[UInt8($0)] }
    return number - 1 < codes.count ? codes[number - 1] : nil
  }

  private mutating func readCharset(at start: Int) {
    charset = [0]
    guard start > 2 else {
      charset += 1..<max(outlines.count, 2)
      return
    }
    let format = data.u8(start)
    var place = start + 1
    while charset.count < outlines.count, place < data.count {
      let first = data.u16(place)
      place += 2
      guard format > 0 else {
        charset.append(first)
        continue
      }
      let more = format == 1 ? data.u8(place) : data.u16(place)
      place += format == 1 ? 1 : 2
      charset += first...(first + min(more, outlines.count))
    }
  }

  private mutating func readEncoding(at start: Int) {
    guard start > 1 else {
      for code in 0...255 {
        guard let scalar = Encodings.standard[UInt8(code)] else { continue }
        glyphOfCode[UInt8(code)] = charset.indices.first { scalars(ofGlyph: $0) == [scalar] }
      }
      return
    }
    let count = data.u8(start + 1)
    var (place, glyph) = (start + 2, 1)
    for _ in 0..<count {
      if data.u8(start) & 0x7F == 0 {
        glyphOfCode[UInt8(data.u8(place))] = glyph
        place += 1
        glyph += 1
      } else {
        for code in data.u8(place)...data.u8(place) + data.u8(place + 1) where code < 256 {
          glyphOfCode[UInt8(code)] = glyph
          glyph += 1
        }
        place += 2
      }
    }
  }

  /// The items of an INDEX, and where it ends.
  private static func index(_ data: BigEndian, at start: Int) -> ([Range<Int>], Int)? {
    let count = data.u16(start)
    guard start + 2 <= data.count else { return nil }
    if count == 0 { return ([], start + 2) }
    let size = data.u8(start + 2)
    guard (1...4).contains(size) else { return nil }
    let base = start + 2 + size * (count + 1)
    var items: [Range<Int>] = []
    var from = base + data.number(start + 3, size: size)
    for index in 1...count {
      let to = base + data.number(start + 3 + index * size, size: size)
      guard from <= to, to <= data.count else { return nil }
      items.append(from..<to)
      from = to
    }
    return (items, from)
  }

  /// The entries of a DICT: by operator, of two bytes 0x0C00 and the second, its operands as whole numbers.
  private static func dictionary(_ data: BigEndian, _ range: Range<Int>) -> [Int: [Int]] {
    var entries: [Int: [Int]] = [:]
    var operands: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = data.u8(place)
      place += 1
      switch byte {
      case 0...21:
        let key = byte == 12 ? 0x0C00 | data.u8(place) : byte
        if byte == 12 { place += 1 }
        entries[key] = operands
        operands = []
      case 28:
        operands.append(data.i16(place))
        place += 2
      case 29:
        operands.append(Int(Int32(truncatingIfNeeded: data.u32(place))))
        place += 4
      case 30:
        // A real number: nibbles up to 15.
        while place < range.upperBound, data.u8(place) & 0x0F != 0x0F, data.u8(place) >> 4 != 0x0F { place += 1 }
        place += 1
        operands.append(0)
      case 32...246: operands.append(byte - 139)
      case 247...250:
        operands.append((byte - 247) * 256 + data.u8(place) + 108)
        place += 1
      case 251...254:
        operands.append(-(byte - 251) * 256 - data.u8(place) - 108)
        place += 1
      default: break
      }
    }
    return entries
  }
}
