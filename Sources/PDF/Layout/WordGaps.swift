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
    if debugGaps { for (a, b) in zip(line.units, line.units.dropFirst()) { print("GAP", a.scalars.map(String.init).joined(), b.scalars.map(String.init).joined(), (b.left - a.right) / line.size) } }
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

  /// Drops spaces that letters cover: XeTeX paints some over which the next word is drawn back.
  private static func dropCoveredSpaces(_ line: inout TextLine) {
    let units = line.units
    line.units = units.indices.filter { index in
      guard units[index].isSpace, units[index].width > 0 else { return true }
      return ![index - 1, index + 1].contains { other in
        guard units.indices.contains(other), !units[other].isSpace, units[other].width > 0 else { return false }
        let shared = min(units[index].right, units[other].right) - max(units[index].left, units[other].left)
        return shared > 0.7 * units[index].width
      }
    }.map { units[$0] }
  }

  /// In parts of the size: between the gaps within words, which are small, and those between words.
  private static func gapThreshold(_ line: TextLine) -> Double { 0.15 }
}

nonisolated(unsafe) public var debugGaps = false
