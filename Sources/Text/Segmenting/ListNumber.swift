/// Numbers and letters that mark the items of a list: `1.` `١.` `1.2.` `iv.` `a.` `أ.`
enum ListNumber {
  /// Whether the full stop after `preceding` belongs to a list number: the word begins the segment, or follows a
  /// colon, or is the number of a heading such as `Article 5.` that begins the segment.
  static func ends(with preceding: PrecedingWord, in rules: BoundaryRules) -> Bool {
    let view = rules.view
    let word = preceding.range
    guard preceding.letters <= 5, word.count <= 16, isNumbering(word, in: view) else { return false }
    var index = word.lowerBound
    while index > rules.lower {
      let scalar = view.scalar(before: index, from: rules.lower)
      switch ScalarClass(scalar.value) {
      case .opener, .quote, .mark: break
      case .space, .lineEnd: return followsColonOrHeading(index, word, in: rules)
      default:
        // Markdown's signs and bullets at the start of a line.
        if scalar.value != 0x2A && scalar.value != 0x23 && scalar.value != 0x2D { return false }
      }
      index -= scalar.length
    }
    return true
  }

  private static func followsColonOrHeading(_ end: Int, _ word: Range<Int>, in rules: BoundaryRules) -> Bool {
    let view = rules.view
    var index = end
    while index > rules.lower {
      let scalar = view.scalar(before: index, from: rules.lower)
      if !ScalarClass(scalar.value).isSpace { break }
      index -= scalar.length
    }
    if index == rules.lower { return true }
    let last = view[index - 1]
    if last == UInt8(ascii: ":") { return true }
    let bulletOnly = index - rules.lower <= 3 && !ScalarClass(view.scalar(at: rules.lower).value).isLetterOrDigit
    if bulletOnly { return true }
    // A heading's word is the first of the segment.
    guard index - rules.lower <= 24 else { return false }
    return SegmentationLexicon.shared.classes(of: rules.lower..<index, in: view).contains(.heading)
  }

  /// At most three digits, in groups with full stops between them; one letter; or a Roman numeral up to 39.
  private static func isNumbering(_ word: Range<Int>, in view: ByteView) -> Bool {
    var (digits, letters, others) = (0, 0, 0)
    var index = word.lowerBound
    while index < word.upperBound {
      let scalar = view.scalar(at: index)
      let scalarClass = ScalarClass(scalar.value)
      if scalarClass == .digit {
        digits += 1
        if digits > 3 { return false }
      } else if scalarClass.isLetter {
        if scalar.value != 0x640 { letters += 1 }
      } else if scalar.value == 0x2E {
        if letters > 0 { return false }
        digits = 0
        others += 1
      } else if scalarClass != .mark {
        return false
      }
      index += scalar.length
    }
    if letters == 0 { return digits > 0 || others > 0 }
    if letters == 1 { return true }
    return digits == 0 && isRomanNumeral(word, in: view)
  }

  private static func isRomanNumeral(_ word: Range<Int>, in view: ByteView) -> Bool {
    let first = word.lowerBound
    guard word.count <= 7 else { return false }
    // All in capitals or all in lower case.
    let lowerCase = view[first] & 0x20
    // Up to three tens, then 4, 9, or a five or none with up to three ones.
    func isLetter(_ place: Int, _ letter: UInt8) -> Bool {
      place < word.upperBound && view[place] == letter - 0x20 + lowerCase
    }
    var place = first
    while place - first < 3, isLetter(place, UInt8(ascii: "x")) { place += 1 }
    if place == word.upperBound { return true }
    if isLetter(place, UInt8(ascii: "i")), word.upperBound == place + 2 {
      return "ivx".utf8.contains { isLetter(place + 1, $0) }
    }
    if isLetter(place, UInt8(ascii: "v")) { place += 1 }
    let ones = place
    while place - ones < 3, isLetter(place, UInt8(ascii: "i")) { place += 1 }
    return place == word.upperBound
  }
}
