/// A block with its text, before what belongs together over the ends of pages is joined.
struct DraftBlock {
  var kind: PDFBlock.Kind
  var text: String
  /// From 1.
  var page: Int
  var column: Int
  var cell: (table: Int, row: Int, column: Int)?
  var box: Box
  var size: Double
  var isRightToLeft: Bool
  var lineCount: Int
  /// The room that is left at the end of its last line, and the width of its first word.
  var room: Double
  var firstWord: Double

  init(_ laid: LaidBlock, _ items: [[LogicalOrder.Item]], isRightToLeft: Bool, page: Int) {
    kind = laid.cell == nil ? .paragraph : .cell
    if laid.isArtifact { kind = .furniture }
    let ends = laid.lines.dropLast().map(\.right)
    let isJustified = ends.count > 1 && (ends.max() ?? 0) - (ends.min() ?? 0) < 0.6 * (laid.lines.first?.size ?? 0)
    text = LineJoiner.text(items, isJustified: isJustified)
    self.page = page
    column = laid.column
    cell = laid.cell
    box = Box(laid.left, laid.bottom)
    box.include(laid.right, laid.top)
    size = laid.lines.map(\.size).max() ?? 0
    self.isRightToLeft = isRightToLeft
    lineCount = laid.lines.count
    let last = laid.lines.last
    let free = (laid.edges.right - laid.edges.left) - ((last?.right ?? 0) - (last?.left ?? 0))
    room = free
    let word = (items.first ?? []).prefix { !$0.unit.isSpace }.map(\.unit)
    firstWord = (word.map(\.right).max() ?? 0) - (word.map(\.left).min() ?? 0)
  }
}
