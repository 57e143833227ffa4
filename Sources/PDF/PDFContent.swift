/// What was read of a PDF: its text in blocks, and what is doubtful about it.
public struct PDFContent: Sendable {
  /// In reading order: a page after the other, its columns from the left, a table row by row.
  public var blocks: [PDFBlock]
  /// Of each page.
  public var pages: [PageQuality]

  /// The text without running heads and page numbers, one block a line; the cells of a row on lines of their own.
  public var text: String {
    blocks.lazy.filter { $0.kind != .furniture && !$0.text.isEmpty }.map { $0.text + "\n" }.joined()
  }
}

/// How much of a page could be read as text.
public struct PageQuality: Sendable {
  /// From 1.
  public var page: Int
  /// Glyphs that show something.
  public var glyphs = 0
  /// Of these those that nothing gives a value, and those whose value is a private one.
  public var withoutValue = 0
  /// Glyphs that stand aslant or turned, or can't be seen.
  public var turned = 0
  public var hidden = 0
  /// Whether the page is a picture with no text of its own, or with that of an OCR program.
  public var isScanned = false
  public var isRecognised = false
  /// Whether the page holds more than is read of one.
  public var isCut = false

  init(_ page: Int, _ content: PageContent) {
    self.page = page
    for glyph in content.glyphs where !glyph.isBlank {
      glyphs += 1
      let isPrivate = glyph.scalars.contains(where: \.isPrivateUse)
      if !glyph.hasValue || isPrivate { withoutValue += 1 }
    }
    (turned, hidden, isRecognised, isCut) = (
      content.turnedCount, content.hiddenCount, content.isRecognised, content.isCut
    )
    isScanned = content.pictureShare > 0.5 && glyphs < 20
  }
}
