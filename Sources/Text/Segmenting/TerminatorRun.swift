/// Final punctuation in a row with what closes after it, such as `.` `?!` `...` `؟»` `.")` `.[3]`.
struct TerminatorRun {
  enum Kind {
    /// A full stop, `.` or `۔`, alone.
    case stop
    /// `…`, or two full stops or more.
    case ellipsis
    /// Holds `!`, `?` or `؟`.
    case exclamation
  }

  /// Where the first sign starts.
  var start: Int
  /// Where the signs and their closing quotes, brackets, note marks and verse numbers end.
  var end: Int
  /// What the signs are; where closing signs stand between them, the last group. So are the following.
  var kind: Kind
  /// A quotation mark closes after the signs.
  var closesQuote = false
  /// Anything closes after the signs.
  var closes = false
  /// A bracket closes after the signs that opened inside the sentence.
  var closesInnerBracket = false
}

extension BoundaryRules {
  /// Reads the run of final punctuation whose first sign starts at `start`.
  func terminatorRun(at start: Int) -> TerminatorRun {
    var run = TerminatorRun(start: start, end: start, kind: .stop)
    var index = signs(at: start, into: &run)
    while index < upper {
      let closed = closingSign(at: index, run: &run)
      if closed > 0 {
        index += closed
        continue
      }
      let noted = noteMarkLength(at: index, after: run)
      if noted > 0 {
        index += noted
        continue
      }
      if let verse = verseEnd(at: index) {
        index = verse
        break
      }
      // Final punctuation after the closing quote, as in `؟».`
      if run.closes, ScalarClass(view.scalar(at: index).value) == .terminator {
        index = signs(at: index, into: &run)
        run.closes = false
        run.closesQuote = false
        continue
      }
      break
    }
    run.end = min(index, upper)
    return run
  }

  private func signs(at start: Int, into run: inout TerminatorRun) -> Int {
    var (stops, index) = (0, start)
    var kind: TerminatorRun.Kind?
    while index < upper {
      let scalar = view.scalar(at: index)
      switch scalar.value {
      case 0x2E, 0x6D4: stops += 1
      case 0x2026, 0x2025: stops += 2
      case 0x20 where view[index + 1] == 0x2E && view[index - 1] == 0x2E && stops > 0:
        // An ellipsis with spaces: `. . .`
        if view[index + 2] != 0x20 && stops < 2 { return finish(index) }
      case 0x200B...0x200F, 0x61C: break
      default:
        if ScalarClass(scalar.value) != .terminator { return finish(index) }
        kind = .exclamation
      }
      index += scalar.length
    }
    func finish(_ end: Int) -> Int {
      run.kind = kind ?? (stops > 1 ? .ellipsis : .stop)
      return end
    }
    return finish(index)
  }

  /// The length of the closing sign at `index`; 0 if there is none.
  private func closingSign(at index: Int, run: inout TerminatorRun) -> Int {
    let scalar = view.scalar(at: index)
    switch ScalarClass(scalar.value) {
    case .closer where scalar.value == 0xFD3E && verseNumber(at: index) != nil: return 0
    case .closer:
      run.closes = true
      if scalar.value != 0x29 && scalar.value != 0x5D && scalar.value != 0x7D { run.closesQuote = true }
      return scalar.length
    case .mark: return scalar.length
    case .quote:
      guard closes(quoteAt: index) else { return 0 }
      run.closes = true
      run.closesQuote = true
      return scalar.length
    case .space:
      // `« نص. »`: a space before the mark. A mark that touches the next word opens.
      let next = index + scalar.length
      guard next < upper, scalar.value == 0x20 || scalar.value == 0xA0 || scalar.value == 0x202F else { return 0 }
      let mark = view.scalar(at: next)
      if isPictograph(mark) { return scalar.length + mark.length }
      guard ScalarClass(mark.value) == .closer, !isLetterOrDigit(at: next + mark.length) else { return 0 }
      run.closes = true
      run.closesQuote = true
      return scalar.length + mark.length
    case .other:
      if isPictograph(scalar) { return scalar.length }
      // Emphasis in Markdown ends after the full stop: `**Note.** Next`
      guard scalar.value == 0x2A || scalar.value == 0x5F, !isLetterOrDigit(at: index + 1) else { return 0 }
      return 1
    default: return 0
    }
  }

  /// Where the number of a verse ends that stands at `index`, after spaces.
  private func verseEnd(at index: Int) -> Int? {
    let start = view.scalar(at: index).value == 0xA0 ? index : skipSpaces(from: index)
    guard start < upper, let number = verseNumber(at: start), border(of: number) == .after else { return nil }
    return number.range.upperBound
  }

  /// Emoji belong to the sentence before them: `We won! 🎉`
  private func isPictograph(_ scalar: DecodedScalar) -> Bool {
    scalar.value >= 0x1F1E6 && scalar.value <= 0x1FAFF
  }

  /// Whether `"` or `'` at `index`, right after final punctuation, closes: it does unless a word follows at once
  /// and no quotation of the segment is open.
  private func closes(quoteAt index: Int) -> Bool {
    if !isLetterOrDigit(at: index + 1) { return true }
    let mark = view[index]
    if mark == UInt8(ascii: "'") { return false }
    var open = false
    // A quotation longer than this is not looked at: the answer only places a missing space.
    for place in max(lower, index - 500)..<index where view[place] == mark { open.toggle() }
    return open
  }
}
