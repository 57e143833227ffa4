/// The nodes of the lattice that the search looks at: for each number of source segments passed,
/// an interval of numbers of target segments passed. Both ends never fall from one row to the next.
public struct SearchBand: Sendable, Hashable {
  /// First column of each row; `sourceCount + 1` rows.
  public private(set) var lower: [Int32]
  /// Last column of each row, inclusive.
  public private(set) var upper: [Int32]

  /// The whole lattice.
  public init(full sourceCount: Int, _ targetCount: Int) {
    lower = Array(repeating: 0, count: sourceCount + 1)
    upper = Array(repeating: Int32(targetCount), count: sourceCount + 1)
  }

  /// A search band with the given bounds, mended so that it is monotone and holds both corners.
  public init(lower: [Int32], upper: [Int32], targetCount: Int) {
    precondition(lower.count == upper.count && !lower.isEmpty)
    var (lower, upper) = (lower, upper)
    let last = lower.count - 1
    lower[0] = 0
    upper[last] = Int32(targetCount)
    for row in 0...last {
      lower[row] = max(0, min(lower[row], Int32(targetCount)))
      upper[row] = max(0, min(upper[row], Int32(targetCount)))
    }
    for row in stride(from: last - 1, through: 0, by: -1) { lower[row] = min(lower[row], lower[row + 1]) }
    for row in stride(from: 1, through: last, by: 1) { upper[row] = max(upper[row], upper[row - 1]) }
    // Neighbouring rows must share a column, or no path leads through.
    for row in 0..<last where lower[row + 1] > upper[row] { upper[row] = lower[row + 1] }
    for row in stride(from: 1, through: last, by: 1) { upper[row] = max(upper[row], upper[row - 1]) }
    for row in 0...last where lower[row] > upper[row] { lower[row] = upper[row] }
    self.lower = lower
    self.upper = upper
  }

  /// Rows of nodes: one more than source segments.
  public var rows: Int { lower.count }

  /// Nodes in the search band.
  public var nodeCount: Int {
    var total = 0
    for row in 0..<rows { total += Int(upper[row] - lower[row]) + 1 }
    return total
  }

  /// Whether some rows have the same bounds in two search bands.
  package func agrees(with other: SearchBand, rows: ClosedRange<Int>) -> Bool {
    lower[rows] == other.lower[rows] && upper[rows] == other.upper[rows]
  }
}
