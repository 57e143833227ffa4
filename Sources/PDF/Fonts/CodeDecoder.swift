/// What the kind of a font decides: how a string falls into codes, and what a code's glyph is.
protocol CodeDecoder {
  var isVertical: Bool { get }
  /// The code at the place, and its length in bytes.
  func nextCode(_ bytes: [UInt8], at index: Int) -> (code: UInt32, length: Int)
  /// In parts of the font's size.
  func width(_ code: UInt32) -> Double
  /// What the encoding says; nil where it says nothing.
  func scalars(_ code: UInt32) -> [Unicode.Scalar]?
  /// The number of the glyph in the font program.
  func glyphNumber(_ code: UInt32, _ program: (any EmbeddedFont)?) -> Int?
}

/// A font whose codes are bytes (ISO 32000-1, 9.6).
struct SimpleDecoder: CodeDecoder {
  /// Of each code what the PDF's encoding says.
  var values: [[Unicode.Scalar]?]
  /// In parts of the font's size.
  var widths: [Double]
  /// Whether the font program's own table stands above the encoding.
  var isSymbolic: Bool

  var isVertical: Bool { false }
  func nextCode(_ bytes: [UInt8], at index: Int) -> (code: UInt32, length: Int) { (UInt32(bytes[index]), 1) }
  func width(_ code: UInt32) -> Double { widths[Int(code & 0xFF)] }
  func scalars(_ code: UInt32) -> [Unicode.Scalar]? { values[Int(code & 0xFF)] }

  func glyphNumber(_ code: UInt32, _ program: (any EmbeddedFont)?) -> Int? {
    program?.glyph(ofCode: UInt8(code & 0xFF))
  }
}

/// A composite font, whose codes have one byte or several and name glyphs by CID (ISO 32000-1, 9.7).
struct CompositeDecoder: CodeDecoder {
  var encoding: CMap
  /// Whether codes are UTF-16, as in the predefined CMaps `UniJIS-UTF16-H` and the like.
  var isUnicode: Bool
  /// Of each CID its glyph; nil where they are the same.
  var glyphOfCID: [UInt8]?
  var widths: [UInt32: Double]
  var standardWidth: Double

  var isVertical: Bool { encoding.isVertical }

  func nextCode(_ bytes: [UInt8], at index: Int) -> (code: UInt32, length: Int) {
    var code: UInt32 = 0
    for length in 1...4 where index + length <= bytes.count {
      code = code << 8 | UInt32(bytes[index + length - 1])
      if encoding.codeSpaces.contains(where: { $0.length == length && $0.low <= code && code <= $0.high }) {
        return (code, length)
      }
    }
    // A code of none of the lengths: as long as the shortest.
    let length = min(encoding.codeSpaces.map(\.length).min() ?? 2, bytes.count - index)
    return (bytes[index..<index + length].reduce(0) { $0 << 8 | UInt32($1) }, length)
  }

  private func cid(_ code: UInt32) -> UInt32 { encoding.hasCIDs ? encoding.cid(code) ?? 0 : code }

  func width(_ code: UInt32) -> Double { widths[cid(code)] ?? standardWidth }

  func scalars(_ code: UInt32) -> [Unicode.Scalar]? {
    isUnicode ? Unicode.Scalar(code).map { [$0] } : nil
  }

  func glyphNumber(_ code: UInt32, _ program: (any EmbeddedFont)?) -> Int? {
    let cid = Int(cid(code))
    if let glyphOfCID {
      return 2 * cid + 1 < glyphOfCID.count ? Int(glyphOfCID[2 * cid]) << 8 | Int(glyphOfCID[2 * cid + 1]) : nil
    }
    return program?.glyph(ofCID: cid)
  }
}
