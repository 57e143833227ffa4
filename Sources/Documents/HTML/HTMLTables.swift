internal import WaslBitext

/// The places of the cells of tables, with the cells that reach into later rows.
struct HTMLTables {
  private struct Open {
    var number: Int
    var row = -1
    var column = 0
    /// How many more rows the cell above takes, by column.
    var taken: [Int] = []
    var isHead = false
  }

  private var open: [Open] = []
  private var count: Int

  /// - Parameter first: the number of the first table.
  init(first: Int) { count = first }

  /// The greatest span and the most columns that are believed.
  private static let most = 1000

  mutating func begin() {
    open.append(Open(number: count))
    count += 1
  }

  mutating func end() { _ = open.popLast() }

  mutating func beginHead(_ isHead: Bool) {
    if !open.isEmpty { open[open.count - 1].isHead = isHead }
  }

  mutating func beginRow() {
    guard let last = open.indices.last else { return }
    open[last].row += 1
    open[last].column = 0
    for column in open[last].taken.indices { open[last].taken[column] = max(0, open[last].taken[column] - 1) }
  }

  /// - Returns: nil for a cell outside of tables.
  mutating func cell(_ tag: HTMLTag) -> TableCell? {
    guard let last = open.indices.last else { return nil }
    // A cell without a row.
    if open[last].row < 0 { beginRow() }
    var table = open[last]
    while table.column < table.taken.count, table.taken[table.column] > 0 { table.column += 1 }
    func span(_ name: String) -> Int { min(max(Int(tag[name]) ?? 1, 1), Self.most) }
    let (columns, rows) = (span("colspan"), span("rowspan"))
    let cell = TableCell(
      table: table.number, row: table.row, column: table.column, columnSpan: columns, rowSpan: rows,
      isHeader: tag.name == "th" || table.isHead)
    if table.column < Self.most {
      for column in table.column..<table.column + columns {
        while table.taken.count <= column { table.taken.append(0) }
        // Counted down at the start of each row.
        table.taken[column] = rows
      }
    }
    table.column += columns
    open[last] = table
    return cell
  }
}
