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
    guard glyphs.contains(where: { !$0.isSpacing && !$0.text.isMark && !$0.scalars.isEmpty }) else { return glyphs }
    return glyphs.indices.filter { index in
      let glyph = glyphs[index]
      guard glyph.width < 0.01 * glyph.size, !glyph.text.isMark, !glyph.scalars.isEmpty else { return true }
      return !(max(0, index - 4)..<min(glyphs.count, index + 5)).contains { other in
        let base = glyphs[other]
        return base.width >= 0.01 * glyph.size && base.scalars == glyph.scalars
          && base.left - glyph.left < 0.7 * glyph.size && glyph.left - base.right < 0.7 * glyph.size
          && abs(base.baseline - glyph.baseline) < glyph.size
      }
    }.map { glyphs[$0] }
  }

  private static func withoutCopies(_ glyphs: [Glyph]) -> [Glyph] {
    // Glyphs by where they stand, in cells of eight units: each cell's last, and of each glyph the one before it there.
    var last: [Int: Int] = [:]
    var before: [Int] = []
    var kept: [Glyph] = []
    kept.reserveCapacity(glyphs.count)
    func cell(_ x: Double, _ y: Double) -> Int { Int(x / 8) &* 0x10_0000 &+ Int(y / 8) }
    for glyph in glyphs {
      if !glyph.text.isSpace, !glyph.scalars.isEmpty {
        let reach = tolerance(glyph)
        var isCopy = false
        var seen: Int?
        for (x, y) in [(-reach, -reach), (-reach, reach), (reach, -reach), (reach, reach)] where !isCopy {
          let place = cell(glyph.left + x, glyph.baseline + y)
          if place == seen { continue }
          seen = place
          var (index, left) = (last[place] ?? -1, 40)
          while index >= 0, left > 0, !isCopy {
            isCopy = isCopied(kept[index], glyph)
            (index, left) = (before[index], left - 1)
          }
        }
        if isCopy { continue }
      }
      let place = cell(glyph.left, glyph.baseline)
      before.append(last[place] ?? -1)
      last[place] = kept.count
      kept.append(glyph)
    }
    return kept
  }

  /// A letter that is written twice stands its own width further; a mark, nearly as far.
  private static func tolerance(_ glyph: Glyph) -> Double {
    glyph.width > 0.1 * glyph.size ? min(0.1 * glyph.size, 0.4 * glyph.width) : 0.04 * glyph.size
  }

  private static func isCopied(_ one: Glyph, _ other: Glyph) -> Bool {
    let tolerance = tolerance(one)
    return abs(one.left - other.left) <= tolerance && abs(one.baseline - other.baseline) <= tolerance
      && abs(one.size - other.size) < 0.02 * one.size && one.scalars == other.scalars
  }
}
