internal import WaslBitext

extension ValueParser {
  /// A letter or numeral that marks a list item: "(أ)", "b)", "iv.", "البند ج".
  func mark(_ start: Int) -> Found? {
    if isSign(start, 0x28, 0x5B), items.indices.contains(start + 2), isSign(start + 2, 0x29, 0x5D) {
      if let value = markValue(start + 1, range(start, start + 3), isMarked: true) { return (value, start + 3) }
      return nil
    }
    guard items[start].kind == .word, items[start].letters <= 5 else { return nil }
    if start == 0, isSign(1, 0x29, 0x2E, 0x2D, 0x2013, 0x5D, 0x3A, 0x2F) || items.count == 1,
      let value = markValue(0, range(0, min(2, items.count)), isMarked: true)
    {
      return (value, min(2, items.count))
    }
    // After "item", "المادة": a letter or Roman numeral alone.
    if start > 0, has(start - 1, .reference) || start > 1 && isSign(start - 1, 0x28) && has(start - 2, .reference),
      items[start].letters == 1 || roman(start, anyCase: false) != nil,
      let value = markValue(start, range(start, start + 1), isMarked: items[start].isCapitalised || language == .arabic)
    {
      return (value, start + 1)
    }
    // 5(b), 5 ب, 5b
    if start > 0, literal(start - 1) != nil, !items[start].isSpaced, items[start].letters == 1, !has(start, .unit),
      !has(start, .hijriera), !has(start, .suffix),
      let value = markValue(start, range(start, start + 1), isMarked: true)
    {
      return (value, start + 1)
    }
    return nil
  }

  private func markValue(_ index: Int, _ range: Range<Int>, isMarked: Bool) -> Value? {
    let item = items[index]
    guard item.kind == .word, item.letters <= 5 else { return nil }
    if let letter = number(index, .letter), item.letters <= 1 || language == .arabic {
      var value = Value(.mark, range, Quantity(letter % 100))
      if letter >= 100 { value.alternative = Quantity(letter / 100) }
      value.unit = 1
      value.isCertain = isMarked
      // What else the letter may be: a Roman numeral.
      if language == .english, let number = roman(index, anyCase: true) { value.upper = Quantity(number) }
      if language == .arabic { value.upper = Quantity(abjad(Int(letter % 100))) }
      return value
    }
    if let number = roman(index, anyCase: isMarked) {
      var value = Value(.number, range, Quantity(number))
      value.isCertain = isMarked
      return value
    }
    if language == .arabic, let number = abjadWord(index) {
      var value = Value(.mark, range, Quantity(number.place))
      value.unit = 1
      value.upper = Quantity(number.place)
      return value
    }
    return nil
  }

  /// The number of the n-th letter of the abjad order.
  private func abjad(_ place: Int) -> Int64 {
    let units = Int64((place - 1) % 9 + 1)
    return place <= 9 ? units : place <= 18 ? units * 10 : place <= 27 ? units * 100 : 1000
  }

  /// "يا" 11, "يب" 12, "كج" 23.
  private func abjadWord(_ index: Int) -> (place: Int64, Void)? {
    let item = items[index]
    guard item.letters == 2, item.end - item.start == 4 else { return nil }
    func letter(_ offset: Int) -> Int64? {
      var word = FoldedWord()
      let scalar = UInt32(bytes[item.start + offset] & 0x1F) << 6 | UInt32(bytes[item.start + offset + 1] & 0x3F)
      word.append(FoldedWord.fold(scalar))
      return lexicon.place(of: word.hash(0, 1)).flatMap { lexicon.number($0, .letter) }.map { abjad(Int($0 % 100)) }
    }
    guard let tens = letter(0), let units = letter(2), tens >= 10, tens < 100, units < 10 else { return nil }
    return (tens + units, ())
  }

  // MARK: Roman numerals

  /// A Roman numeral in capitals outside lists.
  func numeral(_ start: Int) -> Found? {
    let item = items[start]
    guard item.kind == .word, item.isCapitalised, let number = roman(start, anyCase: false) else { return nil }
    let follows = start > 0 && (has(start - 1, .reference) || items[start - 1].isCapitalised || !language.isEnglish)
    if item.letters == 1
      && !(follows && bytes[item.start] != 0x43 && bytes[item.start] != 0x44 && bytes[item.start] != 0x4D)
    {
      return nil
    }
    var value = Value(.number, range(start, start + 1), Quantity(number))
    value.isCertain = item.letters > 1 && (follows || !isLikelyName(item))
    if item.letters == 1 { value.isCertain = has(start - 1, .reference) }
    return (value, start + 1)
  }

  /// Abbreviations of these letters that are more often no numbers.
  private func isLikelyName(_ item: ValueItem) -> Bool {
    let text = bytes[item.start..<item.end]
    return [
      "CD", "DC", "MC", "MD", "CC", "MM", "MI", "DI", "MIX", "CV", "LI", "DIM", "CIV", "CM", "MDC", "LC", "IC", "CL",
    ]
    .contains { text.elementsEqual($0.utf8) }
  }

  /// The number of a numeral in its usual form, up to 3,999.
  private func roman(_ index: Int, anyCase: Bool) -> Int64? {
    let item = items[index]
    guard item.kind == .word, item.letters == item.end - item.start, item.letters <= 15 else { return nil }
    var text = ArraySlice(bytes[item.start..<item.end])
    if anyCase { text = ArraySlice(text.map { $0 & ~0x20 }) }
    var number: Int64 = 0
    let steps: [(StaticString, Int64, Int)] = [
      ("M", 1000, 3), ("CM", 900, 1), ("D", 500, 1), ("CD", 400, 1), ("C", 100, 3), ("XC", 90, 1), ("L", 50, 1),
      ("XL", 40, 1), ("X", 10, 3), ("IX", 9, 1), ("V", 5, 1), ("IV", 4, 1), ("I", 1, 3),
    ]
    for (sign, worth, limit) in steps {
      var times = 0
      while times < limit, sign.withUTF8Buffer({ text.starts(with: $0) }) {
        number += worth
        text = text.dropFirst(sign.utf8CodeUnitCount)
        times += 1
      }
    }
    return text.isEmpty && number > 0 ? number : nil
  }
}

extension Language {
  var isEnglish: Bool { self == .english }
}
