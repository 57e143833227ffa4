internal import WaslBitext

/// Keeps running heads, page numbers and the numbers of rows out of beads: each is a gap.
enum FurnitureMarks {
  /// Nothing is known of a counterpart, for nothing was looked for.
  static let confidence = 0.5

  /// The marks with a gap for each run of segments of a side that are page furniture.
  static func adding(_ source: Document, _ target: Document, to marks: [GuideMark]) -> [GuideMark] {
    var merged = marks
    merge(runs(source), \.source, into: &merged)
    merge(runs(target), \.target, into: &merged)
    return merged
  }

  private static func merge(
    _ runs: [Range<Int>], _ side: WritableKeyPath<GuideMark, Range<Int>?>, into marks: inout [GuideMark]
  ) {
    if runs.isEmpty { return }
    var result: [GuideMark] = []
    result.reserveCapacity(marks.count + runs.count)
    var next = 0
    for mark in marks {
      if let range = mark[keyPath: side] {
        while next < runs.count, runs[next].lowerBound < range.lowerBound {
          // What a person has confirmed stands.
          if runs[next].upperBound <= range.lowerBound { result.append(gap(runs[next], side)) }
          next += 1
        }
        while next < runs.count, runs[next].lowerBound < range.upperBound { next += 1 }
      }
      result.append(mark)
    }
    result += runs[next...].map { gap($0, side) }
    marks = result
  }

  private static func gap(_ range: Range<Int>, _ side: WritableKeyPath<GuideMark, Range<Int>?>) -> GuideMark {
    var mark = GuideMark(isFurniture: true)
    mark[keyPath: side] = range
    return mark
  }

  /// The bytes of segments in a row that are furniture.
  private static func runs(_ document: Document) -> [Range<Int>] {
    let text = document.text
    guard text.blocks.contains(where: { $0.kind == .pageFurniture }) else { return [] }
    var runs: [Range<Int>] = []
    var isOpen = false
    for segment in document.segments {
      let block = segment.range.isEmpty ? nil : text.blockIndex(at: segment.range.lowerBound)
      let isFurniture = block.map { text.blocks[$0].kind == .pageFurniture } ?? false
      if isFurniture, isOpen {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<segment.range.upperBound
      } else if isFurniture {
        runs.append(segment.range)
      }
      isOpen = isFurniture
    }
    return runs
  }
}
