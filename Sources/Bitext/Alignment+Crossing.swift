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
    let places = Dictionary(zip(starts, 0...), uniquingKeysWith: { first, _ in first })
    let weights = placed.map {
      beads[$0].isGap ? beads[$0].target.count : 16 * (beads[$0].source.count + beads[$0].target.count)
    }
    return WaslBitext.heaviestChain(
      places: placed.map { places[beads[$0].target.lowerBound]! }, placeCount: starts.count, weights: weights
    ).map { placed[$0] }
  }
}

/// The target segments met so far, of beads of which some may cross.
struct TargetCover {
  private var isCovered: [Bool]
  /// Where the last bead that is not marked as crossing ends.
  private var end = 0

  init(count: Int) { isCovered = Array(repeating: false, count: count) }

  /// - Returns: what is wrong with the bead's target side, or nil.
  mutating func add(_ bead: Bead, _ number: Int) -> String? {
    if bead.target.upperBound > isCovered.count {
      return "bead \(number) ends at target segment \(bead.target.upperBound) of \(isCovered.count)"
    }
    for segment in bead.target {
      if isCovered[segment] { return "target segment \(segment) stands in bead \(number) and in an earlier one" }
      isCovered[segment] = true
    }
    if !bead.isCrossing, !bead.target.isEmpty {
      if bead.target.lowerBound < end {
        return "bead \(number) starts at target segment \(bead.target.lowerBound), before \(end), and is not marked"
      }
      end = bead.target.upperBound
    }
    return nil
  }

  /// That a segment was left out, or nil.
  var defect: String? {
    isCovered.firstIndex(of: false).map { "target segment \($0) stands in no bead" }
  }
}
