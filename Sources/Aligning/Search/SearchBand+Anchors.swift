/// Where the path can pass when it is true to a chain of anchors: between two of them, anywhere.
package struct AnchoredPath {
  /// The columns that the anchors leave to each row of nodes, both inclusive.
  package private(set) var lower: [Int32]
  package private(set) var upper: [Int32]
  package let targetCount: Int

  package init(_ chain: [Anchors.Anchor], sourceCount: Int, targetCount: Int) {
    self.targetCount = targetCount
    lower = Array(repeating: 0, count: sourceCount + 1)
    upper = Array(repeating: Int32(targetCount), count: sourceCount + 1)
    // After an anchor's row the path is past its target, and up to its row it is not.
    var next = 0
    for row in 0...sourceCount {
      while next < chain.count, chain[next].source < row { next += 1 }
      lower[row] = next > 0 ? Int32(chain[next - 1].target + 1) : 0
      upper[row] = next < chain.count ? Int32(chain[next].target) : Int32(targetCount)
    }
  }

  /// The search band that leaves each row `margin` more columns on either side.
  ///
  /// - Parameter widest: the columns a row keeps where anchors are far apart, about the straight line
  ///   between them, so that texts without any common word take bounded memory.
  package func band(margin: (Int) -> Int, widest: Int) -> SearchBand {
    var (low, high) = (lower, upper)
    var row = 0
    while row < low.count {
      if Int(high[row] - low[row]) > widest {
        var end = row
        while end + 1 < low.count, low[end + 1] == low[row], high[end + 1] == high[row] { end += 1 }
        let (from, to) = (Double(low[row]), Double(high[row]))
        for inside in row...end {
          let centre = from + (to - from) * (end > row ? Double(inside - row) / Double(end - row) : 0.5)
          low[inside] = max(low[inside], Int32(centre) - Int32(widest / 2))
          high[inside] = min(high[inside], Int32(centre) + Int32(widest / 2))
        }
        row = end
      }
      row += 1
    }
    for row in low.indices {
      low[row] -= Int32(margin(row))
      high[row] += Int32(margin(row))
    }
    return SearchBand(lower: low, upper: high, targetCount: targetCount)
  }
}
