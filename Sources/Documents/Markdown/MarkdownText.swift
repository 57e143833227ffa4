/// The text of Markdown in its common forms: CommonMark with GitHub's tables, and what Pandoc, Kramdown, MkDocs and
/// Docusaurus add.
///
/// Lines of a paragraph are joined; two spaces or a backslash at a line's end keep it. The lines of code stay as they
/// are. Marks, link targets, attributes, comments and shortcodes are left out; of the header at the start the title and
/// the description are kept. Numbers of lists are text, bullets are not.
enum MarkdownText {
  static func document(_ bytes: [UInt8]) -> DocumentBuilder {
    var parser = MarkdownParser(MarkdownLines(bytes))
    return parser.run()
  }
}
