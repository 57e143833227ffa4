internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The text of a spreadsheet (XLSX, ECMA-376 part 1, 18): a table a sheet, cells as they are shown.
///
/// Hidden sheets, comments, heads and feet of pages and charts are left out and counted; hidden rows and columns are kept,
/// for a filter hides rows too. Text boxes come after their sheet's cells.
enum WorkbookText {
  static func document(_ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    let package = OfficePackage(archive)
    let main = try package.mainPart(usual: "xl/workbook.xml")
    let content = try archive.required(main, "XLSX workbook")
    let relations = try package.relations(of: main)
    func part(_ type: String) throws(WaslError) -> [UInt8]? {
      guard let target = relations.values.filter({ $0.type == type }).map(\.target).min() else { return nil }
      return try archive.file(target)
    }
    var styles = SheetStyles()
    if let content = try part("styles") { styles = try SheetStyles(content, name: archive.name) }
    var strings: [String] = []
    if let content = try part("sharedStrings") { strings = try SharedStrings.read(content, name: archive.name) }

    var flow = OfficeFlow()
    var paths: [String] = []
    var reader = try XMLReader(content, name: archive.name)
    while let event = try reader.next() {
      guard case .start(let element, let attributes) = event else { continue }
      switch element.localName {
      case "workbookPr": styles.is1904 = ["1", "true"].contains(attributes.local("date1904"))
      case "sheet":
        let isShown = ["visible", nil].contains(attributes.local("state"))
        guard isShown else {
          flow.omit(.hiddenSheets)
          continue
        }
        // The prefix tells the relation from the sheet's own number.
        let id = attributes["r:id"] ?? attributes.first { $0.key.hasSuffix(":id") }?.value
        if let id, let relation = relations[id] {
          if relation.type == "worksheet" { paths.append(relation.target) } else { flow.omit(.embeddedObjects) }
        }
      default: break
      }
    }
    var size = 0
    for path in paths {
      var sheet = SheetReader(strings: strings, styles: styles)
      let content = try archive.required(path, "whole workbook")
      size += content.count
      guard size <= InputLimits.bytes else { throw InputLimits.tooLarge("its sheets have", name: archive.name) }
      try sheet.read(content, into: &flow, name: archive.name)
      styles = sheet.styles
      try readSurroundings(of: path, package, into: &flow)
    }
    return flow.finished()
  }

  /// What belongs to a sheet and stands in other files.
  private static func readSurroundings(
    of sheet: String, _ package: OfficePackage, into flow: inout OfficeFlow
  ) throws(WaslError) {
    for path in try package.targets("comments", of: sheet) {
      guard let content = try package.archive.file(path) else { continue }
      var reader = try XMLReader(content, name: package.archive.name)
      while let event = try reader.next() {
        if case .start(let name, _) = event, name.localName == "comment" { flow.omit(.comments) }
      }
    }
    for path in try package.targets("drawing", of: sheet) {
      guard let content = try package.archive.file(path) else { continue }
      var shapes = DrawingReader()
      var reader = try XMLReader(content, name: package.archive.name)
      while let event = try reader.next() { shapes.read(event, reader, into: &flow) }
    }
  }
}

/// The strings that the cells of a workbook share.
enum SharedStrings {
  static func read(_ content: [UInt8], name: String) throws(WaslError) -> [String] {
    var reader = try XMLReader(content, name: name)
    var strings: [String] = []
    var string = ""
    while let event = try reader.next() {
      switch event {
      case .start(let element, _) where element.localName == "si": string = ""
      // Not the readings of Japanese words.
      case .text(let text) where reader.ancestor(0) == "t" && reader.parent != "rPh": string += text
      case .end(let element) where element.localName == "si": strings.append(unescaped(string))
      default: break
      }
    }
    return strings
  }

  /// `_x000D_` is a character that XML cannot hold.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var output = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      output += rest[..<start.lowerBound]
      let code = rest[start.upperBound...].prefix(4)
      let after = rest[start.upperBound...].dropFirst(4)
      if code.utf8.count == 4, after.first == "_", let value = UInt32(code, radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        // Other controls are no text.
        if value >= 0x20 || value == 0x0A { output.unicodeScalars.append(scalar) }
        rest = after.dropFirst()
      } else {
        output += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return output + rest
  }
}
