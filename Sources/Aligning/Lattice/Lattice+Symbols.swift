extension Lattice {
  /// What a bead loses that joins a symbol with words, while the other side has no symbol; in nats.
  private static let symbolWithWords: Float = 20

  /// Rules out beads that give symbols for words: no words of a bullet could speak against them, so that it would take
  /// whatever has no counterpart.
  ///
  /// A symbol may still pair with a symbol, join a neighbour where the other side has one too, or stand alone.
  package mutating func keepSymbolsAmongTheirLike(_ source: [Marks], _ target: [Marks]) {
    let (rows, columns) = (SymbolCounts(source), SymbolCounts(target))
    if rows.isEmpty && columns.isEmpty { return }
    let shapes = Self.shapeCount
    for row in 0..<sourceCount {
      let hasSymbol = rows.count(row, BeadShape.limit) > 0
      for column in Int(band.lower[row])...Int(band.upper[row])
      where hasSymbol || columns.count(column, BeadShape.limit) > 0 {
        let place = node(row, column) * shapes
        for shape in BeadShape.joins where scores[place + shape] > -.infinity {
          let bead = BeadShape.all[shape]
          let (sources, targets) = (rows.count(row, bead.source), columns.count(column, bead.target))
          if (sources == bead.source) != (targets == bead.target) {
            scores[place + shape] = -.infinity
          } else if (sources > 0) != (targets > 0) {
            scores[place + shape] -= Self.symbolWithWords
          }
        }
      }
    }
  }
}

/// How many of a side's segments are symbols.
private struct SymbolCounts {
  /// Before each segment, and in all; empty where there is none.
  private var before: [Int32] = []

  var isEmpty: Bool { before.isEmpty }

  init(_ marks: [Marks]) {
    guard marks.contains(where: { $0.contains(.symbol) }) else { return }
    before.reserveCapacity(marks.count + 1)
    before.append(0)
    for marks in marks { before.append(before[before.count - 1] + (marks.contains(.symbol) ? 1 : 0)) }
  }

  /// Among some segments from one on; those beyond the last are not there.
  func count(_ first: Int, _ length: Int) -> Int {
    if before.isEmpty { return 0 }
    let end = min(first + length, before.count - 1)
    return first < end ? Int(before[end] - before[first]) : 0
  }
}
