/// What the operators of a content stream set that decides where text stands (ISO 32000-1, 8.4 and 9.3).
struct GraphicsState {
  var transformation = Matrix()
  var font: Int?
  var fontSize = 0.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  /// 1 for 100 %.
  var horizontalScale = 1.0
  var leading = 0.0
  var rise = 0.0
  var renderMode = 0
  /// What is visible, in the page's coordinates: a box round the clipping path. Nil for everything.
  var clip: Box?
}

/// A rectangle whose sides are upright and level.
struct Box {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  init(_ x: Double, _ y: Double) { (left, bottom, right, top) = (x, y, x, y) }

  mutating func include(_ x: Double, _ y: Double) {
    (left, right) = (min(left, x), max(right, x))
    (bottom, top) = (min(bottom, y), max(top, y))
  }

  func intersection(_ other: Box) -> Box {
    var box = self
    (box.left, box.right) = (max(left, other.left), min(right, other.right))
    (box.bottom, box.top) = (max(bottom, other.bottom), min(top, other.top))
    return box
  }

  func contains(_ x: Double, _ y: Double, tolerance: Double) -> Bool {
    x >= left - tolerance && x <= right + tolerance && y >= bottom - tolerance && y <= top + tolerance
  }
}
