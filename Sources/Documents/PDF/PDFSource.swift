internal import WaslBitext
internal import WaslPDF

/// The text of a PDF with its blocks, read from where the glyphs stand on the page.
struct PDFSource: Sendable {
  var text: SourceText
  /// What the reader should know: pages that hold no text, or none that can be trusted.
  var warnings: [String]

  /// Whether the library that this needs, libqpdf, is there.
  static var isAvailable: Bool { PDFDocument.isAvailable }

  /// - Throws: `WaslError` of the kind `input` for a file that needs a password, `format` for one that is damaged beyond repair.
  init(_ bytes: consuming [UInt8], name: String) throws(WaslError) {
    let content = try PDFDocument(bytes: bytes, name: name).content()
    var builder = DocumentBuilder()
    for block in content.blocks where block.kind != .furniture {
      builder.begin(Self.kind(block), direction: block.isRightToLeft ? .rightToLeft : .leftToRight)
      builder.append(block.text)
    }
    text = builder.source(name: name)
    warnings = PDFWarnings(content.pages).messages
  }

  private static func kind(_ block: PDFBlock) -> Block.Kind {
    switch block.kind {
    case .paragraph: .paragraph
    case .heading: .heading(level: 1)
    case .note: .note(anchor: nil)
    case .furniture: .pageFurniture
    case .cell:
      .tableCell(TableCell(table: block.table ?? 0, row: block.row ?? 0, column: block.column))
    }
  }
}
