package import CWaslKernel

/// The lexical scores of one segment at a time against a block of the other side.
///
/// Logarithms are taken of products, not one a token, and the eight windows that start at a segment
/// are worked on together, in `CKernel`. Buffers are allocated once.
package struct LexicalKernel: ~Copyable {
  package typealias Eight = SIMD8<Float>
  package typealias Link = ckernel_link

  private let nullProbability: FlatBuffer<Float>
  private let scoredOffsets: FlatBuffer<Int>
  private let scored: FlatBuffer<SegmentVocabulary.Entry>
  private let postings: FlatBuffer<SegmentVocabulary.Entry>
  private let postingEnds: FlatBuffer<Int>
  private let linkOffsets: FlatBuffer<Int32>
  private let links: FlatBuffer<Link>
  private let givenCount: Int

  /// For each given segment, the lengths in tokens, plus one, of the windows that start with it; by buckets.
  private let lengths: FlatBuffer<Eight>
  private let buckets: FlatBuffer<SIMD8<UInt8>>
  /// Of windows of one segment.
  private let singleLengths: FlatBuffer<Float>
  /// One over the length of each bucket, in groups of eight, ascending in length.
  private let inverse: FlatBuffer<Eight>
  /// For each given type, its first posting that the block can still hold.
  private let cursors: FlatBuffer<Int>
  /// Matches that are looked for once a type, see `ckernel_lexicon`.
  private let segmentCounts: FlatBuffer<Int>
  private let matchStarts: FlatBuffer<Int32>
  private let matchEnds: FlatBuffer<Int32>
  private let matches: FlatBuffer<SegmentVocabulary.Entry>
  private let matchCount = FlatBuffer(repeating: 0, count: 1)
  private let dense: FlatBuffer<Float>
  private let marked: FlatBuffer<UInt64>
  /// For each given segment, what it says of the token in hand; zero between tokens. Eight more than segments.
  private let hits: FlatBuffer<Float>
  private let touched: FlatBuffer<Int32>
  /// Sums of the hits before each segment.
  private let sums: FlatBuffer<Float>
  /// By bucket: the score without any match.
  private let unmatched: FlatBuffer<Eight>
  private let unmatchedProduct: FlatBuffer<Eight>
  /// By given segment: the product of what matches multiply by, the logs of what became too large, and
  /// a number that the product's largest lane does not exceed.
  private let products: FlatBuffer<Eight>
  private let logs: FlatBuffer<Eight>
  private let bounds: FlatBuffer<Float>
  private let singleProducts: FlatBuffer<Float>
  private let singleLogs: FlatBuffer<Float>
  private let lexicon: ckernel_lexicon

  /// Memory for matches by given segment; types for which there is none left are looked up anew in each segment.
  private static let matchesBySegment = 128

  /// - Precondition: `null probability` has an element for each type scored, `linkOffsets` one more, and the links name
  ///   given types.
  package init(
    nullProbability: [Float], scored: SegmentVocabulary, given: SegmentVocabulary, givenSide: Side,
    linkOffsets: [Int32], links: [Link]
  ) {
    let count = givenSide.count
    let types = given.typeCount
    precondition(nullProbability.count == scored.typeCount && linkOffsets.count == nullProbability.count + 1)
    precondition(Int(linkOffsets[nullProbability.count]) == links.count && linkOffsets[0] == 0)
    precondition(zip(linkOffsets, linkOffsets.dropFirst()).allSatisfy { $0 <= $1 })
    precondition(links.allSatisfy { $0.type >= 0 && Int($0.type) < types })
    self.nullProbability = FlatBuffer(nullProbability)
    scoredOffsets = FlatBuffer(scored.segmentOffsets)
    self.scored = FlatBuffer(scored.bySegment)
    postings = FlatBuffer(given.byType)
    postingEnds = FlatBuffer(Array(given.typeOffsets[1...]))
    cursors = FlatBuffer(Array(given.typeOffsets.dropLast()))
    self.linkOffsets = FlatBuffer(linkOffsets)
    self.links = FlatBuffer(links)
    givenCount = count
    lengths = FlatBuffer(repeating: Eight(repeating: 1), count: count)
    buckets = FlatBuffer(repeating: SIMD8<UInt8>(repeating: 0), count: count)
    singleLengths = FlatBuffer(repeating: 1, count: count + 8)
    var last = 0
    for start in 0..<count {
      var (length, bucket) = (Eight(repeating: 1), SIMD8<UInt8>(repeating: 0))
      for width in 0..<min(8, count - start) {
        let tokens = Int(givenSide.tokenOffsets[start + width + 1] - givenSide.tokenOffsets[start])
        let index = LengthBucket.index(tokens)
        bucket[width] = UInt8(index)
        length[width] = LengthBucket.length(index) + 1
        last = max(last, index)
      }
      lengths[start] = length
      singleLengths[start] = length[0]
      buckets[start] = bucket
    }
    let groups = last / 8 + 1
    inverse = FlatBuffer(repeating: Eight(repeating: 1), count: groups)
    for group in 0..<groups {
      var values = Eight(repeating: 1)
      for lane in 0..<8 { values[lane] = 1 / (LengthBucket.length(group * 8 + lane) + 1) }
      inverse[group] = values
    }
    unmatched = FlatBuffer(repeating: Eight(repeating: 0), count: groups)
    unmatchedProduct = FlatBuffer(repeating: Eight(repeating: 1), count: groups)
    segmentCounts = FlatBuffer(scored.typeOffsets)
    matchStarts = FlatBuffer(repeating: -1, count: scored.typeCount)
    matchEnds = FlatBuffer(uninitialized: scored.typeCount)
    matches = FlatBuffer(uninitialized: min(count, 4096) * Self.matchesBySegment)
    dense = FlatBuffer(repeating: 0, count: count)
    marked = FlatBuffer(repeating: 0, count: count / 64 + 1)
    hits = FlatBuffer(repeating: 0, count: count + 8)
    touched = FlatBuffer(repeating: 0, count: count)
    sums = FlatBuffer(repeating: 0, count: count + 17)
    products = FlatBuffer(repeating: Eight(repeating: 1), count: count)
    logs = FlatBuffer(repeating: Eight(repeating: 0), count: count)
    bounds = FlatBuffer(repeating: 1, count: count)
    singleProducts = FlatBuffer(repeating: 1, count: count + 8)
    singleLogs = FlatBuffer(repeating: 0, count: count + 8)
    lexicon = ckernel_lexicon(
      nullProbability: self.nullProbability.base, scored_offsets: scoredOffsets.base, scored: self.scored.base,
      link_offsets: self.linkOffsets.base, links: self.links.base, given_count: count, postings: postings.base,
      posting_ends: postingEnds.base, cursors: cursors.base, lengths: lengths.floats,
      single_lengths: singleLengths.base,
      buckets: UnsafeRawPointer(buckets.base).assumingMemoryBound(to: UInt8.self), groups: groups,
      inverse: inverse.floats, segment_counts: segmentCounts.base, match_starts: matchStarts.base,
      match_ends: matchEnds.base, matches: matches.base, match_count: matchCount.base, match_limit: matches.count,
      dense: dense.base, marked: marked.base, hits: hits.base, touched: touched.base, sums: sums.base,
      unmatched: unmatched.floats,
      unmatched_product: unmatchedProduct.floats, products: products.floats, logs: logs.floats, bounds: bounds.base,
      single_products: singleProducts.base, single_logs: singleLogs.base)
  }

  /// Scores a segment against windows that start in one range, and single segments in another.
  /// - Parameters: where the scores go; what they name lies inside their memory.
  /// - Precondition: the ranges lie in the given side, and their bounds never fall from one call to the next.
  package func score(
    _ segment: Int, windows: Range<Int>, to places: inout ckernel_places, single: Range<Int>,
    to singlePlaces: inout ckernel_places
  ) {
    precondition(windows.isEmpty || windows.lowerBound >= 0 && windows.upperBound <= givenCount)
    precondition(single.isEmpty || single.lowerBound >= 0 && single.upperBound <= givenCount)
    precondition(segment >= 0 && segment < scoredOffsets.count - 1)
    withUnsafePointer(to: lexicon) {
      ckernel_lexical(
        $0, segment, windows.lowerBound, windows.upperBound, &places, single.lowerBound, single.upperBound,
        &singlePlaces)
    }
  }
}

extension FlatBuffer where Element == SIMD8<Float> {
  fileprivate var floats: UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: Float.self)
  }
}
