internal import WaslBitext

/// Puts the cells of mirrored tables into the order of the other side, so that what follows each other on one side does
/// so on the other.
extension AlignmentRun {
  /// A text with both languages, whose bilingual tables have their Arabic columns in the order of the English ones.
  /// Columns of numbers that serve both languages become page furniture.
  func arranged(_ text: SourceText) -> SourceText {
    var mirror = TableMirror(text)
    var furniture: Set<Int> = []
    for table in Table.tables(of: text) {
      guard let bilingual = BilingualTable(table, of: text) else { continue }
      for cell in table.rows.joined() where bilingual.shared.contains(cell.place.column) && cell.place.columnSpan == 1 {
        furniture.formUnion(cell.blocks)
      }
      let texts = (
        table.columnTexts(bilingual.arabic, of: text), table.columnTexts(bilingual.english, of: text)
      )
      guard ColumnOrder(texts.0, texts.1, in: self) == .mirrored else { continue }
      let places = Dictionary(
        zip(bilingual.arabic, bilingual.arabic.reversed()), uniquingKeysWith: { first, _ in first })
      for row in table.rows { mirror.reverse(row.filter { places[$0.place.column] != nil }) { places[$0.column]! } }
    }
    let arranged = mirror.text
    return furniture.isEmpty ? arranged : arranged.settingApart(furniture)
  }

  /// The Arabic text of two, whose tables have their columns in the order of the English ones.
  func arranged(_ arabic: SourceText, like english: SourceText) -> SourceText {
    var mirror = TableMirror(arabic)
    for (table, other) in TablePairs.pairs(Table.tables(of: arabic), Table.tables(of: english)) {
      guard table.columnCount == other.columnCount, table.columnCount > 1 else { continue }
      let columns = Array(0..<table.columnCount)
      let texts = (table.columnTexts(columns, of: arabic), other.columnTexts(columns, of: english))
      guard ColumnOrder(texts.0, texts.1, in: self) == .mirrored else { continue }
      for row in table.rows {
        mirror.reverse(row) { max(0, table.columnCount - $0.column - max(1, $0.columnSpan)) }
      }
    }
    return mirror.text
  }
}

/// Collects rows of a text that are to be turned round.
private struct TableMirror {
  private let original: SourceText
  private var blocks: [Block]
  /// For each place the number of the block that comes there.
  private var order: [Int]
  private var isChanged = false

  init(_ text: SourceText) {
    original = text
    blocks = text.blocks
    order = Array(text.blocks.indices)
  }

  /// Puts some cells of a row into the opposite order; the places that they leave are those that they take.
  ///
  /// - Parameter column: the column that a cell comes to.
  mutating func reverse(_ cells: [Table.Cell], _ column: (TableCell) -> Int) {
    if cells.count < 2 { return }
    isChanged = true
    let places = cells.flatMap { Array($0.blocks) }
    for (place, block) in zip(places, cells.reversed().flatMap { Array($0.blocks) }) { order[place] = block }
    for block in places {
      guard case .tableCell(var cell) = blocks[block].kind else { continue }
      cell.column = column(cell)
      blocks[block].kind = .tableCell(cell)
    }
  }

  /// The text with the rows turned round.
  var text: SourceText { isChanged ? original.with(blocks).rearranged(order) : original }
}

extension SourceText {
  /// The text with some blocks made page furniture, by their numbers.
  fileprivate func settingApart(_ numbers: Set<Int>) -> SourceText {
    var blocks = blocks
    for number in numbers { blocks[number].kind = .pageFurniture }
    return with(blocks)
  }

  /// The text with other kinds of blocks.
  fileprivate func with(_ blocks: [Block]) -> SourceText {
    SourceText(name: name, bytes: bytes, encoding: encoding, cues: cues, blocks: blocks)
  }
}
