/// A TrueType or OpenType font program: its tables `cmap`, `post`, `loca` and `glyf`, and `CFF ` where it has that.
struct TrueType: EmbeddedFont {
  private let data: BigEndian
  private var tables: [String: Range<Int>] = [:]
  private var scalarOfGlyph: [Int: Unicode.Scalar] = [:]
  private var glyphOfCode: [UInt8: Int] = [:]
  private var names: [String] = []
  private let unitsPerEm: Double
  private let hasLongOffsets: Bool
  private let glyphCount: Int
  private var compact: CompactFont?

  init?(_ bytes: [UInt8]) {
    data = BigEndian(bytes: bytes)
    var start = 0
    if data.u32(0) == 0x7474_6366 { start = data.u32(12) }  // "ttcf": the first font of a collection
    let count = data.u16(start + 4)
    guard bytes.count > 12, count > 0, count < 256 else { return nil }
    for index in 0..<count {
      let record = start + 12 + 16 * index
      guard record + 16 <= bytes.count else { break }
      let (offset, length) = (data.u32(record + 8), data.u32(record + 12))
      guard offset < bytes.count else { continue }
      let tag = String(decoding: bytes[record..<record + 4], as: UTF8.self)
      tables[tag] = offset..<min(bytes.count, offset + length)
    }
    let head = tables["head"]?.lowerBound ?? bytes.count
    let units = data.u16(head + 18)
    unitsPerEm = units > 0 ? Double(units) : 1000
    hasLongOffsets = data.u16(head + 50) != 0
    glyphCount = data.u16((tables["maxp"]?.lowerBound ?? bytes.count) + 4)
    if let table = tables["CFF "] { compact = CompactFont(Array(bytes[table])) }
    readCharacterMaps()
    readNames()
  }

  func glyph(ofCode code: UInt8) -> Int? { glyphOfCode[code] }

  func glyph(ofCID cid: Int) -> Int { compact?.glyph(ofCID: cid) ?? cid }

  func scalars(ofGlyph glyph: Int) -> [Unicode.Scalar]? {
    if let scalar = scalarOfGlyph[glyph] { return [scalar] }
    if names.indices.contains(glyph), let scalars = GlyphNames.scalars(names[glyph]) { return scalars }
    return compact?.scalars(ofGlyph: glyph)
  }

  func isBlank(_ glyph: Int) -> Bool? {
    if let compact { return compact.isBlank(glyph) }
    return outline(glyph)?.isEmpty
  }

  func ink(ofGlyph glyph: Int) -> Ink? {
    guard let range = outline(glyph), range.count >= 10 else { return nil }
    let start = range.lowerBound
    func value(_ offset: Int) -> Double { Double(data.i16(start + offset)) / unitsPerEm }
    return Ink(left: value(2), right: value(6), bottom: value(4), top: value(8))
  }

  /// Where in the file a glyph's outline stands.
  private func outline(_ glyph: Int) -> Range<Int>? {
    guard let loca = tables["loca"], let glyf = tables["glyf"], glyph >= 0, glyph < glyphCount else { return nil }
    func offset(_ index: Int) -> Int? {
      let place = loca.lowerBound + index * (hasLongOffsets ? 4 : 2)
      guard place + (hasLongOffsets ? 4 : 2) <= loca.upperBound else { return nil }
      return hasLongOffsets ? data.u32(place) : data.u16(place) * 2
    }
    guard let start = offset(glyph), let end = offset(glyph + 1), start <= end, glyf.lowerBound + end <= glyf.upperBound
    else { return nil }
    return glyf.lowerBound + start..<glyf.lowerBound + end
  }

  private mutating func readCharacterMaps() {
    guard let table = tables["cmap"] else { return }
    for index in 0..<min(data.u16(table.lowerBound + 2), 64) {
      let record = table.lowerBound + 4 + 8 * index
      let (platform, encoding) = (data.u16(record), data.u16(record + 2))
      let isUnicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
      CharacterMap.forEach(data, at: table.lowerBound + data.u32(record + 4)) { code, glyph in
        guard glyph > 0 else { return }
        if isUnicode, let scalar = Unicode.Scalar(code), !scalar.isPrivateUse {
          // A glyph with several values is the plainest of them: the letter before its presentation form.
          if scalarOfGlyph[glyph].map({ scalar.value < $0.value }) ?? true { scalarOfGlyph[glyph] = scalar }
        }
        // Symbolic fonts have their codes as they are (1,0) or in the private-use area (3,0).
        if platform == 1 && code < 256 || platform == 3 && encoding == 0 && (code < 256 || code >> 8 == 0xF0) {
          glyphOfCode[UInt8(code & 0xFF)] = glyph
        }
      }
    }
  }

  private mutating func readNames() {
    guard let table = tables["post"], data.u32(table.lowerBound) == 0x20000 else { return }
    let count = min(data.u16(table.lowerBound + 32), 65535)
    var strings: [String] = []
    var place = table.lowerBound + 34 + 2 * count
    while place < table.upperBound {
      let end = min(place + 1 + data.u8(place), table.upperBound)
      strings.append(String(decoding: data.bytes[min(place + 1, end)..<end], as: UTF8.self))
      place = end
    }
    for index in 0..<count where table.lowerBound + 36 + 2 * index <= table.upperBound {
      // The first 258 are Macintosh's standard names, all of characters that the cmap has anyway.
      let number = data.u16(table.lowerBound + 34 + 2 * index) - 258
      names.append(strings.indices.contains(number) ? strings[number] : "")
    }
  }
}

extension Unicode.Scalar {
  var isPrivateUse: Bool { (0xE000...0xF8FF).contains(value) || value >= 0xF0000 }
}
