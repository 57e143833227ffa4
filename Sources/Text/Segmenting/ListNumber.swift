/// Numbers and letters that mark the items of a list: `1.` `١.` `1.2.` `iv.` `a.` `أ.`
enum ListNumber {
  /// Whether the full stop at `end` belongs to a list number: its word begins the segment, or follows a colon, or
  /// is the number of a heading such as `Article 5.` that begins the segment.
  static func ends(at end: Int, word: Range<Int>, in rules: BoundaryRules) -> Bool {
    let view = rules.view
    guard isNumbering(word, in: view) else { return false }
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
    guard word.count <= 7, let first = word.first else { return false }
    let lowerCase = view[first] & 0x20
    var letters: [UInt8] = []
    for index in word {
      if view[index] & 0x20 != lowerCase { return false }
      letters.append(view[index] | 0x20)
    }
    var rest = letters[...]
    while rest.first == UInt8(ascii: "x") { rest.removeFirst() }
    if letters.count - rest.count > 3 { return false }
    return ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].contains { rest.elementsEqual($0.utf8) }
  }
}
