/// The inner loops of the lexical scores: one segment at a time against a stretch of the other side.
///
/// Logarithms are taken of products, not one a token, and the eight windows that start at a segment
/// are worked on together. Buffers are allocated once.
struct LexicalKernel: ~Copyable {
  typealias Eight = SIMD8<Float>
  typealias Link = (type: Int32, ratio: Float)

  private let slack: FlatBuffer<Float>
  private let scoredOffsets: [Int]
  private let scored: FlatBuffer<SegmentTypes.Entry>
  private let postings: FlatBuffer<SegmentTypes.Entry>
  private let postingEnds: FlatBuffer<Int>
  private let linkOffsets: FlatBuffer<Int32>
  private let links: FlatBuffer<Link>
  private let givenCount: Int

  /// For each given segment, the lengths in tokens, plus one, of the windows that start with it; by buckets.
  private let lengths: FlatBuffer<Eight>
  private let buckets: FlatBuffer<SIMD8<UInt8>>
  /// One over the length of each bucket, in groups of eight, ascending in length.
  private let inverse: FlatBuffer<Eight>
  /// For each given type, its first posting that the stretch can still hold.
  private let cursors: FlatBuffer<Int>
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

  /// Products stay between these; a factor lies far from the ends of a Float's range.
  private static let large: Float = 1e18
  private static let small: Float = 1e-18

  /// - Precondition: `slack` has an element for each type scored, `linkOffsets` one more, and the links name
  ///   given types.
  init(
    slack: [Float], scored: SegmentTypes, given: SegmentTypes, givenSide: Side, linkOffsets: [Int32], links: [Link]
  ) {
    let count = givenSide.count
    let types = given.typeCount
    precondition(slack.count == scored.typeCount && linkOffsets.count == slack.count + 1)
    precondition(Int(linkOffsets[slack.count]) == links.count && linkOffsets[0] == 0)
    precondition(zip(linkOffsets, linkOffsets.dropFirst()).allSatisfy { $0 <= $1 })
    precondition(links.allSatisfy { $0.type >= 0 && Int($0.type) < types })
    self.slack = FlatBuffer(slack)
    scoredOffsets = scored.segmentOffsets
    self.scored = FlatBuffer(scored.bySegment)
    postings = FlatBuffer(given.byType)
    postingEnds = FlatBuffer(Array(given.typeOffsets[1...]))
    cursors = FlatBuffer(Array(given.typeOffsets.dropLast()))
    self.linkOffsets = FlatBuffer(linkOffsets)
    self.links = FlatBuffer(links)
    givenCount = count
    lengths = FlatBuffer(repeating: Eight(repeating: 1), count: count)
    buckets = FlatBuffer(repeating: SIMD8<UInt8>(repeating: 0), count: count)
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
    hits = FlatBuffer(repeating: 0, count: count + 8)
    touched = FlatBuffer(repeating: 0, count: count)
    sums = FlatBuffer(repeating: 0, count: count + 17)
    products = FlatBuffer(repeating: Eight(repeating: 1), count: count)
    logs = FlatBuffer(repeating: Eight(repeating: 0), count: count)
    bounds = FlatBuffer(repeating: 1, count: count)
    singleProducts = FlatBuffer(repeating: 1, count: count)
    singleLogs = FlatBuffer(repeating: 0, count: count)
  }

  /// Scores a segment against windows that start in one range, and single segments in another.
  /// - Precondition: the ranges lie in the given side, and their bounds never fall from one call to the next.
  func score(_ segment: Int, windows: Range<Int>, single: Range<Int>) {
    if windows.isEmpty && single.isEmpty { return }
    let low = windows.isEmpty ? single.lowerBound : min(windows.lowerBound, single.isEmpty ? .max : single.lowerBound)
    let high = max(windows.upperBound, single.upperBound)
    precondition(low >= 0 && high <= givenCount && segment < scoredOffsets.count - 1)
    for start in windows {
      products[start] = Eight(repeating: 1)
      logs[start] = Eight(repeating: 0)
      bounds[start] = 1
    }
    for start in single {
      singleProducts[start] = 1
      singleLogs[start] = 0
    }
    for group in 0..<unmatched.count {
      unmatched[group] = Eight(repeating: 0)
      unmatchedProduct[group] = Eight(repeating: 1)
    }
    for place in scoredOffsets[segment]..<scoredOffsets[segment + 1] {
      let (type, count) = (Int(scored[place].index), Int(scored[place].count))
      addUnmatched(slack[type], count)
      let found = findHits(type, low, high)
      if found.count == 0 { continue }
      multiplySingle(found.count, single, slack[type], count)
      let start = max(windows.lowerBound, found.first - 7)
      let end = min(windows.upperBound, found.last + 1)
      if start < end { multiplyWindows(start, end, slack[type], count) }
      for index in 0..<found.count { hits[Int(touched[index])] = 0 }
    }
    for group in 0..<unmatched.count { unmatched[group] += fastLog(unmatchedProduct[group]) }
  }

