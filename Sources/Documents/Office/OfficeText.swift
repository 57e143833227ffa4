internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The text of word processors' documents: their paragraphs, without deleted text, comments and field codes.
enum OfficeText {
  /// DOCX. Footnotes and endnotes follow after the text.
  static func word(_ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    var output = try wordPart(try archive.required("word/document.xml", "DOCX document"), archive)
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
      if let content = try archive.file(part) { output.append(try wordPart(content, archive)) }
    }
    return output
  }

  private static func wordPart(_ content: [UInt8], _ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    var reader = try XMLReader(content, name: archive.name)
    var output = DocumentBuilder()
    // A second form of the same drawing, for older programs.
    var fallbacks = 0
    while let event = try reader.next() {
      switch event {
      case .start("mc:Fallback", _): fallbacks += 1
      case .end("mc:Fallback"): fallbacks -= 1
      case .text(let text) where reader.open.last == "w:t" && fallbacks == 0: output.append(text)
      case .start("w:tab", _) where reader.open.dropLast().last == "w:r": output.append(" ")
      case .start("w:br", _), .start("w:cr", _): output.breakLine()
      case .start("w:noBreakHyphen", _): output.append("\u{2011}")
      case .end("w:p"): output.end()
      default: break
      }
    }
    return output
  }

  /// ODT. A note follows after the paragraph that it stands in.
  static func openDocument(_ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    var reader = try XMLReader(try archive.required("content.xml", "ODT document"), name: archive.name)
    var output = DocumentBuilder()
    var notes = DocumentBuilder()
    var (noteDepth, hidden) = (0, 0)
    func isHidden(_ name: String) -> Bool {
      ["office:annotation", "text:tracked-changes", "text:note-citation", "text:sequence-decls"].contains(name)
    }
    func collect(_ body: (inout DocumentBuilder) -> Void) {
      if noteDepth > 0 { body(&notes) } else { body(&output) }
    }
    while let event = try reader.next() {
      switch event {
      case .start(let name, _) where isHidden(name): hidden += 1
      case .end(let name) where isHidden(name): hidden -= 1
      case .start("text:note", _): noteDepth += 1
      case .end("text:note"): noteDepth -= 1
      case .text(let text) where hidden == 0 && reader.open.contains("text:p") || reader.open.contains("text:h"):
        if hidden == 0 { collect { $0.append(text) } }
      case .start("text:s", _), .start("text:tab", _): collect { $0.append(" ") }
      case .start("text:line-break", _): collect { $0.breakLine() }
      case .end("text:p"), .end("text:h"):
        guard hidden == 0 else { continue }
        collect { $0.end() }
        if noteDepth == 0 {
          output.append(notes)
          notes = DocumentBuilder()
        }
      default: break
      }
    }
    return output
  }
}

/// The text of an EPUB: its chapters in the order of reading.
enum EPUBText {
  static func document(_ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    let container = try elements("META-INF/container.xml", archive)
    guard let package = container.first(where: { $0.name == "rootfile" })?.attributes["full-path"] else {
      throw archive.error("its container names no package")
    }
    let folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
    var paths: [String: String] = [:]
    var output = DocumentBuilder()
    // Chapters may stand in the order of reading more than once.
    var (size, tables) = (0, 0)
    for element in try elements(package, archive) {
      switch element.name {
      case "item":
        // The table of contents is navigation.
        let isNavigation = element.attributes["properties"]?.split(separator: " ").contains("nav") == true
        if let id = element.attributes["id"], !isNavigation { paths[id] = element.attributes["href"] }
      case "itemref":
        guard let path = paths[element.attributes["idref"] ?? ""] else { continue }
        let chapter = try archive.required(folder + unescaped(path), "whole EPUB")
        size += chapter.count
        guard size <= InputLimits.bytes else { throw InputLimits.tooLarge("its chapters have", name: archive.name) }
        let text = HTMLText.document(try XMLReader.decoded(chapter, name: archive.name), .chapter, firstTable: tables)
        tables = max(tables, text.tableCount)
        output.append(text)
      default: break
      }
    }
    return output
  }

  private static func elements(
    _ path: String, _ archive: ZipArchive
  ) throws(WaslError) -> [(name: Substring, attributes: [String: String])] {
    var reader = try XMLReader(try archive.required(path, "EPUB"), name: archive.name)
    var elements: [(name: Substring, attributes: [String: String])] = []
    while let event = try reader.next() {
      if case .start(let name, let attributes) = event {
        elements.append((name.split(separator: ":").last ?? "", attributes))
      }
    }
    return elements
  }

  /// `%20` and the like.
  private static func unescaped(_ path: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(path.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        output.append(byte)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
