package import WaslBitext

/// A block of the source and one of the target that may belong together out of order.
package struct CrossingBlock: Hashable {
  package var source: Range<Int>
  package var target: Range<Int>

  /// The blocks with one segment more or fewer at an end, on one side or on both.
  package var neighbours: [CrossingBlock] {
    var result: [CrossingBlock] = []
    let steps = [(1, 0), (0, 1), (1, 1), (-1, 0), (0, -1), (-1, -1)]
    for (rows, columns) in steps {
      for isStart in [true, false] {
        let (rowStart, rowEnd) = isStart ? (rows, 0) : (0, rows)
        let (columnStart, columnEnd) = isStart ? (columns, 0) : (0, columns)
        let (low, high) = (source.lowerBound - rowStart, source.upperBound + rowEnd)
        let (left, right) = (target.lowerBound - columnStart, target.upperBound + columnEnd)
        if low >= 0, left >= 0, low < high, left < right {
          result.append(CrossingBlock(source: low..<high, target: left..<right))
        }
      }
    }
    return result
  }
}

/// Pairs of segments that are each other's best partners and that the path does not join.
package struct CrossingSeeds {
  /// By source.
  package private(set) var pairs: [(source: Int, target: Int)] = []

  /// - Parameters:
  ///   - path: the beads in order, all in the window; what it lacks has moved already.
  ///   - isOpen: whether the segments of a bead can be seeds.
  ///   - margin: by how much a pair must be better than the next, neighbours of its segments aside.
  package init(_ path: ArraySlice<Bead>, _ window: CrossingWindow, isOpen: (Bead) -> Bool, margin: Float) {
    let rows = path.flatMap { bead in bead.source.map { (segment: $0, bead: bead) } }
    let columns = path.flatMap { bead in bead.target.map { (segment: $0, bead: bead) } }
    let openRows = rows.indices.filter { isOpen(rows[$0].bead) }
    let openColumns = Set(columns.indices.filter { isOpen(columns[$0].bead) })
    if openRows.isEmpty || openColumns.isEmpty { return }
    for row in openRows {
      let source = rows[row].segment
      let scores = columns.map { window.advantage(source, $0.segment) }
      guard let column = scores.indices.max(by: { scores[$0] < scores[$1] }), openColumns.contains(column) else {
        continue
      }
      let (target, score) = (columns[column].segment, scores[column])
      if score <= 0 { continue }
      let bead = rows[row].bead
      // What a bead joins whole is not out of order in it.
      if bead.target.contains(target) && (bead.source.count == 1 || bead.target.count == 1) { continue }
      let isBestOfRow = scores.indices.allSatisfy {
        $0 == column || scores[$0] < (abs(columns[$0].segment - target) > 1 ? score - margin : score)
      }
      let isBestOfColumn = rows.indices.allSatisfy {
        $0 == row
          || window.advantage(rows[$0].segment, target) < (abs(rows[$0].segment - source) > 1 ? score - margin : score)
      }
      if isBestOfRow && isBestOfColumn { pairs.append((source, target)) }
    }
  }

  /// The pairs that follow each other, put together.
  ///
  /// - Parameter reach: how far apart two neighbours may be on each side.
  package func blocks(reach: Int) -> [CrossingBlock] {
    var blocks: [CrossingBlock] = []
    for pair in pairs {
      let place = blocks.lastIndex { block in
        (1...reach).contains(pair.source - block.source.upperBound + 1)
          && (1...reach).contains(pair.target - block.target.upperBound + 1)
      }
      if let place {
        blocks[place].source = blocks[place].source.lowerBound..<pair.source + 1
        blocks[place].target = blocks[place].target.lowerBound..<pair.target + 1
      } else {
        blocks.append(CrossingBlock(source: pair.source..<pair.source + 1, target: pair.target..<pair.target + 1))
      }
    }
    return blocks
  }
}
