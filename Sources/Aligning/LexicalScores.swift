/// Additive lexical evidence for every window of up to eight segments on one side against every
/// segment on the other.
///
/// A token e of a segment, given a window S on the other side, scores
/// `log(λ + (1 − λ) · (1 + Σ_{f∈S} t(e|f)/u(e)) / (|S| + 1))`: IBM Model 1 (Brown et al. 1993) as a
/// ratio to the unigram probability, so that a segment that is not translated in S scores below
/// zero and one that is, above. λ is the share of the type's occurrences that no translation shows.
/// Scores add up over tokens; a bead's score is the sum over its segments.
struct LexicalScores {
  /// `windows[cell · 8 + k − 1]`, by the cells of the grid: for target tokens, the score of the cell's target
  /// segment given `k` source segments from the cell's; for source tokens, of its source segment given `k`
  /// target segments. As many zeros follow as eight cells have.
  private(set) var windows: [Float]
  /// The scores of windows of one segment, by the cells of the reach.
  private(set) var single: [Float]

  static let windowLimit = 8

  /// The scores of the target's tokens given windows of the source.
  static func ofTarget(
    _ problem: AlignmentProblem, _ grid: CellGrid, reach: CellGrid, source: SegmentTypes, target: SegmentTypes
  ) -> LexicalScores {
    LexicalScores(
      LexicalKernel(
        slack: problem.target.typeSlack, scored: target, given: source, givenSide: problem.source,
        linkOffsets: problem.links.offsets, links: problem.links.links.map { ($0.source, $0.targetRatio) }),
      grid, reach, byColumn: true)
  }

  /// The scores of the source's tokens given windows of the target.
  static func ofSource(
    _ problem: AlignmentProblem, _ grid: CellGrid, reach: CellGrid, source: SegmentTypes, target: SegmentTypes
  ) -> LexicalScores {
    let (offsets, links) = problem.links.transposed(sourceTypes: problem.source.typeSlack.count)
    return LexicalScores(
      LexicalKernel(
        slack: problem.source.typeSlack, scored: source, given: target, givenSide: problem.target,
        linkOffsets: offsets, links: links),
      grid, reach, byColumn: false)
  }

  private init(_ kernel: consuming LexicalKernel, _ grid: CellGrid, _ reach: CellGrid, byColumn: Bool) {
    windows = Array(repeating: 0, count: (grid.cellCount + BeadShape.limit) * Self.windowLimit)
    single = Array(repeating: 0, count: reach.cellCount)
    let near = byColumn ? grid.rowRanges() : (grid.lower, grid.upper)
    let far = byColumn ? reach.rowRanges() : (reach.lower, reach.upper)
    windows.withUnsafeMutableBytes { windows in
      for segment in near.0.indices {
        let (low, high) = (Int(near.0[segment]), Int(near.1[segment]))
        let (farLow, farHigh) = (Int(far.0[segment]), Int(far.1[segment]))
        kernel.score(segment, windows: low..<max(low, high), single: farLow..<max(farLow, farHigh))
        for start in low..<max(low, high) {
          let cell = byColumn ? grid.index(start, segment) : grid.index(segment, start)
          precondition(cell >= 0 && cell < grid.cellCount)
          kernel.store(start, into: windows.baseAddress! + cell * Self.windowLimit * 4)
        }
        for start in farLow..<max(farLow, farHigh) {
          single[byColumn ? reach.index(start, segment) : reach.index(segment, start)] = kernel.single(start)
        }
      }
    }
  }
}

/// Lengths in tokens, exact up to 16 and then in steps of about a sixth.
enum LengthBucket {
  private static let lengths: [Int] = {
    var lengths = Array(0...16)
    while lengths[lengths.count - 1] < 1 << 28 { lengths.append(lengths[lengths.count - 1] * 7 / 6 + 1) }
    return lengths
  }()
  private static let small: [UInt8] = (0...1023).map { length in
    UInt8(lengths.lastIndex { $0 <= length }!)
  }

  @inline(__always)
  static func index(_ length: Int) -> Int {
    length < small.count ? Int(small[length]) : lengths.partitioningIndex { $0 > length } - 1
  }

  static func length(_ bucket: Int) -> Float { Float(lengths[bucket]) }
}

extension LinkTable {
  /// The same links by source type, with the ratio that the target side gives the source.
  func transposed(sourceTypes: Int) -> (offsets: [Int32], links: [(type: Int32, ratio: Float)]) {
    var offsets = Array(repeating: Int32(0), count: sourceTypes + 1)
    for link in links { offsets[Int(link.source) + 1] += 1 }
    for type in 1..<offsets.count { offsets[type] += offsets[type - 1] }
    var next = offsets
    var result = Array(repeating: (type: Int32(0), ratio: Float(0)), count: links.count)
    for target in 0..<(self.offsets.count - 1) {
      for link in links[Int(self.offsets[target])..<Int(self.offsets[target + 1])] {
        result[Int(next[Int(link.source)])] = (Int32(target), link.sourceRatio)
        next[Int(link.source)] += 1
      }
    }
    return (offsets, result)
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies a predicate that holds for a suffix of the collection.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongs(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
