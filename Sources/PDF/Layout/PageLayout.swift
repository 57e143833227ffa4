/// A run of lines that belong together, before its text is put together.
struct LaidBlock {
  var lines: [TextLine]
  /// Which of the columns beside each other it stands in, from left to right.
  var column = 0
  /// Where a table's cell is in its table.
  var cell: (table: Int, row: Int, column: Int)?
  var isArtifact = false

  var left: Double { lines.map(\.left).min() ?? 0 }
  var right: Double { lines.map(\.right).max() ?? 0 }
  var top: Double { (lines.first?.baseline ?? 0) + 0.8 * (lines.first?.size ?? 0) }
  var bottom: Double { (lines.last?.baseline ?? 0) - 0.3 * (lines.last?.size ?? 0) }
}

/// Divides a page into blocks by where its glyphs stand.
struct PageLayout {
  private(set) var blocks: [LaidBlock] = []
  private var tableCount = 0
  private let glyphs: [Glyph]
  private let rules: [RuledLine]

  init(_ glyphs: [Glyph], rules: [RuledLine]) {
    self.glyphs = glyphs.filter { !$0.isArtifact }
    self.rules = rules
    for band in BandFinder(self.glyphs).bands() { add(band) }
    let artifacts = glyphs.filter(\.isArtifact)
    for band in BandFinder(artifacts).bands() {
      for column in band.columns {
        let lines = LineBuilder(column.map { artifacts[$0] }).lines()
        blocks += lines.map { LaidBlock(lines: [$0], isArtifact: true) }
      }
    }
  }

  private mutating func add(_ band: Band) {
    let columns = band.columns.map { LineBuilder($0.map { glyphs[$0] }).lines() }
    if let rows = RowFinder(columns: columns, rules: rules(across: columns)).rows() {
      addTable(columns, rows)
      return
    }
    for (number, lines) in columns.enumerated() where !lines.isEmpty {
      for paragraph in paragraphs(lines) { blocks.append(LaidBlock(lines: paragraph, column: number)) }
    }
  }

  /// Heights at which ruled lines cross most of the columns' width.
  private func rules(across columns: [[TextLine]]) -> [Double] {
    let lines = columns.joined()
    let (left, right) = (lines.map(\.left).min() ?? 0, lines.map(\.right).max() ?? 0)
    // A table's rule may be drawn cell by cell.
    var heights: [(y: Double, width: Double)] = []
    for rule in rules where rule.isLevel {
      let width = min(rule.end, right) - max(rule.start, left)
      guard width > 0 else { continue }
      if let index = heights.firstIndex(where: { abs($0.y - rule.place) < 2 }) {
        heights[index].width += width
      } else {
        heights.append((rule.place, width))
      }
    }
    return heights.filter { $0.width > 0.7 * (right - left) }.map(\.y)
  }

  private mutating func addTable(_ columns: [[TextLine]], _ rows: [[Int]]) {
    tableCount += 1
    let last = rows.joined().max() ?? 0
    for row in 0...last {
      for (number, lines) in columns.enumerated() {
        let cell = lines.indices.filter { rows[number][$0] == row }.map { lines[$0] }
        guard !cell.isEmpty else { continue }
        blocks.append(LaidBlock(lines: cell, column: number, cell: (tableCount, row, number)))
      }
    }
  }

  private func paragraphs(_ lines: [TextLine]) -> [[TextLine]] {
    ParagraphBreaks(lines, isRightToLeft: LineReader.isRightToLeft(lines, else: true)).paragraphs
  }
}
