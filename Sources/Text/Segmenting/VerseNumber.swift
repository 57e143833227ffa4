/// The number of a verse, as the Quran and prayers have it: `۝١`, `١۝`, `۝`, `﴿١﴾`, `(١)`, or figures after a no-break
/// space.
struct VerseNumber {
  enum Form {
    /// With U+06DD, or in ornate brackets: nothing else looks so.
    case sign
    /// In round brackets or behind a no-break space: notes and lists look the same.
    case plain
  }

  var range: Range<Int>
  /// Nil where the sign has none.
  var value: Int?
  var form: Form
}

extension BoundaryRules {
  /// On which side of a verse's number the verse ends.
  enum VerseBorder { case before, after }

  /// How far to look for the numbers to come.
  private static let verseReach = 4096

  /// The number of a verse that starts at `index`, by its look.
  func verseNumber(at index: Int) -> VerseNumber? {
    let scalar = view.scalar(at: index)
    switch scalar.value {
    case 0x6DD:
      let digits = figures(from: index + 2)
      if digits.length > 0 {
        return VerseNumber(range: index..<index + 2 + digits.length, value: digits.value, form: .sign)
      }
      let (start, value) = figuresBefore(index)
      return VerseNumber(range: start..<index + 2, value: value, form: .sign)
    case 0xFD3E, 0xFD3F: return bracketed(at: index, length: 3, by: [0xFD3E, 0xFD3F], .sign)
    case 0x28: return bracketed(at: index, length: 1, by: [0x29], .plain)
    case 0xA0:
      let digits = figures(from: index + 2)
      let end = index + 2 + digits.length
      guard digits.length > 0, end == upper || view.spaceLength(at: end) > 0 else { return nil }
      return VerseNumber(range: index..<end, value: digits.value, form: .plain)
    default: return nil
    }
  }

  private func bracketed(at index: Int, length: Int, by closers: [UInt32], _ form: VerseNumber.Form) -> VerseNumber? {
    var place = index + length
    if view[place] == 0x20 { place += 1 }
    let digits = figures(from: place)
    guard digits.length > 0 else { return nil }
    place += digits.length
    if view[place] == 0x20 { place += 1 }
    let closer = view.scalar(at: place)
    guard place < upper, closers.contains(closer.value) else { return nil }
    return VerseNumber(range: index..<place + closer.length, value: digits.value, form: form)
  }

  /// The figures that end at `end`: where they start, and what they say.
  private func figuresBefore(_ end: Int) -> (start: Int, value: Int?) {
    var start = end
    while start > lower {
      let scalar = view.scalar(before: start, from: lower)
      guard ScalarClass(scalar.value) == .digit else { break }
      start -= scalar.length
    }
    let digits = figures(from: start)
    return start < end && digits.length > 0 ? (start, digits.value) : (end, nil)
  }

  /// Where the verse ends that `number` belongs to, nil where it is no verse's number.
  ///
  /// Verses have it at their end, translations also at their start; the start of the segment tells. A number that only
  /// looks like a list's or a note's counts if the numbers after it on the line go on by one to the line's end.
  func border(of number: VerseNumber) -> VerseBorder? {
    let next = skipSpaces(from: number.range.upperBound)
    let endsLine = next == upper || view.lineEndLength(at: next) > 0
    if !endsLine {
      let following = FollowingWord(at: next, in: self)
      if following.isContinuation { return nil }
      guard following.letterClass == .arabicLetter || following.letterClass == .upper else { return nil }
    }
    if let first = firstNumber {
      if endsLine { return nil }
      if number.form == .sign { return .before }
      guard let value = first.value, number.value == value + 1 else { return nil }
      return following(number).last >= 3 ? .before : nil
    }
    if number.form == .sign { return .after }
    if endsLine { return .after }
    return isVerseEnd(number) ? .after : nil
  }

  /// The number that the segment starts with.
  private var firstNumber: VerseNumber? { verseNumber(at: skipSpaces(from: lower)) }

  private func isVerseEnd(_ number: VerseNumber) -> Bool {
    guard let value = number.value, value > 0, precedesWord(number) else { return false }
    let (last, words, reachesEnd) = following(number)
    guard last > value, reachesEnd else { return false }
    // Numbers inside one sentence: `بين الجدول (1) والجدول (2)`.
    let verses = last - value + 1
    let all = words + wordCount(in: lower..<number.range.lowerBound)
    let least = last >= 3 ? 2 : 4
    return all >= least * verses && words >= least * (verses - 1) && !holdsNumber(value - 1, before: number)
  }

  /// Whether a letter stands before the number: behind a colon, a comma or a dash it counts the items of a list.
  private func precedesWord(_ number: VerseNumber) -> Bool {
    var index = number.range.lowerBound
    while index > lower {
      let scalar = view.scalar(before: index, from: lower)
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass.isLetter || scalarClass == .terminator || scalarClass == .closer { return true }
      // Signs of recitation are letters and marks; the small ones are `other`.
      if !scalarClass.isSpace, scalarClass != .mark { return false }
      index -= scalar.length
    }
    return false
  }

  /// The numbers that go on from `number` by one: the last, the words before it, and whether it ends the line, or the
  /// line is too long to tell.
  private func following(_ number: VerseNumber) -> (last: Int, words: Int, reachesEnd: Bool) {
    guard var last = number.value else { return (0, 0, false) }
    var (index, start, words) = (number.range.upperBound, number.range.upperBound, 0)
    let limit = min(upper, index + Self.verseReach)
    while index < limit {
      let scalar = view.scalar(at: index)
      if scalar.value == 0x28 || scalar.value == 0xA0, let next = verseNumber(at: index) {
        // Right after a full stop a number is a note's.
        let isNote = ScalarClass(view.scalar(before: index, from: lower).value) == .terminator
        guard next.value == last + 1, !isNote else { return (last, words, false) }
        last += 1
        words += wordCount(in: start..<index)
        (start, index) = (next.range.upperBound, next.range.upperBound)
        let end = skipSpaces(from: index)
        if end == upper || view.lineEndLength(at: end) > 0 { return (last, words, true) }
        continue
      }
      if view.lineEndLength(at: index) > 0, skipSpaces(from: index) == index { return (last, words, false) }
      index += scalar.length
    }
    return (last, words, limit < upper && last >= (number.value ?? last) + 2)
  }

  private func holdsNumber(_ value: Int, before number: VerseNumber) -> Bool {
    var index = max(lower, number.range.lowerBound - Self.verseReach)
    while index < number.range.lowerBound {
      let byte = view[index]
      if byte == 0x28 || byte == 0xC2, let earlier = verseNumber(at: index), earlier.value == value { return true }
      index += 1
    }
    return false
  }

  private func wordCount(in range: Range<Int>) -> Int {
    var (count, index) = (0, range.lowerBound)
    var insideWord = false
    while index < range.upperBound {
      let scalar = view.scalar(at: index)
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass.isLetter, !insideWord { count += 1 }
      insideWord = scalarClass.isLetter || insideWord && scalarClass == .mark
      index += scalar.length
    }
    return count
  }
}
