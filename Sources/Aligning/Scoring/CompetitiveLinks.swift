/// Which words of a bead stand for each other, one to one: competitive linking (Melamed 2000) by the links' ratios.
extension SplitLinks {
  /// Links weaker than ten to one are mostly those of words that stand everywhere, such as `of`.
  package static let leastStrength: Float = 2.3
  /// What a word at the other end of the bead loses, in nats.
  package static let distancePenalty: Float = 2

  /// The strongest link first, then the strongest between words that are free still; among equals the words whose
  /// relative places are nearest.
  ///
  /// - Returns: places in the two sequences, by source.
  public func competitiveLinks(
    _ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>
  ) -> [(source: Int, target: Int)] {
    var candidates: [(source: Int, target: Int, score: Float)] = []
    forEachLink(source, target) { i, j, link in
      if link.targetRatio <= 1 || link.sourceRatio <= 1 { return }
      let strength = 0.5 * (fastLog(link.targetRatio) + fastLog(link.sourceRatio))
      if strength < Self.leastStrength { return }
      let distance = abs((Float(i) + 0.5) / Float(source.count) - (Float(j) + 0.5) / Float(target.count))
      candidates.append((i, j, strength - Self.distancePenalty * distance))
    }
    candidates.sort { ($0.score, $1.source, $1.target) > ($1.score, $0.source, $0.target) }
    var isFreeSource = Array(repeating: true, count: source.count)
    var isFreeTarget = Array(repeating: true, count: target.count)
    var links: [(source: Int, target: Int)] = []
    for candidate in candidates where isFreeSource[candidate.source] && isFreeTarget[candidate.target] {
      (isFreeSource[candidate.source], isFreeTarget[candidate.target]) = (false, false)
      links.append((candidate.source, candidate.target))
    }
    return links.sorted { $0.source < $1.source }
  }
}
