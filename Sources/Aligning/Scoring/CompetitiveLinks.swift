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
    let ratios = self.ratios(source, target)
    let (sourceWidth, targetWidth) = (Self.width(source.count), Self.width(target.count))
    var candidates: [(source: Int, target: Int, score: Float)] = []
    for j in 0..<target.count {
      for i in 0..<source.count {
        let (toTarget, toSource) = (ratios.toTarget[i * targetWidth + j], ratios.toSource[j * sourceWidth + i])
        if toTarget <= 1 || toSource <= 1 { continue }
        let strength = 0.5 * (fastLog(toTarget) + fastLog(toSource))
        if strength < Self.leastStrength { continue }
        let distance = abs((Float(i) + 0.5) / Float(source.count) - (Float(j) + 0.5) / Float(target.count))
        candidates.append((i, j, strength - Self.distancePenalty * distance))
      }
    }
    candidates.sort { ($0.score, $1.source, $1.target) > ($1.score, $0.source, $0.target) }
    var (freeSource, freeTarget) = (Set(0..<source.count), Set(0..<target.count))
    var links: [(source: Int, target: Int)] = []
    for candidate in candidates where freeSource.contains(candidate.source) && freeTarget.contains(candidate.target) {
      freeSource.remove(candidate.source)
      freeTarget.remove(candidate.target)
      links.append((candidate.source, candidate.target))
    }
    return links.sorted { $0.source < $1.source }
  }
}
