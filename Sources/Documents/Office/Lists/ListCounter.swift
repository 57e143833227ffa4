/// Counts the items of a list with levels.
struct ListCounter {
  /// A list may have any number of levels; formats know ten.
  static let levels = 10

  private var counts = [Int?](repeating: nil, count: levels)

  /// Counts an item.
  ///
  /// - Parameters:
  ///   - level: from 0.
  ///   - starts: the first number of each level.
  ///   - keeps: whether a deeper level goes on counting over an item of this one.
  mutating func count(level: Int, starts: [Int], keeps: (_ deeper: Int) -> Bool = { _ in false }) {
    let level = max(0, min(level, Self.levels - 1))
    counts[level] = counts[level].map { $0 &+ 1 } ?? Self.start(level, starts)
    for deeper in counts.indices where deeper > level && !keeps(deeper) { counts[deeper] = nil }
  }

  /// Makes a level begin anew.
  mutating func restart(level: Int, at number: Int) {
    guard counts.indices.contains(level) else { return }
    counts[level] = number &- 1
    for deeper in counts.indices where deeper > level { counts[deeper] = nil }
  }

  /// The number of a level; of one that has not been used, its first.
  func number(level: Int, starts: [Int]) -> Int {
    guard counts.indices.contains(level) else { return 1 }
    return counts[level] ?? Self.start(level, starts)
  }

  private static func start(_ level: Int, _ starts: [Int]) -> Int { starts.indices.contains(level) ? starts[level] : 1 }
}
