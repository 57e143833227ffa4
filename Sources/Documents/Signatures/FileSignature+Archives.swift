internal import WaslBitext

extension FileSignature {
  /// A ZIP archive, by the files in it.
  static func zip(_ bytes: [UInt8]) -> FileSignature {
    guard let archive = try? ZipArchive(bytes, name: "") else {
      return .unreadable(
        name: "a damaged ZIP archive", advice: "copy it again, or open it in its own program and save it")
    }
    if let type = try? archive.file("mimetype") {
      let type = String(decoding: type.prefix(100), as: UTF8.self)
      for (end, format) in mimeTypes where type.hasPrefix(end) { return .document(format) }
      if type.contains("indesign") {
        return .unreadable(name: "an InDesign file", advice: "export it from InDesign as RTF or PDF")
      }
    }
    if let types = try? archive.file("[Content_Types].xml") {
      let text = String(decoding: types, as: UTF8.self)
      for (type, format) in contentTypes where text.contains(type) { return .document(format) }
      for (type, name) in unreadTypes where text.contains(type) {
        return .unreadable(name: name, advice: "open it in its own program and save it as DOCX, XLSX or PDF")
      }
    }
    for (path, format) in [
      ("word/document.xml", DocumentFormat.docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx),
      ("META-INF/container.xml", .epub),
    ] where archive.has(path) { return .document(format) }
    if archive.has("content.xml"), archive.has("META-INF/manifest.xml") { return .document(.odt) }
    let paths = archive.paths
    if paths.contains(where: { $0.hasPrefix("Index/") && $0.hasSuffix(".iwa") }) {
      return .unreadable(
        name: "a document of Apple's Pages, Numbers or Keynote", advice: "export it as Word, Excel or PowerPoint")
    }
    if archive.has("AndroidManifest.xml") {
      return .unreadable(name: "an Android program", advice: "give the strings.xml files of its source")
    }
    if archive.has("META-INF/MANIFEST.MF") {
      return .unreadable(name: "a Java archive", advice: "unpack it: unzip FILE, and give the .properties files in it")
    }
    if paths.contains(where: { $0.hasSuffix(".sdlproj") }) {
      return .unreadable(name: "a Trados package", advice: "unpack it: unzip FILE, and give the SDLXLIFF files in it")
    }
    return .unreadable(name: "a ZIP archive", advice: "unpack it: unzip FILE, and give the documents in it")
  }

  private static let mimeTypes: [(String, DocumentFormat)] = [
    ("application/epub", .epub), ("application/vnd.oasis.opendocument.text", .odt),
    ("application/vnd.oasis.opendocument.spreadsheet", .ods), ("application/vnd.oasis.opendocument.presentation", .odp),
    ("application/vnd.oasis.opendocument.graphics", .odp), ("application/vnd.sun.xml.writer", .odt),
  ]

  private static let contentTypes: [(String, DocumentFormat)] = [
    ("wordprocessingml.document.main", .docx), ("wordprocessingml.template.main", .docx),
    ("ms-word.document.macroEnabled.main", .docx), ("ms-word.template.macroEnabledTemplate.main", .docx),
    ("spreadsheetml.sheet.main", .xlsx), ("spreadsheetml.template.main", .xlsx),
    ("ms-excel.sheet.macroEnabled.main", .xlsx), ("presentationml.presentation.main", .pptx),
    ("presentationml.slideshow.main", .pptx), ("presentationml.template.main", .pptx),
    ("ms-powerpoint.presentation.macroEnabled.main", .pptx),
  ]

  private static let unreadTypes = [
    ("ms-excel.sheet.binary", "an Excel workbook in binary form (XLSB)"), ("ms-visio.drawing", "a Visio drawing"),
    ("ms-package.xps", "an XPS document"), ("openxps", "an XPS document"),
  ]

  /// A compound file (MS-CFB), by the names of the streams in it.
  static func compoundFile(_ bytes: [UInt8]) -> FileSignature {
    func holds(_ name: String) -> Bool {
      let pattern = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return bytes.firstRange(of: pattern) != nil
    }
    if holds("EncryptedPackage") {
      return .unreadable(
        name: "a document protected by a password", advice: "open it in its own program and save it without one")
    }
    if holds("WordDocument") { return .document(.doc) }
    if holds("Workbook") || holds("Book") { return .document(.xls) }
    if holds("PowerPoint Document") { return .document(.ppt) }
    if holds("__properties_version1.0") {
      return .unreadable(name: "an Outlook message", advice: "save its text, or the documents attached to it")
    }
    return .unreadable(
      name: "a file of an old Windows program", advice: "open it in its own program and save it as DOCX, RTF or text")
  }
}
