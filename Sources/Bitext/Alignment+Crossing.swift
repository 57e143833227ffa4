/// Beads that cross: what they join stands in another order in the target than in the source.
extension Alignment {
  /// Whether some bead is out of order.
  public var hasCrossing: Bool { beads.contains(where: \.isCrossing) }

  /// The same beads, of which those are marked as crossing, and no others, whose removal leaves the rest in order.
  ///
  /// They are the ones with the fewest segments that do; where two neighbours have changed places, one of the two.
  ///
  /// - Precondition: the beads are in the order of the source.
  /// - Complexity: O(*n* log *n*) in beads, O(*n*) where none cross.
  public func markingCrossing() -> Alignment {
    var marked = self
    for index in marked.beads.indices { marked.beads[index].isCrossing = false }
    let placed = marked.beads.indices.filter { !marked.beads[$0].target.isEmpty }
    let isInOrder = zip(placed, placed.dropFirst()).allSatisfy {
      marked.beads[$0].target.upperBound <= marked.beads[$1].target.lowerBound
    }
    if isInOrder { return marked }
    var isKept = Array(repeating: false, count: marked.beads.count)
    for index in heaviestChain(placed) { isKept[index] = true }
    for index in placed where !isKept[index] { marked.beads[index].isCrossing = true }
    return marked
  }

  /// Of some beads those that rise on the target side and hold the most segments; gaps count little.
  private func heaviestChain(_ placed: [Int]) -> [Int] {
    let starts = placed.map { beads[$0].target.lowerBound }.sorted()
    let places = Dictionary(zip(starts, 1...), uniquingKeysWith: { first, _ in first })
    // Prefix maxima in a Fenwick tree, by rank of the target's start.
    var tree = Array(repeating: -1, count: starts.count + 1)
    var total = Array(repeating: 0, count: placed.count)
    var before = Array(repeating: -1, count: placed.count)
    var best = -1
    for (number, index) in placed.enumerated() {
      let bead = beads[index]
      let place = places[bead.target.lowerBound]!
      var at = place - 1
      while at > 0 {
        if tree[at] >= 0, before[number] < 0 || total[tree[at]] > total[before[number]] { before[number] = tree[at] }
        at &= at - 1
      }
      let weight = bead.isGap ? bead.target.count : 16 * (bead.source.count + bead.target.count)
      total[number] = weight + (before[number] < 0 ? 0 : total[before[number]])
      if best < 0 || total[number] > total[best] { best = number }
      at = place
      while at <= starts.count {
        if tree[at] < 0 || total[tree[at]] < total[number] { tree[at] = number }
        at += at & -at
      }
    }
    var chain: [Int] = []
    while best >= 0 {
      chain.append(placed[best])
      best = before[best]
    }
    return chain
  }

  /// What breaks the invariant where some beads are marked as crossing.
  func crossingDefect(sourceCount: Int, targetCount: Int) -> String? {
    var (i, j) = (0, 0)
    var isCovered = Array(repeating: false, count: targetCount)
    for (number, bead) in beads.enumerated() {
      if bead.source.isEmpty && bead.target.isEmpty { return "bead \(number) is empty on both sides" }
      if !bead.source.isEmpty {
        if bead.source.lowerBound != i {
          return "bead \(number) starts at source segment \(bead.source.lowerBound), expected \(i)"
        }
        i = bead.source.upperBound
      }
      if bead.target.upperBound > targetCount {
        return "bead \(number) ends at target segment \(bead.target.upperBound) of \(targetCount)"
      }
      for segment in bead.target {
        if isCovered[segment] { return "target segment \(segment) stands in bead \(number) and in an earlier one" }
        isCovered[segment] = true
      }
      if !bead.isCrossing, !bead.target.isEmpty {
        if bead.target.lowerBound < j {
          return "bead \(number) starts at target segment \(bead.target.lowerBound), before \(j), and is not marked"
        }
        j = bead.target.upperBound
      }
      if !(bead.confidence >= 0 && bead.confidence <= 1) {
        return "bead \(number) has confidence \(bead.confidence), outside 0…1"
      }
    }
    if i != sourceCount { return "\(i) of \(sourceCount) source segments are covered" }
    if let missing = isCovered.firstIndex(of: false) { return "target segment \(missing) stands in no bead" }
    return nil
  }
}
