/// The inner loops of the lexical scores: one segment at a time against a stretch of the other side.
///
/// Logarithms are taken of products, not one a token, and the eight windows that start at a segment
/// are worked on together. Buffers are allocated once.
struct LexicalKernel: ~Copyable {
  typealias Eight = SIMD8<Float>

  private let slack: [Float]
  private let scored: SegmentTypes
  private let given: SegmentTypes
  private let linkOffsets: [Int32]
  private let links: [(type: Int32, ratio: Float)]

  /// For each given segment, the lengths in tokens, plus one, of the windows that start with it; by buckets.
  private let lengths: [Eight]
  private let buckets: [SIMD8<UInt8>]
  /// One over the length of each bucket, in groups of eight.
  private let inverse: [Eight]
  /// For each given type, its first posting that the stretch can still hold.
  private var cursors: [Int]
  /// For each given segment, what it says of the token in hand; zero between tokens. Eight more than segments.
  private var hits: [Float]
  private var touched: [Int] = []
  /// Sums of the hits before each segment.
  private var sums: [Float]
  /// By bucket: the score without any match.
  private var unmatched: [Eight]
  private var unmatchedProduct: [Eight]
  /// By segment of the stretch: the product of what matches multiply by, and the logs of what became too large.
  private var products: [Eight] = []
  private var logs: [Eight] = []
  private var singleProducts: [Float] = []
  private var singleLogs: [Float] = []
  private var windowRange = 0..<0
  private var singleRange = 0..<0

