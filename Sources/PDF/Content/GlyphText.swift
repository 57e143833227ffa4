/// What a glyph stands for, with what later stages ask of it again and again.
///
/// Shared by all glyphs of one code.
final class GlyphText: Sendable {
  /// In logical order.
  let scalars: [Unicode.Scalar]
  /// What the font program itself says.
  let own: [Unicode.Scalar]?
  let kind: BidiKind
  /// Whether it is nothing but marks, nothing but spaces, nothing that is seen at all.
  let isMark: Bool
  let isSpace: Bool
  let isInvisible: Bool
  /// Whether it is letters with marks on them.
  let isCluster: Bool
  /// Whether it holds a letter.
  let hasLetter: Bool
  /// Whether it is its own plain text: no presentation form, no space of another kind.
  let isPlain: Bool

  init(_ scalars: [Unicode.Scalar], own: [Unicode.Scalar]? = nil) {
    self.scalars = scalars
    self.own = own
    kind = BidiKind(of: scalars)
    isMark = !scalars.isEmpty && scalars.allSatisfy(\.isMark)
    isSpace = !scalars.isEmpty && scalars.allSatisfy(\.properties.isWhitespace)
    isCluster = !isMark && scalars.contains(where: \.isMark)
    isInvisible = scalars.allSatisfy(\.isInvisible)
    hasLetter = scalars.contains { $0.properties.isAlphabetic }
    isPlain = scalars.allSatisfy { !((0xFB50...0xFEFC).contains($0.value) || $0.properties.isWhitespace) || $0 == " " }
  }
}
