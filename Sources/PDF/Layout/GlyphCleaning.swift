/// Takes off what is on the page without being text of its own.
enum GlyphCleaning {
  /// Without glyphs outside the page's box and second copies, by which bold is faked.
  static func cleaned(_ page: PageContent, _ repair: ClusterRepair) -> [Glyph] {
    let box = page.box
    let visible = page.glyphs.filter {
      $0.right >= box.left - 1 && $0.left <= box.right + 1 && $0.baseline >= box.bottom - 0.5 * $0.size
        && $0.baseline <= box.top + 0.5 * $0.size && $0.size > 0.5
    }
    return withoutCopies(repair.repaired(withoutRepeatedClusters(visible)))
  }

  /// Without the text of marks that repeat that of their letter: Typst gives each glyph of a letter with its marks the
  /// text of all of them.
  private static func withoutRepeatedClusters(_ glyphs: [Glyph]) -> [Glyph] {
    glyphs.indices.filter { index in
      let glyph = glyphs[index]
      guard glyph.width < 0.01 * glyph.size, let first = glyph.scalars.first, !first.isMark else { return true }
      return !(max(0, index - 4)..<min(glyphs.count, index + 5)).contains { other in
        let base = glyphs[other]
        return base.width >= 0.01 * glyph.size && base.scalars == glyph.scalars
          && base.left - glyph.left < 0.7 * glyph.size && glyph.left - base.right < 0.7 * glyph.size
          && abs(base.baseline - glyph.baseline) < glyph.size
      }
    }.map { glyphs[$0] }
  }

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  private static func withoutCopies(_ glyphs: [Glyph]) -> [Glyph] {
    // Glyphs by where they stand, in cells of four units: copies are in the same or in the next.
    var cells: [Cell: [Int]] = [:]
    var kept: [Glyph] = []
    kept.reserveCapacity(glyphs.count)
    for glyph in glyphs {
      let cell = Cell(x: Int(glyph.left / 4), y: Int(glyph.baseline / 4))
      var isCopy = false
      if !glyph.scalars.isEmpty, !glyph.scalars.allSatisfy(\.properties.isWhitespace) {
        search: for x in cell.x - 1...cell.x + 1 {
          for y in cell.y - 1...cell.y + 1 {
            for index in cells[Cell(x: x, y: y)] ?? [] where isCopied(kept[index], glyph) {
              isCopy = true
              break search
            }
          }
        }
      }
      if isCopy { continue }
      if cells[cell]?.count ?? 0 < 64 { cells[cell, default: []].append(kept.count) }
      kept.append(glyph)
    }
    return kept
  }

  private static func isCopied(_ one: Glyph, _ other: Glyph) -> Bool {
    guard one.scalars == other.scalars, abs(one.size - other.size) < 0.02 * one.size else { return false }
    // A letter that is written twice stands its own width further; a mark, nearly as far.
    let tolerance = one.width > 0.1 * one.size ? min(0.1 * one.size, 0.4 * one.width) : 0.04 * one.size
    return abs(one.left - other.left) <= tolerance && abs(one.baseline - other.baseline) <= tolerance
  }
}
