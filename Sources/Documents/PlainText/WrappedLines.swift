/// Hard-wrapped text: lines that end because the margin is near, and not because something ends.
///
/// A line that is followed by a line whose first word would have fitted was not broken at a margin. In wrapped text
/// hardly any line is like that but for the last of each paragraph, whatever the width.
struct WrappedLines {
  /// How wide the lines of each script are.
  private var widths: [Bool: Int] = [:]
  /// Whether the lines of each script are wrapped.
  private var isWrapped: [Bool: Bool] = [:]

  /// Widths in which text is wrapped, in scalars. Verses are narrower.
  private static let usual = 38...140

  init(_ lines: [TextLine]) {
    for script in [true, false] {
      let pairs = zip(lines, lines.dropFirst()).filter { first, next in
        !first.isBlank && !next.isBlank && first.isArabic == script && next.isArabic == script && !next.startsItem
      }
      let sorted = pairs.map(\.0.length).sorted()
      // A long address may stand out.
      guard let width = sorted.isEmpty ? nil : sorted[(sorted.count - 1) * 97 / 100] else { continue }
      widths[script] = width
      isWrapped[script] = Self.isWrapped(pairs, width) && !Self.isVerse(lines, script, width)
    }
  }

  /// Whether any lines are wrapped.
  var isAny: Bool { isWrapped.values.contains(true) }

  private static func isWrapped(_ pairs: [(TextLine, TextLine)], _ width: Int) -> Bool {
    guard pairs.count >= 3, usual.contains(width) else { return false }
    let full = pairs.count { isFull($0.0, before: $0.1, width) }
    let ends = pairs.count { $0.0.endsSentence }
    let inner = pairs.reduce(0) { $0 + $1.0.innerEnds }
    let upper = pairs.count { $0.1.startsUpper }
    return full * 100 >= pairs.count * 85 && ends * 100 <= pairs.count * 35 && ends <= inner + pairs.count / 10
      && upper * 2 <= pairs.count
  }

  /// Whether the lines are all as long, the last ones of the paragraphs too.
  private static func isVerse(_ lines: [TextLine], _ script: Bool, _ width: Int) -> Bool {
    var (last, long) = (0, 0)
    for (index, line) in lines.enumerated() where !line.isBlank && line.isArabic == script {
      let isLast = index + 1 == lines.count || lines[index + 1].isBlank
      guard isLast, index > 0, !lines[index - 1].isBlank else { continue }
      last += 1
      if line.length * 4 > width * 3 { long += 1 }
    }
    return last >= 4 && long * 5 >= last * 4
  }

  private static func isFull(_ line: TextLine, before next: TextLine, _ width: Int) -> Bool {
    let filled = line.length + 1 + next.firstWord
    return filled > width || line.length * 100 >= width * 85
  }

  /// Whether the text of a line goes on in the next.
  func joins(_ line: TextLine, _ next: TextLine) -> Bool {
    guard !line.isBlank, !next.isBlank, !next.startsItem, isWrapped[line.isArabic] == true,
      // A number or a foreign term may fill a line.
      let width = widths[line.isArabic], line.length <= width * 3 / 2
    else { return false }
    // The first line of a paragraph may be indented, and the others of an item.
    if next.indent > line.indent + 1, !line.startsItem { return false }
    return Self.isFull(line, before: next, width)
  }
}
