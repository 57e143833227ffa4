internal import CWaslKernel

/// Additive lexical evidence for every window of up to eight segments on one side against every
/// segment on the other.
///
/// A token e of a segment, given a window S on the other side, scores
/// `log(λ + (1 − λ) · (1 + Σ_{f∈S} t(e|f)/u(e)) / (|S| + 1))`: IBM Model 1 (Brown et al. 1993) as a
/// ratio to the unigram probability, so that a segment that is not translated in S scores below
/// zero and one that is, above. λ is the share of the type's occurrences that no translation shows.
/// Scores add up over tokens; a bead's score is the sum over its segments.
package struct LexicalScores {
  /// `windows[cell · 8 + k − 1]`, by the cells of the grid: for target tokens, the score of the cell's target
  /// segment given `k` source segments from the cell's; for source tokens, of its source segment given `k`
  /// target segments. As many zeros follow as eight cells have.
  package private(set) var windows: [Float]
  /// The scores of windows of one segment, by the cells of the reach.
  package private(set) var single: [Float]

  package static let windowLimit = 8

  /// Scores of the same problem in another grid and the same reach, of which those of unchanged segments are kept.
  package typealias Earlier = (scores: LexicalScores, grid: CellGrid)

  /// The scores of the target's tokens given windows of the source.
  package static func ofTarget(
    _ problem: AlignmentProblem, _ grid: CellGrid, reach: CellGrid, source: SegmentVocabulary,
    target: SegmentVocabulary,
    earlier: Earlier? = nil
  ) -> LexicalScores {
    let links = problem.links
    var ratios: [LexicalKernel.Link] = []
    ratios.reserveCapacity(links.links.count)
    for (type, factor) in Self.factors(problem.target).enumerated() {
      for link in links.links[Int(links.offsets[type])..<Int(links.offsets[type + 1])] {
        ratios.append(.init(type: link.source, ratio: link.targetRatio * factor))
      }
    }
    return LexicalScores(
      LexicalKernel(
        nullProbability: problem.target.nullProbability, scored: target, given: source, givenSide: problem.source,
        linkOffsets: links.offsets, links: ratios),
      grid, reach, earlier, byColumn: true)
  }

  /// The scores of the source's tokens given windows of the target.
  package static func ofSource(
    _ problem: AlignmentProblem, _ grid: CellGrid, reach: CellGrid, source: SegmentVocabulary,
    target: SegmentVocabulary,
    earlier: Earlier? = nil
  ) -> LexicalScores {
    let (offsets, links) = problem.links.transposed(factors: Self.factors(problem.source))
    return LexicalScores(
      LexicalKernel(
        nullProbability: problem.source.nullProbability, scored: source, given: target, givenSide: problem.target,
        linkOffsets: offsets, links: links),
      grid, reach, earlier, byColumn: false)
  }

  /// What the ratios of each type's links are multiplied by: a ratio is to the word's share of text at large, and a word
  /// that the document is full of is met by chance more often. The root measured better than the whole of it.
  private static func factors(_ side: Side) -> [Float] { side.typeProminence.map { 1 / $0.squareRoot() } }

  private init(
    _ kernel: consuming LexicalKernel, _ grid: CellGrid, _ reach: CellGrid, _ earlier: Earlier?, byColumn: Bool
  ) {
    windows = Array(repeating: 0, count: (grid.cellCount + BeadShape.limit) * Self.windowLimit)
    single = earlier?.scores.single ?? Array(repeating: 0, count: reach.cellCount)
    func ranges(_ grid: CellGrid) -> (first: [Int32], end: [Int32]) {
      byColumn ? grid.rowRanges() : (grid.lower, grid.upper)
    }
    func cell(_ grid: CellGrid, _ segment: Int, _ start: Int) -> Int {
      byColumn ? grid.index(start, segment) : grid.index(segment, start)
    }
    let near = ranges(grid)
    let far = earlier == nil ? ranges(reach) : nil
    let before = earlier.map { ranges($0.grid) }
    withPlaces(grid, &windows, byColumn) { places in
      withPlaces(reach, &single, byColumn) { singlePlaces in
        for segment in near.first.indices {
          let low = Int(near.first[segment])
          let starts = low..<max(low, Int(near.end[segment]))
          if let earlier, let before, before.first[segment] == near.first[segment],
            before.end[segment] == near.end[segment]
          {
            earlier.scores.windows.withUnsafeBytes { old in
              for start in starts {
                let (to, from) = (cell(grid, segment, start), cell(earlier.grid, segment, start))
                precondition(to >= 0 && to < grid.cellCount && from >= 0 && from < earlier.grid.cellCount)
                let scores = old.loadUnaligned(
                  fromByteOffset: from * Self.windowLimit * 4, as: LexicalKernel.Eight.self)
                UnsafeMutableRawPointer(places.scores).storeBytes(
                  of: scores, toByteOffset: to * Self.windowLimit * 4, as: LexicalKernel.Eight.self)
              }
            }
            continue
          }
          let farLow = far.map { Int($0.first[segment]) } ?? low
          let singles = farLow..<(far.map { max(farLow, Int($0.end[segment])) } ?? low)
          places.shift = byColumn ? segment : cell(grid, segment, 0)
          singlePlaces.shift = byColumn ? segment : cell(reach, segment, 0)
          kernel.score(segment, windows: starts, to: &places, single: singles, to: &singlePlaces)
        }
      }
    }
  }
}

