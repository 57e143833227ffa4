extension ValueParser {
  /// A number, a share or an ordinal in English words.
  func englishAmount(_ index: Int) -> Amount? {
    if let share = englishShare(index) { return share }
    guard var amount = englishNumber(index) else { return nil }
    addDecimals(&amount)
    if amount.isOrdinal { return amount }
    addHalf(&amount)
    // "two and a half million"
    if let scale = number(amount.next, .scale), let more = amount.quantity.times(scale), amount.scale < scale {
      amount.quantity = more
      amount.scale = scale
      amount.next += 1
    }
    return amount
  }

  private func englishShare(_ index: Int) -> Amount? {
    // "half", "a quarter", "one third", "half a million", "a quarter of a million"
    let hasArticle = has(index, .article)
    let isOne = number(index, .cardinal) == 1
    let noun = hasArticle || isOne ? index + 1 : index
    if let part = number(noun, .fraction)
      ?? (noun > index && !(isOne && number(noun, .ordinal) ?? 0 >= 100) ? number(noun, .ordinal) : nil), part > 1,
      part > 2 || has(noun, .fraction), let share = Quantity(1, over: part)
    {
      var next = noun + 1
      var amount = Amount(quantity: share, next: next, isShare: true)
      if !has(noun, .fraction) && hasArticle {
        amount.alternative = Quantity(part)
        amount.isUncertain = true
      }
      if isOf(next) { next += 1 }
      if has(next, .article), let scale = number(next + 1, .scale) ?? number(next + 1, .dozen), scale != 20,
        let more = share.times(scale)
      {
        return Amount(quantity: more, next: next + 2, scale: scale)
      }
      if next == noun + 1, has(noun, .fraction), let scale = number(next, .scale), let more = share.times(scale) {
        return Amount(quantity: more, next: next + 1, scale: scale)
      }
      if has(noun, .fraction), part == 2, noun == index { amount.isUncertain = true }
      return amount
    }
    // "three quarters", "two-thirds"
    if let top = englishNumber(index), !top.isOrdinal, let number = top.quantity.whole {
      if let bottom = self.number(top.next, .fractions), let share = Quantity(number, over: bottom) {
        return Amount(quantity: share, next: top.next + 1, isShare: true)
      }
      // "one twentieth" is found above; "eleven twentieths" has a plural.
    }
    return nil
  }

  private func isOf(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].end - items[index].start == 2 else { return false }
    return bytes[items[index].start] | 0x20 == 0x6F && bytes[items[index].start + 1] | 0x20 == 0x66
  }

  /// A whole number in words, cardinal or ordinal.
  func englishNumber(_ start: Int) -> Amount? {
    var state = NumberState()
    var index = start
    var isOrdinal = false
    var year: Int64?
    if has(index, .article) {
      guard has(index + 1, .hundred) || has(index + 1, .scale) || number(index + 1, .dozen) == 12 else { return nil }
      index += 1
    }
    let first = index
    while index < items.count {
      var place = index
      // "one thousand, two hundred"
      if index > first, state.lastScale >= 1000, isSign(index, 0x2C), has(index + 1, .cardinal) || has(index + 1, .tens)
      {
        place += 1
      }
      guard items[place].kind == .word else { break }
      // "and" inside a number, after hundreds and scales only.
      if index > first, place == index, has(index, .and), state.lastScale > 1 {
        place += 1
        guard has(place, .cardinal) || has(place, .tens) || has(place, .ordinal) || has(place, .hundred) else { break }
      }
      if let ordinal = number(place, .ordinal), ordinal < 100 {
        let isUnit = ordinal < 20
        guard isUnit ? ordinal < 10 ? state.takesOrdinalUnit : state.takesUnit : state.takesTens && state.takesUnit
        else { break }
        state.add(unit: ordinal)
        isOrdinal = true
        index = place + 1
        break
      }
      if let ordinal = number(place, .ordinal) {
        guard ordinal == 100 ? state.addHundredAfterUnit() : state.add(scale: ordinal) else { break }
        isOrdinal = true
        index = place + 1
        break
      }
      if let unit = number(place, .cardinal) {
        if unit == 0 {
          guard index == first else { break }
          return Amount(quantity: Quantity(0), next: index + 1)
        }
        guard unit < 10 ? state.takesOrdinalUnit : state.takesUnit else {
          year = yearPart(place, unit, state)
          if year != nil { index = place + (unit < 10 ? 2 : 1) }
          break
        }
        // "nineteen oh five"
        state.add(unit: unit)
        index = place + 1
        if unit >= 10, has(index, .oh), let last = number(index + 1, .cardinal), last < 10, index == first + 1 {
          return Amount(quantity: Quantity(unit * 100 + last), next: index + 2)
        }
      } else if let tens = number(place, .tens) {
        guard state.takesTens, state.takesUnit else {
          if let century = state.total, place == index, (10...99).contains(century) {
            var last = tens
            index = place + 1
            if let unit = number(index, .cardinal), unit > 0, unit < 10 {
              last += unit
              index += 1
            }
            year = century * 100 + last
          }
          break
        }
        state.add(tens: tens)
        index = place + 1
      } else if has(place, .hundred), state.addHundredAfterUnit() {
        index = place + 1
      } else if let scale = number(place, .scale), state.add(scale: scale) {
        index = place + 1
      } else if let dozen = number(place, .dozen), dozen == 12, place == index, index == first || state.lastScale == 1,
        let count = state.total, count < 1000
      {
        return Amount(quantity: Quantity(max(count, 1) * 12), next: index + 1)
      } else {
        break
      }
    }
    if index == first { return nil }
    guard let total = year ?? state.total else { return nil }
    var amount = Amount(quantity: Quantity(total), next: index, isOrdinal: isOrdinal, scale: state.lastScale)
    amount.isUncertain = index == first + 1 && isCommon(first)
    return amount
  }

  /// "nineteen fourteen", "twenty twelve".
  private func yearPart(_ place: Int, _ unit: Int64, _ state: NumberState) -> Int64? {
    guard unit >= 10, let century = state.total, (10...99).contains(century) else { return nil }
    return century * 100 + unit
  }
}

extension NumberState {
  /// A unit after tens.
  var takesOrdinalUnit: Bool { takesUnit || canTakeUnitAfterTens }
}
