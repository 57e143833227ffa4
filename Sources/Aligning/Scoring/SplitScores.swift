internal import CWaslKernel

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
    add(ratios.toTarget, nullProbability: target, links.targetNull, given: sourceCount, strides: (1, width))
    add(ratios.toSource, nullProbability: source, links.sourceNull, given: targetCount, strides: (width, 1))
  }

  /// What cutting gains over leaving the pair whole, in nats.
  public func gain(_ i: Int, _ j: Int) -> Float {
    scores[i * (targetCount + 1) + j] - scores[0]
  }

  /// Adds the scores of one side's tokens given the other's.
  ///
  /// - Parameters:
  ///   - ratios: see `SplitRatios`.
  ///   - types: of the scored tokens.
  ///   - null probability: of each type.
  ///   - given: tokens of the other side.
  ///   - strides: what one more scored token, and one more given one, adds to a place in `scores`.
  private mutating func add(
    _ ratios: borrowing FlatBuffer<Float>, nullProbability types: ArraySlice<Int32>, _ nullProbability: [Float],
    given: Int,
    strides: (scored: Int, given: Int)
  ) {
    let width = SplitLinks.width(types.count)
    precondition(ratios.count == given * width)
    precondition(scores.count == (types.count + 1) * (given + 1))
    let nullProbabilities = FlatBuffer<Float>(repeating: 1, count: width)
    for (token, type) in types.enumerated() { nullProbabilities[token] = nullProbability[Int(type)] }
    let space = FlatBuffer<Float>(uninitialized: 4 * width)
    var splits = ckernel_splits(
      scored_count: types.count, given_count: given, width: width, ratios: ratios.base,
      nullProbability: nullProbabilities.base,
      space: space.base)
    scores.withUnsafeMutableBufferPointer {
      ckernel_splits_add(&splits, $0.baseAddress!, strides.scored, strides.given)
    }
  }
}

/// How much likelier the tokens of one side make those of the other.
package struct SplitRatios: ~Copyable {
  /// Of the target's tokens, a row by source token.
  package let toTarget: FlatBuffer<Float>
  /// Of the source's tokens, a row by target token.
  package let toSource: FlatBuffer<Float>
}

/// The links of a problem, looked up token by token. A lookup writes into it: one object a thread.
public final class SplitLinks {
  package let links: LinkTable
  package let sourceNull: [Float]
  package let targetNull: [Float]
  /// For each source type the place of its first token in the sequence looked at, or -1 between lookups.
  private var firstPlace: [Int]

  public init(_ problem: AlignmentProblem) {
    links = problem.links
    sourceNull = problem.source.nullProbability
    targetNull = problem.target.nullProbability
    firstPlace = Array(repeating: -1, count: problem.source.nullProbability.count)
  }

  /// Elements of a row for so many tokens, a multiple of eight.
  package static func width(_ count: Int) -> Int { (count + 7) / 8 * 8 }

  /// Looks up the ratios of all pairs of tokens.
  package func ratios(_ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>) -> SplitRatios {
    let (sourceWidth, targetWidth) = (Self.width(source.count), Self.width(target.count))
    let toTarget = FlatBuffer<Float>(repeating: 0, count: source.count * targetWidth)
    let toSource = FlatBuffer<Float>(repeating: 0, count: target.count * sourceWidth)
    forEachLink(source, target) { i, j, link in
      toTarget[i * targetWidth + j] = link.targetRatio
      toSource[j * sourceWidth + i] = link.sourceRatio
    }
    return SplitRatios(toTarget: toTarget, toSource: toSource)
  }

  /// Calls `body` with the places of each two tokens that are linked, target by target.
  @inline(__always)
  func forEachLink(
    _ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>, _ body: (_ i: Int, _ j: Int, LinkTable.Link) -> Void
  ) {
    // Out of the object for the time, so that the compiler need not look whether somebody else changes it.
    var first: [Int] = []
    swap(&first, &firstPlace)
    defer { swap(&first, &firstPlace) }
    // Tokens of one type form a list from its first place on.
    var next = Array(repeating: -1, count: source.count)
    for (i, type) in source.enumerated().reversed() {
      next[i] = first[Int(type)]
      first[Int(type)] = i
    }
    for (j, type) in target.enumerated() {
      for link in links.links[Int(links.offsets[Int(type)])..<Int(links.offsets[Int(type) + 1])] {
        var i = first[Int(link.source)]
        while i >= 0 {
          body(i, j, link)
          i = next[i]
        }
      }
    }
    for type in source { first[Int(type)] = -1 }
  }
}
