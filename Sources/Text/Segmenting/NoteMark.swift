/// Signs of foot- and endnotes, which stand after the full stop and belong to the sentence before it: `.1` `.¹` `.١`
/// `.(1)` `.[1]` `.†`.
extension BoundaryRules {
  /// The length of the note signs at `index`, right after the final punctuation and the closing signs of `run`; 0 where
  /// there are none.
  func noteMarkLength(at index: Int, after run: TerminatorRun) -> Int {
    let scalar = view.scalar(at: index)
    switch scalar.value {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: return noteNumberLength(at: index, after: run)
    case 0x28: return bracketedNoteLength(at: index)
    case 0x5B: return squareNoteLength(at: index)
    case 0x20, 0xA0, 0x202F:
      // A space before a raised sign is a misprint.
      let next = index + scalar.length
      let length = raisedLength(at: next)
      return length > 0 && !isLetterOrDigit(at: next + length) ? scalar.length + length : 0
    default: return raisedLength(at: index)
    }
  }

  /// Raised figures with what joins them (`¹,²`), daggers, and figures in circles.
  private func raisedLength(at start: Int) -> Int {
    var (index, end) = (start, start)
    while index < upper {
      let scalar = view.scalar(at: index)
      index += scalar.length
      switch scalar.value {
      case 0xB9, 0xB2, 0xB3, 0x2070...0x209C, 0x2020, 0x2021, 0x2460...0x2473: end = index
      case 0x2C, 0x60C, 0x2D, 0x2013:
        if end == start { return 0 }
      default: return end - start
      }
    }
    return end - start
  }

  /// `[12]`, `[note 3]`
  private func squareNoteLength(at index: Int) -> Int {
    var end = index + 1
    while end < upper, end - index < 24 {
      let byte = view[end]
      if byte == UInt8(ascii: "]") { return end > index + 1 ? end + 1 - index : 0 }
      if byte < 0x20 || byte == UInt8(ascii: "[") { return 0 }
      end += 1
    }
    return 0
  }

  /// `(12)`, `(*)`
  private func bracketedNoteLength(at start: Int) -> Int {
    var index = start + 1
    if view[index] == UInt8(ascii: "*") {
      while view[index] == UInt8(ascii: "*"), index - start < 4 { index += 1 }
    } else {
      let raised = raisedLength(at: index)
      index += raised > 0 ? raised : figures(from: index).length
    }
    return index > start + 1 && view[index] == UInt8(ascii: ")") ? index + 1 - start : 0
  }

  /// Plain figures: nothing but the words around tells a note from a decimal, a version, or the number of an article.
  private func noteNumberLength(at start: Int, after run: TerminatorRun) -> Int {
    let first = figures(from: start)
    guard first.length > 0, first.value > 0 else { return 0 }
    var end = start + first.length
    // `.1,2` and `.3-5`
    while [0x2C, 0x60C, 0x2D, 0x2013].contains(view.scalar(at: end).value) {
      let next = end + view.scalar(at: end).length
      let more = figures(from: next)
      if more.length == 0 { break }
      end = next + more.length
    }
    guard end < upper else { return end - start }
    guard view.spaceLength(at: end) > 0 else { return 0 }
    let before = PrecedingWord(before: run.start, in: self)
    if !run.closes, run.kind != .exclamation, !before.closed, !mayCarryNote(before) { return 0 }
    let next = skipSpaces(from: end)
    if next == upper || view.lineEndLength(at: next) > 0 { return end - start }
    switch FollowingWord(at: next, in: self).letterClass {
    case .arabicLetter: return before.script == .latin && !run.closes ? 0 : end - start
    case .upper: return end - start
    default: return 0
    }
  }

  /// A word that is nothing but the last of its sentence.
  private func mayCarryNote(_ word: PrecedingWord) -> Bool {
    if word.letters < 2 || word.hasDigit || word.isDotted || word.isAddress { return false }
    let numbered: WordClass = [.heading, .title, .number, .inner, .either, .ending]
    func isNumbered(_ range: Range<Int>) -> Bool {
      !SegmentationLexicon.shared.classes(of: range, in: view).isDisjoint(with: numbered)
    }
    if isNumbered(word.range) { return false }
    return word.script == .latin || !Proclitics.rests(of: word.range, in: view).contains(where: isNumbered)
  }

  /// At most three figures: their length in bytes and what they say.
  func figures(from start: Int) -> (length: Int, value: Int) {
    var (index, value, count) = (start, 0, 0)
    while index < upper {
      let scalar = view.scalar(at: index)
      let digit: UInt32
      switch scalar.value {
      case 0x30...0x39: digit = scalar.value - 0x30
      case 0x660...0x669: digit = scalar.value - 0x660
      case 0x6F0...0x6F9: digit = scalar.value - 0x6F0
      default: return count > 3 ? (0, 0) : (index - start, value)
      }
      count += 1
      if count > 3 { return (0, 0) }
      value = value * 10 + Int(digit)
      index += scalar.length
    }
    return (index - start, value)
  }
}
