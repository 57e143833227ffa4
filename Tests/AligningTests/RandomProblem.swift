import WaslAligning
import WaslBitext

/// Alignment problems made up from numbers, with known gold where one side translates the other.
enum RandomProblem {
  /// Sides that have nothing to do with each other, with all that may be odd about them: empty
  /// segments, types without links, links between everything, no vectors or vectors of zeros.
  static func noise(_ random: inout SplitMix64, most: Int = 12) -> AlignmentProblem {
    let dimension = [0, 8].randomElement(using: &random)!
    let types = Int.random(in: 1...20, using: &random)
    func side() -> Side {
      let count = Int.random(in: 0...most, using: &random)
      var tokens: [Int32] = []
      var offsets: [Int32] = [0]
      for _ in 0..<count {
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          tokens.append(Int32.random(in: 0..<Int32(types), using: &random))
        }
        offsets.append(Int32(tokens.count))
      }
      return Side(
        lengths: (0..<count).map { _ in Float(Int.random(in: 0...200, using: &random)) }, tokenOffsets: offsets,
        tokens: tokens, nullProbability: (0..<types).map { _ in Float.random(in: 0.1...0.9, using: &random) },
        marks: (0..<count).map { _ in Marks(rawValue: UInt16.random(in: 0...255, using: &random)) },
        startsParagraph: (0..<count).map { _ in Bool.random(using: &random) },
        vectors: (0..<count * dimension).map { _ in
          Bool.random(using: &random) ? 0 : Float.random(in: -1...1, using: &random)
        })
    }
    let links = LinkTable(
      (0..<types).map { _ in
        Set((0..<Int.random(in: 0...4, using: &random)).map { _ in Int32.random(in: 0..<Int32(types), using: &random) })
          .sorted().map { source in
            LinkTable.Link(
              source: source, targetRatio: Float.random(in: 1...5000, using: &random),
              sourceRatio: Float.random(in: 1...5000, using: &random))
          }
      })
    return AlignmentProblem(source: side(), target: side(), links: links, vectorDimension: dimension)
  }

  /// What a made-up translation is like.
  struct Translation {
    var beads = 100
    /// Shares of beads that have one side only, that join two source segments, and two target segments.
    var gaps = 0.04
    var merges = 0.08
    /// Of a bead's words, the share whose translation stands on the other side.
    var known = 0.6
    /// Beads without their source, then beads without their target.
    var sourceless: Range<Int> = 0..<0
    var targetless: Range<Int> = 0..<0
    var vocabulary = 3_000
  }

  /// A source, its translation and the gold beads.
  static func translated(
    _ random: inout SplitMix64, _ shape: Translation
  ) -> (problem: AlignmentProblem, gold: Alignment) {
    var (sourceSegments, targetSegments): ([[Int32]], [[Int32]]) = ([], [])
    var beads: [Bead] = []
    /// Words as language has them: the k-th is met with a probability like 1/k.
    func word() -> Int32 {
      let draw = Double.random(in: 0..<1, using: &random)
      var value = 1.0
      for _ in 0..<3 { value *= draw }
      return Int32(value * Double(shape.vocabulary))
    }
    for number in 0..<shape.beads {
      let draw = Double.random(in: 0..<1, using: &random)
      var (sources, targets) = (1, 1)
      if draw < shape.gaps {
        if Bool.random(using: &random) { sources = 0 } else { targets = 0 }
      } else if draw < shape.gaps + shape.merges {
        if Bool.random(using: &random) { sources = 2 } else { targets = 2 }
      }
      if shape.sourceless.contains(number) { (sources, targets) = (0, 1) }
      if shape.targetless.contains(number) { (sources, targets) = (1, 0) }
      let words = (0..<Int.random(in: 4...24, using: &random)).map { _ in word() }
      func segments(_ count: Int, _ words: [Int32]) -> [[Int32]] {
        (0..<count).map { part in Array(words[words.count * part / count..<words.count * (part + 1) / count]) }
      }
      let translation = words.map { Double.random(in: 0..<1, using: &random) < shape.known ? $0 : word() }
      beads.append(
        Bead(
          source: sourceSegments.count..<sourceSegments.count + sources,
          target: targetSegments.count..<targetSegments.count + targets))
      sourceSegments += segments(sources, words)
      targetSegments += segments(targets, translation)
    }
    let nullProbability = Array(repeating: Float(0.3), count: shape.vocabulary)
    func side(_ segments: [[Int32]], lengths: Float) -> Side {
      var offsets: [Int32] = [0]
      for segment in segments { offsets.append(offsets[offsets.count - 1] + Int32(segment.count)) }
      return Side(
        lengths: segments.map { Float($0.count) * lengths }, tokenOffsets: offsets, tokens: segments.flatMap { $0 },
        nullProbability: nullProbability)
    }
    // A word's translation, and one wrong guess; frequent words say less.
    let links = LinkTable(
      (0..<shape.vocabulary).map { type in
        let ratio = Float(10 + type)
        let wrong = Int32((type * 7919 + 13) % shape.vocabulary)
        var list = [LinkTable.Link(source: Int32(type), targetRatio: ratio, sourceRatio: ratio)]
        if wrong != Int32(type) { list.append(.init(source: wrong, targetRatio: 20, sourceRatio: 20)) }
        return list
      })
    return (
      AlignmentProblem(
        source: side(sourceSegments, lengths: 5), target: side(targetSegments, lengths: 6), links: links),
      Alignment(beads: beads)
    )
  }

  /// Share of gold beads with both sides that are found.
  static func recall(_ found: Alignment, _ gold: Alignment) -> Double {
    struct Key: Hashable { var source, target: Range<Int> }
    let keys = Set(found.beads.filter { !$0.isGap }.map { Key(source: $0.source, target: $0.target) })
    let wanted = gold.beads.filter { !$0.isGap }
    return Double(wanted.filter { keys.contains(Key(source: $0.source, target: $0.target)) }.count)
      / Double(max(1, wanted.count))
  }
}
