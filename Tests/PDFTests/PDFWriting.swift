/// Writes small PDF files for tests: pages of content in PDF's own operators, and fonts with tables of their own.
struct PDFWriting {
  /// A code of a font, what it stands for, and its width in thousandths of the size.
  struct Code {
    var code: Int
    var text: String
    var width: Int
  }

  private var objects: [String] = []
  private var pages: [Int] = []
  private var fonts = ""

  init() {
    // The catalogue, the page tree and the Latin font.
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", ""]
    objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    fonts = "/L 3 0 R"
  }

  /// Adds a font of two-byte codes under a name.
  mutating func addFont(_ name: String, _ codes: [Code]) {
    let entries = codes.map { code in
      let units = Array(code.text.utf16).map { Self.hexadecimal(Int($0)) }.joined()
      return "<\(Self.hexadecimal(code.code))> <\(units)>"
    }
    let widths = codes.map { "\($0.code) [\($0.width)]" }.joined(separator: " ")
    let table =
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n\(codes.count) beginbfchar\n"
      + entries.joined(separator: "\n") + "\nendbfchar\n"
    let toUnicode = add(Self.stream(table))
    let descendant = add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 500 /W [\(widths)] /CIDToGIDMap /Identity >>")
    let font = add(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [\(descendant) 0 R]"
        + " /ToUnicode \(toUnicode) 0 R >>")
    fonts += " /\(name) \(font) 0 R"
  }

  @discardableResult mutating func add(_ object: String) -> Int {
    objects.append(object)
    return objects.count
  }

  mutating func addPage(_ content: String, resources: String = "") {
    let stream = add(Self.stream(content))
    pages.append(
      add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(stream) 0 R"
          + " /Resources << /Font << \(fonts) >> \(resources) >> >>"))
  }

  var bytes: [UInt8] {
    var objects = objects
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    objects[1] = "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>"
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  static func stream(_ content: String, _ entries: String = "") -> String {
    "<< /Length \(content.utf8.count) \(entries) >>\nstream\n\(content)\nendstream"
  }

  /// Codes as a string of a content stream.
  static func string(_ codes: [Int]) -> String { "<" + codes.map(hexadecimal).joined() + ">" }

  private static func hexadecimal(_ value: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
