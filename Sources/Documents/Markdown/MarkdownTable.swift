/// The rows of tables: cells between bars.
enum MarkdownTable {
  /// The cells of a row, or nil for a line that is none.
  static func cells(_ line: Substring) -> [Substring]? {
    var cells: [Substring] = []
    var (start, index) = (line.startIndex, line.startIndex)
    var isCode = false
    while index < line.endIndex {
      switch line[index] {
      case "\\":
        index = line.index(after: index)
        if index == line.endIndex { continue }
      case "`": isCode.toggle()
      case "|" where !isCode:
        cells.append(line[start..<index])
        start = line.index(after: index)
      default: break
      }
      index = line.index(after: index)
    }
    if cells.isEmpty { return nil }
    cells.append(line[start...])
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells
  }

  /// `|---|:---:|`, the line under a table's head.
  static func isDelimiter(_ line: Substring) -> Bool {
    guard line.contains("-"), line.contains("|") || line.contains(":") else { return false }
    return line.allSatisfy { "-:| \t".contains($0) }
  }
}
