extension ValueParser {
  /// The number of a version, or of a part: 1.5.2, version 2.10.
  func sequence(_ start: Int) -> Found? {
    var first = start
    if has(first, .versionword) {
      first += 1
      if isLetter(first, "رقم") { first += 1 }
      if isSign(first, 0x2E) { first += 1 }
    }
    guard let literal = literal(first), literal.isSequence || first > start && literal.count == 2 else { return nil }
    // 1.234.567 is one number.
    if first == start && literal.quantity != nil { return nil }
    var value = Value(.version, range(start, first + 1), literal.quantity ?? Quantity(literal.groups[0]))
    value.code = literal.sequenceHash(reversed: false)
    value.reversedCode = literal.sequenceHash(reversed: true)
    return (value, first + 1)
  }

  /// A telephone number: a plus, a leading zero, or groups of digits with hyphens; seven digits or more.
  func phone(_ start: Int) -> Found? {
    var place = start
    let hasPlus = isSign(place, 0x2B)
    if hasPlus { place += 1 }
    var digits: [UInt8] = []
    var groups = 0
    var hasHyphen = false
    var end = place
    while items.indices.contains(place) {
      if let literal = literal(place) {
        if groups > 0 && literal.count == 0 || literal.count == 0 { break }
        if literal.count > 1, (1..<literal.count).contains(where: { ![0x20, 0x2E].contains(literal.separator($0)) }) {
          break
        }
        let range = items[place].start..<items[place].end
        appendDigits(range, &digits)
        groups += literal.count
        place += 1
        end = place
      } else if isSign(place, 0x28, 0x29)
        || isDash(place) && isJoined(place) && literal(place + 1) != nil && isJoined(place + 1)
      {
        if isDash(place) { hasHyphen = true }
        if isSign(place, 0x28) && literal(place + 1) == nil { break }
        if isSign(place, 0x29) && groups == 0 { break }
        place += 1
      } else {
        break
      }
    }
    let starts = digits.first == 0x30 || hasPlus
    guard digits.count >= 7, digits.count <= 16 else { return nil }
    let isLong = digits.count >= 9 && groups > 1
    guard starts || hasHyphen && groups >= 2 && groups <= 5 && !isDateLike(start) || isLong && groups > 2 && hasHyphen
    else { return nil }
    if !hasPlus && digits.first == 0x30 && groups == 3 && isDateLike(start) { return nil }
    var value = Value(.phone, range(start, end), Quantity(0))
    let plain = digits.drop { $0 == 0x30 }
    value.code = Self.hash(plain)
    value.reversedCode = Self.hash(digits.suffix(7))
    return (value, end)
  }

  /// Two strokes or hyphens with groups that may be day, month and year.
  private func isDateLike(_ start: Int) -> Bool {
    guard let first = literal(start), let second = literal(start + 2), let third = literal(start + 4) else {
      return false
    }
    let widths = [first.widths[0], second.widths[0], third.widths[0]]
    return widths == [4, 2, 2] || widths == [2, 2, 4] || widths == [1, 1, 4] || widths == [1, 2, 4]
      || widths == [2, 1, 4]
  }

  private func appendDigits(_ range: Range<Int>, _ digits: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte & 0xF0 == 0x30 && byte < 0x3A {
        digits.append(byte)
      } else if byte == 0xD9 && index + 1 < range.upperBound && bytes[index + 1] >= 0xA0 && bytes[index + 1] <= 0xA9 {
        digits.append(bytes[index + 1] - 0xA0 + 0x30)
      } else if byte == 0xDB && index + 1 < range.upperBound && bytes[index + 1] >= 0xB0 {
        digits.append(bytes[index + 1] - 0xB0 + 0x30)
      }
      index += 1
    }
  }

  private static func hash(_ digits: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for digit in digits { hash = (hash ^ UInt64(digit)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
