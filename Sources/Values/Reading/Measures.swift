extension ValueParser {
  /// An amount with what it counts: per cent, times, money, units; a range of two; or a mere number.
  func measured(_ start: Int) -> Found? {
    if let found = percentFirst(start) ?? moneyFirst(start) ?? dualMeasure(start) ?? multipleWord(start) {
      return found
    }
    var first = start
    var sign: Int64 = 1
    if isSign(start, 0x2D, 0x2212, 0x2013), literal(start + 1) != nil, isJoined(start + 1),
      start == 0 || items[start].isSpaced || isSign(start - 1, 0x28)
    {
      (first, sign) = (start + 1, -1)
    } else if has(start, .minus) {
      (first, sign) = (start + 1, -1)
    }
    let opens = has(first, .from)
    guard var amount = amount(opens ? first + 1 : first) else { return nil }
    if sign < 0 {
      amount.quantity = amount.quantity.negated
      amount.alternative = amount.alternative?.negated
    }
    if let share = partOfMany(start, amount) { return share }
    if let range = rangeEnd(amount, opens: opens) { return counted(start, range.amount, from: amount.quantity) }
    if opens {
      // "بين" and "from" that open no range say nothing.
      return nil
    }
    return counted(start, amount, from: nil)
  }

  /// The amount after a dash or "to", of which the first is the lower end.
  private func rangeEnd(_ amount: Amount, opens: Bool) -> (amount: Amount, isRange: Bool)? {
    var place = amount.next
    let isLiteral = amount.literal >= 0
    if isDash(place), isLiteral, literal(place + 1) != nil {
      place += 1
    } else if has(place, .to), !has(place, .common) || opens || isLiteral && literal(place + 1) != nil {
      place += 1
    } else if opens, hasAndBefore(place) || has(place, .and) {
      if isBareAnd(place) || has(place, .and) { place += 1 }
    } else {
      return nil
    }
    guard let upper = self.amount(place), upper.isShare == amount.isShare else { return nil }
    return (upper, true)
  }

  /// What follows an amount.
  private func counted(_ start: Int, _ amount: Amount, from lower: Quantity?) -> Found? {
    var place = amount.next
    func made(_ kind: Value.Kind, _ quantity: Quantity, _ next: Int, unit: Int64 = 0) -> Found {
      var value = Value(
        kind, range(start, next), lower ?? quantity, alternative: lower == nil ? amount.alternative : nil)
      if lower != nil { value.upper = quantity }
      value.unit = Int(unit)
      return (value, next)
    }
    if let percent = percent(place), let share = amount.quantity.over(percent.whole) {
      if let lower, let low = lower.over(percent.whole) {
        var value = Value(.share, range(start, percent.next), low)
        value.upper = share
        return (value, percent.next)
      }
      var found = made(.share, share, percent.next)
      found.value.alternative = amount.alternative?.over(percent.whole)
      return found
    }
    if !amount.isOrdinal || items[place - 1].kind == .literal {
      if has(place, .times), !has(place, .multiple) || language == .arabic, !hasAnd(place), !items[place].hasPreposition
      {
        if !(language == .english && amount.isOrdinal) { return made(.multiple, amount.quantity, place + 1) }
      }
    }
    if isSign(place, 0xB0, 0xBA) {
      let isCelsius = number(place + 1, .unit) == 20 || isLetter(place + 1, "م") || number(place + 1, .percent) != nil
      let isFahrenheit = number(place + 1, .unit) == 21 || isLetter(place + 1, "ف")
      let unit: Int64 = isCelsius ? 20 : isFahrenheit ? 21 : 22
      return made(.measure, amount.quantity, place + (unit == 22 ? 1 : 2), unit: unit)
    }
    // "خمسة من الكيلومترات" is left to the words.
    if isSign(place, 0x2D), isJoined(place), items.indices.contains(place + 1), has(place + 1, .unit) { place += 1 }
    if let money = number(place, .money) ?? number(place, .moneysign), !hasAnd(place), !items[place].isDual,
      !amount.isOrdinal
    {
      let sum = withSubunits(amount, place + 1, money)
      return made(.money, sum.quantity, sum.next, unit: money)
    }
    if let small = number(place, .subunit), !hasAnd(place), !amount.isOrdinal {
      return made(.money, amount.quantity, place + 1, unit: 100 + small)
    }
    if let unit = number(place, .unit), !hasAnd(place), !items[place].isDual, !amount.isOrdinal,
      amount.literal < 0 || !isYearWithEra(place, amount)
    {
      // A half after the unit: "ثلاث ساعات ونصف".
      var next = place + 1
      var quantity = amount.quantity
      if let (share, after) = followingHalf(next), let sum = quantity.adding(share) {
        quantity = sum
        next = after
      }
      var found = made(.measure, quantity, next, unit: unit)
      if has(place, .suffix) { found.value.alternative = amount.alternative }
      if unit < 30, isLetter(place, "م") || has(place, .letter) && items[place].letters == 1 {
        found.value.isCertain = found.value.isCertain && amount.literal >= 0
      }
      return found
    }
    if lower != nil { return made(.range, amount.quantity, amount.next) }
    // A score or range written with a dash was found above; a ratio with a colon:
    if amount.literal >= 0, isSign(place, 0x3A), isJoined(place), let other = literal(place + 1), isJoined(place + 1),
      other.isPlain, let second = other.quantity
    {
      var found = made(.pair, amount.quantity, place + 2)
      found.value.upper = second
      return found
    }
    var found = made(
      amount.isShare ? .share : amount.isOrdinal ? .ordinal : .number, amount.quantity, amount.next)
    found.value.isCertain = !amount.isUncertain
    return found
  }

  func isLetter(_ index: Int, _ letter: StaticString) -> Bool {
    guard items.indices.contains(index) else { return false }
    let range = items[index].start..<items[index].end
    return range.count == letter.utf8CodeUnitCount
      && letter.withUTF8Buffer { text in range.indices.allSatisfy { bytes[$0] == text[$0 - range.lowerBound] } }
  }

  private func isYearWithEra(_ place: Int, _ amount: Amount) -> Bool {
    guard let year = amount.quantity.whole, (1000...2200).contains(year) else { return false }
    return has(place, .christianera) && literals[items[amount.literal].literal].isPlain
  }

  /// The divisor of a percentage that an item says.
  private func percent(_ index: Int) -> (whole: Int64, next: Int)? {
    if isSign(index, 0x25, 0x66A) { return (100, index + 1) }
    if isSign(index, 0x2030, 0x609) { return (1000, index + 1) }
    if let whole = number(index, .percent), !hasAnd(index) { return (whole, index + 1) }
    return nil
  }

  /// ٪٢٠
  private func percentFirst(_ start: Int) -> Found? {
    guard isSign(start, 0x25, 0x66A, 0x609, 0x2030), let literal = literal(start + 1), let number = literal.quantity,
      let share = number.over(isSign(start, 0x25, 0x66A) ? 100 : 1000)
    else { return nil }
    var value = Value(.share, range(start, start + 2), share)
    value.alternative = literal.alternative?.over(100)
    return (value, start + 2)
  }

  /// "$5", "USD 5", "US$ 5 million"
  private func moneyFirst(_ start: Int) -> Found? {
    var place = start
    if items[place].kind == .word, items[place].letters <= 2, isSign(place + 1, 0x24, 0xA3), isJoined(place + 1) {
      place += 1
    }
    guard let money = number(place, .moneysign) ?? codeBefore(place) else { return nil }
    place += 1
    if isSign(place, 0x2D) { return nil }
    guard literal(place) != nil, let amount = amount(place), !amount.isShare || amount.literal < 0 else { return nil }
    var sum = withSubunits(amount, amount.next, money)
    if let scale = number(sum.next, .suffix), isJoined(sum.next), let more = sum.quantity.times(scale) {
      sum = (more, sum.next + 1)
    }
    var value = Value(.money, range(start, sum.next), sum.quantity, alternative: amount.alternative)
    if value.alternative == nil || has(sum.next - 1, .suffix) { value.alternative = nil }
    value.unit = Int(money)
    if isDash(sum.next), let upper = self.amount(number(sum.next + 1, .moneysign) == nil ? sum.next + 1 : sum.next + 2),
      upper.literal >= 0
    {
      value.upper = upper.quantity
      value.range = range(start, upper.next)
      return (value, upper.next)
    }
    return (value, sum.next)
  }

  /// A currency's code or short sign before digits.
  private func codeBefore(_ index: Int) -> Int64? {
    guard let money = number(index, .money), items[index].isCapitalised, items[index].letters <= 3 else { return nil }
    return money
  }

  /// "خمسة دولارات وثلاثون سنتا"
  private func withSubunits(_ amount: Amount, _ next: Int, _ money: Int64) -> (quantity: Quantity, next: Int) {
    if let (share, after) = followingHalf(next), let sum = amount.quantity.adding(share) { return (sum, after) }
    var place = next
    // The currency's country: an ordinary word.
    if items.indices.contains(place), items[place].kind == .word, items[place].place < 0, hasAndBefore(place + 1) {
      place += 1
    }
    guard hasAndBefore(place) || has(place, .and) else { return (amount.quantity, next) }
    if isBareAnd(place) { place += 1 }
    if has(place, .subunit), items[place].isDual, let small = number(place, .subunit),
      let part = Quantity(2, over: small),
      let sum = amount.quantity.adding(part)
    {
      return (sum, place + 1)
    }
    guard let rest = self.amount(place), let small = number(rest.next, .subunit), !has(place, .scale),
      let part = rest.quantity.over(money == 5 && small == 1000 ? 1000 : 100), let sum = amount.quantity.adding(part)
    else { return (amount.quantity, next) }
    return (sum, rest.next + 1)
  }

  /// "يومان", "كيلومترين", "ريالان"
  private func dualMeasure(_ start: Int) -> Found? {
    guard items[start].isDual else { return nil }
    var next = start + 1
    var quantity = Quantity(2)
    if let (share, after) = followingHalf(next), let sum = quantity.adding(share) {
      quantity = sum
      next = after
    }
    if let money = number(start, .money) {
      let sum = withSubunits(Amount(quantity: quantity, next: next), next, money)
      var value = Value(.money, range(start, sum.next), sum.quantity)
      value.unit = Int(money)
      return (value, sum.next)
    }
    guard let unit = number(start, .unit) ?? number(start, .subunit).map({ 100 + $0 }) else { return nil }
    var value = Value(unit > 100 ? .money : .measure, range(start, next), quantity)
    value.unit = Int(unit)
    return (value, next)
  }

  /// "double", "ضعف"
  private func multipleWord(_ start: Int) -> Found? {
    guard let multiple = number(start, .multiple), !has(start, .times) || items[start].isDual || language == .arabic
    else { return nil }
    var value = Value(.multiple, range(start, start + 1), Quantity(multiple))
    value.isCertain = !isCommon(start)
    return (value, start + 1)
  }

  /// "three out of five", "واحد من كل عشرة"
  private func partOfMany(_ start: Int, _ amount: Amount) -> Found? {
    guard !amount.isShare, !amount.isOrdinal, has(amount.next, .parts), !hasAnd(amount.next),
      let whole = self.amount(amount.next + 1), let top = amount.quantity.whole, let bottom = whole.quantity.whole,
      bottom > top, top > 0, let share = Quantity(top, over: bottom)
    else { return nil }
    let isShort = items[amount.next].letters == 2
    if isShort && (bottom > 1000 || has(whole.next, .month) || has(whole.next, .unit) || has(whole.next, .scale)) {
      return nil
    }
    if isShort && language == .english && top > 9 { return nil }
    return (Value(.share, range(start, whole.next), share), whole.next)
  }
}
