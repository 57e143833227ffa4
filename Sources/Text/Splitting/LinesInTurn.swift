import WaslBitext

/// A file that gives a line in one language and then the same line in the other, all through.
///
/// Its lines without letters (dates, rules, placeholders) say nothing themselves: of two equal lines the first belongs
/// to the language that leads, and a line alone to the language whose turn it is. Only files that have such lines are
/// split here; the words tell all others better.
struct LinesInTurn {
  private struct Line {
    var range: Range<Int>
    /// By its letters, or its Arabic digits and signs; nil for a line with neither.
    var script: Language?
    var hasLetters: Bool
    /// Whether the next line is the same.
    var isTwin = false
  }

  /// Nil for a file that is not of this kind.
  private(set) var runs: [LanguageRun]?

  /// A file too small shows no order.
  private static let fewest = 4

  init(_ view: ByteView) {
    var lines = Self.lines(view)
    let hasTwins = Self.markTwins(&lines, view)
    guard hasTwins || lines.contains(where: { $0.script == nil }), let first = Self.leader(lines) else { return }
    var runs: [LanguageRun] = []
    var turn = first
    var index = 0
    func add(_ line: Line, _ language: Language) {
      if let last = runs.last, last.language == language {
        runs[runs.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        runs.append(LanguageRun(range: line.range, language: language))
      }
      turn = language.other
    }
    while index < lines.count {
      let line = lines[index]
      if line.isTwin {
        add(line, first)
        add(lines[index + 1], first.other)
        index += 1
      } else {
        add(line, line.script ?? turn)
      }
      index += 1
    }
    self.runs = runs
  }

  /// The language of the first line of each pair, if the lines that have letters take turns.
  private static func leader(_ lines: [Line]) -> Language? {
    var scripts: [Language] = []
    var index = 0
    while index < lines.count {
      if lines[index].isTwin {
        index += 2
        continue
      }
      if lines[index].hasLetters, let script = lines[index].script { scripts.append(script) }
      index += 1
    }
    guard let first = scripts.first, scripts.count >= fewest else { return nil }
    let changes = zip(scripts, scripts.dropFirst()).count { $0 != $1 }
    return changes * 10 >= (scripts.count - 1) * 9 ? first : nil
  }

  /// Marks lines without Arabic letters that the next line repeats; says whether there are any.
  private static func markTwins(_ lines: inout [Line], _ view: ByteView) -> Bool {
    var (index, found) = (0, false)
    while index + 1 < lines.count {
      let (line, next) = (lines[index].range, lines[index + 1].range)
      let isEqual =
        lines[index].script != .arabic && line.count == next.count
        && line.indices.allSatisfy { view[$0] == view[$0 - line.lowerBound + next.lowerBound] }
      lines[index].isTwin = isEqual
      found = found || isEqual
      index += isEqual ? 2 : 1
    }
    return found
  }

  /// The lines that are not blank.
  private static func lines(_ view: ByteView) -> [Line] {
    var lines: [Line] = []
    var (start, index) = (0, 0)
    func take(_ end: Int) {
      let range = view.trimmed(start..<end)
      if range.isEmpty { return }
      let counts = ScriptCounts(of: view, in: range)
      let hasLetters = counts.arabicLetters + counts.latinLetters > 0
      let isArabic = hasLetters ? counts.arabicLetters * 2 >= counts.latinLetters : counts.arabicSigns > 0
      let script: Language? = hasLetters || isArabic ? (isArabic ? .arabic : .english) : nil
      lines.append(Line(range: range, script: script, hasLetters: hasLetters))
    }
    while index < view.count {
      let length = view.lineEndLength(at: index)
      if length > 0 {
        take(index)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    take(view.count)
    return lines
  }
}
