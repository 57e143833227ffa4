/// What runs of segments of one side are like, laid out so that eight runs that start with the same segment are one
/// load. Every buffer has eight elements more than the side needs, for runs that would leave it.
package struct SideRuns: ~Copyable {
  package typealias Eight = SIMD8<Float>

  package let count: Int
  /// Sums over the segments before each: tokens, letters, and segments that start a paragraph.
  package let tokens: FlatBuffer<Float>
  package let letters: FlatBuffer<Float>
  package let starts: FlatBuffer<Float>
  /// By segment: its tokens, plus one.
  package let tokensAndOne: FlatBuffer<Float>
  /// By first segment, for runs of one to eight: the square root of the tokens plus one, and the root of that.
  package let roots: FlatBuffer<Eight>
  package let fourthRoots: FlatBuffer<Eight>
  /// `inverse[i * 8 + k - 1]`: one over the norm of `k` segments' summed vectors; empty without vectors.
  package let inverse: FlatBuffer<Float>
  /// The same for single segments.
  package let ownInverse: FlatBuffer<Float>

  package init(_ side: Side, inverseNorms: [Float]) {
    let count = side.count
    self.count = count
    func padded(_ values: [Float]) -> FlatBuffer<Float> { FlatBuffer(values + Array(repeating: 0, count: 9)) }
    tokens = padded(side.tokenOffsets.map(Float.init))
    letters = padded(prefixSums(side.lengths))
    starts = padded(prefixSums(side.startsParagraph.map { $0 ? 1 : 0 }))
    tokensAndOne = padded((0..<count).map { Float(side.tokenCount($0)) + 1 })
    roots = FlatBuffer(repeating: Eight(), count: count)
    fourthRoots = FlatBuffer(repeating: Eight(), count: count)
    for first in 0..<count {
      let size = UnsafeRawPointer(tokens.base + first + 1).loadUnaligned(as: Eight.self) - tokens[first] + 1
      // Runs that leave the side have no size.
      roots[first] = size.replacing(with: 1, where: size .< 1).squareRoot()
      fourthRoots[first] = roots[first].squareRoot()
    }
    inverse = FlatBuffer(inverseNorms)
    ownInverse = padded(stride(from: 0, to: inverseNorms.count, by: BeadShape.limit).map { inverseNorms[$0] })
  }

  /// For the runs that start with a segment; only where there are vectors.
  @inline(__always)
  package func inverseNorms(_ first: Int) -> Eight {
    UnsafeRawPointer(inverse.base + first * BeadShape.limit).loadUnaligned(as: Eight.self)
  }
}
