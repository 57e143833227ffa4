package import WaslBitext

/// Lets beads that are as large as the search knows them take in more: a law's list may be one segment here and a
/// dozen there.
///
/// What lies beside such a bead is a neighbour that holds too much, or gaps. The boundary to these is looked for anew by
/// the words alone, see `SplitScores`.
package struct BeadGrowth {
  /// A bead has no more segments of a side.
  package static let most = 32
  /// What a boundary must gain in nats to be moved.
  package static let least: Float = 2
  /// What a gap must lose by it, likewise: it stands for something that is missing, which is seldom.
  package static let leastOfGap: Float = -4
  /// Beads whose words make a larger product are left alone: a segment may be a whole book.
  package static let mostCells = 1 << 22
  /// What a grown bead's confidence is at least, before calibration: of 77 that grew where 9 to 14 segments of a
  /// development document had been joined on one side, 76 were right.
  package static let confidence = 0.97
  /// Beads below that the search itself hardly believes in.
  package static let doubtful = 0.7

  private let problem: AlignmentProblem
  private let links: SplitLinks

  /// The beads, in order, those as large as can be grown.
  package static func grown(_ beads: [Bead], of problem: AlignmentProblem) -> [Bead] {
    // Hardly any document has such a bead.
    if !beads.indices.contains(where: { isHeldBack(beads, $0) && hasWords(beads[$0], problem) }) { return beads }
    let growth = BeadGrowth(problem: problem, links: SplitLinks(problem))
    var beads = beads
    var index = 0
    while index < beads.count {
      defer { index += 1 }
      guard hasWords(beads[index], problem) else { continue }
      while isHeldBack(beads, index), growth.settleWithNext(&beads, index) {}
      while isHeldBack(beads, index), growth.settleWithPrevious(&beads, &index) {}
    }
    return beads
  }

  /// Whether both sides hold words: nothing can speak against what a lone bullet takes in.
  private static func hasWords(_ bead: Bead, _ problem: AlignmentProblem) -> Bool {
    !problem.source.marks[bead.source].allSatisfy { $0.contains(.symbol) }
      && !problem.target.marks[bead.target].allSatisfy { $0.contains(.symbol) }
  }

  /// Whether a bead has as many segments as the search joins, or one of several that share too large a bead's
  /// probability, with the rest of that as gaps beside it.
  private static func isHeldBack(_ beads: [Bead], _ index: Int) -> Bool {
    let bead = beads[index]
    var count = max(bead.source.count, bead.target.count)
    guard min(bead.source.count, bead.target.count) == 1, count > 1 else { return false }
    let limit = BeadShape.limit
    if count >= limit { return true }
    guard bead.confidence < doubtful else { return false }
    let side = longSide(bead)
    count += beads[..<index].suffix(limit).reversed().prefix { isGap($0, of: side) }.count
    count += beads[(index + 1)...].prefix(limit).prefix { isGap($0, of: side) }.count
    return count > limit
  }

  /// - Returns: whether a boundary has moved.
  private func settleWithNext(_ beads: inout [Bead], _ index: Int) -> Bool {
    let side = Self.longSide(beads[index])
    let gaps = beads[(index + 1)...].prefix(Self.most).prefix { Self.isGap($0, of: side) }
    guard let last = gaps.last ?? beads.dropFirst(index + 1).first, !last.isGap || !gaps.isEmpty else { return false }
    let (bead, next) = (beads[index], gaps.isEmpty ? last : gaps.first!)
    let range = next[keyPath: side].lowerBound..<last[keyPath: side].upperBound
    let boundaries =
      gaps.isEmpty
      ? (bead[keyPath: side].lowerBound..<range.upperBound).dropFirst() : range.lowerBound + 1..<range.upperBound + 1
    var other = last
    other[keyPath: side] = range
    guard let boundary = bestBoundary(bead, other, on: side, Array(boundaries), now: range.lowerBound) else {
      return false
    }
    beads[index][keyPath: side] = bead[keyPath: side].lowerBound..<boundary
    beads[index].confidence = max(bead.confidence, Self.confidence)
    if gaps.isEmpty {
      beads[index + 1][keyPath: side] = boundary..<range.upperBound
    } else {
      beads.removeSubrange(index + 1..<index + 1 + boundary - range.lowerBound)
    }
    return true
  }

  private func settleWithPrevious(_ beads: inout [Bead], _ index: inout Int) -> Bool {
    let side = Self.longSide(beads[index])
    let gaps = beads[..<index].suffix(Self.most).reversed().prefix { Self.isGap($0, of: side) }
    guard let first = gaps.last ?? beads[..<index].last, !first.isGap || !gaps.isEmpty else { return false }
    let bead = beads[index]
    let range = first[keyPath: side].lowerBound..<bead[keyPath: side].lowerBound
    var other = first
    other[keyPath: side] = range
    let boundaries = gaps.isEmpty ? (range.lowerBound..<bead[keyPath: side].upperBound).dropFirst() : range
    guard let boundary = bestBoundary(other, bead, on: side, Array(boundaries), now: range.upperBound) else {
      return false
    }
    beads[index][keyPath: side] = boundary..<bead[keyPath: side].upperBound
    beads[index].confidence = max(bead.confidence, Self.confidence)
    if gaps.isEmpty {
      beads[index - 1][keyPath: side] = range.lowerBound..<boundary
    } else {
      let taken = range.upperBound - boundary
      beads.removeSubrange(index - taken..<index)
      index -= taken
    }
    return true
  }

  private static func longSide(_ bead: Bead) -> WritableKeyPath<Bead, Range<Int>> {
    bead.target.count > 1 ? \.target : \.source
  }

  private static func isGap(_ bead: Bead, of side: WritableKeyPath<Bead, Range<Int>>) -> Bool {
    bead.isGap && !bead[keyPath: side].isEmpty
  }

  /// The boundary on the long side that the words of both beads speak for, if it is better than the one that is.
  private func bestBoundary(
    _ first: Bead, _ second: Bead, on side: WritableKeyPath<Bead, Range<Int>>, _ boundaries: [Int], now: Int
  ) -> Int? {
    let isTarget = side == \Bead.target
    func joined(_ range: Range<Int>, _ other: Range<Int>) -> Range<Int> {
      range.isEmpty ? other : other.isEmpty ? range : range.lowerBound..<other.upperBound
    }
    let (source, target) = (joined(first.source, second.source), joined(first.target, second.target))
    let long = isTarget ? target : source
    let boundaries = boundaries.filter { max($0 - long.lowerBound, long.upperBound - $0) <= Self.most }
    if boundaries.isEmpty || problem.source.tokenCount(source) * problem.target.tokenCount(target) > Self.mostCells {
      return nil
    }
    let scores = SplitScores(
      source: problem.source.types(source), target: problem.target.types(target), links: links)
    let short =
      isTarget
      ? problem.source.tokenCount(source.lowerBound..<source.lowerBound + first.source.count)
      : problem.target.tokenCount(target.lowerBound..<target.lowerBound + first.target.count)
    func gain(_ boundary: Int) -> Float {
      isTarget
        ? scores.gain(short, problem.target.tokenCount(target.lowerBound..<boundary))
        : scores.gain(problem.source.tokenCount(source.lowerBound..<boundary), short)
    }
    let needed = gain(now) + (first.isGap || second.isGap ? Self.leastOfGap : Self.least)
    var best: (boundary: Int, gain: Float)?
    for boundary in boundaries where boundary != now && gain(boundary) > best?.gain ?? needed {
      best = (boundary, gain(boundary))
    }
    return best?.boundary
  }
}

extension Side {
  fileprivate func types(_ segments: Range<Int>) -> ArraySlice<Int32> {
    tokens[Int(tokenOffsets[segments.lowerBound])..<Int(tokenOffsets[segments.upperBound])]
  }

  fileprivate func tokenCount(_ segments: Range<Int>) -> Int {
    Int(tokenOffsets[segments.upperBound] - tokenOffsets[segments.lowerBound])
  }
}
