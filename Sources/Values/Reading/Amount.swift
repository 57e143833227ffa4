/// A number in words or digits, before what is counted is known.
struct Amount {
  var quantity: Quantity
  var alternative: Quantity?
  /// The item after it.
  var next: Int
  var isOrdinal = false
  var isShare = false
  /// Whether it is an ordinary word as well.
  var isUncertain = false
  /// In digits: the literal's item.
  var literal = -1
  /// The scale that a following half belongs to.
  var scale: Int64 = 1
}

extension ValueParser {
  /// The amount at an item.
  func amount(_ index: Int) -> Amount? {
    guard items.indices.contains(index) else { return nil }
    if items[index].kind == .literal { return literalAmount(index) }
    if let amount = language == .arabic ? arabicAmount(index) : englishAmount(index) { return amount }
    return nil
  }

  private func literalAmount(_ index: Int) -> Amount? {
    guard let literal = literal(index), var quantity = literal.quantity else { return nil }
    var amount = Amount(quantity: quantity, alternative: literal.alternative, next: index + 1, literal: index)
    // 2½
    if literal.isPlain, let part = self.literal(index + 1), part.count == 0, let half = part.quantity,
      let sum = quantity.adding(half)
    {
      amount.quantity = sum
      amount.next += 1
      return amount
    }
    if literal.count == 0 { amount.isShare = true }
    // 3/4, 2 3/4
    if let share = slashed(index, literal) { return share }
    if literal.isPlain, let part = self.literal(index + 1), let share = slashed(index + 1, part),
      share.quantity < Quantity(1), let sum = quantity.adding(share.quantity)
    {
      amount.quantity = sum
      amount.next = share.next
      return amount
    }
    if has(index + 1, .ordinalsuffix), isJoined(index + 1) {
      amount.isOrdinal = true
      amount.next += 1
      return amount
    }
    // 5k, 2.4 million
    if let scale = number(amount.next, .suffix), isJoined(amount.next), let more = quantity.times(scale) {
      if has(amount.next, .unit) {
        amount.alternative = more
        return amount
      }
      amount.quantity = more
      amount.alternative = literal.alternative?.times(scale)
      amount.next += 1
      return amount
    }
    if has(amount.next, .suffix), !has(amount.next, .unit), let scale = number(amount.next, .suffix),
      let more = quantity.times(scale)
    {
      amount.quantity = more
      amount.next += 1
      return amount
    }
    while let scale = number(amount.next, .scale) ?? number(amount.next, .maybedual) ?? hundredAfterDigits(amount.next)
      ?? number(amount.next, .dozen), !hasAnd(amount.next), scale != 20, let more = quantity.times(scale)
    {
      quantity = more
      amount.alternative = amount.alternative?.times(scale)
      amount.quantity = more
      amount.scale = scale
      amount.next += 1
    }
    if amount.scale > 1 { addRest(&amount) }
    addHalf(&amount)
    return amount
  }

  private func hundredAfterDigits(_ index: Int) -> Int64? {
    number(index, .hundred).flatMap { $0 == 100 ? $0 : nil }
  }

  /// "3 آلاف و500", "3 million 200 thousand".
  private func addRest(_ amount: inout Amount) {
    guard language == .arabic, hasAndBefore(amount.next) else { return }
    let start = isBareAnd(amount.next) ? amount.next + 1 : amount.next
    guard let rest = self.amount(start), rest.quantity < Quantity(amount.scale), !rest.isShare, !rest.isOrdinal,
      let sum = amount.quantity.adding(rest.quantity)
    else { return }
    amount.quantity = sum
    amount.next = rest.next
    amount.scale = rest.scale
  }

  /// و alone, or before digits.
  func isBareAnd(_ index: Int) -> Bool { has(index, .and) }

  func hasAndBefore(_ index: Int) -> Bool { hasAnd(index) || isBareAnd(index) }

  private func slashed(_ index: Int, _ literal: NumberLiteral) -> Amount? {
    guard literal.isPlain, isSign(index + 1, 0x2F, 0x2044, 0x2215), let other = self.literal(index + 2), other.isPlain,
      !isSign(index + 3, 0x2F), isJoined(index + 1), isJoined(index + 2), let top = literal.quantity?.whole,
      let bottom = other.quantity?.whole, bottom > 0, bottom <= 1000, let share = Quantity(top, over: bottom)
    else { return nil }
    return Amount(quantity: share, next: index + 3, isShare: true)
  }

  /// "… and a half", "… ونصف": of the last scale.
  func addHalf(_ amount: inout Amount) {
    guard let (share, next) = followingHalf(amount.next), let part = share.times(amount.scale),
      let sum = amount.quantity.adding(part)
    else { return }
    amount.quantity = sum
    amount.next = next
  }

  /// A part of one that is added to what stands before.
  func followingHalf(_ index: Int) -> (share: Quantity, next: Int)? {
    guard items.indices.contains(index) else { return nil }
    if language == .arabic {
      if let part = number(index, .fraction), items[index].hasAnd, !items[index].hasArticle {
        var next = index + 1
        // "مليون ونصف المليون": the scale once more.
        if has(next, .scale), items[next].hasArticle { next += 1 }
        return Quantity(1, over: part).map { ($0, next) }
      }
      if let parts = number(index, .twofractions), items[index].hasAnd {
        return Quantity(2, over: parts).map { ($0, index + 1) }
      }
      if items[index].hasAnd, let top = number(index, .cardinal), let bottom = number(index + 1, .fractions) {
        return Quantity(top, over: bottom).map { ($0, index + 2) }
      }
      return nil
    }
    guard has(index, .and) else { return nil }
    if has(index + 1, .article) || number(index + 1, .cardinal) == 1,
      let part = number(index + 2, .fraction) ?? number(index + 2, .ordinal), part < 20
    {
      return Quantity(1, over: part).map { ($0, index + 3) }
    }
    if let top = number(index + 1, .cardinal), let bottom = number(index + 2, .fractions) {
      return Quantity(top, over: bottom).map { ($0, index + 3) }
    }
    return nil
  }

  /// The digits after a decimal point in words: "point two five", "فاصلة خمسة وعشرون".
  func addDecimals(_ amount: inout Amount) {
    guard has(amount.next, .point), amount.quantity.whole != nil else { return }
    var (number, scale, place): (Int64, Int64, Int) = (0, 1, amount.next + 1)
    while scale < 1_000_000_000, let digit = self.number(place, .cardinal) ?? (has(place, .oh) ? 0 : nil), digit < 10,
      language == .english || digit == 0
    {
      number = number * 10 + digit
      scale *= 10
      place += 1
    }
    if language == .arabic || scale == 1, let rest = self.wordAmount(place), let whole = rest.quantity.whole,
      whole >= 0, whole < 1_000_000
    {
      var width: Int64 = 10
      while width <= whole { width *= 10 }
      number = number * width + whole
      scale *= width
      place = rest.next
    }
    guard scale > 1, let part = Quantity(number, over: scale), let sum = amount.quantity.adding(part) else { return }
    amount.quantity = sum
    amount.next = place
  }

  private func wordAmount(_ index: Int) -> Amount? {
    guard items.indices.contains(index), items[index].kind == .word else { return nil }
    return language == .arabic ? arabicNumber(index) : englishNumber(index)
  }
}
