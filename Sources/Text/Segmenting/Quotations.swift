/// Whether a sentence goes on behind a quotation that ends in final punctuation.
extension BoundaryRules {
  /// `"Where?" Salma asked`, `«أين؟» سألت سلمى`, `«أين؟» ثم خرج`: of a question or an exclamation.
  func goesOn(after run: TerminatorRun, with following: FollowingWord) -> Bool {
    guard run.closesQuote else { return false }
    if following.letterClass == .arabicLetter {
      if quotation(before: run) == .mention || joinsClause(following) { return true }
    }
    return isReporting(following)
  }

  /// `قال: «أنا متعب.» ثم نام`: of a short quotation that ends in a full stop. More often the stop ends both.
  func goesOnAfterStop(_ run: TerminatorRun, with following: FollowingWord) -> Bool {
    guard run.closesQuote, following.letterClass == .arabicLetter, !following.opens else { return false }
    let quotation = quotation(before: run)
    if quotation != .other, joinsClause(following) { return true }
    return quotation == .mention && classes(of: following).contains(.preposition)
  }

  /// A verb that introduces what is said next starts a sentence of its own: `فأجاب الرجل: «…`
  private func joinsClause(_ following: FollowingWord) -> Bool {
    classes(of: following).contains(.conjunction) && !introducesSpeech(following)
  }

  /// The sentence goes on with its verb.
  func isReporting(_ following: FollowingWord) -> Bool {
    if following.opens { return false }
    if classes(of: following).contains(.reporting) { return !introducesSpeech(following) }
    // An English name before the verb; a pronoun would be in lower case.
    guard following.letterClass == .upper, !classes(of: following).contains(.starter) else { return false }
    let second = FollowingWord(at: skipSpaces(from: following.range.upperBound), in: self)
    return second.letterClass == .lower && classes(of: second).contains(.reporting) && !introducesSpeech(second)
  }

  private enum Quotation {
    /// A short one inside the sentence that no colon introduces: `كتب كلمة «لماذا؟» على الجدار`
    case mention
    case short
    case other
  }

  private func quotation(before run: TerminatorRun) -> Quotation {
    var (index, scalars) = (run.start, 0)
    while index > lower, scalars < 40 {
      let scalar = view.scalar(before: index, from: lower)
      index -= scalar.length
      scalars += 1
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass == .terminator { return .other }
      guard scalarClass == .quote || (scalarClass == .opener && scalar.value >= 0x80) else { continue }
      // The sign before the opening quotation mark.
      while index > lower {
        let before = view.scalar(before: index, from: lower)
        if !ScalarClass(before.value).isSpace { return ScalarClass(before.value).isLetter ? .mention : .short }
        index -= before.length
      }
      return .short
    }
    return .other
  }

  /// `أجاب المواطن: «…`: the verb belongs to a quotation that follows it.
  private func introducesSpeech(_ verb: FollowingWord) -> Bool {
    var index = verb.range.upperBound
    let end = min(upper, index + 100)
    while index < end {
      switch view[index] {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A, 0x0D: return false
      default: index += 1
      }
    }
    return false
  }
}
