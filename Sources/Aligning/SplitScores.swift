/// How well two word sequences that were paired as one fit as two pairs, for every way to cut both.
///
/// The score of a pair is IBM Model 1's of the target's tokens given the source's and of the source's given the
/// target's, as in `LexicalScores`. Cutting where the translation cuts too makes each half's words explain the other's
/// from fewer candidates, so the score rises; cutting elsewhere parts words from their translations, and it falls.
public struct SplitScores {
  public let sourceCount: Int
  public let targetCount: Int
  /// `scores[i · (targetCount + 1) + j]`: both pairs' scores with `i` source tokens and `j` target tokens on the left.
  private var scores: [Float]

  /// - Parameters:
  ///   - source: types of the source's tokens in reading order.
  ///   - target: types of the target's.
  /// - Complexity: the product of the two counts.
  public init(source: ArraySlice<Int32>, target: ArraySlice<Int32>, links: SplitLinks) {
    sourceCount = source.count
    targetCount = target.count
    scores = Array(repeating: 0, count: (source.count + 1) * (target.count + 1))
    let ratios = links.ratios(source, target)
    let width = targetCount + 1
    add(ratios.target, slack: target.map { links.targetSlack[Int($0)] }, given: sourceCount, strides: (1, width))
    add(ratios.source, slack: source.map { links.sourceSlack[Int($0)] }, given: targetCount, strides: (width, 1))
  }

  /// What cutting gains over leaving the pair whole, in nats.
  public func gain(_ i: Int, _ j: Int) -> Float {
    scores[i * (targetCount + 1) + j] - scores[0]
  }

  /// Adds the scores of one side's tokens given the other's.
  ///
  /// - Parameters:
  ///   - ratios: of each scored token, one after the other, given each token of the other side.
  ///   - slack: of each scored token.
  ///   - given: tokens of the other side.
  ///   - strides: what one more scored token, and one more given one, adds to a place in `scores`.
  private mutating func add(_ ratios: [Float], slack: [Float], given: Int, strides: (scored: Int, given: Int)) {
    let scored = slack.count
    var before = Array(repeating: Float(0), count: scored)
    let all = (0..<scored).map { ratios[$0 * given..<($0 + 1) * given].reduce(0, +) }
    for passed in 0...given {
      if passed > 0 { for token in 0..<scored { before[token] += ratios[token * given + passed - 1] } }
      func right(_ token: Int) -> Float {
        Self.score(all[token] - before[token], of: given - passed, slack[token])
      }
      var sum: Float = 0
      for token in 0..<scored { sum += right(token) }
      scores[passed * strides.given] += sum
      for token in 0..<scored {
        sum += Self.score(before[token], of: passed, slack[token]) - right(token)
        scores[passed * strides.given + (token + 1) * strides.scored] += sum
      }
    }
  }

  /// The log ratio of one token given `count` tokens whose ratios sum to `sum`.
  @inline(__always)
  private static func score(_ sum: Float, of count: Int, _ slack: Float) -> Float {
    fastLog(slack + (1 - slack) * (1 + max(0, sum)) / Float(count + 1))
  }
}

/// The links of a problem, looked up token by token.
public struct SplitLinks {
  let links: LinkTable
  let sourceSlack: [Float]
  let targetSlack: [Float]
  /// For each source type the place of its first token in the sequence looked at, or -1.
  private let places: FlatPlaces

  public init(_ problem: AlignmentProblem) {
    links = problem.links
    sourceSlack = problem.source.typeSlack
    targetSlack = problem.target.typeSlack
    places = FlatPlaces(count: problem.source.typeSlack.count)
  }

  /// The ratios of each target token given each source token, by target token, and the other way, by source token.
  func ratios(_ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>) -> (target: [Float], source: [Float]) {
    var toTarget = Array(repeating: Float(0), count: source.count * target.count)
    var toSource = toTarget
    // Tokens of one type form a list from its first place on.
    var next = Array(repeating: -1, count: source.count)
    for (i, type) in source.enumerated().reversed() {
      next[i] = places.first[Int(type)]
      places.first[Int(type)] = i
    }
    defer { for type in source { places.first[Int(type)] = -1 } }
    for (j, type) in target.enumerated() {
      for link in links.links[Int(links.offsets[Int(type)])..<Int(links.offsets[Int(type) + 1])] {
        var i = places.first[Int(link.source)]
        while i >= 0 {
          toTarget[j * source.count + i] = link.targetRatio
          toSource[i * target.count + j] = link.sourceRatio
          i = next[i]
        }
      }
    }
    return (toTarget, toSource)
  }

  /// Scratch that lookups share.
  private final class FlatPlaces {
    var first: [Int]
    init(count: Int) { first = Array(repeating: -1, count: count) }
  }
}
