/// Joins paragraphs and table rows that go on over the end of a page.
struct PageJoiner {
  private let drafts: [DraftBlock]

  init(_ drafts: [DraftBlock]) { self.drafts = drafts }

  func joined() -> [DraftBlock] {
    var result: [DraftBlock] = []
    var start = 0
    // Where in the result the text of the page before begins.
    var previous = 0..<0
    while start < drafts.count {
      let end = drafts[start...].firstIndex { $0.page != drafts[start].page } ?? drafts.count
      var page = Array(drafts[start..<end])
      join(&page, to: &result, previous)
      previous = result.count..<result.count + page.count
      result += page
      start = end
    }
    return result
  }

  private func join(_ page: inout [DraftBlock], to result: inout [DraftBlock], _ previous: Range<Int>) {
    let text = previous.filter { result[$0].kind != .furniture && result[$0].kind != .note }
    guard let last = text.last, let first = page.firstIndex(where: { $0.kind != .furniture }) else { return }
    if let old = result[last].cell, let new = page[first].cell {
      joinTables(&page, old.table, new.table, &result, text)
      return
    }
    // Of each column its last paragraph above and its first below.
    for column in Set(page.map(\.column)).sorted() {
      guard let above = text.last(where: { result[$0].column == column && result[$0].cell == nil }),
        let below = page.firstIndex(where: { $0.column == column && $0.kind != .furniture && $0.cell == nil }),
        goesOn(result[above], page[below])
      else { continue }
      LineJoiner.append(page[below].text, to: &result[above].text)
      result[above].room = page[below].room
      page.remove(at: below)
    }
  }

  /// A table that goes on keeps its number; a row that does becomes one.
  private func joinTables(
    _ page: inout [DraftBlock], _ old: Int, _ new: Int, _ result: inout [DraftBlock], _ text: [Int]
  ) {
    let above = text.filter { result[$0].cell?.table == old }
    let width = Set(above.compactMap { result[$0].cell?.column }).count
    guard Set(page.compactMap { $0.cell?.table == new ? $0.cell?.column : nil }).count <= width,
      let lastRow = above.compactMap({ result[$0].cell?.row }).max()
    else { return }
    let lastCells = above.filter { result[$0].cell?.row == lastRow }
    let firstCells = page.indices.filter { page[$0].cell?.table == new && page[$0].cell?.row == 0 }
    let isOne = firstCells.contains { cell in
      lastCells.contains { result[$0].cell?.column == page[cell].cell?.column && goesOn(result[$0], page[cell]) }
    }
    for index in page.indices where page[index].cell?.table == new {
      page[index].cell?.table = old
      page[index].cell?.row += lastRow + (isOne ? 0 : 1)
    }
    guard isOne else { return }
    for cell in firstCells.reversed() {
      guard let above = lastCells.first(where: { result[$0].cell?.column == page[cell].cell?.column }) else { continue }
      LineJoiner.append(page[cell].text, to: &result[above].text)
      page.remove(at: cell)
    }
  }

  /// Whether the second begins in the midst of the first's sentence.
  private func goesOn(_ first: DraftBlock, _ second: DraftBlock) -> Bool {
    guard first.kind == second.kind, first.isRightToLeft == second.isRightToLeft,
      abs(first.size - second.size) < 0.08 * first.size, let last = first.text.unicodeScalars.last
    else { return false }
    if ".!?؟:؛;…»”\"".unicodeScalars.contains(last) { return false }
    if second.text.unicodeScalars.first?.properties.isLowercase == true { return true }
    // A last line with room for the next word was the paragraph's last.
    return first.room < second.firstWord + 0.35 * second.size
  }
}
