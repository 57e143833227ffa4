internal import WaslBitext
internal import WaslSyntax

/// Reads the cells of one sheet.
struct SheetReader {
  /// The address of a cell, from 0.
  private struct Address: Hashable {
    var row, column: Int
  }

  private let strings: [String]
  private(set) var styles: SheetStyles
  private var direction: Block.Direction?
  private var merged: [Address: (columns: Int, rows: Int)] = [:]
  private var cell = (address: Address(row: -1, column: -1), style: 0, type: "n", value: "")
  private var row = -1
  private var column = -1

  init(strings: [String], styles: SheetStyles) {
    self.strings = strings
    self.styles = styles
  }

  mutating func read(_ content: [UInt8], into flow: inout OfficeFlow, name: String) throws(WaslError) {
    // Merged cells are listed behind the cells.
    try readMerged(content, name: name)
    flow.beginTable()
    var reader = try XMLReader(content, name: name)
    while let event = try reader.next() {
      switch event {
      case .start(let element, let attributes): start(element.localName, attributes, &flow)
      case .text(let text):
        let (inner, outer) = (reader.ancestor(0), reader.parent)
        if inner == "v" && outer == "c" || inner == "t" && outer != "rPh" { cell.value += text }
        if inner == "oddHeader" || inner == "oddFooter" { flow.omit(.headersAndFooters) }
      case .end(let element): if element.localName == "c" { finishCell(&flow) }
      }
    }
    flow.endTable()
  }

  private mutating func readMerged(_ content: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    while let event = try reader.next() {
      guard case .start(let element, let attributes) = event, element.localName == "mergeCell",
        let ends = attributes.local("ref")?.split(separator: ":"), ends.count == 2, let first = Self.address(ends[0]),
        let last = Self.address(ends[1]), last.row >= first.row, last.column >= first.column
      else { continue }
      merged[first] = (last.column - first.column + 1, last.row - first.row + 1)
    }
  }

  private mutating func start(_ name: Substring, _ attributes: [String: String], _ flow: inout OfficeFlow) {
    switch name {
    case "sheetView": if ["1", "true"].contains(attributes.local("rightToLeft")) { direction = .rightToLeft }
    case "row":
      let number = attributes.localNumber("r").map { $0 - 1 } ?? row + 1
      // Rows ascend; a damaged file must not make the table go back.
      let next = max(row + 1, min(number, OfficeTable.mostColumns))
      flow.skipRows(next - row - 1)
      flow.beginRow()
      (row, column) = (next, -1)
    case "c":
      let address = attributes.local("r").flatMap { Self.address($0[...]) }
      let next = max(column + 1, address?.column ?? column + 1)
      flow.skipColumns(next - column - 1)
      column = next
      cell = (
        Address(row: row, column: column), attributes.localNumber("s") ?? 0, attributes.local("t") ?? "n", ""
      )
    default: break
    }
  }

  private mutating func finishCell(_ flow: inout OfficeFlow) {
    let span = merged[cell.address] ?? (1, 1)
    flow.beginCell(columnSpan: span.columns, rowSpan: span.rows)
    flow.paragraph(.paragraph, direction: styles.direction(cell.style) ?? direction)
    for (number, line) in shown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if number > 0 { flow.breakLine() }
      flow.append(String(line))
    }
    flow.endCell(advancingBy: 1)
  }

  /// The cell's value as the program shows it.
  private var shown: String {
    mutating get {
      switch cell.type {
      case "s":
        guard let index = Int(cell.value.trimmedOfSpaces), strings.indices.contains(index) else { return "" }
        return styles.text(strings[index], style: cell.style)
      case "str", "inlineStr": return styles.text(SharedStrings.unescaped(cell.value), style: cell.style)
      case "b": return cell.value.trimmedOfSpaces == "0" ? "FALSE" : "TRUE"
      case "e", "d": return cell.value
      default:
        let text = cell.value.trimmedOfSpaces
        return Double(text).map { styles.text($0, style: cell.style) } ?? text
      }
    }
  }

  /// `B7`, from 0.
  private static func address(_ text: Substring) -> Address? {
    let letters = text.prefix { $0.isASCII && $0.isLetter }.uppercased()
    guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)), (1...1_048_576).contains(row)
    else { return nil }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    return Address(row: row - 1, column: column - 1)
  }
}

extension String {
  /// Without white space around it.
  fileprivate var trimmedOfSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
