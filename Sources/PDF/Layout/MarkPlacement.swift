/// Finds the letter on which each mark stands.
///
/// A mark takes no room of its own: where its ink stands says under or over which letter it is. Producers paint a mark
/// next to its letter, before or after it, which decides where letters overlap.
struct MarkPlacement {
  private let glyphs: [Glyph]
  private let bases: [Int]
  private let marks: [Int]

  init(_ glyphs: [Glyph], bases: [Int], marks: [Int]) {
    (self.glyphs, self.bases, self.marks) = (glyphs, bases, marks)
  }

  /// Each mark with its letter, in the order of painting; nil for a mark with no letter near it.
  func placements() -> [(mark: Int, base: Int?)] {
    let byPlace = bases.sorted { glyphs[$0].middle < glyphs[$1].middle }
    let middles = byPlace.map { glyphs[$0].middle }
    var next = 0
    return marks.map { mark in
      while next < bases.count, bases[next] < mark { next += 1 }
      let neighbours = [next - 1, next].filter(bases.indices.contains).map { bases[$0] }
      return (mark, best(mark, neighbours, byPlace, middles))
    }
  }

  private func best(_ mark: Int, _ neighbours: [Int], _ byPlace: [Int], _ middles: [Double]) -> Int? {
    let glyph = glyphs[mark]
    let reach = 1.5 * glyph.size
    let x = place(glyph)
    var candidates: [(base: Int, cost: Double)] = neighbours.map { ($0, cost(glyph, x, glyphs[$0])) }
    var (low, high) = (0, middles.count)
    while low < high {
      let middle = (low + high) / 2
      if middles[middle] < x - reach { low = middle + 1 } else { high = middle }
    }
    while low < middles.count, middles[low] <= x + reach {
      let base = byPlace[low]
      low += 1
      if abs(glyphs[base].baseline - glyph.baseline) <= glyph.size, !neighbours.contains(base) {
        candidates.append((base, cost(glyph, x, glyphs[base]) + 0.3))
      }
    }
    guard let best = candidates.min(by: { $0.cost < $1.cost }), best.cost < 2 else { return nil }
    return best.base
  }

  private func place(_ mark: Glyph) -> Double {
    if let ink = mark.ink { return (ink.left + ink.right) / 2 }
    return mark.middle
  }

  /// In parts of the size.
  private func cost(_ mark: Glyph, _ x: Double, _ base: Glyph) -> Double {
    let outside = max(base.left - x, x - base.right, 0) / mark.size
    let fromMiddle = abs(base.middle - x) / mark.size
    let height = abs(base.baseline - mark.baseline) / mark.size
    // A letter that no mark stands on: digits, signs.
    let isLetter = base.scalars.contains { $0.properties.isAlphabetic }
    return outside + 0.2 * fromMiddle + 0.5 * height + (isLetter ? 0 : 1)
  }
}
