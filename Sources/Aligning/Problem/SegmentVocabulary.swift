package import CWaslKernel

/// The distinct types of each segment with their counts, and for each type the segments that hold it.
package struct SegmentVocabulary {
  /// A type or a segment, and how often.
  package typealias Entry = ckernel_entry

  /// Segment `i` holds the types `bySegment[segmentOffsets[i]..<segmentOffsets[i + 1]]`, ascending.
  package private(set) var segmentOffsets: [Int]
  package private(set) var bySegment: [Entry]
  /// Type `t` stands in the segments `byType[typeOffsets[t]..<typeOffsets[t + 1]]`, ascending.
  package private(set) var typeOffsets: [Int]
  package private(set) var byType: [Entry]

  package init(_ side: Side) {
    let (segments, types) = (side.count, side.nullProbability.count)
    segmentOffsets = Array(repeating: 0, count: segments + 1)
    typeOffsets = Array(repeating: 0, count: types + 1)
    bySegment = Array(repeating: Entry(index: 0, count: 0), count: side.tokens.count)
    byType = []
    var sorted = side.tokens
    let found = typeOffsets.withUnsafeMutableBufferPointer { counts in
      let end = sorted.withUnsafeMutableBufferPointer { sorted in
        bySegment.withUnsafeMutableBufferPointer { entries in
          var end = 0
          for segment in 0..<segments {
            let first = end
            var tokens = UnsafeMutableBufferPointer(
              rebasing: sorted[Int(side.tokenOffsets[segment])..<Int(side.tokenOffsets[segment + 1])])
            Self.sort(&tokens)
            for type in tokens {
              if end > first, entries[end - 1].index == type {
                entries[end - 1].count += 1
              } else {
                entries[end] = Entry(index: type, count: 1)
                end += 1
                counts[Int(type) + 1] += 1
              }
            }
            segmentOffsets[segment + 1] = end
          }
          return end
        }
      }
      for type in 0..<types { counts[type + 1] += counts[type] }
      return end
    }
    bySegment.removeLast(bySegment.count - found)
    byType = Array(repeating: Entry(index: 0, count: 0), count: bySegment.count)
    var next = typeOffsets
    next.withUnsafeMutableBufferPointer { next in
      byType.withUnsafeMutableBufferPointer { byType in
        for segment in 0..<segments {
          for entry in bySegment[segmentOffsets[segment]..<segmentOffsets[segment + 1]] {
            byType[next[Int(entry.index)]] = Entry(index: Int32(segment), count: entry.count)
            next[Int(entry.index)] += 1
          }
        }
      }
    }
  }

  /// Ascending; most segments are short.
  private static func sort(_ types: inout UnsafeMutableBufferPointer<Int32>) {
    if types.count > 40 {
      types.sort()
      return
    }
    for index in types.indices.dropFirst() {
      let type = types[index]
      var place = index
      while place > 0, types[place - 1] > type {
        types[place] = types[place - 1]
        place -= 1
      }
      types[place] = type
    }
  }

  package var typeCount: Int { typeOffsets.count - 1 }

  package var segmentCount: Int { segmentOffsets.count - 1 }

  package func segmentCount(of type: Int) -> Int { typeOffsets[type + 1] - typeOffsets[type] }

  package func types(of segment: Int) -> ArraySlice<Entry> {
    bySegment[segmentOffsets[segment]..<segmentOffsets[segment + 1]]
  }

  package func segments(of type: Int) -> ArraySlice<Entry> {
    byType[typeOffsets[type]..<typeOffsets[type + 1]]
  }
}
