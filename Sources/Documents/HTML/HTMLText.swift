/// The text of HTML as a reader sees it, in any state of order: tags need not match.
///
/// Blocks end paragraphs, `br` ends a line. Scripts, styles, controls and what is hidden are left out, and so are the
/// parts of a page that are no part of its text, see `HTMLBoilerplate`.
enum HTMLText {
  /// How much of a page is text.
  enum Scope {
    /// Without navigation, banners and footers.
    case text
    /// With them.
    case page
    /// The chapter of a book, in which only `nav` is navigation.
    case chapter
  }

  static func document(_ bytes: [UInt8], keepsWholePage: Bool = false) -> DocumentBuilder {
    document(bytes, keepsWholePage ? .page : .text)
  }

  /// - Parameter firstTable: the number of the first table.
  static func document(_ bytes: [UInt8], _ scope: Scope, firstTable: Int = 0) -> DocumentBuilder {
    var scanner = HTMLScanner(bytes, scope, firstTable: firstTable)
    return scanner.run()
  }
}
