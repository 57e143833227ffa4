/// Whether a full stop belongs to an abbreviation.
extension BoundaryRules {
  enum Meaning {
    case word
    case abbreviation(WordClass)
    /// A letter after a year, `2023م.`, `1416هـ.`: mostly the year ends the sentence.
    case era
  }

  func meaning(of word: PrecedingWord) -> Meaning {
    // No abbreviation is longer, and no word of the lexicon.
    if word.range.isEmpty || word.script == .none || word.letters > 10 { return .word }
    let classes = SegmentationLexicon.shared.classes(of: word.range, in: view)
    let abbreviations: WordClass = [.title, .number, .inner, .either, .ending]
    if word.script == .arabic {
      if word.letters == 1 {
        // A letter after a number is a unit or an era: `1995 م.`, `1416هـ.`
        if word.followsNumber { return word.digitsBefore >= 3 ? .era : .abbreviation(.either) }
        return .abbreviation(classes.union(.title))
      }
      if classes.contains(.letterName), isChained(word) { return .abbreviation(.title) }
      if classes.isDisjoint(with: abbreviations), let hidden = classesBehindProclitics(of: word) {
        return .abbreviation(hidden)
      }
      if word.isDotted { return .abbreviation(classes.isDisjoint(with: abbreviations) ? .either : classes) }
    } else {
      if word.letters == 1, word.isUpper, !word.hasDigit { return .abbreviation(.either) }
      if word.isDotted, classes.isDisjoint(with: abbreviations) { return .abbreviation(.either) }
    }
    return classes.isDisjoint(with: abbreviations) ? .word : .abbreviation(classes)
  }

  func ends(after classes: WordClass, _ before: PrecedingWord, _ following: FollowingWord) -> Bool {
    if following.letterClass == .lower { return following.isCamelCase && !classes.contains(.inner) }
    if classes.contains(.inner) || following.isNumberSign { return false }
    // A Latin letter that ends an Arabic sentence (`فيتامين C. وقد`) is no initial.
    if before.script == .latin, before.letters == 1, following.letterClass == .arabicLetter { return true }
    let next = self.classes(of: following)
    if following.letterClass == .digit {
      return classes.isDisjoint(with: [.title, .number, .either, .ending])
    }
    if classes.contains(.title) {
      // `القسم أ. وقد`: no name starts with such a word. English titles have a name after them, always.
      return before.script == .arabic && next.contains(.starter)
    }
    if classes.contains(.either) {
      // `K. A. Saleh`: A and I are words that start sentences, and initials.
      return next.contains(.starter) && !following.isInitial
    }
    if classes.contains(.number), !following.opens, !next.contains(.starter) {
      if following.isRomanNumeral || following.isSingleLetter { return false }
    }
    if classes.contains(.ending) { return !next.contains(.date) }
    return true
  }

  func endsAfterEra(_ following: FollowingWord) -> Bool {
    if following.letterClass == .lower || following.letterClass == .digit || following.isDash { return false }
    if following.isBracketed || following.isSingleLetter { return false }
    return !classes(of: following).contains(.aside)
  }

  /// What the abbreviation in `ود.`, `لد.`, `وص.`, `وأ.د.` is; nil where the word is none.
  private func classesBehindProclitics(of word: PrecedingWord) -> WordClass? {
    let lexicon = SegmentationLexicon.shared
    for rest in Proclitics.rests(of: word.range, in: view) {
      let classes = lexicon.classes(of: rest, in: view)
      if isOneLetter(rest) {
        if hidesTitle(word, rest) { return classes.union(.title) }
        return classes.contains(.number) ? .number : nil
      }
      let known = classes.intersection([.title, .number, .either, .inner])
      if !known.isEmpty { return known }
    }
    return nil
  }

  /// Whether the one letter behind the proclitics stands for a title or a name.
  private func hidesTitle(_ word: PrecedingWord, _ rest: Range<Int>) -> Bool {
    if word.isDotted { return false }
    // A tatweel joins the letters of no short word: `ولـد.`
    if (word.range.lowerBound..<rest.lowerBound).contains(where: { view[$0] == 0xD9 && view[$0 + 1] == 0x80 }) {
      return true
    }
    if SegmentationLexicon.shared.classes(of: word.range, in: view).contains(.plain) { return false }
    // No word is و and a letter.
    if word.letters == 2, view.scalar(at: word.range.lowerBound).value == 0x648 { return true }
    // Behind the others only titles: د م أ.
    guard [0x62F, 0x645, 0x623, 0x627].contains(view.scalar(at: rest.lowerBound).value) else { return false }
    return !followsNegation(word)
  }

  /// `لا بد.`
  private func followsNegation(_ word: PrecedingWord) -> Bool {
    let start = word.range.lowerBound
    guard start - lower >= 5, view[start - 1] == 0x20 else { return false }
    return view.scalar(before: start - 1, from: lower).value == 0x627
      && view.scalar(before: start - 3, from: lower).value == 0x644
  }

  private func isOneLetter(_ range: Range<Int>) -> Bool {
    var (letters, index) = (0, range.lowerBound)
    while index < range.upperBound {
      let scalar = view.scalar(at: index)
      if scalar.value == 0x2E { return false }
      if ScalarClass(scalar.value).isLetter, scalar.value != 0x640 { letters += 1 }
      index += scalar.length
    }
    return letters == 1
  }

  /// `دي. كي. أريا`: spelled initials in a row, each with its full stop.
  private func isChained(_ word: PrecedingWord) -> Bool {
    let next = FollowingWord(at: skipSpaces(from: word.range.upperBound + 1), in: self)
    if classes(of: next).contains(.letterName), view[next.range.upperBound] == UInt8(ascii: ".") { return true }
    guard word.range.lowerBound - lower > 2, view[word.range.lowerBound - 1] == 0x20,
      view[word.range.lowerBound - 2] == UInt8(ascii: ".")
    else { return false }
    let previous = PrecedingWord(before: word.range.lowerBound - 2, in: self)
    return SegmentationLexicon.shared.classes(of: previous.range, in: view).contains(.letterName)
  }
}
