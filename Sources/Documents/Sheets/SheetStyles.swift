internal import WaslBitext
internal import WaslSyntax

/// How the cells of a workbook are shown, by the number of their style.
struct SheetStyles {
  struct Style {
    var format = 0
    /// 1 from left to right, 2 from right to left.
    var readingOrder = 0
  }

  private var styles: [Style] = []
  private var codes: [Int: String] = [:]
  private var formats: [Int: SheetFormat] = [:]
  var is1904 = false

  init() {}

  init(_ content: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    while let event = try reader.next() {
      guard case .start(let element, let attributes) = event else { continue }
      switch element.localName {
      case "numFmt" where reader.parent == "numFmts":
        if let id = attributes.localNumber("numFmtId") { codes[id] = attributes.local("formatCode") }
      case "xf" where reader.parent == "cellXfs": styles.append(Style(format: attributes.localNumber("numFmtId") ?? 0))
      case "alignment" where reader.ancestor(2) == "cellXfs" && !styles.isEmpty:
        styles[styles.count - 1].readingOrder = attributes.localNumber("readingOrder") ?? 0
      default: break
      }
    }
  }

  func direction(_ style: Int) -> Block.Direction? {
    guard styles.indices.contains(style) else { return nil }
    return switch styles[style].readingOrder {
    case 1: .leftToRight
    case 2: .rightToLeft
    default: nil
    }
  }

  mutating func text(_ value: Double, style: Int) -> String { format(style).text(value, is1904: is1904) }

  mutating func text(_ text: String, style: Int) -> String {
    guard styles.indices.contains(style), styles[style].format > 49 else { return text }
    return format(style).text(text)
  }

  private mutating func format(_ style: Int) -> SheetFormat {
    let id = styles.indices.contains(style) ? styles[style].format : 0
    if let format = formats[id] { return format }
    let format = SheetFormat(code: codes[id] ?? Self.builtIn[id] ?? "General")
    formats[id] = format
    return format
  }

  /// The formats that files do not spell out, as an American program shows them.
  private static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "m/d/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm",
    37: "#,##0 ;(#,##0)", 38: "#,##0 ;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: "#,##0",
    42: "$#,##0", 43: "#,##0.00", 44: "$#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
  ]
}
