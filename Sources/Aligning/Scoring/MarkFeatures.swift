/// The features of punctuation, for beads of eight target sides at once: lane `t` for `t + 1` segments.
package struct MarkFeatures: ~Copyable {
  package typealias Eight = SIMD8<Float>
  package typealias Endings = (agree: Eight, differ: Eight, heading: Eight)

  /// The kind of each source segment's ending, and by kind and target segment what the two say; eight more of these
  /// than target segments.
  private let kinds: FlatBuffer<Int>
  private let agree: FlatBuffer<Float>
  private let differ: FlatBuffer<Float>
  private let heading: FlatBuffer<Float>
  private let stride: Int
  private let source: Contents
  private let target: Contents

  package init(_ source: [Marks], _ target: [Marks]) {
    let ends = source.map { $0.intersection(.endings) }
    var found: [Marks] = []
    for end in ends where !found.contains(end) { found.append(end) }
    kinds = FlatBuffer(ends.map { end in found.firstIndex(of: end) ?? 0 })
    stride = target.count + 8
    agree = FlatBuffer(repeating: 0, count: found.count * stride)
    differ = FlatBuffer(repeating: 0, count: found.count * stride)
    heading = FlatBuffer(repeating: 0, count: found.count * stride)
    for (kind, end) in found.enumerated() {
      for (segment, marks) in target.enumerated() {
        let place = kind * stride + segment
        let pair = EndingPair(end, marks.intersection(.endings))
        agree[place] = pair.agrees ? 1 : 0
        differ[place] = pair.differs ? 1 : 0
        heading[place] = pair.isHeadingDifference ? 1 : 0
      }
    }
    self.source = Contents(source)
    self.target = Contents(target)
  }

  /// Of a bead whose source ends with a segment, and whose target starts with one.
  @inline(__always)
  package func endings(source: Int, target: Int) -> Endings {
    let place = kinds[source] * stride + target
    func load(_ buffer: borrowing FlatBuffer<Float>) -> Eight {
      UnsafeRawPointer(buffer.base + place).loadUnaligned(as: Eight.self)
    }
    return (load(agree), load(differ), load(heading))
  }

  /// How many kinds of content both sides have, and how many one alone.
  @inline(__always)
  package func contents(source first: Int, _ count: Int, target: Int) -> (agree: Eight, differ: Eight) {
    let lane = count - 1
    var both = self.target.quotation[target] * source.quotation[first][lane]
    both += self.target.parenthesis[target] * source.parenthesis[first][lane]
    both += self.target.listItem[target] * source.listItem[first][lane]
    return (both, self.target.kinds[target] + source.kinds[first][lane] - 2 * both)
  }

  /// By first segment, for runs of one to eight: 1 where the run holds a kind of mark, and how many kinds it holds.
  private struct Contents: ~Copyable {
    let quotation: FlatBuffer<Eight>
    let parenthesis: FlatBuffer<Eight>
    let listItem: FlatBuffer<Eight>
    let kinds: FlatBuffer<Eight>

    init(_ marks: [Marks]) {
      quotation = Self.runs(marks, .quotation)
      parenthesis = Self.runs(marks, .parenthesis)
      listItem = Self.runs(marks, .listItem)
      kinds = FlatBuffer(repeating: Eight(), count: marks.count)
      for first in marks.indices { kinds[first] = quotation[first] + parenthesis[first] + listItem[first] }
    }

    private static func runs(_ marks: [Marks], _ kind: Marks) -> FlatBuffer<Eight> {
      let runs = FlatBuffer(repeating: Eight(), count: marks.count)
      // From the last segment on: how many segments further the next mark of the kind stands.
      var distance = 8
      let widths = Eight(1, 2, 3, 4, 5, 6, 7, 8)
      for first in marks.indices.reversed() {
        distance = marks[first].contains(kind) ? 0 : distance + 1
        runs[first] = Eight().replacing(with: 1, where: widths .> Float(distance))
      }
      return runs
    }
  }
}

/// What the endings of a bead's two sides say together.
package struct EndingPair {
  package let agrees: Bool
  package let differs: Bool
  /// One side ends in a full stop, the other without any mark.
  package let isHeadingDifference: Bool

  package init(_ source: Marks, _ target: Marks) {
    let tells = !source.union(target).isDisjoint(with: [.question, .exclamation, .colon])
    agrees = tells && source == target
    differs = tells && source != target
    isHeadingDifference = source != target && source.union(target).contains([.fullStop, .unterminated])
  }
}
