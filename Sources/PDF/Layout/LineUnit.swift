/// A piece of a line that is never torn: a letter with its marks, a ligature, a space.
struct LineUnit {
  /// In logical order.
  var scalars: [Unicode.Scalar]
  var left: Double
  var right: Double
  var baseline: Double
  var size: Double
  var font: Int
  /// Its number in the order of painting.
  var order: Int
  var kind: BidiKind
  /// Whether it is no part of the file's text but a gap that is as wide as a space.
  var isGap = false

  var middle: Double { (left + right) / 2 }
  var width: Double { right - left }
  var isSpace: Bool { kind == .space }
}

/// A line of a column: its units from left to right as they are seen.
struct TextLine {
  var units: [LineUnit]
  var baseline: Double
  /// The size of most of its letters.
  var size: Double
  var isArtifact = false

  /// Of what is more than space.
  var left: Double { units.first { !$0.isSpace }?.left ?? 0 }
  var right: Double { units.last { !$0.isSpace }?.right ?? 0 }
}
