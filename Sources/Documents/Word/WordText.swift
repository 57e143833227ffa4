internal import WaslBitext
internal import WaslSyntax

/// The text of a Word document (DOCX, ECMA-376 part 1) as Word shows it with all changes accepted.
///
/// A text box comes after the paragraph that it hangs on, a footnote or endnote after the paragraph or table that refers to
/// it. Left out and counted: comments, tracked deletions and the old places of moved text, hidden text, heads and feet of
/// pages, charts and diagrams. Field codes are left out, their results kept.
enum WordText {
  static func document(_ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    let package = OfficePackage(archive)
    let main = try package.mainPart(usual: "word/document.xml")
    let content = try archive.required(main, "DOCX document")
    var parts = WordParts()
    let relations = try package.relations(of: main)
    func part(_ type: String, usual: String) throws(WaslError) -> [UInt8]? {
      let target = relations.values.filter { $0.type == type }.map(\.target).min()
      return try archive.file(target ?? usual)
    }
    if let styles = try part("styles", usual: "word/styles.xml") {
      parts.styles = try WordStyles(styles, name: archive.name)
    }
    if let numbering = try part("numbering", usual: "word/numbering.xml") {
      parts.numbering = try WordNumbering(numbering, name: archive.name)
    }
    for type in ["footnotes", "endnotes"] {
      if let notes = try part(type, usual: "word/\(type).xml") { try parts.readNotes(notes, name: archive.name) }
    }
    var body = WordBody(parts)
    var reader = try XMLReader(content, name: archive.name)
    while let event = try reader.next() { body.read(event, reader) }
    for note in body.parts.takeUnreferencedNotes() { body.flow.append(note) }
    body.flow.omit(.headersAndFooters, try headersWithText(relations, archive))
    return body.flow.finished()
  }

  /// How many heads and feet of pages hold letters.
  private static func headersWithText(
    _ relations: [String: OfficePackage.Relation], _ archive: ZipArchive
  ) throws(WaslError) -> Int {
    var count = 0
    for relation in relations.values where relation.type == "header" || relation.type == "footer" {
      guard let content = try archive.file(relation.target) else { continue }
      var reader = try XMLReader(content, name: archive.name)
      var hasText = false
      while let event = try reader.next() {
        if case .text(let text) = event, reader.open.last?.localName == "t" {
          hasText = hasText || text.unicodeScalars.contains(where: \.properties.isAlphabetic)
        }
      }
      if hasText { count += 1 }
    }
    return count
  }

  /// Whether an element says how things were before a tracked change.
  static func isFormerState(_ name: Substring) -> Bool { name.hasSuffix("Change") && name.count > 6 }
}
