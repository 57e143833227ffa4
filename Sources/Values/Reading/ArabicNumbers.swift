extension ValueParser {
  /// A number, a share or an ordinal in Arabic words.
  func arabicAmount(_ index: Int) -> Amount? {
    if let share = arabicShare(index) { return share }
    guard var amount = arabicNumber(index) else { return nil }
    addDecimals(&amount)
    if !amount.isOrdinal { addHalf(&amount) }
    // "إلا ربعا"
    if has(amount.next, .until), let part = number(amount.next + 1, .fraction), let share = Quantity(-1, over: part),
      let rest = share.times(amount.scale), let sum = amount.quantity.adding(rest)
    {
      amount.quantity = sum
      amount.next += 2
    }
    return amount
  }

  private func arabicShare(_ index: Int) -> Amount? {
    if let part = number(index, .fraction), let share = Quantity(1, over: part) {
      // "نصف مليون"
      if let scale = number(index + 1, .scale) ?? number(index + 1, .dozen), !hasAnd(index + 1),
        let more = share.times(scale)
      {
        return Amount(quantity: more, next: index + 2, scale: scale)
      }
      return Amount(quantity: share, next: index + 1, isShare: true, isUncertain: !items[index].hasArticle)
    }
    if let part = number(index, .twofractions), !hasTen(index + 1), !isTens(index + 1),
      !(has(index, .short) && has(index + 1, .unit)), let share = Quantity(2, over: part)
    {
      return Amount(quantity: share, next: index + 1, isShare: true)
    }
    if let part = number(index, .fractionof), items[index].hasArticle, !hasTen(index + 1), !isTens(index + 1),
      let share = Quantity(1, over: part)
    {
      return Amount(quantity: share, alternative: Quantity(part), next: index + 1, isShare: true)
    }
    // "ثلاثة أرباع", "٣ أرباع", "خمسة من ستة"
    if let top = number(index, .cardinal) ?? number(index, .short), let bottom = number(index + 1, .fractions),
      let share = Quantity(top, over: bottom)
    {
      return Amount(quantity: share, next: index + 2, isShare: true)
    }
    return nil
  }

  private func hasTen(_ index: Int) -> Bool {
    !hasAnd(index) && (number(index, .short) == 10 || number(index, .cardinal) == 10)
  }

  private func isTens(_ index: Int) -> Bool { has(index, .tens) && hasAnd(index) }

  /// A whole number in words. Each part but the first follows و, but for ten in teens, hundreds and scales.
  func arabicNumber(_ start: Int) -> Amount? {
    var state = NumberState()
    var index = start
    var isOrdinal = false
    while index < items.count {
      let item = items[index]
      guard item.kind == .word, item.place >= 0 else { break }
      let isFirst = index == start
      let follows = isFirst || item.hasAnd
      if follows, let unit = number(index, .ordinal), !isOrdinal || state.isEmpty, state.takesUnit {
        // "الحادي عشر"
        let isTeen = hasTen(index + 1) && unit < 10
        if !isFirst && !item.hasArticle && !isTeen { break }
        state.add(unit: isTeen ? unit + 10 : unit)
        isOrdinal = true
        index += isTeen ? 2 : 1
      } else if follows, let unit = number(index, .teenunit), state.takesUnit, hasTen(index + 1) || isTens(index + 1) {
        let isTeen = hasTen(index + 1)
        state.add(unit: isTeen ? unit + 10 : unit)
        index += isTeen ? 2 : 1
      } else if !isFirst, number(index, .cardinal) == 1, hasTen(index + 1), state.takesUnit {
        // "وأحد عشر" is spelt as "واحد عشر".
        state.add(unit: 11)
        index += 2
      } else if follows, let unit = number(index, .cardinal) ?? number(index, .short), state.takesUnit {
        if unit > 2, unit < 10, hasTen(index + 1) {
          state.add(unit: unit + 10)
          index += 2
        } else if unit > 2, unit < 10, number(index + 1, .hundred) == 100, !hasAnd(index + 1), state.takesHundred {
          state.add(hundred: unit * 100)
          index += 2
        } else {
          state.add(unit: unit)
          index += 1
        }
      } else if follows, let teen = number(index, .teen), state.takesUnit {
        state.add(unit: teen)
        index += 1
      } else if follows, let tens = number(index, .tens), state.takesTens {
        state.add(tens: tens)
        index += 1
      } else if follows, let hundred = number(index, .hundred), state.takesHundred {
        state.add(hundred: hundred)
        index += 1
      } else if let scale = number(index, .scale) ?? (isFirst ? nil : number(index, .maybedual)),
        follows == state.isEmpty || !state.isEmpty && !item.hasAnd, state.add(scale: scale)
      {
        index += 1
      } else if follows, let dual = number(index, .dual) ?? number(index, .maybedual), state.add(dual: dual) {
        index += 1
      } else if follows, let dozen = number(index, .dozens), isFirst {
        return Amount(quantity: Quantity(2 * dozen), next: index + 1)
      } else if isFirst, let dozen = number(index, .dozen) {
        return Amount(quantity: Quantity(dozen), next: index + 1)
      } else {
        break
      }
      if isOrdinal, !isTens(index), !hasAnd(index) { break }
    }
    if index == start { return nil }
    guard var total = state.total else { return nil }
    // "الخامس بعد المئة"
    if isOrdinal, has(index, .after), let more = number(index + 1, .hundred) ?? number(index + 1, .scale) {
      total += more
      index += 2
    }
    var amount = Amount(quantity: Quantity(total), next: index, isOrdinal: isOrdinal, scale: state.lastScale)
    if !isOrdinal, has(index, .dozen), let dozens = amount.quantity.times(12) {
      amount.quantity = dozens
      amount.next += 1
    }
    if index == start + 1 {
      if let part = number(start, .short), !items[start].hasArticle { amount.alternative = Quantity(1, over: part) }
      if let scale = number(start, .maybedual) { amount.alternative = Quantity(scale) }
      amount.isUncertain =
        isCommon(start) && !(isOrdinal && items[start].hasArticle && total > 2)
        || isOrdinal && total == 1
    }
    return amount
  }
}
