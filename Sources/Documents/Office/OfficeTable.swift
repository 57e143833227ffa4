internal import WaslBitext

/// The place in a table that has been reached.
struct OfficeTable {
  /// A cell may claim any number of columns; sums stay far from the largest number.
  static let mostColumns = 1 << 20

  let number: Int
  private(set) var row = -1
  private var column = 0
  /// The cell in hand.
  private(set) var cell: TableCell?
  var isHeaderRow = false
  /// By column, the row of the last cell that does not go on with the one above it.
  private var origins: [Int: Int] = [:]

  init(number: Int) { self.number = number }

  mutating func beginRow(isHeader: Bool) {
    row += 1
    column = 0
    cell = nil
    isHeaderRow = isHeader
  }

  mutating func cancelRow() {
    if row >= 0 { row -= 1 }
    cell = nil
  }

  mutating func skipColumns(_ count: Int) { column = min(column + max(0, count), Self.mostColumns) }

  mutating func beginCell(columnSpan: Int, rowSpan: Int, isHeader: Bool) {
    if row < 0 { beginRow(isHeader: false) }
    cell = TableCell(
      table: number, row: row, column: column, columnSpan: max(1, min(columnSpan, Self.mostColumns)),
      rowSpan: max(1, min(rowSpan, Self.mostColumns)), isHeader: isHeader || isHeaderRow)
  }

  /// - Returns: where the cell begins that this one goes on with, if it does.
  mutating func setCell(columnSpan: Int, continuesAbove: Bool) -> (row: Int, column: Int)? {
    cell?.columnSpan = max(1, min(columnSpan, Self.mostColumns))
    guard let cell else { return nil }
    if continuesAbove, let origin = origins[cell.column] { return (origin, cell.column) }
    origins[cell.column] = cell.row
    return nil
  }

  /// - Parameter count: how many columns on the next cell begins, if that is not the columns that the cell takes.
  mutating func endCell(advancingBy count: Int? = nil) {
    skipColumns(count ?? cell?.columnSpan ?? 1)
    cell = nil
  }

  mutating func skipRows(_ count: Int) { row = min(row + max(0, count), Self.mostColumns) }
}
