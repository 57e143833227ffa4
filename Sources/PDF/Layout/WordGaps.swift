/// Finds the spaces of a line: those that are painted, and gaps that are as wide as one.
enum WordGaps {
  static func apply(to line: inout TextLine) {
    dropCoveredSpaces(&line)
    let letters = line.units.filter { !$0.isSpace && !$0.scalars.isEmpty }
    let spaces = line.units.filter(\.isSpace).count
    // A line of several words with spaces of its own: what else is apart must be far apart.
    let hasSpaces = spaces * 16 >= letters.count && spaces > 0
    let threshold = (hasSpaces ? 0.45 : gapThreshold(line)) * line.size
    var output: [LineUnit] = []
    var right: Double?
    for unit in line.units {
      if unit.isSpace {
        if let last = output.last, !last.isSpace { output.append(unit) }
        right = max(right ?? unit.left, unit.right)
        continue
      }
      if let right, unit.left - right > threshold, let last = output.last, !last.isSpace {
        var gap = unit
        (gap.scalars, gap.left, gap.right, gap.kind, gap.isGap) = ([" "], right, unit.left, .space, true)
        output.append(gap)
      }
      right = max(right ?? unit.right, unit.right)
      if !unit.scalars.isEmpty { output.append(unit) }
    }
    if output.last?.isSpace == true { output.removeLast() }
    line.units = output
  }

  /// Drops spaces that a letter or sign covers: XeTeX draws back over them where it cuts a text into words of their own.
  ///
  /// A sign that does so joins no digits: they stand in the order of words.
  private static func dropCoveredSpaces(_ line: inout TextLine) {
    var units: [LineUnit] = []
    for index in line.units.indices {
      let unit = line.units[index]
      guard unit.isSpace, unit.width > 0 else {
        units.append(unit)
        continue
      }
      let cover = [index - 1, index + 1].first { other in
        guard line.units.indices.contains(other), !line.units[other].isSpace else { return false }
        let shared = min(unit.right, line.units[other].right) - max(unit.left, line.units[other].left)
        return shared > 0.95 * unit.width
      }
      guard let cover else {
        units.append(unit)
        continue
      }
      if line.units[cover].kind.isNumberSign {
        line.units[cover].kind = .neutral
        if cover < index { units[units.count - 1].kind = .neutral }
      }
    }
    line.units = units
  }

  /// In parts of the size: between the gaps within words, which are small, and those between words.
  private static func gapThreshold(_ line: TextLine) -> Double { 0.15 }
}
