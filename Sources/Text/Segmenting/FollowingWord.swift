/// The word after final punctuation, behind the quotation marks and brackets that open before it.
///
/// Mostly its first letter decides, so the rest of the word is read only when asked for.
struct FollowingWord {
  private var start: Int
  /// Of the first character that is no opening sign: a letter's case, a digit, or what else stands there.
  private(set) var letterClass = ScalarClass.other
  /// Opening signs stand before the word.
  private(set) var opens = false
  /// One of them is a bracket.
  private(set) var isBracketed = false
  /// Punctuation that goes on with the sentence: a comma, a colon, more final or closing signs.
  private(set) var isContinuation = false
  /// A dash or a bullet.
  private(set) var isDash = false
  private let rules: BoundaryRules

  init(at start: Int, in rules: BoundaryRules) {
    self.rules = rules
    var index = start
    while index < rules.upper {
      let scalar = rules.view.scalar(at: index)
      let scalarClass = ScalarClass(scalar.value)
      guard scalarClass == .opener || scalarClass == .quote || scalarClass == .mark || scalar.value == 0x2A else {
        break
      }
      if scalarClass != .mark { opens = true }
      if scalar.value == 0x28 || scalar.value == 0x5B { isBracketed = true }
      index += scalar.length
      if index - start > 16 { break }
    }
    self.start = index
    guard index < rules.upper else { return }
    let first = rules.view.scalar(at: index)
    letterClass = ScalarClass(first.value)
    switch letterClass {
    case .terminator, .closer: isContinuation = !opens
    case .other:
      switch first.value {
      case 0x2C, 0x60C, 0x3B, 0x61B, 0x3A: isContinuation = true
      case 0x2D, 0x2013, 0x2014, 0x2022, 0xB7: isDash = true
      default: break
      }
    default: break
    }
  }

  /// The letters and marks of the word, or the digits of the number.
  var range: Range<Int> { word.range }

  /// Letters without marks and tatweel.
  var letters: Int { word.letters }

  /// Begins in lower case and has a capital inside: `iPhone`.
  var isCamelCase: Bool { letterClass == .lower && word.capitals > 0 }

  var isAllUpper: Bool { word.capitals == word.letters }

  private var word: (range: Range<Int>, letters: Int, capitals: Int) {
    var (index, letters, capitals) = (start, 0, 0)
    let isNumber = letterClass == .digit
    guard isNumber || letterClass.isLetter else { return (start..<start, 0, 0) }
    while index < rules.upper, index - start < 48 {
      let scalar = rules.view.scalar(at: index)
      let scalarClass = ScalarClass(scalar.value)
      if isNumber ? scalarClass != .digit : !scalarClass.isLetter && scalarClass != .mark { break }
      if scalarClass.isLetter, scalar.value != 0x640 { letters += 1 }
      if scalarClass == .upper { capitals += 1 }
      index += scalar.length
    }
    return (start..<min(index, rules.upper), letters, capitals)
  }

  var isSingleLetter: Bool { letters == 1 }

  /// A capital with its own full stop: the next of somebody's initials.
  var isInitial: Bool {
    let (range, letters, capitals) = word
    return letters == 1 && capitals == 1 && view(range.upperBound) == UInt8(ascii: ".")
      && !rules.isLetterOrDigit(at: range.upperBound + 1)
  }

  /// `No. 5`, `Nos. 5`: a number follows.
  var isNumberSign: Bool {
    let range = range
    guard letterClass == .upper, range.count <= 3, view(range.lowerBound) == UInt8(ascii: "N"),
      view(range.lowerBound + 1) | 0x20 == UInt8(ascii: "o"), view(range.upperBound) == UInt8(ascii: ".")
    else { return false }
    let next = rules.skipSpaces(from: range.upperBound + 1)
    return next < rules.upper && ScalarClass(rules.view.scalar(at: next).value) == .digit
  }

  private func view(_ index: Int) -> UInt8 { rules.view[index] }

  /// In capitals; `I` alone is a word as well.
  var isRomanNumeral: Bool {
    guard letterClass == .upper else { return false }
    let range = range
    return range.count <= 5 && range.allSatisfy { "IVXLC".utf8.contains(rules.view[$0]) }
  }

  /// A short number or one letter with the sign of a list item after it: `2-`, `ب-`, `هـ)`.
  var isListNumber: Bool {
    let (range, letters, _) = word
    guard letterClass == .digit ? range.count <= 6 : letters == 1 else { return false }
    let next = rules.view[range.upperBound]
    return next == UInt8(ascii: "-") || next == UInt8(ascii: ")")
      || (letterClass == .digit && next == UInt8(ascii: "."))
  }

  /// A full stop and a letter follow at once: part of a name such as `System.Text.Json`.
  var isDotted: Bool {
    let range = range
    return rules.view[range.upperBound] == UInt8(ascii: ".") && rules.isLetterOrDigit(at: range.upperBound + 1)
  }

  var isAddress: Bool {
    let end = range.upperBound
    for index in end..<min(end + 64, rules.upper) {
      if rules.view.spaceLength(at: index) > 0 { return false }
      let byte = rules.view[index]
      if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") { return true }
    }
    return false
  }
}
