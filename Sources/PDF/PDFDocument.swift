public import Bitext

/// A PDF file whose text is read page by page.
///
/// Not for several threads at once.
public final class PDFDocument {
  private let file: PDFFile
  private let reader: PageReader
  private let repair = ClusterRepair()

  /// Whether the library that reads the syntax, libqpdf, is there.
  public static var isAvailable: Bool { PDFFile.isLibraryThere }

  /// - Parameter name: what errors call the file.
  /// - Throws: `WaslError` of the kind `input` for a file that is damaged beyond repair or needs a password, or where
  ///   libqpdf is missing.
  public init(bytes: [UInt8], name: String) throws(WaslError) {
    do {
      file = try PDFFile(bytes)
    } catch {
      let place = WaslError.Location(file: name)
      switch error {
      case .libraryMissing:
        throw WaslError(
          .input, "reading a PDF needs the library libqpdf", at: place,
          advice: "install it (Debian: libqpdf29), or give the document's text")
      case .needsPassword:
        throw WaslError(
          .input, "the PDF is encrypted and opens with a password only", at: place,
          advice: "save a copy without one: qpdf --decrypt --password=… IN OUT")
      case .damaged:
        throw WaslError(
          .input, "the PDF is damaged beyond repair", at: place, advice: "give the document that it was made from")
      }
    }
    reader = PageReader(file)
  }

  public var pageCount: Int { file.pageCount }

  public func debugText(_ index: Int) -> String {
    let content = reader.content(index)
    let layout = PageLayout(GlyphCleaning.cleaned(content, repair), rules: content.rules)
    let isRTL = LineReader.isRightToLeft(layout.blocks.flatMap(\.lines), else: true)
    return layout.blocks.map { block in
      let right = LineReader.isRightToLeft(block.lines, else: isRTL)
      let ordered = LineReader.ordered(block.lines, isRightToLeft: right)
      var brackets = Brackets()
      for line in ordered { brackets.learn(line) }
      return (block.isArtifact ? "ARTIFACT " : "") + (block.cell.map { "[\($0.table) \($0.row) \($0.column)] " } ?? "") + ordered.map { LineReader.text(brackets.repaired($0)) }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  public func debugGlyphs(_ index: Int) -> [Glyph] { reader.content(index).glyphs }
}
