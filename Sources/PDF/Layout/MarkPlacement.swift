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
    guard !marks.isEmpty else { return [] }
    let byPlace = bases.sorted { glyphs[$0].middle < glyphs[$1].middle }
    let middles = byPlace.map { glyphs[$0].middle }
    let neighbours = neighbours()
    // Whether marks are painted before their letters or after them: where it is plain, it decides where it isn't.
    var (before, after) = (0, 0)
    for (mark, neighbour) in zip(marks, neighbours) {
      guard let previous = neighbour.previous, let next = neighbour.next else { continue }
      let difference = cost(glyphs[mark], glyphs[previous]) - cost(glyphs[mark], glyphs[next])
      if difference > 0.25 { before += 1 }
      if difference < -0.25 { after += 1 }
    }
    let bias = before > 5 * after ? 0.25 : after > 5 * before ? -0.25 : 0
    return zip(marks, neighbours).map { mark, neighbour in
      var candidates: [(base: Int, cost: Double)] = []
      if let base = neighbour.previous { candidates.append((base, cost(glyphs[mark], glyphs[base]) + max(bias, 0))) }
      if let base = neighbour.next { candidates.append((base, cost(glyphs[mark], glyphs[base]) + max(-bias, 0))) }
      return (mark, best(mark, candidates, byPlace, middles))
    }
  }

  /// Of each mark the letters painted next before it and next after it.
  private func neighbours() -> [(previous: Int?, next: Int?)] {
    var next = 0
    return marks.map { mark in
      while next < bases.count, bases[next] < mark { next += 1 }
      return (next > 0 ? bases[next - 1] : nil, next < bases.count ? bases[next] : nil)
    }
  }

  /// The best of the letters painted beside the mark, and of all near it.
  private func best(
    _ mark: Int, _ neighbours: [(base: Int, cost: Double)], _ byPlace: [Int], _ middles: [Double]
  ) -> Int? {
    let glyph = glyphs[mark]
    let reach = 1.5 * glyph.size
    let x = place(glyph)
    var best = neighbours.min { $0.cost < $1.cost }
    // Where a mark stands plainly on a letter painted beside it, no other need be looked for.
    if let best, best.cost < 0.3 { return best.base }
    var (low, high) = (0, middles.count)
    while low < high {
      let middle = (low + high) / 2
      if middles[middle] < x - reach { low = middle + 1 } else { high = middle }
    }
    while low < middles.count, middles[low] <= x + reach {
      let base = byPlace[low]
      low += 1
      guard abs(glyphs[base].baseline - glyph.baseline) <= glyph.size else { continue }
      let cost = cost(glyph, glyphs[base]) + 0.3
      if best.map({ cost < $0.cost }) ?? true { best = (base, cost) }
    }
    return best.flatMap { $0.cost < 2 ? $0.base : nil }
  }

  private func place(_ mark: Glyph) -> Double {
    if let ink = mark.ink { return (ink.left + ink.right) / 2 }
    return mark.middle
  }

  /// In parts of the size.
  private func cost(_ mark: Glyph, _ base: Glyph) -> Double {
    let x = place(mark)
    let outside = max(base.left - x, x - base.right, 0) / mark.size
    let fromMiddle = abs(base.middle - x) / mark.size
    let height = abs(base.baseline - mark.baseline) / mark.size
    // A letter that no mark stands on: digits, signs.
    let isLetter = base.text.hasLetter
    return outside + 0.2 * fromMiddle + 0.5 * height + (isLetter ? 0 : 1)
  }

  /// Adds a mark to the letters of a unit; in a ligature, to the one of them under or over which it stands.
  static func put(_ mark: Glyph, on unit: inout LineUnit) {
    let letters = unit.scalars.indices.filter { !unit.scalars[$0].isMark }
    guard letters.count > 1, unit.kind == .rightToLeft else {
      unit.scalars += mark.scalars
      return
    }
    let x = mark.ink.map { ($0.left + $0.right) / 2 } ?? mark.middle
    let share = unit.width > 0 ? (unit.right - x) / unit.width : 0
    var letter = min(max(Int(share * Double(letters.count)), 0), letters.count - 1)
    // A plain alef bears no vowel: in lam-alef every mark is the lam's.
    if letter > 0, unit.scalars[letters[letter]] == "\u{627}" { letter -= 1 }
    let end = letter + 1 < letters.count ? letters[letter + 1] : unit.scalars.count
    unit.scalars.insert(contentsOf: mark.scalars, at: end)
  }
}
