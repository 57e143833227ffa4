/// What a score is worth in one document: 0 for a segment paired with a stranger, 1 for one paired
/// with its best partner, on average.
///
/// A free or classical translation shares fewer known words with its source than a technical one,
/// so the same score means a match in the one and a chance in the other.
package struct ScoreNormalization {
  package let stranger: Float
  package let scale: Float

  /// - Parameters:
  ///   - best: each segment's best mean score.
  ///   - all: the score of every cell, a sum over the scored segment's tokens.
  ///   - usual: a stranger's and a partner's mean score in most documents, which weigh like thirty segments.
  ///   - perToken: the number of tokens of a scored segment, plus one.
  package init(
    best: [Float], all: [Float], usual: (stranger: Float, partner: Float), perToken: (Int) -> Float, grid: CellGrid,
    byColumn: Bool
  ) {
    var sum = 0.0
    for row in 0..<grid.sourceCount {
      for column in Int(grid.lower[row])..<Int(grid.upper[row]) {
        sum += Double(all[grid.index(row, column)] / perToken(byColumn ? column : row))
      }
    }
    let bestSum = best.reduce(0, +)
    let weight: Float = 30
    // Every segment's best partner is among the cells; what remains are strangers.
    let strangers = max(1, Float(grid.cellCount - best.count))
    let share = Float(best.count) / (Float(best.count) + weight)
    let stranger = (Float(sum) - bestSum) / strangers
    let partner = bestSum / Float(max(1, best.count))
    self.stranger = stranger * share + usual.stranger * (1 - share)
    let distance = (partner - stranger) * share + (usual.partner - usual.stranger) * (1 - share)
    scale = 1 / max(0.3, distance)
  }

  @inline(__always)
  package func of(_ score: Float) -> Float { (score - stranger) * scale }

  @inline(__always)
  package func of<Lanes: ScoreLanes>(_ scores: Lanes) -> Lanes { (scores - stranger) * scale }
}
