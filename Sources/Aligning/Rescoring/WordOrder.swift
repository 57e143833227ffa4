/// What the places of a bead's words say: translations keep more or less to the order of what they translate.
///
/// The score of a bead's words (`LexicalScores`) is the same in whatever order they stand, so that a sentence whose
/// words could stand for some of either neighbour's seems to fit both. In a long bead most of that is chance, and
/// the places show it.
package struct WordOrder: ~Copyable {
  private let problem: AlignmentProblem
  /// What one nat of a token is worth in the document, see `ScoreNormalization`.
  private let targetScale: Float
  private let sourceScale: Float
  /// By type: the logarithm of the greatest ratio that any of its links has, which is the greater the rarer the word.
  private let targetWeight: [Float]
  private let sourceWeight: [Float]

  /// The tokens of one side of the bead in hand: as many as eight segments have at most.
  private struct Tokens: ~Copyable {
    /// The sum of the ratios of a token's links, and that of those at like places.
    let sums: FlatBuffer<Float>
    let near: FlatBuffer<Float>
    let isLinked: FlatBuffer<Bool>

    init(capacity: Int) {
      sums = FlatBuffer(repeating: 0, count: capacity)
      near = FlatBuffer(repeating: 0, count: capacity)
      isLinked = FlatBuffer(repeating: false, count: capacity)
    }

    func clear(_ count: Int) {
      for token in 0..<count {
        sums[token] = 0
        near[token] = 0
        isLinked[token] = false
      }
    }
  }

  private struct Link {
    let source: Int32
    let target: Int32
    let strength: Float
  }

  private let targets: Tokens
  private let sources: Tokens
  /// By source type the first of its tokens in the bead, or -1; by token the next one of its type.
  private let first: FlatBuffer<Int32>
  private let next: FlatBuffer<Int32>
  private var links: [Link] = []

  /// Links weaker than this, in nats, are not taken for translations.
  private static let leastStrength: Float = 1
  /// What a link between words at opposite ends of the bead loses, in nats.
  private static let distancePenalty: Float = 2
  /// Tokens within which most words stay near their place, and what is added to that for each token of the bead.
  private static let reach: (least: Float, share: Float) = (3, 0.08)

  package init(_ features: BeadFeatures) {
    problem = features.problem
    targetScale = features.targetNormalization.scale
    sourceScale = features.sourceNormalization.scale
    let (source, target, table) = (problem.source, problem.target, problem.links)
    var targetMost = Array(repeating: Float(1), count: target.nullProbability.count)
    var sourceMost = Array(repeating: Float(1), count: source.nullProbability.count)
    for type in targetMost.indices {
      for link in table.links[Int(table.offsets[type])..<Int(table.offsets[type + 1])] {
        targetMost[type] = max(targetMost[type], link.targetRatio)
        sourceMost[Int(link.source)] = max(sourceMost[Int(link.source)], link.sourceRatio)
      }
    }
    targetWeight = targetMost.map(fastLog)
    sourceWeight = sourceMost.map(fastLog)
    sources = Tokens(capacity: source.mostTokens(in: BeadShape.limit))
    targets = Tokens(capacity: target.mostTokens(in: BeadShape.limit))
    first = FlatBuffer(repeating: -1, count: source.nullProbability.count)
    next = FlatBuffer(repeating: -1, count: source.mostTokens(in: BeadShape.limit))
  }

  /// Adds the features of the bead that joins `source` and `target` to `out`, `RescoringFeature.count` zeros.
  ///
  /// - Precondition: neither side is empty or has more than `BeadShape.limit` segments.
  package mutating func write(_ source: Range<Int>, _ target: Range<Int>, into out: UnsafeMutablePointer<Float>) {
    precondition(!source.isEmpty && !target.isEmpty && max(source.count, target.count) <= BeadShape.limit)
    let sourceTokens = problem.source.tokens(of: source)
    let targetTokens = problem.target.tokens(of: target)
    let (n, m) = (sourceTokens.count, targetTokens.count)
    @inline(__always) func set(_ feature: RescoringFeature, _ value: Float) { out[feature.rawValue] = value }
    set(.joins, 1)
    set(.joinsMore, Float(source.count + target.count - 2))
    if n == 0 || m == 0 { return }
    link(sourceTokens, targetTokens)
    func nullProbability(of tokens: Range<Int>, _ side: Side) -> (Int) -> Float {
      { side.nullProbability[Int(side.tokens[tokens.lowerBound + $0])] }
    }
    let sourceNull = nullProbability(of: sourceTokens, problem.source)
    let targetNull = nullProbability(of: targetTokens, problem.target)
    let targetGain = targetScale * Self.gain(targets, m, given: Float(n), targetNull)
    let sourceGain = sourceScale * Self.gain(sources, n, given: Float(m), sourceNull)
    set(.targetOrder, targetGain / Float(m).squareRoot())
    set(.targetOrderMean, targetGain / Float(m))
    set(.sourceOrder, sourceGain / Float(n).squareRoot())
    set(.sourceOrderMean, sourceGain / Float(n))
    linkCompetitively()
    let ofTarget = Self.coverage(targets, m, targetNull)
    let ofSource = Self.coverage(sources, n, sourceNull)
    set(.targetCoverage, ofTarget.share)
    set(.targetCoverageRoot, (ofTarget.share - 0.5) * ofTarget.size.squareRoot())
    set(.sourceCoverage, ofSource.share)
    set(.sourceCoverageRoot, (ofSource.share - 0.5) * ofSource.size.squareRoot())
    set(.leastCoverage, min(ofTarget.share, ofSource.share))
    let targetEnds = Self.ends(targets, problem.target.tokens[targetTokens], targetWeight)
    let sourceEnds = Self.ends(sources, problem.source.tokens[sourceTokens], sourceWeight)
    set(.targetHead, targetEnds.head)
    set(.targetTail, targetEnds.tail)
    set(.sourceHead, sourceEnds.head)
    set(.sourceTail, sourceEnds.tail)
  }

  /// How fast a link's worth falls with its distance, in tokens of a side.
  private static func reach(_ count: Float) -> Float { reach.least + reach.share * count }

  /// Finds the links between the bead's tokens, and what they say by token.
  private mutating func link(_ sourceTokens: Range<Int>, _ targetTokens: Range<Int>) {
    let (n, m) = (Float(sourceTokens.count), Float(targetTokens.count))
    targets.clear(targetTokens.count)
    sources.clear(sourceTokens.count)
    links.removeAll(keepingCapacity: true)
    for place in sourceTokens.reversed() {
      let type = Int(problem.source.tokens[place])
      let token = place - sourceTokens.lowerBound
      next[token] = first[type]
      first[type] = Int32(token)
    }
    let (toSource, toTarget) = (1 / Self.reach(n), m / n / Self.reach(m))
    for (j, place) in targetTokens.enumerated() {
      let type = Int(problem.target.tokens[place])
      let expected = (Float(j) + 0.5) / m * n - 0.5
      for link in problem.links.links[Int(problem.links.offsets[type])..<Int(problem.links.offsets[type + 1])] {
        var token = first[Int(link.source)]
        if token < 0 { continue }
        let strength = 0.5 * fastLog(max(1e-4, link.targetRatio * link.sourceRatio))
        while token >= 0 {
          let i = Int(token)
          let distance = abs(Float(i) - expected)
          targets.sums[j] += link.targetRatio
          targets.near[j] += link.targetRatio * Float(fastExp(Double(-distance * toSource)))
          sources.sums[i] += link.sourceRatio
          sources.near[i] += link.sourceRatio * Float(fastExp(Double(-distance * toTarget)))
          if strength > Self.leastStrength {
            let nearness = strength - Self.distancePenalty * distance / n
            links.append(Link(source: token, target: Int32(j), strength: nearness))
          }
          token = next[i]
        }
      }
    }
    for place in sourceTokens { first[Int(problem.source.tokens[place])] = -1 }
  }

  /// What a side's tokens score more where half of what their links say depends on their places.
  ///
  /// - Parameter given: how many tokens the other side has.
  private static func gain(
    _ tokens: borrowing Tokens, _ count: Int, given: Float, _ nullProbabilityOf: (Int) -> Float
  ) -> Float {
    let reach = Self.reach(given)
    var gain: Float = 0
    for token in 0..<count where tokens.sums[token] > 0 {
      let expected = (Float(token) + 0.5) / Float(count) * given
      // The sum of all places' worth, as an integral, so that links at all places together say what they would without.
      let before = Float(fastExp(Double(-expected / reach)))
      let after = Float(fastExp(Double((expected - given) / reach)))
      let near = tokens.near[token] * given / max(0.5, reach * (2 - before - after))
      let nullProbability = nullProbabilityOf(token)
      func score(_ sum: Float) -> Float { fastLog(nullProbability + (1 - nullProbability) * (1 + sum) / (given + 1)) }
      gain += score(0.5 * (tokens.sums[token] + near)) - score(tokens.sums[token])
    }
    return gain
  }

  /// Links tokens one to one: the strongest link first, then the strongest between tokens that are free still.
  private mutating func linkCompetitively() {
    links.sort { ($0.strength, $1.source, $1.target) > ($1.strength, $0.source, $0.target) }
    for link in links where !sources.isLinked[Int(link.source)] && !targets.isLinked[Int(link.target)] {
      sources.isLinked[Int(link.source)] = true
      targets.isLinked[Int(link.target)] = true
    }
  }

  /// The share of a side's tokens that are linked, drawn towards a half, and how many tokens count.
  private static func coverage(
    _ tokens: borrowing Tokens, _ count: Int, _ nullProbabilityOf: (Int) -> Float
  ) -> (share: Float, size: Float) {
    var (size, linked): (Float, Float) = (1, 0.5)
    for token in 0..<count {
      let weight = 1 - nullProbabilityOf(token)
      size += weight
      if tokens.isLinked[token] { linked += weight }
    }
    return (linked / size, size)
  }

  /// The logarithms of what stands before a side's first linked token and after its last one.
  private static func ends(
    _ tokens: borrowing Tokens, _ types: ArraySlice<Int32>, _ weights: [Float]
  ) -> (head: Float, tail: Float) {
    var (head, tail): (Float, Float) = (1, 1)
    for (token, type) in types.enumerated() {
      if tokens.isLinked[token] { break }
      head += weights[Int(type)]
    }
    for (token, type) in types.enumerated().reversed() {
      if tokens.isLinked[token] { break }
      tail += weights[Int(type)]
    }
    return (fastLog(head), fastLog(tail))
  }
}

extension Side {
  /// Places of a run of segments' tokens.
  fileprivate func tokens(of segments: Range<Int>) -> Range<Int> {
    Int(tokenOffsets[segments.lowerBound])..<Int(tokenOffsets[segments.upperBound])
  }

  /// The most tokens that so many segments in a row have.
  fileprivate func mostTokens(in segments: Int) -> Int {
    var most = 0
    for first in 0..<count { most = max(most, tokens(of: first..<min(count, first + segments)).count) }
    return most
  }
}
