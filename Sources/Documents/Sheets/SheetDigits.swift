/// Fills the places for digits of a number format.
enum SheetDigits {
  static func text(_ value: SheetNumber, _ section: [SheetFormat.Piece]) -> String {
    var number = value
    for piece in section where piece == .percent { number.scale(by: 2) }
    let point = section.firstIndex(of: .point) ?? section.endIndex
    let exponent = section.firstIndex(of: .exponent)
    let last = lastDigit(section, before: exponent ?? section.endIndex) ?? section.startIndex
    // Commas behind the last digit divide by a thousand each.
    let wholeEnd = min(point, exponent ?? section.endIndex)
    if let lastWhole = lastDigit(section, before: wholeEnd) {
      for piece in section[(lastWhole + 1)..<max(lastWhole + 1, wholeEnd)] where piece == .comma {
        number.scale(by: -3)
      }
    }
    let decimals = point < last ? places(section[point..<(last + 1)]).count : 0
    if exponent != nil { return number.scientific(decimals: decimals) + literals(section) }
    number.round(decimals: decimals)

    let isGrouped = isGrouped(section, before: wholeEnd)
    let required = places(section[..<wholeEnd]).filter { $0 }.count
    var whole = number.whole == "0" && required == 0 ? "" : number.whole
    if whole.count < required { whole = String(repeating: "0", count: required - whole.count) + whole }
    if isGrouped { whole = grouped(whole) }
    var fraction = number.fraction(decimals)
    let kept =
      point < section.endIndex ? places(section[point...]).prefix(decimals).lastIndex(of: true).map { $0 + 1 } : 0
    while fraction.count > kept ?? 0, fraction.last == "0" { fraction.removeLast() }
    return filled(section, whole: whole, fraction: fraction, wholeEnd: wholeEnd)
  }

  private static func lastDigit(_ section: [SheetFormat.Piece], before end: Int) -> Int? {
    section[..<end].lastIndex { if case .digit = $0 { true } else { false } }
  }

  /// Of each place for a digit, whether it is filled by a zero.
  private static func places(_ pieces: ArraySlice<SheetFormat.Piece>) -> [Bool] {
    pieces.compactMap { if case .digit(let isRequired) = $0 { isRequired } else { nil } }
  }

  private static func isGrouped(_ section: [SheetFormat.Piece], before end: Int) -> Bool {
    guard let last = lastDigit(section, before: end), let first = section.firstIndex(where: { isDigit($0) }),
      first < last
    else { return false }
    return section[first..<last].contains(.comma)
  }

  private static func isDigit(_ piece: SheetFormat.Piece) -> Bool { if case .digit = piece { true } else { false } }

  private static func grouped(_ digits: String) -> String {
    var output = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { output.append(",") }
      output.append(digit)
    }
    return output
  }

  private static func literals(_ section: [SheetFormat.Piece]) -> String {
    section.map { if case .literal(let text) = $0 { text } else { $0 == .percent ? "%" : "" } }.joined()
  }

  /// Puts the digits where the first place of each part is.
  private static func filled(_ section: [SheetFormat.Piece], whole: String, fraction: String, wholeEnd: Int) -> String {
    var output = ""
    var (hasWhole, hasFraction) = (false, false)
    for (index, piece) in section.enumerated() {
      switch piece {
      case .digit where index < wholeEnd:
        if !hasWhole { output += whole }
        hasWhole = true
      case .digit:
        if !hasFraction { output += fraction }
        hasFraction = true
      case .point:
        if !hasWhole { output += whole }
        hasWhole = true
        if !fraction.isEmpty { output.append(".") }
      case .percent: output.append("%")
      case .literal(let text): output += text
      default: break
      }
    }
    return output
  }
}
