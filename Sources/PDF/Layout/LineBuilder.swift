/// Puts the glyphs of a column into lines.
struct LineBuilder {
  private let glyphs: [Glyph]
  /// By the numbers of glyphs.
  private var bases: [Int] = []
  private var marks: [Int] = []
  private var others: [Int] = []

  init(_ glyphs: [Glyph]) {
    self.glyphs = glyphs
    for (index, glyph) in glyphs.enumerated() {
      if glyph.text.isSpace || glyph.text.isInvisible {
        others.append(index)
      } else if glyph.text.isMark {
        marks.append(index)
      } else {
        bases.append(index)
      }
    }
  }

  /// From top to bottom.
  func lines() -> [TextLine] {
    let baselines = baselines()
    guard !baselines.isEmpty else { return [] }
    var lines = baselines.map { TextLine(units: [], baseline: $0.y, size: $0.size) }
    var places: [Int: (line: Int, unit: Int)] = [:]
    for index in bases + others {
      let glyph = glyphs[index]
      guard let line = Self.nearest(glyph, baselines) else { continue }
      // A glyph without text of its own only keeps its room.
      let isEmpty = glyph.text.isInvisible
      if isEmpty, glyph.width <= 0 { continue }
      places[index] = (line, lines[line].units.count)
      lines[line].units.append(Self.unit(glyph))
    }
    for (mark, base) in MarkPlacement(glyphs, bases: bases, marks: marks).placements() {
      if let base, let place = places[base] {
        MarkPlacement.put(glyphs[mark], on: &lines[place.line].units[place.unit])
      } else if let line = Self.nearest(glyphs[mark], baselines) {
        lines[line].units.append(Self.unit(glyphs[mark]))
      }
    }
    for index in lines.indices { finish(&lines[index]) }
    return lines.filter { line in line.units.contains { !$0.isSpace } }
  }

  private static func unit(_ glyph: Glyph) -> LineUnit {
    var scalars = glyph.text.isPlain ? glyph.scalars : PresentationForms.undone(glyph.scalars)
    // Some fonts' tables have the parts of the ligature lam-alef in the order in which they are seen.
    if scalars.count == 2, !glyph.isReplaced, scalars[1] == "\u{644}", isAlef(scalars[0]) { scalars.swapAt(0, 1) }
    if !glyph.text.isPlain {
      scalars = scalars.map { $0.properties.isWhitespace && $0 != "\u{A0}" ? " " : $0 }
    }
    return LineUnit(
      scalars: scalars, left: glyph.left, right: glyph.right, baseline: glyph.baseline, size: glyph.size,
      font: glyph.font, order: glyph.order, kind: glyph.text.kind)
  }

  private static func isAlef(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{627}" || scalar == "\u{622}" || scalar == "\u{623}" || scalar == "\u{625}"
  }

  private func finish(_ line: inout TextLine) {
    let units = line.units
    let order = units.indices.sorted { (units[$0].middle, units[$0].order) < (units[$1].middle, units[$1].order) }
    line.units = order.map { units[$0] }
    for index in line.units.indices where line.units[index].scalars.count > 1 {
      line.units[index].scalars = ArabicMarks.normalized(line.units[index].scalars)
    }
    WordGaps.apply(to: &line)
    line.isArtifact = !bases.isEmpty && artifactBaselines.contains(line.baseline)
  }

  /// The baselines of lines that consist of artifacts alone.
  private var artifactBaselines: Set<Double> { [] }

  /// The lines' baselines, from top to bottom: the heights at which most letters stand, each half a size from the next.
  private func baselines() -> [(y: Double, size: Double)] {
    var weights: [Int: (weight: Double, y: Double, size: Double)] = [:]
    for index in bases {
      let glyph = glyphs[index]
      let weight = max(glyph.width, 0.05 * glyph.size) * glyph.size
      let key = Int((glyph.baseline * 2).rounded())
      let old = weights[key] ?? (0, 0, 0)
      weights[key] = (
        old.weight + weight, old.y + weight * glyph.baseline, max(old.size, glyph.size)
      )
    }
    var found: [(y: Double, size: Double)] = []
    let candidates = weights.values.map { (y: $0.y / $0.weight, size: $0.size, weight: $0.weight) }
    for candidate in candidates.sorted(by: { ($0.weight, $0.y) > ($1.weight, $1.y) })
    where found.allSatisfy({ abs($0.y - candidate.y) > 0.5 * max($0.size, candidate.size) }) {
      found.append((candidate.y, candidate.size))
    }
    return found.sorted { $0.y > $1.y }
  }

  private static func nearest(_ glyph: Glyph, _ baselines: [(y: Double, size: Double)]) -> Int? {
    // From top to bottom: the first that is not above the glyph, or the one before it.
    var (low, high) = (0, baselines.count)
    while low < high {
      let middle = (low + high) / 2
      if baselines[middle].y > glyph.baseline { low = middle + 1 } else { high = middle }
    }
    let candidates = [low - 1, low].filter(baselines.indices.contains)
    return candidates.min { abs(baselines[$0].y - glyph.baseline) < abs(baselines[$1].y - glyph.baseline) }
  }
}
