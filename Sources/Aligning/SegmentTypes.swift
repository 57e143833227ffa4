/// The distinct types of each segment with their counts, and for each type the segments that hold it.
struct SegmentTypes {
  struct Entry {
    var index: Int32
    var count: Float
  }

  /// Segment `i` holds the types `bySegment[segmentOffsets[i]..<segmentOffsets[i + 1]]`, ascending.
  private(set) var segmentOffsets: [Int]
  private(set) var bySegment: [Entry]
  /// Type `t` stands in the segments `byType[typeOffsets[t]..<typeOffsets[t + 1]]`, ascending.
  private(set) var typeOffsets: [Int]
  private(set) var byType: [Entry]

  init(_ side: Side) {
    segmentOffsets = [0]
    segmentOffsets.reserveCapacity(side.count + 1)
    bySegment = []
    bySegment.reserveCapacity(side.tokens.count)
    var typeCounts = Array(repeating: 0, count: side.typeSlack.count + 1)
    var sorted: [Int32] = []
    for segment in 0..<side.count {
      sorted.removeAll(keepingCapacity: true)
      sorted += side.tokens[Int(side.tokenOffsets[segment])..<Int(side.tokenOffsets[segment + 1])]
      sorted.sort()
      for type in sorted {
        if let last = bySegment.last, last.index == type, bySegment.count > segmentOffsets[segment] {
          bySegment[bySegment.count - 1].count += 1
        } else {
          bySegment.append(Entry(index: type, count: 1))
          typeCounts[Int(type) + 1] += 1
        }
      }
      segmentOffsets.append(bySegment.count)
    }
    for type in 1..<typeCounts.count { typeCounts[type] += typeCounts[type - 1] }
    typeOffsets = typeCounts
    byType = Array(repeating: Entry(index: 0, count: 0), count: bySegment.count)
    var next = typeOffsets
    for segment in 0..<side.count {
      for entry in bySegment[segmentOffsets[segment]..<segmentOffsets[segment + 1]] {
        byType[next[Int(entry.index)]] = Entry(index: Int32(segment), count: entry.count)
        next[Int(entry.index)] += 1
      }
    }
  }

  var typeCount: Int { typeOffsets.count - 1 }

  var segmentCount: Int { segmentOffsets.count - 1 }

  func segmentCount(of type: Int) -> Int { typeOffsets[type + 1] - typeOffsets[type] }

  func types(of segment: Int) -> ArraySlice<Entry> {
    bySegment[segmentOffsets[segment]..<segmentOffsets[segment + 1]]
  }

  func segments(of type: Int) -> ArraySlice<Entry> {
    byType[typeOffsets[type]..<typeOffsets[type + 1]]
  }
}
