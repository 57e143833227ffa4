/// Every pair of keys that meet in some sentence pair, and where each cell of each pair lies among them.
package struct CooccurrenceTable: Sendable {
  /// Source key `f` meets the target keys `targets[offsets[f]..<offsets[f + 1]]`, ascending.
  package let offsets: [Int]
  package let targets: [Int32]
  /// The pairs that are short enough to learn from.
  package let pairs: [Int]
  /// Numbers into `pairs`.
  package var usable: Range<Int> { pairs.indices }
  private let cellOffsets: [Int]
  private let cellEntries: [Int32]

  package init(_ data: SentencePairs, sourceVocabularySize: Int, cellLimit: Int) {
    let pairs = (0..<data.count).filter { pair in
      let n = data.sourceOffsets[pair + 1] - data.sourceOffsets[pair]
      let m = data.targetOffsets[pair + 1] - data.targetOffsets[pair]
      return n > 0 && m > 0 && n * m <= cellLimit
    }
    // All meetings by source key, then each key's sorted and made unique.
    var counts = Array(repeating: 0, count: sourceVocabularySize + 1)
    for pair in pairs {
      let m = data.targetOffsets[pair + 1] - data.targetOffsets[pair]
      for key in data.source[data.sourceOffsets[pair]..<data.sourceOffsets[pair + 1]] { counts[Int(key) + 1] += m }
    }
    for key in 1...sourceVocabularySize { counts[key] += counts[key - 1] }
    var met = Array(repeating: Int32(0), count: counts[sourceVocabularySize])
    var next = counts
    for pair in pairs {
      let target = data.target[data.targetOffsets[pair]..<data.targetOffsets[pair + 1]]
      for key in data.source[data.sourceOffsets[pair]..<data.sourceOffsets[pair + 1]] {
        for other in target {
          met[next[Int(key)]] = other
          next[Int(key)] += 1
        }
      }
    }
    var offsets = [0]
    offsets.reserveCapacity(sourceVocabularySize + 1)
    var length = 0
    met.withUnsafeMutableBufferPointer { met in
      for key in 0..<sourceVocabularySize {
        var run = UnsafeMutableBufferPointer(rebasing: met[counts[key]..<counts[key + 1]])
        run.sort()
        // Writes never pass the place that is read.
        var last: Int32 = -1
        for value in run where value != last {
          met[length] = value
          length += 1
          last = value
        }
        offsets.append(length)
      }
    }
    met.removeLast(met.count - length)
    let targets = met

    var cellOffsets = [0]
    cellOffsets.reserveCapacity(pairs.count + 1)
    var cellEntries: [Int32] = []
    cellEntries.reserveCapacity(counts[sourceVocabularySize])
    for pair in pairs {
      let target = data.target[data.targetOffsets[pair]..<data.targetOffsets[pair + 1]]
      for key in data.source[data.sourceOffsets[pair]..<data.sourceOffsets[pair + 1]] {
        for other in target {
          var (low, high) = (offsets[Int(key)], offsets[Int(key) + 1])
          while high - low > 1 {
            let middle = (low + high) / 2
            if targets[middle] <= other { low = middle } else { high = middle }
          }
          cellEntries.append(Int32(low))
        }
      }
      cellOffsets.append(cellEntries.count)
    }
    self.offsets = offsets
    self.targets = targets
    self.pairs = pairs
    self.cellOffsets = cellOffsets
    self.cellEntries = cellEntries
  }

  /// For a usable pair, the entry of each of its source keys with each of its target keys, row by row.
  package func cells(_ slot: Int) -> ArraySlice<Int32> { cellEntries[cellOffsets[slot]..<cellOffsets[slot + 1]] }
}
