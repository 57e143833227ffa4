/// Tells a table from columns of text, and finds the table's rows.
struct RowFinder {
  /// Of each column its lines from top to bottom.
  let columns: [[TextLine]]
  /// The heights of ruled lines that cross the columns.
  let rules: [Double]
  /// Whether text in columns came before, on this page or the last.
  var isAfterColumns = false
  /// Whether a table did.
  var isAfterTable = false

  /// For each line of each column the number of its row; nil for columns of text that go their own ways.
  func rows() -> [[Int]]? {
    guard columns.count > 1 else { return nil }
    return ruledRows() ?? alignedRows()
  }

  private func ruledRows() -> [[Int]]? {
    let lines = columns.joined()
    guard let top = lines.map(\.baseline).max(), let bottom = lines.map(\.baseline).min() else { return nil }
    let inner = rules.filter { $0 < top && $0 > bottom }.sorted(by: >)
    guard !inner.isEmpty else { return nil }
    return columns.map { $0.map { line in inner.count { $0 > line.baseline } } }
  }

  /// Rows of paragraphs that stand side by side: in a table each has one of each column, in columns of text they
  /// overlap in a chain.
  private func alignedRows() -> [[Int]]? {
    struct Cell {
      var column: Int
      var lines: Range<Int>
      var top: Double
      var bottom: Double
    }
    var cells: [Cell] = []
    for (column, lines) in columns.enumerated() {
      let isRightToLeft = LineReader.isRightToLeft(lines, else: false)
      let starts = ParagraphBreaks(lines, isRightToLeft: isRightToLeft).starts
      for (number, start) in starts.enumerated() {
        let end = starts.dropFirst(number + 1).first ?? lines.count
        let (first, last) = (lines[start], lines[end - 1])
        cells.append(
          Cell(
            column: column, lines: start..<end, top: first.baseline + 0.5 * first.size,
            bottom: last.baseline - 0.05 * last.size))
      }
    }
    var rows: [[Cell]] = []
    var bottom = Double.infinity
    for cell in cells.sorted(by: { $0.top > $1.top }) {
      if rows.isEmpty || cell.top < bottom { rows.append([]) }
      if rows[rows.count - 1].isEmpty { bottom = cell.bottom }
      rows[rows.count - 1].append(cell)
      bottom = min(bottom, cell.bottom)
    }
    let shared = rows.filter { Set($0.map(\.column)).count > 1 }
    let size = columns.joined().map(\.size).max() ?? 0
    // A row's cells begin or have their middle at one height.
    let aligned = shared.filter { row in
      let spans = Dictionary(grouping: row, by: \.column).values.map { cells in
        (top: cells.map(\.top).max() ?? 0, bottom: cells.map(\.bottom).min() ?? 0)
      }
      func spread(_ height: ((top: Double, bottom: Double)) -> Double) -> Double {
        let heights = spans.map(height)
        return (heights.max() ?? 0) - (heights.min() ?? 0)
      }
      return min(spread { $0.top }, spread { ($0.top + $0.bottom) / 2 }) < 0.2 * size
    }
    // Where paragraphs end independently, they seldom do so.
    guard shared.count >= (isAfterTable ? 1 : 2), aligned.count * 10 >= shared.count * (isAfterColumns ? 10 : 8),
      (rows.count - shared.count) * 4 <= rows.count
    else { return nil }
    var numbers = columns.map { [Int](repeating: 0, count: $0.count) }
    for (number, row) in rows.enumerated() {
      for cell in row {
        for line in cell.lines { numbers[cell.column][line] = number }
      }
    }
    return numbers
  }
}
