/// Tells a table from columns of text, and finds the table's rows.
struct RowFinder {
  /// Of each column its lines from top to bottom.
  let columns: [[TextLine]]
  /// The heights of ruled lines that cross the columns.
  let rules: [Double]

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

  /// Rows whose cells begin side by side.
  private func alignedRows() -> [[Int]]? {
    // What begins a paragraph within its column may begin a row.
    let starts: [[Double]] = columns.map { lines in
      let isRightToLeft = LineReader.isRightToLeft(lines, else: false)
      return ParagraphBreaks(lines, isRightToLeft: isRightToLeft).starts.map { lines[$0].baseline }
    }
    guard let size = columns.joined().map(\.size).max() else { return nil }
    let tolerance = 0.5 * size
    func isStart(_ y: Double, _ column: Int) -> Bool { starts[column].contains { abs($0 - y) < tolerance } }
    let busiest = starts.indices.max { starts[$0].count < starts[$1].count } ?? 0
    let rowStarts = starts[busiest].filter { y in starts.indices.contains { $0 != busiest && isStart(y, $0) } }
    // Where paragraphs end independently, they seldom begin together.
    let others = starts.indices.filter { $0 != busiest }.map { column in
      Double(starts[column].count { isStart($0, busiest) }) / Double(max(starts[column].count, 1))
    }
    guard rowStarts.count >= 2, others.allSatisfy({ $0 >= 0.75 }),
      Double(rowStarts.count) >= 0.6 * Double(starts[busiest].count)
    else { return nil }
    // Whatever begins at the height of nothing else has a row of its own where the other column is empty.
    return columns.map { lines in lines.map { line in rowStarts.count { $0 > line.baseline + tolerance } } }
  }
}
