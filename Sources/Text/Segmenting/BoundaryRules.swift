import WaslBitext

/// Decides whether final punctuation ends a sentence. Looks at nothing outside the segment it stands in and the
/// text that follows on the line, so that a segment read alone gives the same decisions.
///
/// Words are judged by their own script, so an English abbreviation inside an Arabic sentence follows English
/// rules; the language of the text decides where no script does.
struct BoundaryRules {
  let view: ByteView
  /// Where the segment starts.
  let lower: Int
  /// Where the run of text ends.
  let upper: Int
  /// Whether a single line end is a space.
  let wrapped: Bool
  /// The language of the text, nil to go by the segment's first letter.
  var language: Language?

  private var lexicon: SegmentationLexicon { .shared }

  /// Whether the sentence ends at the end of `run`.
  func endsSentence(_ run: TerminatorRun) -> Bool {
    if run.end >= upper { return true }
    let next = skipSpaces(from: run.end)
    if next == upper || view.lineEndLength(at: next) > 0 { return true }
    if isBracketedAlone(run) { return false }
    return next > run.end ? endsBeforeSpace(run, next: next) : endsBeforeText(run)
  }

  // MARK: A space follows

  private func endsBeforeSpace(_ run: TerminatorRun, next: Int) -> Bool {
    let following = FollowingWord(at: next, in: self)
    if following.isContinuation { return false }
    // Arabic has no capitals to tell that a sentence starts behind the bracket.
    if run.closesInnerBracket, following.letterClass == .arabicLetter { return false }
    let before = PrecedingWord(before: run.start, in: self)
    switch run.kind {
    case .exclamation:
      if continuesInLowerCase(before, following, run) { return false }
      if before.script == .latin, lexicon.classes(of: before.range, in: view).contains(.exclamation) {
        return classes(of: following).contains(.starter)
      }
      return !goesOn(after: run, with: following)
    case .ellipsis:
      if continuesInLowerCase(before, following, run) { return false }
      // Nothing in Arabic script tells a pause from an end but the next word.
      if following.letterClass == .arabicLetter { return startsAfterPause(following) && !repeats(before, following) }
      return following.letterClass != .digit && !repeats(before, following)
    case .stop:
      if before.isListNumber { return false }
      switch meaning(of: before) {
      case .word: return !continuesInLowerCase(before, following, run) && !goesOnAfterStop(run, with: following)
      case .era: return endsAfterEra(following)
      case .abbreviation(let classes): return ends(after: classes, before, following)
      }
    }
  }

  private func startsAfterPause(_ following: FollowingWord) -> Bool {
    let classes = classes(of: following)
    return classes.contains(.starter) && classes.isDisjoint(with: [.conjunction, .preposition])
  }

  /// `I... I don't know`: the pause of somebody who begins again.
  private func repeats(_ before: PrecedingWord, _ following: FollowingWord) -> Bool {
    let range = following.range
    return !range.isEmpty && range.count == before.range.count
      && zip(range, before.range).allSatisfy { view[$0] == view[$1] }
  }

  private func continuesInLowerCase(_ before: PrecedingWord, _ following: FollowingWord, _ run: TerminatorRun) -> Bool {
    guard following.letterClass == .lower, !following.isCamelCase else { return false }
    if following.isBracketed && run.kind == .stop { return false }
    // In Arabic a Latin word in lower case is a term, and may well start the sentence.
    switch before.script {
    case .arabic: return false
    case .latin: return true
    case .none: return (language ?? languageOfSegment) == .english
    }
  }

  /// By the first letter of the segment.
  private var languageOfSegment: Language {
    var index = lower
    while index < min(upper, lower + 400) {
      let scalar = view.scalar(at: index)
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass.isLetter { return scalarClass == .arabicLetter ? .arabic : .english }
      index += scalar.length
    }
    return .english
  }

  func classes(of word: FollowingWord) -> WordClass { lexicon.classes(of: word.range, in: view) }

  // MARK: Text follows at once

