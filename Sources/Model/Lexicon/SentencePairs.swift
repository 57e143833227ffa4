/// Training pairs as numbers: for each pair, the keys of its Arabic and of its English side.
///
/// Flat arrays, since millions of small ones cost more than their contents.
public struct SentencePairs: Sendable {
  public private(set) var source: [Int32] = []
  public private(set) var target: [Int32] = []
  /// Pair `k` has the source keys `source[sourceOffsets[k]..<sourceOffsets[k + 1]]`.
  public private(set) var sourceOffsets: [Int] = [0]
  public private(set) var targetOffsets: [Int] = [0]
  /// How often each pair counts: below 1 for doubtful data, above for a dictionary.
  public private(set) var weights: [Float] = []

  public init() {}

  public var count: Int { weights.count }

  public mutating func append(source: some Sequence<Int32>, target: some Sequence<Int32>, weight: Float = 1) {
    self.source.append(contentsOf: source)
    self.target.append(contentsOf: target)
    sourceOffsets.append(self.source.count)
    targetOffsets.append(self.target.count)
    weights.append(weight)
  }
}
