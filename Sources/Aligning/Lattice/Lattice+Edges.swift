extension Lattice {
  /// The shapes with both sides by their source side: the first one's index, and how many there are.
  ///
  /// They follow each other by the target side, from 1.
  @inline(__always)
  package static func shapes(sourceSide: Int) -> (first: Int, count: Int) {
    switch sourceSide {
    case 1: (2, 8)
    case 2, 3, 4: (10 + (sourceSide - 2) * 4, 4)
    default: (22 + sourceSide - 5, 1)
    }
  }

  /// The beads with both sides that end at a node: where each starts, and its shape.
  @inline(__always)
  package func forEachBeadEnding(_ row: Int, _ column: Int, _ body: (_ from: Int, _ shape: Int) -> Void) {
    for side in 1...8 {
      let from = row - side
      if from < 0 { return }
      let (first, count) = Self.shapes(sourceSide: side)
      let (low, high) = (Int(band.lower[from]), Int(band.upper[from]))
      let (least, most) = (max(1, column - high), min(count, column - low))
      if least > most { continue }
      let base = rowStart[from] + column - low
      for width in least...most { body(base - width, first + width - 1) }
    }
  }

  /// The beads with both sides that start at a node: where each ends, and its shape.
  @inline(__always)
  package func forEachBeadStarting(_ row: Int, _ column: Int, _ body: (_ to: Int, _ shape: Int) -> Void) {
    for side in 1...8 {
      let to = row + side
      if to > sourceCount { return }
      let (first, count) = Self.shapes(sourceSide: side)
      let (low, high) = (Int(band.lower[to]), Int(band.upper[to]))
      let (least, most) = (max(1, low - column), min(count, high - column))
      if least > most { continue }
      let base = rowStart[to] + column - low
      for width in least...most { body(base + width, first + width - 1) }
    }
  }
}
