internal import WaslBitext

/// What the tables of two sides say of their alignment: where rows and cells that correspond start.
struct TableMarks {
  private let source: Document
  private let target: Document
  private let run: AlignmentRun
  /// Places that no bead reaches over, rising on both sides.
  private(set) var cuts: [GuideMark] = []

  init(_ source: Document, _ target: Document, in run: AlignmentRun) {
    self.source = source
    self.target = target
    self.run = run
    if source.isOneFile(with: target) {
      addBilingualTables()
    } else {
      addTablePairs()
    }
  }

  private mutating func add(_ source: Int, _ target: Int) {
    if let last = cuts.last, last.source!.lowerBound > source || last.target!.lowerBound > target { return }
    cuts.append(GuideMark(source: source..<source, target: target..<target, isCut: true))
  }

  // MARK: Tables with both languages

  private mutating func addBilingualTables() {
    let text = source.text
    for table in Table.tables(of: text) {
      guard let bilingual = BilingualTable(table, of: text) else { continue }
      for row in table.rows {
        guard let first = row.first, let last = row.last else { continue }
        let range = text.bytes(ofBlocks: first.blocks.lowerBound..<last.blocks.upperBound)
        add(range.lowerBound, range.lowerBound)
        addCells(row, bilingual, end: range.upperBound)
        add(range.upperBound, range.upperBound)
      }
    }
  }

  /// The cells of one row that correspond: the first column of a language to the first of the other, and so on.
  private mutating func addCells(_ row: [Table.Cell], _ bilingual: BilingualTable, end: Int) {
    guard bilingual.arabic.count == bilingual.english.count, bilingual.arabic.count > 1,
      row.allSatisfy({ $0.place.columnSpan == 1 })
    else { return }
    let isArabicFirst = source.language == .arabic
    let text = source.text
    func start(_ columns: ArraySlice<Int>) -> Int {
      row.first { columns.contains($0.place.column) }.map { text.bytes(ofBlocks: $0.blocks).lowerBound } ?? end
    }
    for index in bilingual.arabic.indices {
      let (arabic, english) = (start(bilingual.arabic[index...]), start(bilingual.english[index...]))
      add(isArabicFirst ? arabic : english, isArabicFirst ? english : arabic)
    }
  }

  // MARK: A table on each side

  private mutating func addTablePairs() {
    for (table, other) in TablePairs.pairs(Table.tables(of: source.text), Table.tables(of: target.text)) {
      let (rows, others) = (ranges(of: table, source.text), ranges(of: other, target.text))
      guard let last = rows.last, let otherLast = others.last else { continue }
      for (index, otherIndex) in pairs(of: rows, others) {
        add(rows[index].lowerBound, others[otherIndex].lowerBound)
        let (row, otherRow) = (table.rows[index], other.rows[otherIndex])
        for column in 1..<max(2, table.columnCount) {
          func start(_ row: [Table.Cell], _ text: SourceText, _ end: Int) -> Int {
            row.first { $0.place.column >= column }.map { text.bytes(ofBlocks: $0.blocks).lowerBound } ?? end
          }
          add(
            start(row, source.text, rows[index].upperBound), start(otherRow, target.text, others[otherIndex].upperBound)
          )
        }
        add(rows[index].upperBound, others[otherIndex].upperBound)
      }
      add(last.upperBound, otherLast.upperBound)
    }
  }

  private func ranges(of table: Table, _ text: SourceText) -> [Range<Int>] {
    table.rows.compactMap { row in
      guard let first = row.first, let last = row.last else { return nil }
      return text.bytes(ofBlocks: first.blocks.lowerBound..<last.blocks.upperBound)
    }
  }

  /// Which rows correspond, as their words say: those without a counterpart are passed over.
  private func pairs(of rows: [Range<Int>], _ others: [Range<Int>]) -> [(Int, Int)] {
    func document(_ rows: [Range<Int>], _ side: Document) -> Document {
      Document(
        text: side.text, language: side.language, segments: rows.map { Segment(range: $0, startsParagraph: true) })
    }
    var pair = run.prepare(document(rows, source), document(others, target))
    let beads = run.alignment(of: &pair).beads
    let pairs = beads.filter { $0.source.count == 1 && $0.target.count == 1 }.map {
      ($0.source.lowerBound, $0.target.lowerBound)
    }
    // Tables of one size correspond row by row unless many rows say otherwise.
    let together = pairs.count { $0.0 == $0.1 }
    if rows.count == others.count, together * 3 >= rows.count * 2 { return rows.indices.map { ($0, $0) } }
    return pairs
  }
}

extension Document {
  /// Whether both sides were cut from one text.
  func isOneFile(with other: Document) -> Bool {
    text.name == other.text.name && text.bytes == other.text.bytes
  }
}
