internal import WaslBitext

/// Puts the text of an office document in order while it is read.
///
/// A *story*, in Word's sense, is a text that runs by itself: the body, a text box, a note. What hangs on a paragraph comes
/// after it, or after the table that it stands in.
struct OfficeFlow {
  private struct Story {
    var builder = DocumentBuilder()
    var isNote = false
    /// Where the story around this one refers to it.
    var anchor: Int?
    /// Boxes and notes of the paragraph or table in hand.
    var hanging: [(builder: DocumentBuilder, anchor: Int?)] = []
    var tables: [OfficeTable] = []
    var kind = Block.Kind.paragraph
    var direction: Block.Direction?
    /// What a list shows before the text, until that begins.
    var mark: String?
    var language = StatedLanguage()
  }

  private struct CellPlace: Hashable {
    var table, row, column: Int
  }

  private var stories = [Story()]
  private var tableCount = 0
  private var rowSpans: [CellPlace: Int] = [:]

  private var story: Story {
    get { stories[stories.count - 1] }
    _modify { yield &stories[stories.count - 1] }
  }

  mutating func omit(_ kind: Omissions.Kind, _ count: Int = 1) { story.builder.omissions.add(kind, count) }

  /// - Parameter isNote: whether all of it is the text of a note.
  init(isNote: Bool = false) { story.isNote = isNote }

  var isInTable: Bool { !story.tables.isEmpty }

  /// Whether the paragraph in hand has text.
  var hasText: Bool { story.builder.currentCount > 0 }

  // MARK: Paragraphs

  /// Says what the paragraph in hand is: a cell or a note where it stands in one.
  ///
  /// - Parameter mark: what a list shows before the text. An item without text is none, but a number alone in a cell is
  ///   what the cell holds.
  mutating func paragraph(_ kind: Block.Kind, direction: Block.Direction? = nil, mark: String? = nil) {
    story.kind = kind
    story.direction = direction
    if let mark, !hasText { story.mark = mark }
    settle()
  }

  /// - Parameter language: what the document says of this stretch of text.
  mutating func append(_ text: String, language: Language? = nil) {
    if !hasText {
      settle()
      if let mark = story.mark, text.utf8.contains(where: { $0 > 0x20 }) {
        story.builder.appendMark(mark)
        story.mark = nil
      }
    }
    story.builder.append(text)
    story.language.add(text, language)
  }

  mutating func breakLine() { story.builder.breakLine() }

  mutating func endParagraph() {
    settle()
    if let mark = story.mark, isInTable, mark.contains(where: \.isNumber) { story.builder.append(mark) }
    story.builder.end()
    (story.kind, story.direction, story.mark, story.language) = (.paragraph, nil, nil, StatedLanguage())
    if story.tables.isEmpty { releaseHanging() }
  }

  private mutating func settle() {
    let kind: Block.Kind =
      if let cell = story.tables.last?.cell { .tableCell(cell) } else if story.isNote { .note(anchor: nil) } else {
        story.kind
      }
    story.builder.settle(kind, language: story.language.verdict, direction: story.direction)
  }

  private mutating func releaseHanging() {
    let hanging = story.hanging
    story.hanging = []
    for (builder, anchor) in hanging { story.builder.append(builder, anchor: anchor) }
  }

  // MARK: Boxes and notes

  /// Begins a text box, or a note on the place that has been reached.
  ///
  /// - Parameter hasAnchor: whether the note belongs to a word, and not to a slide.
  mutating func beginStory(isNote: Bool = false, hasAnchor: Bool = true) {
    var inner = Story()
    inner.isNote = isNote
    inner.anchor = isNote && hasAnchor ? story.builder.position : nil
    stories.append(inner)
  }

  mutating func endStory() {
    guard stories.count > 1 else { return }
    endOpenParts()
    let inner = stories.removeLast()
    hang(inner.builder, anchor: inner.anchor)
  }

  /// A note that was read before, on the place that has been reached.
  mutating func hangNote(_ note: DocumentBuilder) { hang(renumbered(note), anchor: story.builder.position) }

  private mutating func hang(_ builder: DocumentBuilder, anchor: Int?) { story.hanging.append((builder, anchor)) }

  /// Adds a text of its own behind what has been read.
  mutating func append(_ builder: DocumentBuilder) {
    endParagraph()
    story.builder.append(renumbered(builder))
  }

  /// A text with its tables counted after those that have been read.
  private mutating func renumbered(_ builder: consuming DocumentBuilder) -> DocumentBuilder {
    let first = tableCount
    var next = first
    builder.updateCells { cell in
      cell.table += first
      next = max(next, cell.table + 1)
    }
    tableCount = next
    return builder
  }

  // MARK: Tables

  mutating func beginTable() {
    if hasText { endParagraph() }
    story.tables.append(OfficeTable(number: tableCount))
    tableCount += 1
  }

  mutating func endTable() {
    if hasText { endParagraph() }
    _ = story.tables.popLast()
    if story.tables.isEmpty { releaseHanging() }
  }

  /// - Parameter isHeader: whether the row is repeated at the head of each page.
  mutating func beginRow(isHeader: Bool = false) { withTable { $0.beginRow(isHeader: isHeader) } }

  mutating func markHeaderRow() { withTable { $0.isHeaderRow = true } }

  /// Takes back a row that turns out to be none.
  mutating func cancelRow() { withTable { $0.cancelRow() } }

  mutating func skipRows(_ count: Int) { withTable { $0.skipRows(count) } }

  mutating func skipColumns(_ count: Int) { withTable { $0.skipColumns(count) } }

  mutating func beginCell(columnSpan: Int = 1, rowSpan: Int = 1, isHeader: Bool = false) {
    withTable { $0.beginCell(columnSpan: columnSpan, rowSpan: rowSpan, isHeader: isHeader) }
  }

  /// Says late how many columns the cell in hand takes, and whether it goes on with the cell above it.
  mutating func setCell(columnSpan: Int, continuesAbove: Bool) {
    guard var table = story.tables.last else { return }
    if let origin = table.setCell(columnSpan: columnSpan, continuesAbove: continuesAbove) {
      rowSpans[CellPlace(table: table.number, row: origin.row, column: origin.column), default: 1] += 1
    }
    story.tables[story.tables.count - 1] = table
  }

  /// - Parameter count: how many columns on the next cell begins, if that is not the columns that the cell takes.
  mutating func endCell(advancingBy count: Int? = nil) {
    endParagraph()
    withTable { $0.endCell(advancingBy: count) }
  }

  private mutating func withTable(_ body: (inout OfficeTable) -> Void) {
    if !story.tables.isEmpty { body(&story.tables[story.tables.count - 1]) }
  }

  // MARK: The end

  private mutating func endOpenParts() {
    endParagraph()
    story.tables = []
    releaseHanging()
  }

  /// Everything in order.
  mutating func finished() -> DocumentBuilder {
    while stories.count > 1 { endStory() }
    endOpenParts()
    var builder = story.builder
    let rowSpans = rowSpans
    if !rowSpans.isEmpty {
      builder.updateCells { cell in
        let place = CellPlace(table: cell.table, row: cell.row, column: cell.column)
        if let span = rowSpans[place] { cell.rowSpan = span }
      }
    }
    stories = [Story()]
    return builder
  }
}
