/// Puts the blocks of pages together to those of a document.
struct Assembler {
  private(set) var drafts: [DraftBlock] = []
  /// Whether each draft stands at the edge of its page.
  private var isAtEdge: [Bool] = []
  private var furniture = Furniture()
  private var tables = 0

  mutating func add(_ blocks: [DraftBlock], of page: PageContent) {
    furniture.learn(blocks, of: page)
    let first = tables
    for var block in blocks {
      if let cell = block.cell {
        block.cell?.table = first + cell.table - 1
        tables = max(tables, first + cell.table)
      }
      isAtEdge.append(furniture.isAtEdge(block, page))
      drafts.append(block)
    }
  }

  func blocks() -> [PDFBlock] {
    var drafts = drafts
    for index in drafts.indices where drafts[index].kind != .furniture {
      if furniture.contains(drafts[index], isAtEdge: isAtEdge[index]) { drafts[index].kind = .furniture }
    }
    markHeadings(&drafts)
    return PageJoiner(drafts).joined().map { draft in
      PDFBlock(
        kind: draft.kind, text: draft.text, page: draft.page, table: draft.cell?.table, row: draft.cell?.row,
        column: draft.cell?.column ?? draft.column, left: draft.box.left, right: draft.box.right, top: draft.box.top,
        bottom: draft.box.bottom, isRightToLeft: draft.isRightToLeft)
    }
  }

  /// Short blocks in larger letters than most of the text of their language.
  private func markHeadings(_ drafts: inout [DraftBlock]) {
    for isRightToLeft in [false, true] {
      let text = drafts.filter { $0.kind == .paragraph && $0.isRightToLeft == isRightToLeft }
      let sizes = text.sorted { $0.size < $1.size }
      let total = sizes.reduce(0) { $0 + $1.text.utf8.count }
      var seen = 0
      guard
        let body = sizes.first(where: {
          seen += $0.text.utf8.count
          return seen * 2 >= total
        })?.size
      else { continue }
      for index in drafts.indices where drafts[index].kind == .paragraph && drafts[index].isRightToLeft == isRightToLeft
      {
        if drafts[index].size > 1.12 * body, drafts[index].lineCount <= 3 { drafts[index].kind = .heading }
      }
    }
  }
}
