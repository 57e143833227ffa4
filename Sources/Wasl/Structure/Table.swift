internal import WaslBitext

/// The rows of one table of a text, as numbers of the blocks in their cells.
struct Table {
  /// A cell with its blocks.
  struct Cell {
    var place: TableCell
    /// Numbers of blocks in `SourceText.blocks`, one after the other.
    var blocks: Range<Int>
  }

  /// The cells of each row that has any, in the order of the text.
  private(set) var rows: [[Cell]] = []
  /// One more than the number of the last column.
  private(set) var columnCount = 0

  /// The tables of a text in its order. Of a table that another table interrupts, each part counts by itself.
  static func tables(of text: SourceText) -> [Table] {
    var tables: [Table] = []
    var open: Int?
    for (number, block) in text.blocks.enumerated() {
      // The numbers of rows may have been set apart.
      if block.kind == .pageFurniture { continue }
      guard case .tableCell(let place) = block.kind else {
        open = nil
        continue
      }
      if place.table != open { tables.append(Table()) }
      open = place.table
      tables[tables.count - 1].add(place, number)
    }
    return tables
  }

  private mutating func add(_ place: TableCell, _ block: Int) {
    columnCount = max(columnCount, place.column + max(1, place.columnSpan))
    guard var row = rows.last, let last = row.last, last.place.row == place.row else {
      rows.append([Cell(place: place, blocks: block..<block + 1)])
      return
    }
    if last.place.column == place.column {
      row[row.count - 1].blocks = last.blocks.lowerBound..<block + 1
    } else {
      row.append(Cell(place: place, blocks: block..<block + 1))
    }
    rows[rows.count - 1] = row
  }

  /// The blocks of the whole table.
  var blocks: Range<Int> {
    guard let first = rows.first?.first, let last = rows.last?.last else { return 0..<0 }
    return first.blocks.lowerBound..<last.blocks.upperBound
  }
}

extension SourceText {
  /// The bytes from the start of one block to the end of another.
  func bytes(ofBlocks range: Range<Int>) -> Range<Int> {
    blocks[range.lowerBound].range.lowerBound..<blocks[range.upperBound - 1].range.upperBound
  }
}
