/// Finds where paragraphs begin in the lines of a column.
struct ParagraphBreaks {
  private let lines: [TextLine]
  private let isRightToLeft: Bool
  private let left: Double
  private let right: Double
  /// Whether most lines begin at the left or end at the right edge.
  private let isFlushLeft: Bool
  private let isFlushRight: Bool
  /// The usual distance of two lines of a paragraph, in parts of the size.
  private let leading: Double
  /// How much more than that is a paragraph's distance: little where lines are set at one distance exactly.
  private let tolerance: Double

  /// - Parameter edges: of the column, where that is known to be wider than these lines.
  init(_ lines: [TextLine], isRightToLeft: Bool, edges: (left: Double, right: Double)? = nil) {
    self.lines = lines
    self.isRightToLeft = isRightToLeft
    left = min(edges?.left ?? .infinity, lines.map(\.left).min() ?? 0)
    right = max(edges?.right ?? -.infinity, lines.map(\.right).max() ?? 0)
    let (left, right) = (left, right)
    isFlushLeft = lines.count { $0.left - left < 0.7 * $0.size } * 2 > lines.count
    isFlushRight = lines.count { right - $0.right < 0.7 * $0.size } * 2 > lines.count
    let leadings = zip(lines, lines.dropFirst()).map { ($0.baseline - $1.baseline) / max($1.size, 1) }.sorted()
    let exact = Self.commonest(leadings)
    leading = max(0.8, exact ?? (leadings.isEmpty ? 1.5 : leadings[leadings.count / 4]))
    tolerance = exact == nil ? 1.25 : 1.08
  }

  /// The smallest distance that several lines have to a hundredth, and at least one line in ten.
  private static func commonest(_ sorted: [Double]) -> Double? {
    guard sorted.count >= 4 else { return nil }
    return sorted.first { value in
      let count = sorted.count { abs($0 - value) < 0.01 * value }
      return count > 1 && count * 10 >= sorted.count
    }
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
    if distance > tolerance * leading, distance > 1.1 { return true }
    // More than double spacing is none.
    if distance > 2.6 { return true }
    if previous.size > 1.12 * next.size || next.size > 1.12 * previous.size { return true }
    if fits(next, after: previous) { return true }
    if isIndented(next), !isIndented(previous), !isCentred(next) { return true }
    return startsItem(next) && endsSentence(previous)
  }

  /// Whether the first word of a line would have had room on the line before it.
  private func fits(_ next: TextLine, after previous: TextLine) -> Bool {
    let word = firstWordWidth(next) + 0.35 * next.size
    let (before, after) = (previous.left - left, right - previous.right)
    // Arabic may stand flush left, too; of a centred line the room on both sides counts.
    if isFlushLeft == isFlushRight, !isCentred(previous) { return (isRightToLeft ? before : after) > word }
    if isFlushLeft != isFlushRight, !isCentred(previous) { return (isFlushRight ? before : after) > word }
    return before + after > word
  }

  private func isCentred(_ line: TextLine) -> Bool {
    let (before, after) = (line.left - left, right - line.right)
    return before > line.size && after > line.size && abs(before - after) < 0.1 * (before + after)
  }

  private func isIndented(_ line: TextLine) -> Bool {
    if isRightToLeft { return isFlushRight && right - line.right > 0.8 * line.size }
    return isFlushLeft && line.left - left > 0.8 * line.size
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
    let start = start(line, 6)
    guard let first = start.first else { return false }
    if Self.bullets.contains(first) { return start.dropFirst().first == " " }
    let isBracketed = first == "(" || first == ")" || first == "["
    let rest = isBracketed ? start.dropFirst() : start[...]
    let label = rest.prefix { BidiKind($0).isCore }
    guard (1...3).contains(label.count), let next = rest.dropFirst(label.count).first else { return false }
    let isNumber = label.allSatisfy { BidiKind($0).isNumber }
    return (isNumber || label.count == 1) && (isBracketed ? "()]" : ".)-–(/]").unicodeScalars.contains(next)
  }

  private static let bullets = Set("•▪◦●○■□–—*➢✓‣·-".unicodeScalars)

  private func endsSentence(_ line: TextLine) -> Bool {
    let unit = isRightToLeft ? line.units.first : line.units.last
    guard let last = unit?.scalars.last else { return false }
    return ".:;؛!?؟»”\"،,)".unicodeScalars.contains(last)
  }
}