  /// - Precondition: `slack` has an element for each type scored, `linkOffsets` one more.
  init(
    slack: [Float], scored: SegmentTypes, given: SegmentTypes, givenSide: Side, linkOffsets: [Int32],
    links: [(type: Int32, ratio: Float)]
  ) {
    self.slack = slack
    self.scored = scored
    self.given = given
    self.linkOffsets = linkOffsets
    self.links = links
    let count = givenSide.count
    precondition(slack.count == scored.typeCount && linkOffsets.count == slack.count + 1)
    precondition(Int(linkOffsets[slack.count]) == links.count)
    var lengths: [Eight] = []
    var buckets: [SIMD8<UInt8>] = []
    lengths.reserveCapacity(count)
    buckets.reserveCapacity(count)
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
      lengths.append(length)
      buckets.append(bucket)
    }
    self.lengths = lengths
    self.buckets = buckets
    let groups = last / 8 + 1
    inverse = (0..<groups).map { group in
      var values = Eight(repeating: 1)
      for lane in 0..<8 { values[lane] = 1 / (LengthBucket.length(group * 8 + lane) + 1) }
      return values
    }
    unmatched = Array(repeating: Eight(repeating: 0), count: groups)
    unmatchedProduct = unmatched
    cursors = (0..<given.typeCount).map { given.typeOffsets[$0] }
    hits = Array(repeating: 0, count: count + 8)
    sums = Array(repeating: 0, count: count + 17)
  }

  /// Scores a segment against windows that start in one range, and single segments in another.
  /// - Precondition: the ranges' bounds never fall from one call to the next.
  mutating func score(_ segment: Int, windows: Range<Int>, single: Range<Int>) {
    windowRange = windows
    singleRange = single
    if windows.isEmpty && single.isEmpty { return }
    let low = windows.isEmpty ? single.lowerBound : min(windows.lowerBound, single.isEmpty ? .max : single.lowerBound)
    let high = max(windows.upperBound, single.upperBound)
    precondition(low >= 0 && high <= lengths.count)
    while products.count < windows.count {
      products.append(Eight(repeating: 1))
      logs.append(Eight(repeating: 0))
    }
    while singleProducts.count < single.count {
      singleProducts.append(1)
      singleLogs.append(0)
    }
    for index in 0..<windows.count {
      products[index] = Eight(repeating: 1)
      logs[index] = Eight(repeating: 0)
    }
    for index in 0..<single.count {
      singleProducts[index] = 1
      singleLogs[index] = 0
    }
    for index in unmatched.indices {
      unmatched[index] = Eight(repeating: 0)
      unmatchedProduct[index] = Eight(repeating: 1)
    }
    for place in scored.segmentOffsets[segment]..<scored.segmentOffsets[segment + 1] {
      let entry = scored.bySegment[place]
      add(type: Int(entry.index), count: Int(entry.count), low, high)
    }
    for index in unmatched.indices { unmatched[index] += fastLog(unmatchedProduct[index]) }
  }

  private mutating func add(type: Int, count: Int, _ low: Int, _ high: Int) {
    let slack = slack[type]
    let rest = 1 - slack
    for index in inverse.indices {
      let factor = slack + rest * inverse[index]
      for _ in 0..<count {
        unmatchedProduct[index] *= factor
        if unmatchedProduct[index].min() < 1e-18 {
          unmatched[index] += fastLog(unmatchedProduct[index])
          unmatchedProduct[index] = Eight(repeating: 1)
        }
      }
    }
    touched.removeAll(keepingCapacity: true)
    var (first, last) = (Int.max, -1)
    for link in Int(linkOffsets[type])..<Int(linkOffsets[type + 1]) {
      let (other, ratio) = links[link]
      let end = given.typeOffsets[Int(other) + 1]
      var cursor = cursors[Int(other)]
      while cursor < end, Int(given.byType[cursor].index) < low { cursor += 1 }
      cursors[Int(other)] = cursor
      while cursor < end {
        let posting = given.byType[cursor]
        let segment = Int(posting.index)
        if segment >= high { break }
        if hits[segment] == 0 { touched.append(segment) }
        hits[segment] += ratio * posting.count
        first = min(first, segment)
        last = max(last, segment)
        cursor += 1
      }
    }
    if last < 0 { return }
    for segment in touched where singleRange.contains(segment) {
      let factor = 1 + hits[segment] * rest / (slack * lengths[segment][0] + rest)
      let place = segment - singleRange.lowerBound
      for _ in 0..<count {
        singleProducts[place] *= factor
        if singleProducts[place] > 1e18 {
          singleLogs[place] += fastLog(singleProducts[place])
          singleProducts[place] = 1
        }
      }
    }
    let (start, end) = (max(windowRange.lowerBound, first - 7), min(windowRange.upperBound, last + 1))
    if start < end { multiply(start, end, slack, count) }
    for segment in touched { hits[segment] = 0 }
  }

  /// Multiplies the windows that start in `start..<end` by what the hits make of a token.
  private mutating func multiply(_ start: Int, _ end: Int, _ slack: Float, _ count: Int) {
    let rest = 1 - slack
    let low = windowRange.lowerBound
    precondition(end + 8 <= sums.count && end + 7 <= hits.count && end - low <= products.count)
    precondition(products.count == logs.count)
    precondition(end <= lengths.count && start >= low)
    sums.withUnsafeMutableBufferPointer { sums in
      hits.withUnsafeBufferPointer { hits in
        lengths.withUnsafeBufferPointer { lengths in
          products.withUnsafeMutableBufferPointer { products in
            logs.withUnsafeMutableBufferPointer { logs in
            sums[start] = 0
            for place in start..<end + 7 { sums[place + 1] = sums[place] + hits[place] }
            let base = UnsafeRawPointer(sums.baseAddress!)
            for window in start..<end {
              let through = base.loadUnaligned(fromByteOffset: (window + 1) * 4, as: Eight.self)
              let ratio = through - sums[window]
              if ratio[7] == 0 { continue }
              let factor = 1 + ratio * rest / (slack * lengths[window] + rest)
              for _ in 0..<count {
                products[window - low] *= factor
                if products[window - low].max() > 1e18 {
                  logs[window - low] += fastLog(products[window - low])
                  products[window - low] = Eight(repeating: 1)
                }
              }
            }
            }
          }
        }
      }
    }
  }

  /// Writes the scores of the eight windows that start with a segment.
  func store(_ start: Int, into scores: inout [Float], at index: Int) {
    let place = start - windowRange.lowerBound
    var result = logs[place] + fastLog(products[place])
    for lane in 0..<8 {
      let bucket = Int(buckets[start][lane])
      result[lane] += unmatched[bucket / 8][bucket % 8]
    }
    scores.withUnsafeMutableBytes { $0.storeBytes(of: result, toByteOffset: index * 4, as: Eight.self) }
  }

  /// The score given one segment alone.
  func single(_ start: Int) -> Float {
    let place = start - singleRange.lowerBound
    let bucket = Int(buckets[start][0])
    return singleLogs[place] + fastLog(singleProducts[place]) + unmatched[bucket / 8][bucket % 8]
  }
}
