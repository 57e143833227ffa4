public import WaslBitext

/// How many characters of running text are aligned as in the gold, however each was cut into segments.
///
/// Each source character that a gold span covers is looked up in the hypothesis. With G the target span of
/// the gold and H that of the hypothesis, both without white space at their ends, the character agrees
///
/// - *strictly* when H and G are the same,
/// - *by containment* when H lies within G: the hypothesis may be finer than the gold, not coarser,
/// - *by majority* when more than half of H's characters lie in G.
///
/// Where the gold has no counterpart, all three ask that the hypothesis has none. A character that no bead
/// of the hypothesis covers never agrees. White space is not counted where the text is known.
///
/// Given both languages' roles exchanged, it measures the other direction.
public struct SpanAgreement: Sendable, Hashable {
  /// Source characters in gold spans.
  public private(set) var characters = 0
  public private(set) var strict = 0
  public private(set) var contained = 0
  public private(set) var majority = 0
  /// Source characters in gold spans that the hypothesis leaves out.
  public private(set) var uncovered = 0

  public init() {}

  public static func += (left: inout SpanAgreement, right: SpanAgreement) {
    left.characters += right.characters
    left.strict += right.strict
    left.contained += right.contained
    left.majority += right.majority
    left.uncovered += right.uncovered
  }

  public var strictShare: Double { Tally(correct: strict, total: characters).share }
  public var containedShare: Double { Tally(correct: contained, total: characters).share }
  public var majorityShare: Double { Tally(correct: majority, total: characters).share }

  /// Counts one document.
  ///
  /// - Parameters:
  ///   - gold: source spans must not overlap.
  ///   - hypothesis: offsets into the same texts. Where source spans overlap, the one that starts later
  ///     counts from there on.
  ///   - source: of the source text, or nil to count white space too.
  ///   - target: of the target text, or nil to take spans as they are.
  public mutating func add(
    gold: [SpanBead], hypothesis: [SpanBead], source: CharacterCounts? = nil, target: CharacterCounts? = nil
  ) {
    let gold = SpanAgreement.sorted(gold)
    let hypothesis = SpanAgreement.sorted(hypothesis)
    func count(_ range: Range<Int>) -> Int { source?.count(in: range) ?? range.count }

    var first = 0
    for (span, goldTarget) in gold {
      let total = count(span)
      characters += total
      var covered = 0
      while first < hypothesis.count, hypothesis[first].source.upperBound <= span.lowerBound { first += 1 }
      var index = first
      while index < hypothesis.count, hypothesis[index].source.lowerBound < span.upperBound {
        var part = hypothesis[index].source.clamped(to: span)
        if index + 1 < hypothesis.count {
          let next = hypothesis[index + 1].source.lowerBound
          part = part.clamped(to: min(part.lowerBound, next)..<max(part.lowerBound, next))
        }
        let number = count(part)
        covered += number
        let verdict = SpanAgreement.compare(goldTarget, hypothesis[index].target, in: target)
        if verdict.strict { strict += number }
        if verdict.contained { contained += number }
        if verdict.majority { majority += number }
        index += 1
      }
      uncovered += total - covered
    }
  }

  private static func sorted(_ beads: [SpanBead]) -> [(source: Range<Int>, target: Range<Int>?)] {
    beads.compactMap { bead in bead.source.map { ($0, bead.target) } }
      .filter { !$0.source.isEmpty }
      .sorted { $0.source.lowerBound < $1.source.lowerBound }
  }

  private static func compare(
    _ gold: Range<Int>?, _ hypothesis: Range<Int>?, in text: CharacterCounts?
  ) -> (strict: Bool, contained: Bool, majority: Bool) {
    guard let gold, let hypothesis else {
      let isAgreed = gold == nil && hypothesis == nil
      return (isAgreed, isAgreed, isAgreed)
    }
    let mine = text?.trimmed(hypothesis) ?? hypothesis
    let theirs = text?.trimmed(gold) ?? gold
    let shared = mine.clamped(to: theirs)
    let size = text?.count(in: mine) ?? mine.count
    let inside = text?.count(in: shared) ?? shared.count
    let isContained = theirs.lowerBound <= mine.lowerBound && mine.upperBound <= theirs.upperBound
    return (mine == theirs, isContained, 2 * inside > size)
  }
}
