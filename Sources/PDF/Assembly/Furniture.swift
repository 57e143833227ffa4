/// Finds running heads and page numbers: what comes back at the same height of many pages.
struct Furniture {
  private struct Key: Hashable {
    var shape: String
    var height: Int
  }

  private var counts: [Key: Int] = [:]
  private var pageCount = 0

  /// Counts the blocks at the edges of a page.
  mutating func learn(_ blocks: [DraftBlock], of page: PageContent) {
    pageCount += 1
    for key in Set(blocks.indices.filter { isAtEdge(blocks[$0], page) }.map { Self.key(blocks[$0]) }) {
      counts[key, default: 0] += 1
    }
  }

  /// - Parameter edges: whether the block stands at the edge of its page.
  func contains(_ block: DraftBlock, isAtEdge: Bool) -> Bool {
    guard isAtEdge else { return false }
    if Self.isPageNumber(block.text) { return true }
    let key = Self.key(block)
    let count = (-1...1).reduce(0) { $0 + (counts[Key(shape: key.shape, height: key.height + $1)] ?? 0) }
    return count >= max(2, (pageCount * 3 + 9) / 10)
  }

  /// Whether a block has one line or two near the page's upper or lower end.
  func isAtEdge(_ block: DraftBlock, _ page: PageContent) -> Bool {
    let height = page.box.top - page.box.bottom
    guard block.cell == nil, block.lineCount <= 2, block.text.utf8.count < 400 else { return false }
    return block.box.bottom > page.box.top - 0.13 * height || block.box.top < page.box.bottom + 0.13 * height
  }

  private static func key(_ block: DraftBlock) -> Key {
    // Numbers made alike.
    var shape = String.UnicodeScalarView()
    for scalar in block.text.unicodeScalars {
      let isNumber = BidiKind(scalar) == .europeanNumber || BidiKind(scalar) == .arabicNumber
      if isNumber, shape.last == "0" { continue }
      shape.append(isNumber ? "0" : scalar)
    }
    return Key(shape: String(shape), height: Int((block.box.bottom / 4).rounded()))
  }

  /// "12", "- 12 -", "Page 3 of 10", "صفحة ٣ من ١٠".
  private static func isPageNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let parts = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    let numbers = parts.filter { $0.allSatisfy(\.isNumber) && $0.count <= 5 }
    let words = Set(parts.filter { !$0.allSatisfy(\.isNumber) })
    let isRoman = parts.count == 1 && text.count <= 6 && parts[0].allSatisfy { "ivxl".contains($0) }
    return isRoman
      || (1...2).contains(numbers.count) && words.isSubset(of: ["page", "p", "of", "صفحة", "الصفحة", "ص", "من"])
  }
}
