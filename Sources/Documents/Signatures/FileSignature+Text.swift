extension FileSignature {
  /// What is written in letters: markup by its first element or words.
  static func text(_ bytes: [UInt8]) -> FileSignature {
    let head = start(of: bytes)
    if head.hasPrefix("{\\rtf") { return .document(.rtf) }
    if head.hasPrefix("%PDF-") { return .pdf }
    if head.hasPrefix("%!PS") { return .unreadable(name: "a PostScript file", advice: "turn it into PDF: ps2pdf FILE") }
    if head.hasPrefix("MIME-Version:") || head.hasPrefix("From: <Saved by") {
      return .unreadable(
        name: "a web page with its pictures in one file (MHTML)", advice: "save it from the browser as HTML")
    }
    guard head.hasPrefix("<") else { return .unknown }
    if head.prefix(15).lowercased() == "<!doctype html " || head.prefix(15).lowercased() == "<!doctype html>" {
      return .document(.html)
    }
    return element(firstElement(head), head)
  }

  private static func element(_ element: Substring, _ head: String) -> FileSignature {
    switch element {
    case "html", "HTML", "Html": return .document(.html)
    case "office:document": return .document(.flatOpenDocument)
    case "TS" where head.contains("<context") || head.contains("<!DOCTYPE TS") || head.contains("language="):
      return .pairs(name: "a Qt translation file")
    case "resources" where head.contains("<string") || head.contains("<plurals"):
      return .pairs(name: "a file of Android strings")
    case "root" where head.contains("<resheader") || head.contains("<xsd:schema"): return .pairs(name: "a RESX file")
    case "plist": return .pairs(name: "a property list")
    case "tmx": return .pairs(name: "a translation memory (TMX)")
    case "xliff": return .pairs(name: "an XLIFF file")
    case "martif", "tbx": return .pairs(name: "a term base (TBX)")
    case "cesAlign": return .pairs(name: "a file of alignments (XCES)")
    case "w:wordDocument", "pkg:package":
      return .unreadable(name: "a Word document as XML", advice: "open it in Word or LibreOffice and save it as DOCX")
    case "Workbook" where head.contains("office:spreadsheet"):
      return .unreadable(name: "a workbook as XML", advice: "open it in Excel or LibreOffice and save it as XLSX")
    case "svg": return .unreadable(name: "an SVG picture", advice: "give the document that it belongs to")
    case "FictionBook": return .unreadable(name: "an FB2 book", advice: "turn it into EPUB, with Calibre for example")
    default: return .unknown
    }
  }

  /// The first few thousand characters, without a byte order mark and white space.
  private static func start(of bytes: [UInt8]) -> String {
    let head = bytes.prefix(4_096)
    var text: String
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0x00]) {
      text = String(
        decoding: stride(from: 0, to: head.count - 1, by: 2).map { UInt16(head[$0]) | UInt16(head[$0 + 1]) << 8 },
        as: UTF16.self)
    } else if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x00, 0x3C]) {
      text = String(
        decoding: stride(from: 0, to: head.count - 1, by: 2).map { UInt16(head[$0]) << 8 | UInt16(head[$0 + 1]) },
        as: UTF16.self)
    } else {
      text = String(decoding: head, as: UTF8.self)
    }
    while let first = text.unicodeScalars.first, first == "\u{FEFF}" || first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    return text
  }

  /// The name of the first element, declarations and comments passed over.
  private static func firstElement(_ head: String) -> Substring {
    var rest = head[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { return "" }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("?") || rest.hasPrefix("!") {
        guard let end = rest.firstIndex(of: ">") else { return "" }
        rest = rest[rest.index(after: end)...]
      } else {
        return rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
      }
    }
    return ""
  }
}