  /// What a token scores where no link reaches, for each length.
  @inline(__always)
  private func addUnmatched(_ slack: Float, _ count: Int) {
    for group in 0..<inverse.count {
      let factor = slack + (1 - slack) * inverse[group]
      for _ in 0..<count {
        let product = unmatchedProduct[group] * factor
        unmatchedProduct[group] = product
        // The last lane is that of the greatest length, so the smallest.
        if product[7] < Self.small {
          unmatched[group] += fastLog(product)
          unmatchedProduct[group] = Eight(repeating: 1)
        }
      }
    }
  }

  /// Gathers what the stretch says of a type in `hits` and the segments in `touched`.
  @inline(__always)
  private func findHits(_ type: Int, _ low: Int, _ high: Int) -> (count: Int, first: Int, last: Int) {
    var (count, first, last) = (0, Int.max, -1)
    for index in Int(linkOffsets[type])..<Int(linkOffsets[type + 1]) {
      let link = links[index]
      // What adds nothing leaves no trace in `hits`, by which a segment is known to be touched.
      if !(link.ratio > 0) { continue }
      let other = Int(link.type)
      let end = postingEnds[other]
      var cursor = cursors[other]
      while cursor < end, Int(postings[cursor].index) < low { cursor += 1 }
      cursors[other] = cursor
      while cursor < end {
        let posting = postings[cursor]
        let segment = Int(posting.index)
        if segment >= high { break }
        if hits[segment] == 0 {
          touched[count] = posting.index
          count += 1
        }
        hits[segment] += link.ratio * posting.count
        first = min(first, segment)
        last = max(last, segment)
        cursor += 1
      }
    }
    return (count, first, last)
  }

  @inline(__always)
  private func multiplySingle(_ found: Int, _ range: Range<Int>, _ slack: Float, _ count: Int) {
    let rest = 1 - slack
    for index in 0..<found {
      let segment = Int(touched[index])
      if !range.contains(segment) { continue }
      let factor = 1 + hits[segment] * rest / (slack * lengths[segment][0] + rest)
      for _ in 0..<count {
        singleProducts[segment] *= factor
        if singleProducts[segment] > Self.large {
          singleLogs[segment] += fastLog(singleProducts[segment])
          singleProducts[segment] = 1
        }
      }
    }
  }

  /// Multiplies the windows that start in `start..<end` by what the hits make of a token.
  @inline(__always)
  private func multiplyWindows(_ start: Int, _ end: Int, _ slack: Float, _ count: Int) {
    let rest = 1 - slack
    var sum: Float = 0
    sums[start] = 0
    for place in start..<end + 7 {
      sum += hits[place]
      sums[place + 1] = sum
    }
    let base = UnsafeRawPointer(sums.base)
    for window in start..<end {
      let before = sums[window]
      let through = base.loadUnaligned(fromByteOffset: (window + 1) * 4, as: Eight.self)
      let ratio = through - before
      let most = sums[window + 8] - before
      if most == 0 { continue }
      let scale = rest / (slack * lengths[window] + rest)
      let factor = 1 + ratio * scale
      let bound = 1 + most * scale[0]
      for _ in 0..<count {
        products[window] *= factor
        bounds[window] *= bound
        if bounds[window] > Self.large {
          logs[window] += fastLog(products[window])
          products[window] = Eight(repeating: 1)
          bounds[window] = 1
        }
      }
    }
  }

  /// Writes the scores of the eight windows that start with a segment.
  @inline(__always)
  func store(_ start: Int, into scores: UnsafeMutableRawPointer) {
    var result = logs[start] + fastLog(products[start])
    let bucket = buckets[start]
    let table = UnsafeRawPointer(unmatched.base)
    for lane in 0..<8 { result[lane] += table.load(fromByteOffset: Int(bucket[lane]) * 4, as: Float.self) }
    scores.storeBytes(of: result, as: Eight.self)
  }

  /// The score given one segment alone.
  @inline(__always)
  func single(_ start: Int) -> Float {
    let table = UnsafeRawPointer(unmatched.base)
    return singleLogs[start] + fastLog(singleProducts[start])
      + table.load(fromByteOffset: Int(buckets[start][0]) * 4, as: Float.self)
  }
}
