import WaslBitext

/// Cuts a text into units of one script, in one pass over its bytes.
struct ScriptScanner {
  private let view: ByteView
  private(set) var units: [ScriptUnit] = []
  private var lastWord: Language?
  /// Where the last word ended; 0 before the first.
  private var lastEnd = 0

  static func units(of view: ByteView) -> [ScriptUnit] {
    var scanner = ScriptScanner(view: view)
    scanner.scan()
    return scanner.units
  }

  private init(view: ByteView) { self.view = view }

  private mutating func scan() {
    var index = 0
    while index < view.count {
      let byte = view[unchecked: index]
      if byte < 0x80 {
        if LatinWord.isLetter(byte) {
          index = takeLatinWord(at: index)
        } else {
          index += 1
        }
      } else if ArabicWord.length(at: index, in: view) > 0 {
        index = takeArabicWord(at: index)
      } else if LatinWord.wideLetterLength(at: index, in: view) > 0 {
        index = takeLatinWord(at: index)
      } else {
        index += view.scalar(at: index).length
      }
    }
  }

  private mutating func takeArabicWord(at start: Int) -> Int {
    var end = start
    while end < view.count {
      let length = ArabicWord.length(at: end, in: view)
      if length == 0 { break }
      end += length
    }
    add(start..<end, .arabic, first: WordCost.firstArabic, next: WordCost.nextArabic)
    return end
  }

  private mutating func takeLatinWord(at start: Int) -> Int {
    let word = LatinWord(at: start, in: view)
    if word.isTechnical {
      add(word.range, .english, first: WordCost.firstTechnical, next: WordCost.nextTechnical)
    } else {
      let extra = word.isFunctionWord(in: view) ? WordCost.functionWord : 0
      add(word.range, .english, first: WordCost.firstLatin + extra, next: WordCost.nextLatin + extra)
    }
    return word.range.upperBound
  }

  /// - Parameters:
  ///   - first: what the word costs in the other language as the first of its phrase.
  ///   - next: what it costs after another foreign word.
  private mutating func add(_ word: Range<Int>, _ script: Language, first: Float, next: Float) {
    let gap = gapKind(before: word.lowerBound, changesScript: lastWord != script)
    let continues = lastWord == script && gap < .column
    let foreign = continues ? next : first
    let arabicCost = script == .arabic ? WordCost.own : foreign
    let englishCost = script == .english ? WordCost.own : foreign
    if continues {
      let last = units.count - 1
      units[last].range = units[last].range.lowerBound..<word.upperBound
      units[last].arabicCost += arabicCost
      units[last].englishCost += englishCost
    } else {
      units.append(
        ScriptUnit(range: word, script: script, gap: gap, arabicCost: arabicCost, englishCost: englishCost))
    }
    lastWord = script
    lastEnd = word.upperBound
  }

  private func gapKind(before start: Int, changesScript: Bool) -> GapKind {
    if start == lastEnd + 1, view[unchecked: lastEnd] == 0x20 {
      return changesScript && ScalarClass(view.scalar(at: start).value) == .upper ? .capital : .middle
    }
    return GapKind(of: lastEnd..<start, in: view, changesScript: changesScript)
  }
}

extension GapKind: Comparable {
  static func < (left: GapKind, right: GapKind) -> Bool { left.rawValue < right.rawValue }

  /// The strongest break in a gap between two words.
  init(of gap: Range<Int>, in view: ByteView, changesScript: Bool) {
    var kind = GapKind.middle
    // Line ends in a row with nothing but space between them, and the most of them.
    var (lineEnds, mostLineEnds) = (0, 0)
    var (sawTerminator, sawColumn) = (false, false)
    var index = gap.lowerBound
    while index < gap.upperBound {
      let lineEnd = view.lineEndLength(at: index)
      if lineEnd > 0 {
        lineEnds += 1
        mostLineEnds = max(mostLineEnds, lineEnds)
        index += lineEnd
        continue
      }
      let scalar = view.scalar(at: index)
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass != .space { lineEnds = 0 }
      switch scalarClass {
      case .terminator:
        sawTerminator = true
        // Without a space after it the full stop of `word.Next` counts only where the script changes too.
        if changesScript { kind = max(kind, .sentence) }
      case .space:
        if sawTerminator { kind = max(kind, .sentence) }
        if scalar.value == 0x09 { sawColumn = true }
        if GapKind.isSeparator(at: index + scalar.length, in: view) { kind = max(kind, .column) }
      case .other where scalar.value == 0x7C: sawColumn = true
      default: break
      }
      index += scalar.length
    }
    if mostLineEnds > 1 {
      kind = .paragraph
    } else if mostLineEnds == 1 {
      kind = .line
    } else if sawColumn {
      // A tab or a bar says more than the full stop before it.
      kind = .column
    } else if kind < .column, changesScript, ScalarClass(view.scalar(at: gap.upperBound).value) == .upper {
      kind = .capital
    }
    self = kind
  }

  /// Whether a dash, slash or equals sign with a space after it starts at `index`.
  private static func isSeparator(at index: Int, in view: ByteView) -> Bool {
    let scalar = view.scalar(at: index)
    switch scalar.value {
    case 0x2D, 0x2F, 0x3D, 0x2013, 0x2014, 0x2022, 0xB7:
      return view.spaceLength(at: index + scalar.length) > 0
    default: return false
    }
  }
}
