/// A straight line that is drawn on the page, such as a table's border.
struct RuledLine {
  /// Whether it runs from left to right rather than from top to bottom.
  var isLevel: Bool
  /// Its height if it is level, else how far from the left it is.
  var place: Double
  var start: Double
  var end: Double

  /// The lines that a painted part of a path makes: a thin one is a line, a larger one that is stroked has four.
  static func lines(of box: Box, isStroked: Bool) -> [RuledLine] {
    let (width, height) = (box.right - box.left, box.top - box.bottom)
    let (x, y) = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    if height <= 3, width >= 12 { return [RuledLine(isLevel: true, place: y, start: box.left, end: box.right)] }
    if width <= 3, height >= 8 { return [RuledLine(isLevel: false, place: x, start: box.bottom, end: box.top)] }
    guard isStroked, width >= 12, height >= 8 else { return [] }
    return [box.bottom, box.top].map { RuledLine(isLevel: true, place: $0, start: box.left, end: box.right) }
      + [box.left, box.right].map { RuledLine(isLevel: false, place: $0, start: box.bottom, end: box.top) }
  }
}
