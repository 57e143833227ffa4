internal import WaslBitext

/// Pairs of segments that share rare words, in order on both sides: where the path of the alignment
/// most likely passes, found without looking at the lattice.
///
/// Words met only a few times on either side are matched through their links. Each source segment keeps its
/// few best candidates; of these the heaviest chain that rises on both sides is taken, and from it the
/// anchors that enough others on nearly the same diagonal bear out. Blocks of one side without a
/// counterpart have chance matches only, which do not bear each other out.
package struct Anchors {
  package struct Anchor: Hashable {
    package var source: Int
    package var target: Int
    package var weight: Float
  }

  /// Strictly ascending on both sides.
  package private(set) var chain: [Anchor]

  /// The product of the numbers of segments that hold the two words, at most.
  private static let commonest = 36
  /// Candidates a source segment keeps, and the least weight of one.
  private static let candidateLimit = 3
  private static let leastWeight: Float = 1.5
  /// What the anchors around must weigh together, and how far around.
  private static let leastSupport: Float = 24
  private static let reach = 12

  /// - Complexity: the number of matches of rare words times the logarithm of the number of segments.
  package init(_ problem: AlignmentProblem, source: SegmentVocabulary, target: SegmentVocabulary) {
    let candidates = Self.candidates(problem, source, target)
    chain = Self.supported(Self.heaviestChain(candidates, targetCount: problem.target.count))
  }

  /// Leaves the last anchor out, for a block that ends with it.
  package mutating func removeLast() { chain.removeLast() }

  /// By source segment, and within one by falling target segment, so that a chain takes one of them.
  private static func candidates(
    _ problem: AlignmentProblem, _ source: SegmentVocabulary, _ target: SegmentVocabulary
  ) -> [Anchor] {
    let links = RareLinks(problem.links, source, target, commonest: commonest)
    let weights = FlatBuffer(repeating: Float(0), count: problem.target.count)
    let touched = FlatBuffer<Int32>(uninitialized: problem.target.count)
    var result: [Anchor] = []
    for segment in 0..<problem.source.count {
      var found = 0
      for entry in source.bySegment[source.segmentOffsets[segment]..<source.segmentOffsets[segment + 1]] {
        for link in links.offsets[Int(entry.index)]..<links.offsets[Int(entry.index) + 1] {
          let (type, weight) = links.links[link]
          for posting in target.byType[target.typeOffsets[Int(type)]..<target.typeOffsets[Int(type) + 1]] {
            let place = Int(posting.index)
            // Weights are above 0, so that a place is met first where it has none.
            if weights[place] == 0 {
              touched[found] = posting.index
              found += 1
            }
            weights[place] += weight
          }
        }
      }
      let first = result.count
      for index in 0..<found {
        let place = Int(touched[index])
        let weight = weights[place]
        weights[place] = 0
        if weight < leastWeight { continue }
        if result.count - first < candidateLimit {
          result.append(Anchor(source: segment, target: place, weight: weight))
        } else {
          var lightest = first
          for index in first..<result.count where result[index].weight < result[lightest].weight { lightest = index }
          if weight > result[lightest].weight {
            result[lightest] = Anchor(source: segment, target: place, weight: weight)
          }
        }
      }
      if result.count - first > 1 { result[first...].sort { $0.target > $1.target } }
    }
    return result
  }

  private static func heaviestChain(_ candidates: [Anchor], targetCount: Int) -> [Anchor] {
    WaslBitext.heaviestChain(
      places: candidates.map(\.target), placeCount: targetCount, weights: candidates.map(\.weight)
    ).map { candidates[$0] }
  }

  /// The anchors that others near them and near their diagonal bear out.
  private static func supported(_ chain: [Anchor]) -> [Anchor] {
    chain.indices.filter { index in
      let anchor = chain[index]
      var support: Float = 0
      func add(_ other: Anchor) -> Bool {
        let distance = abs(other.source - anchor.source)
        if distance > reach { return false }
        let drift = abs((other.source - other.target) - (anchor.source - anchor.target))
        if drift <= 2 + distance / 3 { support += min(other.weight, 12) }
        return true
      }
      for other in chain[index...] { if !add(other) { break } }
      for other in chain[..<index].reversed() { if !add(other) { break } }
      return support >= leastSupport
    }.map { chain[$0] }
  }
}

/// The links between words that few segments hold, by source type, with what a match of them weighs.
private struct RareLinks {
  var offsets: [Int]
  var links: [(target: Int32, weight: Float)]

  init(_ table: LinkTable, _ source: SegmentVocabulary, _ target: SegmentVocabulary, commonest: Int) {
    let types = source.typeCount
    offsets = Array(repeating: 0, count: types + 1)
    var rare: [(source: Int32, target: Int32, weight: Float)] = []
    for type in 0..<(table.offsets.count - 1) {
      let targets = target.segmentCount(of: type)
      if targets == 0 || targets > commonest { continue }
      for link in table.links[Int(table.offsets[type])..<Int(table.offsets[type + 1])] {
        let count = source.segmentCount(of: Int(link.source)) * targets
        if count == 0 || count > commonest { continue }
        let ratio = min(link.targetRatio, link.sourceRatio)
        let weight = fastLog(1 + ratio) / Float(count).squareRoot()
        if !(weight > 0) { continue }
        rare.append((link.source, Int32(type), weight))
        offsets[Int(link.source) + 1] += 1
      }
    }
    for type in 0..<types { offsets[type + 1] += offsets[type] }
    var next = offsets
    links = Array(repeating: (0, 0), count: rare.count)
    for link in rare {
      links[next[Int(link.source)]] = (link.target, link.weight)
      next[Int(link.source)] += 1
    }
  }
}
