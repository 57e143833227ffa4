internal import WaslAligning
internal import WaslBitext

/// Places in two subtitle files where cues start together and a sentence has ended.
enum SubtitleCuts {
  /// A pause this long ends what was said, in milliseconds.
  private static let pause = 1_500

  /// - Returns: none unless both sides have times that agree for the most part.
  static func marks(_ source: Document, _ target: Document) -> [GuideMark] {
    let (sources, targets) = (Starts(source), Starts(target))
    guard let clock = SubtitleClock(sources.times, targets.times) else { return [] }
    return clock.together(sources.times, targets.times).compactMap { pair in
      let (row, column) = (sources.cues[pair.source], targets.cues[pair.target])
      guard row.endsBefore || column.endsBefore else { return nil }
      return GuideMark(source: row.byte..<row.byte, target: column.byte..<column.byte, isCut: true)
    }
  }

  /// The marks with those cuts between them that do not contradict them.
  static func adding(_ cuts: [GuideMark], to marks: [GuideMark]) -> [GuideMark] {
    if marks.isEmpty || cuts.isEmpty { return marks + cuts }
    var merged: [GuideMark] = []
    var next = 0
    for mark in marks {
      while next < cuts.count, isBefore(cuts[next], mark) {
        if merged.last.map({ isBefore($0, cuts[next]) }) ?? true { merged.append(cuts[next]) }
        next += 1
      }
      merged.append(mark)
      while next < cuts.count, !isBefore(mark, cuts[next]) { next += 1 }
    }
    for cut in cuts[next...] where merged.last.map({ isBefore($0, cut) }) ?? true { merged.append(cut) }
    return merged
  }

  private static func isBefore(_ first: GuideMark, _ second: GuideMark) -> Bool {
    func precedes(_ one: Range<Int>?, _ other: Range<Int>?) -> Bool {
      guard let one, let other else { return true }
      return one.upperBound <= other.lowerBound
    }
    return precedes(first.source, second.source) && precedes(first.target, second.target)
  }

  /// The cues of a side that hold segments, in order, none earlier than the one before.
  private struct Starts {
    private(set) var times: [Int] = []
    /// Where each starts, and whether what was said before it has ended.
    private(set) var cues: [(byte: Int, endsBefore: Bool)] = []

    init(_ document: Document) {
      var end = Int.min / 2
      var next = 0
      for cue in document.text.cues {
        while next < document.segments.count, document.segments[next].range.lowerBound < cue.range.lowerBound {
          next += 1
        }
        guard next < document.segments.count, cue.range.contains(document.segments[next].range.lowerBound),
          cue.start >= times.last ?? 0
        else { continue }
        var endsBefore = next == 0 || cue.start - end >= SubtitleCuts.pause
        if !endsBefore {
          let marks = SegmentMarks.marks(of: document.segments[next - 1], in: document.text)
          endsBefore = !marks.isDisjoint(with: [.question, .exclamation, .fullStop])
        }
        times.append(cue.start)
        cues.append((document.segments[next].range.lowerBound, endsBefore))
        end = cue.end
      }
    }
  }
}
