extension Lattice {
  /// A bead on a path, by the node it starts at and its shape.
  package struct Step: Hashable {
    package var row: Int
    package var column: Int
    package var shape: Int

    package init(row: Int, column: Int, shape: Int) { (self.row, self.column, self.shape) = (row, column, shape) }

    package var source: Range<Int> { row..<row + BeadShape.all[shape].source }
    package var target: Range<Int> { column..<column + BeadShape.all[shape].target }
  }

  /// The path with the greatest sum of scores.
  package func bestPath() -> [Step] {
    bestPath(scores: scores, gapContinues: gapContinues)
  }

  /// The path with the greatest expected share of right beads, by their posteriors: less exposed to one
  /// overconfident score than the best path is.
  ///
  /// `cost` is what each bead must earn back, so that a doubtful block is not cut into many beads.
  package func mostExpectedPath(_ posteriors: Posteriors, cost: Float) -> [Step] {
    var gains = posteriors.beads.map { $0 - cost }
    let shapes = Self.shapeCount
    for row in 0...sourceCount {
      for column in Int(band.lower[row])...Int(band.upper[row]) {
        let here = node(row, column)
        if row < sourceCount {
          gains[here * shapes] = posteriors.sourceGap[row] - cost
        }
        if column < targetCount {
          gains[here * shapes + 1] = posteriors.targetGap[column] - cost
        }
      }
    }
    return bestPath(scores: gains, gapContinues: 0)
  }

  private func bestPath(scores: [Float], gapContinues: Float) -> [Step] {
    let shapes = Self.shapeCount
    let nodes = rowStart[sourceCount + 1]
    precondition(scores.count == nodes * shapes)
    let best = FlatBuffer(repeating: -Float.infinity, count: nodes * 3)
    /// The shape that led here, and for gaps the state before it.
    let shapeTaken = FlatBuffer(repeating: UInt8(0), count: nodes)
    let stateBefore = FlatBuffer(repeating: UInt8(0), count: nodes * 3)
    best[0] = 0
    scores.withUnsafeBufferPointer { scores in
      for row in 0...sourceCount {
        for column in Int(band.lower[row])...Int(band.upper[row]) {
          let here = node(row, column)
          var (found, foundShape, foundState) = (best[here * 3], 0, 0)
          forEachBeadEnding(row, column) { from, shape in
            let score = scores[from * shapes + shape]
            for state in 0..<3 where best[from * 3 + state] + score > found {
              (found, foundShape, foundState) = (best[from * 3 + state] + score, shape, state)
            }
          }
          best[here * 3] = found
          shapeTaken[here] = UInt8(foundShape)
          stateBefore[here * 3] = UInt8(foundState)
          if row > 0, contains(row - 1, column) {
            let from = node(row - 1, column)
            for state in 0..<2 {
              let score = best[from * 3 + state] + scores[from * shapes] + (state == 1 ? gapContinues : 0)
              if score > best[here * 3 + 1] {
                best[here * 3 + 1] = score
                stateBefore[here * 3 + 1] = UInt8(state)
              }
            }
          }
          if column > 0, contains(row, column - 1) {
            let from = here - 1
            for state in 0..<3 {
              let score = best[from * 3 + state] + scores[from * shapes + 1] + (state == 2 ? gapContinues : 0)
              if score > best[here * 3 + 2] {
                best[here * 3 + 2] = score
                stateBefore[here * 3 + 2] = UInt8(state)
              }
            }
          }
        }
      }
    }
    var (row, column) = (sourceCount, targetCount)
    var state = 0
    for other in 1..<3 where best[(nodes - 1) * 3 + other] > best[(nodes - 1) * 3 + state] { state = other }
    var steps: [Step] = []
    while row > 0 || column > 0 {
      let here = node(row, column)
      let index = state == 0 ? Int(shapeTaken[here]) : state - 1
      let before = Int(stateBefore[here * 3 + state])
      row -= BeadShape.all[index].source
      column -= BeadShape.all[index].target
      steps.append(Step(row: row, column: column, shape: index))
      state = before
    }
    return steps.reversed()
  }
}
