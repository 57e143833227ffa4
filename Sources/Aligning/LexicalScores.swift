/// Additive lexical evidence for every window of up to eight segments on one side against every
/// segment on the other.
///
/// A token e of a segment, given a window S on the other side, scores
/// `log(λ + (1 − λ) · (1 + Σ_{f∈S} t(e|f)/u(e)) / (|S| + 1))`: IBM Model 1 (Brown et al. 1993) as a
/// ratio to the unigram probability, so that a segment that is not translated in S scores below
/// zero and one that is, above. λ is the share of the type's occurrences that no translation shows.
/// Scores add up over tokens; a bead's score is the sum over its segments.
struct LexicalScores {
  /// `windows[k − 1][cell]`: for target tokens, the score of the cell's target segment given `k` source
  /// segments from the cell's; for source tokens, of its source segment given `k` target segments.
  private(set) var windows: [[Float]]

  static let windowLimit = BeadShape.limit

  /// The scores of the target's tokens given windows of the source.
  static func ofTarget(
    _ problem: AlignmentProblem, _ grid: CellGrid, source: SegmentTypes, target: SegmentTypes
  ) -> LexicalScores {
    let ranges = grid.rowRanges()
    let links = problem.links
    return LexicalScores(
      scored: problem.target, scoredTypes: target, given: problem.source, givenTypes: source,
      linkOffsets: links.offsets, links: links.links.map { ($0.source, $0.targetRatio) },
      first: ranges.first, end: ranges.end, grid: grid, transposed: false)
  }

  /// The scores of the source's tokens given windows of the target.
  static func ofSource(
    _ problem: AlignmentProblem, _ grid: CellGrid, source: SegmentTypes, target: SegmentTypes
  ) -> LexicalScores {
    let (offsets, links) = problem.links.transposed(sourceTypes: problem.source.typeSlack.count)
    return LexicalScores(
      scored: problem.source, scoredTypes: source, given: problem.target, givenTypes: target,
      linkOffsets: offsets, links: links, first: grid.lower, end: grid.upper, grid: grid, transposed: true)
  }

  private init(
    scored: Side, scoredTypes: SegmentTypes, given: Side, givenTypes: SegmentTypes,
    linkOffsets: [Int32], links: [(type: Int32, ratio: Float)], first: [Int32], end: [Int32],
    grid: CellGrid, transposed: Bool
  ) {
    let limit = Self.windowLimit
    windows = Array(repeating: Array(repeating: 0, count: grid.cellCount), count: limit)
    // Windows are scored by a bucket of their length, so that the score without any match is
    // computed once a segment and bucket, not once a window.
    var tokenPrefix: [Int] = [0]
    for segment in 0..<given.count { tokenPrefix.append(tokenPrefix[segment] + given.tokenCount(segment)) }
    let bucketCount = LengthBucket.index(tokenPrefix[given.count]) + 1
    let inverse = (0..<bucketCount).map { 1 / (LengthBucket.length($0) + 1) }
    var unmatched = Array(repeating: Float(0), count: bucketCount)
    var hits = Array(repeating: Float(0), count: given.count + limit)
    var touched: [Int] = []

    for outer in 0..<scored.count {
      let (low, high) = (Int(first[outer]), Int(end[outer]))
      if low >= high { continue }
      let types = scoredTypes.types(of: outer)
      for bucket in 0..<bucketCount {
        var sum: Float = 0
        for entry in types {
          let slack = scored.typeSlack[Int(entry.index)]
          sum += entry.count * fastLog(slack + (1 - slack) * inverse[bucket])
        }
        unmatched[bucket] = sum
      }
      for width in 1...limit {
        for start in low..<high where start + width <= given.count {
          let bucket = LengthBucket.index(tokenPrefix[start + width] - tokenPrefix[start])
          let cell = transposed ? grid.index(outer, start) : grid.index(start, outer)
          windows[width - 1][cell] = unmatched[bucket]
        }
      }
      for entry in types {
        touched.removeAll(keepingCapacity: true)
        for link in linkOffsets[Int(entry.index)]..<linkOffsets[Int(entry.index) + 1] {
          let (type, ratio) = links[Int(link)]
          let postings = givenTypes.segments(of: Int(type))
          var position = postings.partitioningIndex { Int($0.index) >= low }
          while position < postings.endIndex, Int(postings[position].index) < high {
            let segment = Int(postings[position].index)
            if hits[segment] == 0 { touched.append(segment) }
            hits[segment] += ratio * postings[position].count
            position += 1
          }
        }
        if touched.isEmpty { continue }
        touched.sort()
        let slack = scored.typeSlack[Int(entry.index)]
        for width in 1...limit {
          var next = low
          for hit in touched {
            var start = max(next, hit - width + 1)
            while start <= hit {
              defer { start += 1 }
              if start + width > given.count { continue }
              var ratio: Float = 0
              for segment in start..<(start + width) { ratio += hits[segment] }
              let share = inverse[LengthBucket.index(tokenPrefix[start + width] - tokenPrefix[start])]
              let base = slack + (1 - slack) * share
              let cell = transposed ? grid.index(outer, start) : grid.index(start, outer)
              windows[width - 1][cell] += entry.count * fastLog(1 + (1 - slack) * share * ratio / base)
            }
            next = max(next, hit + 1)
          }
        }
        for segment in touched { hits[segment] = 0 }
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
