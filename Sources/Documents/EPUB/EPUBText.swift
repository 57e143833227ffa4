internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

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
