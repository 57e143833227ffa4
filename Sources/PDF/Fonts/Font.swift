/// A font of a PDF as far as text needs it: from a string's bytes to glyphs with their values and widths.
///
/// Not for several threads at once: it remembers the glyphs that it has looked up.
final class Font {
  /// One glyph of the font, whose lengths are parts of the font's size.
  struct Glyph {
    /// Empty where another glyph of the same cluster has the text.
    var text: GlyphText
    /// Whether anything says what the glyph stands for.
    var hasValue: Bool
    var code: UInt32
    var width: Double
    var ink: Ink?
    /// Whether nothing is drawn.
    var isBlank: Bool
  }

  let name: String
  /// From the glyphs' space to the text's: a thousandth but for Type 3.
  let isVertical: Bool
  private let decoder: any CodeDecoder
  private let toUnicode: CMap?
  private let program: (any EmbeddedFont)?
  private var glyphs: [UInt32: Glyph] = [:]

  init(name: String, decoder: any CodeDecoder, toUnicode: CMap?, program: (any EmbeddedFont)?) {
    self.name = name
    self.decoder = decoder
    self.toUnicode = toUnicode
    self.program = program
    isVertical = decoder.isVertical
  }

  /// Calls the closure with the glyph of each code in the string, and whether the code is a single byte of 32.
  func forEachGlyph(in bytes: [UInt8], _ body: (Glyph, _ isSpaceCode: Bool) -> Void) {
    var index = 0
    while index < bytes.count {
      let (code, length) = decoder.nextCode(bytes, at: index)
      index += max(1, length)
      body(glyph(code), length == 1 && code == 32)
    }
  }

  private func glyph(_ code: UInt32) -> Glyph {
    if let glyph = glyphs[code] { return glyph }
    let glyph = lookUp(code)
    if glyphs.count < 100_000 { glyphs[code] = glyph }
    return glyph
  }

  private func lookUp(_ code: UInt32) -> Glyph {
    let number = decoder.glyphNumber(code, program)
    let width = decoder.width(code)
    let isBlank = number.flatMap { program?.isBlank($0) } ?? false
    var scalars = toUnicode?.scalars(code).flatMap(Self.useful)
    let own = number.flatMap { program?.scalars(ofGlyph: $0) }
    scalars = scalars ?? decoder.scalars(code) ?? own
    // A space by another name: PowerPoint 2010 has one that it calls U+064B.
    if isBlank, width > 0, let value = scalars, !value.isEmpty, !value.allSatisfy(\.properties.isWhitespace) {
      scalars = value.allSatisfy(\.isInvisible) ? value : [" "]
    }
    return Glyph(
      text: GlyphText((scalars ?? []).flatMap { Symbols.plain($0) }, own: own), hasValue: scalars != nil, code: code,
      width: width, ink: number.flatMap { program?.ink(ofGlyph: $0) }, isBlank: isBlank)
  }

  /// Nil for a value that stands for none.
  private static func useful(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    if scalars.isEmpty { return [] }
    let kept = scalars.filter { $0.value != 0 && $0.value != 0xFFFD && $0.value != 0xFFFF }
    return kept.isEmpty ? nil : kept
  }
}

extension Unicode.Scalar {
  /// Joiners and direction controls, which fonts draw as nothing.
  var isInvisible: Bool { properties.generalCategory == .format || value == 0x34F }
}
