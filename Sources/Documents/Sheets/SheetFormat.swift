/// How a spreadsheet shows the numbers of a cell (ECMA-376 part 1, 18.8.30 and 18.8.31).
///
/// Known are digits, decimals, groups, percent, exponents, dates and times, conditions by sign, Arabic digits and Arabic
/// names of months; fractions are shown as decimals, and Hijri dates as Gregorian ones.
struct SheetFormat {
  enum Piece: Hashable {
    case literal(String)
    /// `0`, `#` or `?`
    case digit(isRequired: Bool)
    case point, comma, percent, general, text
    case exponent
    /// `yyyy`, `mm`, `[h]`; `AM/PM` is `a`.
    case date(Character, Int)
  }

  private var sections: [[Piece]] = []
  private var hasArabicDigits = false
  private var months = SheetMonths.english

  /// - Parameter code: such as `#,##0.00;(#,##0.00)`.
  init(code: String) {
    var pieces: [Piece] = []
    var rest = Array(code.prefix(255))[...]
    while let character = rest.popFirst() {
      switch character {
      case ";":
        sections.append(Self.withMinutes(pieces))
        pieces = []
      case "\"":
        pieces.append(.literal(String(rest.prefix { $0 != "\"" })))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\": if let next = rest.popFirst() { pieces.append(.literal(String(next))) }
      case "_":
        _ = rest.popFirst()
        pieces.append(.literal(" "))
      case "*": _ = rest.popFirst()
      case "[":
        bracket(String(rest.prefix { $0 != "]" }), &pieces)
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "0", "#", "?": pieces.append(.digit(isRequired: character == "0"))
      case ".": pieces.append(.point)
      case ",": pieces.append(.comma)
      case "%": pieces.append(.percent)
      case "@": pieces.append(.text)
      case "E" where rest.first == "+" || rest.first == "-":
        _ = rest.popFirst()
        pieces.append(.exponent)
      case "A", "a":
        let isMark = String(rest.prefix(4)).lowercased() == "m/pm"
        let isShort = String(rest.prefix(2)).lowercased() == "/p"
        rest = rest.dropFirst(isMark ? 4 : isShort ? 2 : 0)
        pieces.append(isMark || isShort ? .date("a", 1) : .literal(String(character)))
      case "G" where String(rest.prefix(6)) == "eneral":
        rest = rest.dropFirst(6)
        pieces.append(.general)
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S":
        let count = 1 + rest.prefix { $0 == character }.count
        rest = rest.dropFirst(count - 1)
        pieces.append(.date(Character(character.lowercased()), count))
      default: pieces.append(.literal(String(character)))
      }
    }
    sections.append(Self.withMinutes(pieces))
  }

  /// A colour, a condition, a currency with its locale, or hours that go on over a day.
  private mutating func bracket(_ content: String, _ pieces: inout [Piece]) {
    if let first = content.first, "hms".contains(first.lowercased()), content.allSatisfy({ $0 == first }) {
      pieces.append(.date(first.lowercased() == "h" ? "H" : first.lowercased() == "m" ? "N" : "T", content.count))
    } else if content.hasPrefix("$") {
      let parts = content.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      if let sign = parts.first, !sign.isEmpty { pieces.append(.literal(String(sign))) }
      guard parts.count == 2, let code = UInt32(parts[1].prefix { $0.isHexDigit }, radix: 16) else { return }
      if code >> 24 == 2 { hasArabicDigits = true }
      if code & 0x3FF == 1 { months = SheetMonths.arabic(locale: code & 0xFFFF) }
    }
  }

  /// `m` is a minute behind an hour and before a second.
  private static func withMinutes(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    let dates = pieces.indices.filter { if case .date = pieces[$0] { true } else { false } }
    func letter(_ index: Int) -> Character? {
      guard dates.indices.contains(index), case .date(let letter, _) = pieces[dates[index]] else { return nil }
      return letter
    }
    for (number, index) in dates.enumerated() {
      guard case .date("m", let count) = pieces[index], count <= 2 else { continue }
      let (before, after) = (letter(number - 1), letter(number + 1))
      if before == "h" || before == "H" || after == "s" || after == "T" { pieces[index] = .date("n", count) }
    }
    return pieces
  }

  // MARK: Showing

  /// - Parameter is1904: whether days are counted from 1904, as old Macintosh files have it.
  func text(_ value: Double, is1904: Bool = false) -> String {
    guard var number = SheetNumber(value) else { return "\(value)" }
    let numeric = sections.filter { !$0.contains(.text) }
    var section = numeric.first ?? []
    var showsSign = number.isNegative
    if number.isNegative, numeric.count > 1 { (section, showsSign) = (numeric[1], false) }
    if number.isZero, numeric.count > 2 { section = numeric[2] }
    if numeric.isEmpty { return number.general }
    if section.contains(where: { if case .date = $0 { true } else { false } }) {
      return localised(SheetDate(value, is1904: is1904)?.text(section, months) ?? number.general)
    }
    number.isNegative = false
    let sign = showsSign ? "-" : ""
    if section.contains(.general) || !section.contains(where: { if case .digit = $0 { true } else { false } }) {
      let literals = section.map { piece -> String in
        switch piece {
        case .general: number.general
        case .literal(let text): text
        case .percent: "%"
        default: ""
        }
      }
      return localised(sign + literals.joined())
    }
    let digits = SheetDigits.text(number, section)
    // What rounds to nothing has no sign.
    let isNothing = !digits.contains { $0 >= "1" && $0 <= "9" }
    return localised((isNothing ? "" : sign) + digits)
  }

  /// What the format makes of a text; the text itself but for `"x "@`.
  func text(_ text: String) -> String {
    guard sections.count == 4 || sections.count == 1, let section = sections.last, section.contains(.text) else {
      return text
    }
    return section.map { piece in
      switch piece {
      case .text: text
      case .literal(let literal): literal
      default: ""
      }
    }.joined()
  }

  private func localised(_ text: String) -> String {
    guard hasArabicDigits else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar : scalar
        }))
  }
}
