internal import WaslBitext

/// Which tables of two documents correspond: in order, and only those with as many columns.
enum TablePairs {
  /// The pairs in the order of both documents, chosen so that the most rows correspond.
  static func pairs(_ source: [Table], _ target: [Table]) -> [(Table, Table)] {
    // best[i][j]: rows that correspond in the tables from i and j on.
    guard !source.isEmpty, !target.isEmpty, source.count * target.count <= 1 << 22 else { return [] }
    let width = target.count + 1
    var best = Array(repeating: 0.0, count: (source.count + 1) * width)
    func gain(_ i: Int, _ j: Int) -> Double {
      guard source[i].columnCount == target[j].columnCount else { return 0 }
      let (rows, others) = (Double(source[i].rows.count), Double(target[j].rows.count))
      return min(rows, others) * min(rows, others) / max(rows, others)
    }
    for i in source.indices.reversed() {
      for j in target.indices.reversed() {
        best[i * width + j] = max(
          best[(i + 1) * width + j], best[i * width + j + 1], gain(i, j) + best[(i + 1) * width + j + 1])
      }
    }
    var pairs: [(Table, Table)] = []
    var (i, j) = (0, 0)
    while i < source.count, j < target.count {
      if best[i * width + j] == best[(i + 1) * width + j] {
        i += 1
      } else if best[i * width + j] == best[i * width + j + 1] {
        j += 1
      } else {
        pairs.append((source[i], target[j]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return pairs
  }
}
