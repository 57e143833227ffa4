/// What the values of a pair's two sides say together.
public struct ValueAgreement: Sendable, Hashable {
  /// Numbers of a source value and a target value that say the same; each value occurs once at most.
  public var agreeing: [Agreement] = []
  /// The same for values of one kind that cannot both be right.
  public var contradicting: [Agreement] = []
  /// What only one side says.
  public var omittedSource: [Int] = []
  public var omittedTarget: [Int] = []

  public struct Agreement: Sendable, Hashable {
    public var source: Int
    public var target: Int
    /// False where one side says only a part of what the other does.
    public var isWhole: Bool
  }

  /// Compares the values of two texts that may be translations of each other.
  ///
  /// - Complexity: the product of the numbers of values.
  public init(_ source: [Value], _ target: [Value]) {
    let sourceKeys = source.map(\.keys)
    let targetKeys = target.map(\.keys)
    var sourceFree = Array(repeating: true, count: source.count)
    var targetFree = Array(repeating: true, count: target.count)
    func strength(_ first: [ValueKey], _ second: [ValueKey]) -> Int {
      var best = 0
      for key in first {
        for other in second where key.hash == other.hash {
          best = max(best, 1 + (key.isWhole ? 1 : 0) + (other.isWhole ? 1 : 0))
        }
      }
      return best
    }
    for wanted in [3, 2, 1] {
      for left in source.indices where sourceFree[left] {
        for right in target.indices where targetFree[right] && strength(sourceKeys[left], targetKeys[right]) >= wanted {
          agreeing.append(Agreement(source: left, target: right, isWhole: wanted == 3))
          sourceFree[left] = false
          targetFree[right] = false
          break
        }
      }
    }
    for left in source.indices where sourceFree[left] && source[left].isCertain {
      for right in target.indices
      where targetFree[right] && target[right].isCertain && source[left].family == target[right].family {
        contradicting.append(Agreement(source: left, target: right, isWhole: true))
        sourceFree[left] = false
        targetFree[right] = false
        break
      }
    }
    omittedSource = source.indices.filter { sourceFree[$0] }
    omittedTarget = target.indices.filter { targetFree[$0] }
  }
}
