/// What an embedded font program says of its glyphs, where the PDF itself does not.
protocol EmbeddedFont {
  /// The glyph that a simple font's code stands for by the program's own table.
  func glyph(ofCode code: UInt8) -> Int?
  /// The glyph of a CID, where the PDF has no table for it.
  func glyph(ofCID cid: Int) -> Int
  func scalars(ofGlyph glyph: Int) -> [Unicode.Scalar]?
  /// Whether nothing is drawn: a space, whatever its name. Nil where that isn't known.
  func isBlank(_ glyph: Int) -> Bool?
  /// Where the glyph's ink stands, in parts of the size: from left to right and from bottom to top.
  func ink(ofGlyph glyph: Int) -> Ink?
}

/// The box round what is drawn of a glyph, relative to its origin, in parts of the font's size.
struct Ink: Hashable, Sendable {
  var left: Double
  var right: Double
  var bottom: Double
  var top: Double
}
