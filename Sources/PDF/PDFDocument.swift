public import WaslBitext

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
  /// - Throws: `WaslError` of the kind `format` for a file that is damaged beyond repair, of the kind `input` for one that
  ///   needs a password, or where libqpdf is missing.
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
          .format, "the PDF is damaged beyond repair", at: place, advice: "give the document that it was made from")
      }
    }
    reader = PageReader(file)
  }

  public var pageCount: Int { file.pageCount }

  /// The glyphs of a page in the order of painting, those outside the page and copies that fake bold left out.
  ///
  /// - Parameter index: from 0.
  public func glyphs(onPage index: Int) -> [Glyph] {
    guard (0..<pageCount).contains(index) else { return [] }
    return GlyphCleaning.cleaned(reader.content(index), ClusterRepair())
  }

  /// Reads the whole document; memory is bounded by a page and the text.
  public func content() -> PDFContent {
    var assembler = Assembler()
    var pages: [PageQuality] = []
    var brackets = Brackets()
    var columns: [(left: Double, right: Double)] = []
    var isAfterColumns = false
    var isRightToLeft = true
    for index in 0..<pageCount {
      let content = reader.content(index)
      pages.append(PageQuality(index + 1, content))
      let layout = PageLayout(
        GlyphCleaning.cleaned(content, repair), of: content, columns: columns, isAfterColumns: isAfterColumns)
      (columns, isAfterColumns) = (layout.columns, layout.isAfterColumns)
      isRightToLeft = LineReader.isRightToLeft(layout.blocks.lazy.flatMap(\.lines), else: isRightToLeft)
      let ordered = layout.blocks.map { block in
        let direction = LineReader.isRightToLeft(block.lines, else: isRightToLeft)
        return (block, LineReader.ordered(block.lines, isRightToLeft: direction), direction)
      }
      for (_, lines, _) in ordered {
        for line in lines { brackets.learn(line) }
      }
      let drafts = ordered.map { block, lines, direction in
        DraftBlock(block, lines.map(brackets.repaired), isRightToLeft: direction, page: index + 1)
      }
      assembler.add(drafts.filter { !$0.text.isEmpty }, of: content)
    }
    return PDFContent(blocks: assembler.blocks(), pages: pages)
  }
}
