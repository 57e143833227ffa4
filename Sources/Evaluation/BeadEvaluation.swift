public import WaslBitext

/// How well hypothetical alignments agree with gold ones, bead by bead, as Vecalign's scorer counts it
/// (Thompson and Koehn 2019, after the measures of Véronis and Langlais 2000).
///
/// - *Strict*: a bead is right when the other side has exactly the same one.
/// - *Lax*: it is enough that a bead of the other side shares at least one source and one target segment.
/// - Precision is over all beads of the hypothesis, gaps included; a gap is right only when the gold has it.
/// - Recall is over the gold's beads without its gaps, sought among the hypothesis's beads without theirs.
/// - Counts are summed over documents before dividing. Equal beads of one side count once.
public struct BeadEvaluation: Sendable, Hashable {
  public private(set) var documents = 0
  public private(set) var goldBeads = 0
  public private(set) var hypothesisBeads = 0
  public private(set) var strict = Score()
  public private(set) var lax = Score()
  /// Only the beads with an empty side, both in precision and in recall.
  public private(set) var gaps = Score()
  /// Exact agreement by the bead's form, such as `1-2`.
  public private(set) var shapes: [Shape: Score] = [:]

  /// How many segments a bead joins on each side; by size, then by source.
  public struct Shape: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var source: Int
    public var target: Int

    public init(source: Int, target: Int) {
      self.source = source
      self.target = target
    }

    public var description: String { "\(source)-\(target)" }

    public static func < (left: Shape, right: Shape) -> Bool {
      (left.source + left.target, left.source) < (right.source + right.target, right.source)
    }
  }

  public init() {}

  /// Counts one document.
  ///
  /// - Parameters:
  ///   - gold: in any order; beads empty on both sides say nothing.
  ///   - hypothesis: the same.
  /// - Complexity: O(*n* log *n*) in beads, times how many beads share a segment, usually one.
  public mutating func add(gold: [Bead], hypothesis: [Bead]) {
    let gold = Set(gold.compactMap(Link.init))
    let hypothesis = Set(hypothesis.compactMap(Link.init))
    documents += 1
    goldBeads += gold.count
    hypothesisBeads += hypothesis.count

    let precision = BeadEvaluation.precision(of: hypothesis, against: gold)
    let recall = BeadEvaluation.precision(
      of: gold.filter { !$0.isGap }, against: hypothesis.filter { !$0.isGap })
    strict += Score(precision: precision.strict, recall: recall.strict)
    lax += Score(precision: precision.lax, recall: recall.lax)

    for link in hypothesis {
      let tally = Tally(correct: gold.contains(link) ? 1 : 0, total: 1)
      shapes[link.shape, default: Score()].precision += tally
      if link.isGap { gaps.precision += tally }
    }
    for link in gold {
      let tally = Tally(correct: hypothesis.contains(link) ? 1 : 0, total: 1)
      shapes[link.shape, default: Score()].recall += tally
      if link.isGap { gaps.recall += tally }
    }
  }

  /// Pools the documents of both.
  public static func += (left: inout BeadEvaluation, right: BeadEvaluation) {
    left.documents += right.documents
    left.goldBeads += right.goldBeads
    left.hypothesisBeads += right.hypothesisBeads
    left.strict += right.strict
    left.lax += right.lax
    left.gaps += right.gaps
    left.shapes.merge(right.shapes) { mine, other in
      var sum = mine
      sum += other
      return sum
    }
  }

  private static func precision(of links: Set<Link>, against others: Set<Link>) -> (strict: Tally, lax: Tally) {
    let lookup = SharedSegments(others)
    var strict = Tally(total: links.count)
    var lax = Tally(total: links.count)
    for link in links {
      if others.contains(link) {
        strict.correct += 1
        lax.correct += 1
      } else if lookup.hasPart(of: link) {
        lax.correct += 1
      }
    }
    return (strict, lax)
  }
}

/// A bead as a set's member: without confidence, every empty side the same.
struct Link: Hashable {
  let source: Range<Int>
  let target: Range<Int>

  /// Nil for a bead that is empty on both sides.
  init?(_ bead: Bead) {
    if bead.source.isEmpty && bead.target.isEmpty { return nil }
    source = bead.source.isEmpty ? 0..<0 : bead.source
    target = bead.target.isEmpty ? 0..<0 : bead.target
  }

  var isGap: Bool { source.isEmpty || target.isEmpty }
  var shape: BeadEvaluation.Shape { .init(source: source.count, target: target.count) }
}

/// Finds links that share a segment with another on both sides, by the ends of their ranges alone: a file may claim a
/// bead of any length.
private struct SharedSegments {
  /// No gaps, by where their sources start.
  private let links: [Link]
  /// Where the sources of a link and of those before it end at the latest.
  private let ends: [Int]

  init(_ links: Set<Link>) {
    self.links = links.filter { !$0.isGap }.sorted { $0.source.lowerBound < $1.source.lowerBound }
    var end = 0
    ends = self.links.map { link in
      end = max(end, link.source.upperBound)
      return end
    }
  }

  func hasPart(of link: Link) -> Bool {
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].source.lowerBound < link.source.upperBound { low = middle + 1 } else { high = middle }
    }
    // Back from the last that starts before the link ends, as long as any reaches into it.
    while low > 0, ends[low - 1] > link.source.lowerBound {
      low -= 1
      if links[low].source.overlaps(link.source), links[low].target.overlaps(link.target) { return true }
    }
    return false
  }
}
