/// Finds where paragraphs begin in the lines of a column.
struct ParagraphBreaks {
  private let lines: [TextLine]
  private let isRightToLeft: Bool
  private let left: Double
  private let right: Double
  /// The usual distance of two lines of a paragraph, in parts of the size.
  private let leading: Double

  /// - Parameter edges: of the column, where that is known to be wider than these lines.
  init(_ lines: [TextLine], isRightToLeft: Bool, edges: (left: Double, right: Double)? = nil) {
    self.lines = lines
    self.isRightToLeft = isRightToLeft
    left = min(edges?.left ?? .infinity, lines.map(\.left).min() ?? 0)
    right = max(edges?.right ?? -.infinity, lines.map(\.right).max() ?? 0)
    let leadings = zip(lines, lines.dropFirst()).map { ($0.baseline - $1.baseline) / max($1.size, 1) }.sorted()
    leading = leadings.isEmpty ? 1.5 : max(0.8, leadings[leadings.count / 4])
  }

  /// The numbers of the lines that begin one; the first does always.
  var starts: [Int] { lines.indices.filter { $0 == 0 || isBreak(before: $0) } }

  var paragraphs: [[TextLine]] {
    let starts = starts
    return starts.indices.map { Array(lines[starts[$0]..<(starts.dropFirst($0 + 1).first ?? lines.count)]) }
  }

  func isBreak(before index: Int) -> Bool {
    let (previous, next) = (lines[index - 1], lines[index])
    let distance = (previous.baseline - next.baseline) / max(next.size, 1)
    if distance > 1.25 * leading, distance > 1.1 { return true }
    if previous.size > 1.12 * next.size || next.size > 1.12 * previous.size { return true }
    if fits(next, after: previous) { return true }
    if isIndented(next), !isIndented(previous), !isCentred(next) { return true }
    return startsItem(next) && (endsSentence(previous) || startsItem(previous))
  }

  /// Whether the first word of a line would have had room on the line before it.
  private func fits(_ next: TextLine, after previous: TextLine) -> Bool {
    let word = firstWordWidth(next) + 0.35 * next.size
    let free = isRightToLeft ? previous.left - left : right - previous.right
    let start = isRightToLeft ? right - previous.right : previous.left - left
    // Of a centred line the room on both sides counts.
    return (isCentred(previous) ? free + start : free) > word
  }

  private func isCentred(_ line: TextLine) -> Bool {
    let (before, after) = (line.left - left, right - line.right)
    return before > line.size && after > line.size && abs(before - after) < 0.1 * (before + after)
  }

  private func isIndented(_ line: TextLine) -> Bool {
    let indent = isRightToLeft ? right - line.right : line.left - left
    return indent > 0.8 * line.size
  }

  private func firstWordWidth(_ line: TextLine) -> Double {
    if isRightToLeft {
      let word = line.units.reversed().drop(while: \.isSpace).prefix { !$0.isSpace }
      return (word.first?.right ?? 0) - (word.last?.left ?? 0)
    }
    let word = line.units.drop(while: \.isSpace).prefix { !$0.isSpace }
    return (word.last?.right ?? 0) - (word.first?.left ?? 0)
  }

  /// The characters from the line's beginning, as it is read.
  private func start(_ line: TextLine, _ count: Int) -> [Unicode.Scalar] {
    let units = isRightToLeft ? Array(line.units.suffix(count).reversed()) : Array(line.units.prefix(count))
    return units.map { $0.scalars.first ?? " " }
  }

  /// Whether a line begins with a bullet, or a number or letter with a full stop or bracket.
  private func startsItem(_ line: TextLine) -> Bool {
    let start = start(line, 5)
    guard let first = start.first else { return false }
    if "•▪◦●○■□–—*➢✓‣·".unicodeScalars.contains(first) || first == "-" { return start.dropFirst().first == " " }
    let label = start.prefix { BidiKind($0).isCore }
    guard (1...3).contains(label.count), start.count > label.count else {
      return first == "(" || first == ")" || first == "["
    }
    let isNumber = label.allSatisfy { BidiKind($0).isNumber }
    return (isNumber || label.count == 1) && ".)-–(/]".unicodeScalars.contains(start[label.count])
  }

  private func endsSentence(_ line: TextLine) -> Bool {
    let unit = isRightToLeft ? line.units.first : line.units.last
    guard let last = unit?.scalars.last else { return false }
    return ".:;؛!?؟»”\"،,)".unicodeScalars.contains(last)
  }
}
