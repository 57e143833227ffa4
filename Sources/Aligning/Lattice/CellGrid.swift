/// Where the pair of a source and a target segment lies in the flat arrays of cell scores.
///
/// A row holds every target segment that some bead inside the search band puts together with the
/// row's source segment, so the rows are a little wider than the search band itself.
package struct CellGrid {
  package let sourceCount: Int
  package let targetCount: Int
  /// First target segment of each row.
  package let lower: [Int32]
  /// One past the last target segment of each row.
  package let upper: [Int32]
  /// Where each row starts; one element more than rows.
  package let offsets: [Int]

  package init(_ band: SearchBand, targetCount: Int) {
    let n = band.rows - 1
    sourceCount = n
    self.targetCount = targetCount
    let reach = BeadShape.limit
    lower = (0..<n).map { band.lower[max(0, $0 - reach + 1)] }
    upper = (0..<n).map { band.upper[min(n, $0 + reach)] }
    var offsets = [0]
    offsets.reserveCapacity(n + 1)
    for row in 0..<n { offsets.append(offsets[row] + Int(upper[row] - lower[row])) }
    self.offsets = offsets
  }

  package var cellCount: Int { offsets[sourceCount] }

  @inline(__always)
  package func index(_ source: Int, _ target: Int) -> Int { offsets[source] + target - Int(lower[source]) }

  /// For each target segment, the source rows that hold it.
  package func rowRanges() -> (first: [Int32], end: [Int32]) {
    var first = Array(repeating: Int32(0), count: targetCount)
    var end = Array(repeating: Int32(0), count: targetCount)
    // Bounds rise with the row, so each column's rows are contiguous and one sweep finds them.
    var entered = 0
    var left = 0
    for row in 0..<sourceCount {
      while left < Int(lower[row]) {
        end[left] = Int32(row)
        left += 1
      }
      while entered < Int(upper[row]) {
        first[entered] = Int32(row)
        entered += 1
      }
    }
    while left < targetCount {
      end[left] = Int32(sourceCount)
      left += 1
    }
    while entered < targetCount {
      first[entered] = Int32(sourceCount)
      entered += 1
    }
    return (first, end)
  }
}
