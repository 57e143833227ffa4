internal import WaslBitext
internal import WaslSyntax

/// The text of an OpenDocument file (ODF 1.3): a text, a spreadsheet or a presentation, in an archive or as one XML file.
///
/// A text box comes after the paragraph that it hangs on, a note after the paragraph or table that refers to it. Left out
/// and counted: comments, tracked deletions, hidden text, sheets and slides, heads and feet of pages, embedded objects.
enum OpenDocumentText {
  /// - Parameter kind: what messages call the document.
  static func document(_ archive: ZipArchive, kind: String) throws(WaslError) -> DocumentBuilder {
    let content = try archive.required("content.xml", kind)
    var body = OpenDocumentBody()
    if let styles = try archive.file("styles.xml") { try read(styles, into: &body, name: archive.name) }
    try read(content, into: &body, name: archive.name)
    return body.finished()
  }

  /// A flat file: FODT, FODS, FODP.
  static func flatDocument(_ bytes: [UInt8], name: String) throws(WaslError) -> DocumentBuilder {
    var body = OpenDocumentBody()
    try read(bytes, into: &body, name: name)
    return body.finished()
  }

  private static func read(_ content: [UInt8], into body: inout OpenDocumentBody, name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    var repeats = RepeatedCells()
    while let event = try reader.next() {
      repeats.take(event) { body.read($0) }
    }
  }
}
