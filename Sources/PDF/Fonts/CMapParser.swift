/// Reads a CMap: of its PostScript only the sections that hold the table.
enum CMapParser {
  static func parse(_ bytes: [UInt8]) -> CMap {
    var cmap = CMap()
    var lexer = Lexer(bytes)
    // What stands before the next keyword.
    var operands: [PDFValue] = []
    while let token = lexer.next() {
      guard case .keyword(let keyword) = token else {
        if let value = lexer.value(startingWith: token), operands.count < 8 { operands.append(value) }
        continue
      }
      switch keyword {
      case "begincodespacerange":
        eachTuple(2, until: "endcodespacerange", &lexer) { tuple in
          guard let low = tuple[0].string, let high = tuple[1].string, (1...4).contains(low.count) else { return }
          cmap.codeSpaces.append(CMap.CodeSpace(length: low.count, low: code(low), high: code(high)))
        }
      case "beginbfchar":
        eachTuple(2, until: "endbfchar", &lexer) { tuple in
          guard let from = tuple[0].string else { return }
          if let text = text(tuple[1]) { cmap.set(code(from), text) }
        }
      case "beginbfrange": eachTuple(3, until: "endbfrange", &lexer) { addTextRange($0, to: &cmap) }
      case "begincidchar":
        eachTuple(2, until: "endcidchar", &lexer) { tuple in
          guard let from = tuple[0].string, let cid = tuple[1].integer, cid >= 0 else { return }
          cmap.set(code(from), through: code(from), cid: UInt32(cid))
        }
      case "begincidrange":
        eachTuple(3, until: "endcidrange", &lexer) { tuple in
          guard let low = tuple[0].string, let high = tuple[1].string, let cid = tuple[2].integer, cid >= 0 else {
            return
          }
          cmap.set(code(low), through: code(high), cid: UInt32(cid))
        }
      case "usecmap": cmap.base = operands.last?.name
      case "def":
        if operands.count >= 2, operands[operands.count - 2].name == "WMode", operands.last?.integer == 1 {
          cmap.isVertical = true
        }
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
    return cmap
  }

  private static func addTextRange(_ tuple: [PDFValue], to cmap: inout CMap) {
    guard let lowBytes = tuple[0].string, let highBytes = tuple[1].string else { return }
    let (low, high) = (code(lowBytes), code(highBytes))
    guard low <= high else { return }
    if let values = tuple[2].array {
      for (offset, value) in values.enumerated() where offset <= Int(high - low) {
        if let text = text(value) { cmap.set(low &+ UInt32(truncatingIfNeeded: offset), text) }
      }
    } else if let text = text(tuple[2]) {
      if low == high { cmap.set(low, text) } else { cmap.set(low, through: high, text) }
    }
  }

  private static func eachTuple(
    _ count: Int, until end: String, _ lexer: inout Lexer, _ body: ([PDFValue]) -> Void
  ) {
    var tuple: [PDFValue] = []
    while let token = lexer.next() {
      if case .keyword(let keyword) = token, keyword == end || keyword.hasPrefix("end") { return }
      guard let value = lexer.value(startingWith: token) else { continue }
      tuple.append(value)
      if tuple.count == count {
        body(tuple)
        tuple.removeAll(keepingCapacity: true)
      }
    }
  }

  /// A code's bytes as a number, the highest first.
  private static func code(_ bytes: [UInt8]) -> UInt32 { bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

  /// UTF-16, or a glyph's name.
  private static func text(_ value: PDFValue) -> [Unicode.Scalar]? {
    if let name = value.name { return GlyphNames.scalars(name) }
    guard let bytes = value.string else { return nil }
    if bytes.count == 1 { return [Unicode.Scalar(bytes[0])] }
    return TextString.utf16(bytes[...])
  }
}