/// Lends the memory of scores by cell as the kernel wants it: with the rows' places where segments are columns.
///
/// All rows that a column's range names hold the column, so that what is written lies inside.
private func withPlaces(
  _ grid: CellGrid, _ scores: inout [Float], _ byColumn: Bool, _ body: (inout ckernel_places) -> Void
) {
  scores.withUnsafeMutableBufferPointer { scores in
    grid.offsets.withUnsafeBufferPointer { offsets in
      grid.lower.withUnsafeBufferPointer { lower in
        var places = ckernel_places(
          offsets: byColumn ? offsets.baseAddress : nil, lower: lower.baseAddress, shift: 0,
          scores: scores.baseAddress)
        body(&places)
      }
    }
  }
}

/// Lengths in tokens, exact up to 16 and then in steps of about a sixth.
package enum LengthBucket {
  private static let lengths: [Int] = {
    var lengths = Array(0...16)
    while lengths[lengths.count - 1] < 1 << 28 { lengths.append(lengths[lengths.count - 1] * 7 / 6 + 1) }
    return lengths
  }()
  private static let small: [UInt8] = (0...1023).map { length in
    UInt8(lengths.lastIndex { $0 <= length }!)
  }

  @inline(__always)
  package static func index(_ length: Int) -> Int {
    length < small.count ? Int(small[length]) : lengths.partitioningIndex { $0 > length } - 1
  }

  package static func length(_ bucket: Int) -> Float { Float(lengths[bucket]) }
}

extension LinkTable {
  /// The same links by source type, with the ratio that the target side gives the source.
  ///
  /// - Parameter factors: for each source type, what its ratios are multiplied by.
  package func transposed(factors: [Float]) -> (offsets: [Int32], links: [LexicalKernel.Link]) {
    var offsets = Array(repeating: Int32(0), count: factors.count + 1)
    for link in links { offsets[Int(link.source) + 1] += 1 }
    for type in 1..<offsets.count { offsets[type] += offsets[type - 1] }
    var next = offsets
    var result = Array(repeating: LexicalKernel.Link(type: 0, ratio: 0), count: links.count)
    for target in 0..<(self.offsets.count - 1) {
      for link in links[Int(self.offsets[target])..<Int(self.offsets[target + 1])] {
        result[Int(next[Int(link.source)])] = .init(
          type: Int32(target), ratio: link.sourceRatio * factors[Int(link.source)])
        next[Int(link.source)] += 1
      }
    }
    return (offsets, result)
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies a predicate that holds for a suffix of the collection.
  package func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
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
