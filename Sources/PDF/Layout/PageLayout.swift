/// A run of lines that belong together, before its text is put together.
struct LaidBlock {
  var lines: [TextLine]
  /// Which of the columns beside each other it stands in, from left to right.
  var column = 0
  /// Where a table's cell is in its table.
  var cell: (table: Int, row: Int, column: Int)?
  var isArtifact = false
  /// From where to where its column reaches, as far as that shows.
  var edges = (left: 0.0, right: 0.0)

  var left: Double { lines.map(\.left).min() ?? 0 }
  var right: Double { lines.map(\.right).max() ?? 0 }
  var top: Double { (lines.first?.baseline ?? 0) + 0.8 * (lines.first?.size ?? 0) }
  var bottom: Double { (lines.last?.baseline ?? 0) - 0.3 * (lines.last?.size ?? 0) }
}

/// Divides a page into blocks by where its glyphs stand.
struct PageLayout {
  private(set) var blocks: [LaidBlock] = []
  /// Where the columns of the page's last band with several begin and end, or those of the page before.
  private(set) var columns: [(left: Double, right: Double)]
  /// Whether those columns were of text rather than of a table.
  private(set) var isAfterColumns: Bool
  private var tableCount = 0
  private let glyphs: [Glyph]
  private let page: PageContent

  /// - Parameters:
  ///   - glyphs: those of the page that are left after cleaning.
  ///   - columns: those of the page before.
  init(_ glyphs: [Glyph], of page: PageContent, columns: [(left: Double, right: Double)], isAfterColumns: Bool) {
    self.isAfterColumns = isAfterColumns
    self.page = page
    self.columns = columns
    let hasArtifacts = glyphs.contains(where: \.isArtifact)
    self.glyphs = hasArtifacts ? glyphs.filter { !$0.isArtifact } : glyphs
    for band in BandFinder(self.glyphs, columns: columns).bands() { add(band) }
    guard hasArtifacts else { return }
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
    let isAfterTable = self.columns.count > 1 && !isAfterColumns
    if let rows = RowFinder(
      columns: columns, rules: rules(across: columns), isAfterColumns: isAfterColumns,
      isAfterTable: isAfterTable
    ).rows() {
      addTable(columns, rows)
      return
    }
    remember(columns)
    if columns.count > 1 { isAfterColumns = true }
    for (number, lines) in columns.enumerated() where !lines.isEmpty {
      let (column, edges) = place(lines, number, isAlone: columns.count == 1)
      let isRightToLeft = LineReader.isRightToLeft(lines, else: true)
      for paragraph in ParagraphBreaks(lines, isRightToLeft: isRightToLeft, edges: edges).paragraphs {
        blocks.append(LaidBlock(lines: paragraph, column: column, edges: edges))
      }
    }
  }

  /// Heights at which ruled lines cross most of the columns' width.
  private func rules(across columns: [[TextLine]]) -> [Double] {
    let lines = columns.joined()
    let (left, right) = (lines.map(\.left).min() ?? 0, lines.map(\.right).max() ?? 0)
    // A table's rule may be drawn cell by cell.
    var heights: [(y: Double, width: Double)] = []
    for rule in page.rules where rule.isLevel {
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
    remember(columns)
    isAfterColumns = false
    // A border may be drawn twice, with nothing between.
    for (number, row) in Set(rows.joined()).sorted().enumerated() {
      for (column, lines) in columns.enumerated() {
        let cell = lines.indices.filter { rows[column][$0] == row }.map { lines[$0] }
        guard !cell.isEmpty else { continue }
        blocks.append(
          LaidBlock(
            lines: cell, column: column, cell: (tableCount, number, column), edges: self.columns[column]))
      }
    }
  }

  private mutating func remember(_ columns: [[TextLine]]) {
    guard columns.count > 1 else { return }
    self.columns = columns.map { lines in (lines.map(\.left).min() ?? 0, lines.map(\.right).max() ?? 0) }
  }

  /// The column in which lines stand, and its edges.
  ///
  /// - Parameter isAlone: whether no column stands beside them.
  private func place(_ lines: [TextLine], _ number: Int, isAlone: Bool) -> (Int, (left: Double, right: Double)) {
    guard isAlone, let left = lines.map(\.left).min(), let right = lines.map(\.right).max() else {
      return (number, columns[number])
    }
    // The rest of one of the columns above, or of the page before.
    if columns.count > 1 {
      for (column, edges) in columns.enumerated() {
        // As far as the next column on both sides.
        let before = column > 0 ? columns[column - 1].right : edges.left - 3
        let after = column + 1 < columns.count ? columns[column + 1].left : edges.right + 3
        if left > before, right < after { return (column, (min(left, edges.left), max(right, edges.right))) }
      }
    }
    // A few short lines don't show how wide the column is; the page's margins are about as wide on both sides.
    let margin = max(0, min(left - page.box.left, page.box.right - right))
    return (0, (page.box.left + margin, page.box.right - margin))
  }
}
