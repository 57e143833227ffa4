/// The word before final punctuation: letters and digits back to a space or a sign, with full stops inside.
struct PrecedingWord {
  enum Script { case arabic, latin, none }

  private(set) var range: Range<Int>
  /// Of the letter nearest to the punctuation; cased and other letters count as Latin.
  private(set) var script = Script.none
  /// Letters, without marks, tatweel and digits.
  private(set) var letters = 0
  /// All letters are in upper case, or in lower case.
  private(set) var (isUpper, isLower) = (true, true)
  /// Full stops stand between groups of at most three letters, one of which is a letter alone: `U.S`, `Ph.D`, `ق.م`.
  private(set) var isDotted = false
  private(set) var hasDigit = false
  private(set) var endsInDigit = false
  /// A number stands right before the word, with or without a space: `1416هـ`, `10 a.m`.
  private(set) var followsNumber = false
  /// A closing bracket or quotation mark stands between the word and the punctuation.
  private(set) var closed = false
  /// A space, or nothing, stands before the punctuation.
  private(set) var isSpaced = false
  /// The number or letter of a list item or heading, and nothing else stands before it in the segment.
  var isListNumber: Bool { !closed && !range.isEmpty && ListNumber.ends(with: self, in: rules) }
  private let rules: BoundaryRules

  init(before end: Int, in rules: BoundaryRules) {
    self.rules = rules
    range = end..<end
    let index = skipClosed(before: end)
    if closed, opensOnly(index..<end) {
      // `"!word`: the signs before the punctuation open.
      closed = false
      isSpaced = true
      return
    }
    if !closed { readWord(endingAt: index) }
    if closed, index > rules.lower {
      script = Self.script(of: ScalarClass(rules.view.scalar(before: index, from: rules.lower).value))
    }
    isSpaced = !closed && range.isEmpty && (end == rules.lower || precededBySpace(end))
  }

  private static func script(of scalarClass: ScalarClass) -> Script {
    scalarClass == .arabicLetter ? .arabic : scalarClass.isLetter ? .latin : .none
  }

  private mutating func skipClosed(before end: Int) -> Int {
    var index = end
    while index > rules.lower {
      let scalar = rules.view.scalar(before: index, from: rules.lower)
      switch ScalarClass(scalar.value) {
      case .closer, .quote: closed = true
      case .mark where scalar.value > 0x2000 || scalar.value == 0x61C: break
      default: return index
      }
      index -= scalar.length
    }
    return index
  }

  /// Whether only `"` and `'` stand in `range`, after a space or nothing.
  private func opensOnly(_ range: Range<Int>) -> Bool {
    guard range.lowerBound == rules.lower || precededBySpace(range.lowerBound) else { return false }
    return range.allSatisfy { rules.view[$0] == UInt8(ascii: "\"") || rules.view[$0] == UInt8(ascii: "'") }
  }

  private mutating func readWord(endingAt end: Int) {
    // An abbreviation is shorter than this; a longer word is a word.
    let limit = max(rules.lower, end - 48)
    var index = end
    // Letters since the last full stop, and the most and the fewest between full stops.
    var (segment, longest, shortest) = (0, 0, Int.max)
    var stopAt = end
    while index > limit {
      let scalar = rules.view.scalar(before: index, from: limit)
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass.isLetter {
        if script == .none { script = Self.script(of: scalarClass) }
        if scalar.value != 0x640 {
          letters += 1
          segment += 1
        }
        isUpper = isUpper && scalarClass == .upper
        isLower = isLower && scalarClass == .lower
      } else if scalarClass == .digit {
        if letters > 0 && !endsInDigit {
          followsNumber = true
          hasDigit = true
          break
        }
        hasDigit = true
        if index == end { endsInDigit = true }
      } else if scalar.value == 0x2E, index < stopAt {
        longest = max(longest, segment)
        shortest = min(shortest, segment)
        segment = 0
        stopAt = index - 1
        if letters > 0 { isDotted = true }
      } else if scalarClass != .mark {
        break
      }
      index -= scalar.length
    }
    if stopAt == index, index < end { index += 1 }  // a full stop that begins the word: `.NET`
    if isDotted { isDotted = segment > 0 && max(longest, segment) <= 3 && min(shortest, segment) == 1 }
    range = index..<end
    if !followsNumber, letters > 0, index > rules.lower + 1, rules.view[index - 1] == 0x20 {
      followsNumber = ScalarClass(rules.view.scalar(before: index - 1, from: rules.lower).value) == .digit
    }
  }

  /// How many digits stand right before the word, or a space before it.
  var digitsBefore: Int {
    var (index, count) = (range.lowerBound, 0)
    if index > rules.lower, rules.view[index - 1] == 0x20 { index -= 1 }
    while index > rules.lower, count < 9 {
      let scalar = rules.view.scalar(before: index, from: rules.lower)
      guard ScalarClass(scalar.value) == .digit else { break }
      index -= scalar.length
      count += 1
    }
    return count
  }

  private func precededBySpace(_ index: Int) -> Bool {
    ScalarClass(rules.view.scalar(before: index, from: rules.lower).value).isSpace
  }

  /// Part of an address, a path or a longer name with signs in it.
  var isAddress: Bool {
    var index = range.lowerBound
    let limit = max(rules.lower, index - 64)
    while index > limit {
      let scalar = rules.view.scalar(before: index, from: limit)
      if ScalarClass(scalar.value).isSpace { return false }
      if scalar.value == 0x40 || scalar.value == 0x2F || scalar.value == 0x5F { return true }  // @ / _
      index -= scalar.length
    }
    return false
  }
}
