extension Lattice {
  /// Makes gaps dearer where the document seems to have few of them.
  ///
  /// The weights know how many segments lack a counterpart in the documents that they were learnt from; a
  /// faithful translation has none, an abridged one many. The share expected under the weights, drawn
  /// towards the usual by some forty segments' weight, says which one this is.
  package mutating func adaptGaps(to posteriors: Posteriors, strength: Float) {
    if strength == 0 { return }
    let expected = posteriors.sourceGap.reduce(0, +) + posteriors.targetGap.reduce(0, +)
    let shift = Self.gapShift(expected: expected, segments: sourceCount + targetCount, strength: strength)
    let shapes = Self.shapeCount
    for node in 0..<rowStart[sourceCount + 1] {
      scores[node * shapes + BeadShape.gapSource] += shift
      scores[node * shapes + BeadShape.gapTarget] += shift
    }
  }

  /// What gaps score more, or rather less, where so many of the segments of both sides are expected to be some.
  package static func gapShift(expected: Float, segments: Int, strength: Float) -> Float {
    let usual: Float = 0.08
    let weight: Float = 40
    let share = (expected + weight * usual) / (Float(segments) + weight)
    return min(0, strength * (fastLog(share) - fastLog(usual)))
  }
}