  /// Whether a sentence ends although no space follows, as in `شركة التضامن.ب- شركة` and `the end.The next`.
  private func endsBeforeText(_ run: TerminatorRun) -> Bool {
    if run.kind == .ellipsis { return false }
    let following = FollowingWord(at: run.end, in: self)
    if following.isContinuation { return false }
    let before = PrecedingWord(before: run.start, in: self)
    if before.isSpaced { return false }  // `.NET`, ` ?query`
    switch (before.script, following.letterClass) {
    case (_, .arabicLetter): return endsBeforeArabic(run, before, following)
    case (.arabic, .digit):
      return run.kind == .exclamation || (isPlainArabicWord(before) && !before.endsInDigit && following.isListNumber)
    case (.arabic, .upper):
      return run.kind == .exclamation || isPlainArabicWord(before)
    case (_, .upper): return endsBeforeCapital(run, before, following)
    case (_, .digit), (_, .lower): return false
    default:
      // A bullet or a dash after an Arabic sentence; anything else is part of a word.
      return before.script == .arabic && isPlainArabicWord(before) && following.isDash && run.kind == .stop
    }
  }

  private func isPlainArabicWord(_ word: PrecedingWord) -> Bool {
    if word.closed { return true }
    if word.letters < 2 || word.isDotted || lexicon.classes(of: word.range, in: view).contains(.number) { return false }
    // `ود.ليلى`
    if word.script == .arabic, word.letters < 4, case .abbreviation(let classes) = meaning(of: word) {
      return classes.isDisjoint(with: [.title, .number])
    }
    return true
  }

  private func endsBeforeArabic(_ run: TerminatorRun, _ before: PrecedingWord, _ following: FollowingWord) -> Bool {
    if before.isListNumber && run.kind == .stop { return false }
    if run.kind == .exclamation { return !(run.closesQuote && isReporting(following)) }
    switch before.script {
    case .arabic:
      return isPlainArabicWord(before) && (following.letters > 1 || following.isListNumber)
    case .latin:
      return !before.isDotted && before.letters > 1 && (following.letters > 1 || following.isListNumber)
    case .none:
      return following.letters > 1 || following.isListNumber
    }
  }

  /// Between Latin letters a missing space is rarer than a name with a full stop in it: `Node.Js`, `System.Text`.
  private func endsBeforeCapital(_ run: TerminatorRun, _ before: PrecedingWord, _ following: FollowingWord) -> Bool {
    if before.isDotted || following.isDotted || before.isAddress || following.isAddress { return false }
    let starts = classes(of: following).contains(.starter)
    if before.closed || run.closes { return following.letters > 1 || starts }
    if before.letters < 2 { return before.endsInDigit && starts }
    if case .abbreviation = meaning(of: before) { return false }
    if starts { return true }
    return before.isLower && following.letters > 1 && !following.isCamelCase && !following.isAllUpper
  }

  // MARK: Looking around

  /// `(!)`, `(?)`, `[...]`: the signs are a remark of their own inside the sentence.
  private func isBracketedAlone(_ run: TerminatorRun) -> Bool {
    guard run.closes, run.start > lower else { return false }
    let opener = view[run.start - 1]
    return opener == UInt8(ascii: "(") || opener == UInt8(ascii: "[")
  }

  /// The first place from `index` on that is no white space; stops at a line end, or where a single one is a space
  /// at those that end a paragraph.
  func skipSpaces(from index: Int) -> Int {
    var place = index
    while place < upper {
      if view.lineEndLength(at: place) > 0 {
        if !wrapped { return place }
        let (next, count) = view.lineEnds(at: place, upTo: upper)
        return count > 1 ? place : next
      }
      let length = view.spaceLength(at: place)
      if length == 0 { break }
      place += length
    }
    return min(place, upper)
  }

  func isLetterOrDigit(at index: Int) -> Bool {
    index < upper && ScalarClass(view.scalar(at: index).value).isLetterOrDigit
  }
}
