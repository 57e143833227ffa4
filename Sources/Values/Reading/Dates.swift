extension ValueParser {
  /// A date, whole or in part.
  func date(_ start: Int) -> Found? {
    dateOfDigits(start) ?? dayFirst(start) ?? monthFirst(start) ?? yearWithWord(start) ?? decade(start)
  }

  // MARK: In digits

  /// 12/05/2020, 2020-05-12, 12.5.2020, and the same in the Hijri calendar.
  private func dateOfDigits(_ start: Int) -> Found? {
    guard let first = literal(start) else { return nil }
    var parts: [(Int, Int)] = []
    var next = start + 1
    if first.count == 3, first.separator(1) == 0x2E, first.separator(2) == 0x2E {
      parts = (0..<3).map { (Int(first.groups[$0]), Int(first.widths[$0])) }
    } else if first.isPlain, isSign(next, 0x2F, 0x2D, 0x2010, 0x2013, 0x5C), let second = literal(next + 1),
      second.isPlain,
      isSign(next + 2, items[next].sign), let third = literal(next + 3), third.isPlain,
      (next...(next + 3)).allSatisfy(isJoined)
    {
      parts = [first, second, third].map { ($0.first, Int($0.widths[0])) }
      next += 4
    }
    guard parts.count == 3, parts.allSatisfy({ $0.1 <= 4 && $0.0 < 10_000 }) else { return nil }
    let yearFirst = parts[0].1 > 2
    guard yearFirst || parts[2].1 == 4 || parts[2].1 == 2 && first.count != 3 else { return nil }
    var year = yearFirst ? parts[0].0 : parts[2].0
    let (one, two) = yearFirst ? (parts[2].0, parts[1].0) : (parts[0].0, parts[1].0)
    let era = era(next)
    if let era { next = era.next }
    if !yearFirst && parts[2].1 == 2 { year += year < 50 ? 2000 : 1900 }
    guard year > 0 else { return nil }
    let isHijri = era?.isHijri ?? ((1300...1500).contains(year))
    let calendar: PartialDate.Calendar = isHijri ? .hijri : .gregorian
    func date(_ day: Int, _ month: Int) -> PartialDate? {
      (1...31).contains(day) && (1...12).contains(month)
        ? PartialDate(calendar, year: year, month: month, day: day) : nil
    }
    guard let dayFirst = date(one, two) ?? date(two, one) else { return nil }
    var value = Value(.date, range(start, next), Quantity(Int64(year)))
    value.date = dayFirst
    if let other = date(two, one), other != dayFirst { value.alternativeDate = other }
    return (value, next)
  }

  // MARK: With the names of months

  /// A month's name, at its item or behind "شهر".
  private struct MonthName {
    var calendar: PartialDate.Calendar
    var month: Int
    var next: Int
    var isCommon: Bool
  }

  private func month(_ index: Int, isDated: Bool) -> MonthName? {
    var place = index
    let isNamed = has(place, .monthword)
    if isNamed { place += 1 }
    guard items.indices.contains(place), items[place].kind == .word else { return nil }
    if let month = number(place, .month) {
      var next = place + 1
      if let other = number(next, .month), other == month { next += 1 }
      if isSign(next, 0x28), number(next + 1, .month) == month, isSign(next + 2, 0x29) { next += 3 }
      if isSign(next, 0x2F), number(next + 1, .month) == month { next += 2 }
      if isSign(next, 0x2E), language == .english, items[place].letters <= 4, literal(next + 1) != nil { next += 1 }
      let isCommon = isCommon(place) && !items[place].isCapitalised
      return MonthName(calendar: .gregorian, month: Int(month), next: next, isCommon: isCommon && !isNamed)
    }
    if let month = number(place, .hijri) {
      return MonthName(
        calendar: .hijri, month: Int(month), next: place + 1, isCommon: isCommon(place) && !isNamed && !isDated)
    }
    if let month = number(place, .libyan), isNamed || isDated {
      return MonthName(calendar: .gregorian, month: Int(month), next: place + 1, isCommon: false)
    }
    return nil
  }

  /// "5 May 2020", "الخامس من مايو", "the 5th of May"
  private func dayFirst(_ start: Int) -> Found? {
    guard let day = dayAmount(start) else { return nil }
    var place = day.next
    if isSign(place, 0x2E), isJoined(place), items.indices.contains(place + 1) { place += 1 }
    if isSmallWord(place) { place += 1 }
    guard let month = month(place, isDated: true) else { return nil }
    let year = year(month.next)
    var found = made(start, month, day: day.day, year: year)
    // Spring, water and summer are months in Libya.
    if has(place, .libyan), year == nil { found.value.isCertain = false }
    return found
  }

  /// "of" or "من" between a day and its month.
  private func isSmallWord(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].kind == .word else { return false }
    return isLetter(index, "of") || isLetter(index, "من") || isLetter(index, "في") || isLetter(index, "الشهر")
  }

  private func dayAmount(_ start: Int) -> (day: Int, next: Int)? {
    if let literal = literal(start) {
      guard literal.isPlain, let day = literal.quantity?.whole, (1...31).contains(day) else { return nil }
      let next = has(start + 1, .ordinalsuffix) && isJoined(start + 1) ? start + 2 : start + 1
      return (Int(day), next)
    }
    guard items[start].kind == .word, items[start].place >= 0 else { return nil }
    guard let amount = language == .arabic ? arabicNumber(start) : englishNumber(start),
      let day = amount.quantity.whole, (1...31).contains(day)
    else { return nil }
    return (Int(day), amount.next)
  }

  /// "May 5, 2020", "May 2020", "May"
  private func monthFirst(_ start: Int) -> Found? {
    guard items[start].kind == .word else { return nil }
    var start = start
    guard var month = month(start, isDated: false) ?? libyanBeforeYear(start) else { return nil }
    if has(start, .monthword) && language == .english && month.next == start + 1 { start += 1 }
    if let year = year(month.next) {
      month.isCommon = false
      return made(start, month, day: nil, year: year)
    }
    if language == .english || month.calendar == .hijri {
      var place = month.next
      if isLetter(place, "the") { place += 1 }
      if let day = dayAmount(place), !(items[place].kind == .word && isCommon(place) && place == month.next) {
        month.isCommon = false
        let year = year(day.next, afterDay: true)
        if language == .english || year != nil { return made(start, month, day: day.day, year: year, next: day.next) }
      }
    }
    // صفر is zero, too.
    if month.isCommon, has(start, .cardinal) { return nil }
    return made(start, month, day: nil, year: nil)
  }

  private func libyanBeforeYear(_ start: Int) -> MonthName? {
    guard let month = number(start, .libyan), year(start + 1) != nil else { return nil }
    return MonthName(calendar: .gregorian, month: Int(month), next: start + 1, isCommon: false)
  }

  private func made(
    _ start: Int, _ month: MonthName, day: Int?, year: (year: Int, isHijri: Bool?, next: Int)?, next: Int? = nil
  ) -> Found {
    let end = year?.next ?? next ?? month.next
    var value = Value(.date, range(start, end), Quantity(Int64(month.month)))
    value.date = PartialDate(month.calendar, year: year?.year, month: month.month, day: day)
    value.isCertain = day != nil || year != nil || !month.isCommon
    return (value, end)
  }

  /// The year after a month: "2020", "، عام ٢٠٢٠ م", "سنة ألف وأربعمئة".
  private func year(_ index: Int, afterDay: Bool = false) -> (year: Int, isHijri: Bool?, next: Int)? {
    var place = skippingComma(index)
    if isSmallWord(place) { place += 1 }
    let isNamed = has(place, .yearword)
    if isNamed { place += 1 }
    guard items.indices.contains(place) else { return nil }
    var number: Int?
    var next = place + 1
    if let literal = literal(place) {
      guard literal.isPlain, literal.widths[0] == 4 || literal.widths[0] == 3 && (isNamed || era(next) != nil) else {
        return nil
      }
      if isSign(next, 0x3A), isJoined(next) { return nil }
      number = literal.first
    } else if items[place].kind == .word, items[place].place >= 0, !items[place].hasAnd,
      let amount = language == .arabic ? arabicNumber(place) : englishNumber(place), !amount.isOrdinal,
      let whole = amount.quantity.whole, (1000...2200).contains(whole) || isNamed && (1...2200).contains(whole)
    {
      number = Int(whole)
      next = amount.next
    }
    guard let number else { return nil }
    let era = era(next)
    return (number, era?.isHijri, era?.next ?? next)
  }

  private func era(_ index: Int) -> (isHijri: Bool, next: Int)? {
    if has(index, .hijriera) { return (true, index + 1) }
    if has(index, .christianera), !isSign(index + 1, 0xB2) { return (false, index + 1) }
    if isSign(index, 0x28), has(index + 1, .hijriera) || has(index + 1, .christianera), isSign(index + 2, 0x29) {
      return (has(index + 1, .hijriera), index + 3)
    }
    return nil
  }

  // MARK: Years alone

  /// "عام 1998", "1420 هـ", "AD 622", "in the year two thousand"
  private func yearWithWord(_ start: Int) -> Found? {
    let isNamed = has(start, .yearword)
    let place = isNamed ? start + 1 : start
    guard items.indices.contains(place) else { return nil }
    var whole: Int64?
    var next = place + 1
    if let literal = literal(place) {
      guard literal.isPlain, literal.widths[0] <= 4 else { return nil }
      whole = literal.quantity?.whole
    } else if items[place].place >= 0, items[place].kind == .word,
      let amount = language == .arabic ? arabicNumber(place) : englishNumber(place), !amount.isOrdinal
    {
      whole = amount.quantity.whole
      next = amount.next
    }
    guard let year = whole, (1...2500).contains(year) else { return nil }
    let isWord = literal(place) == nil
    if has(next, .beforechrist) {
      var value = Value(.date, range(start, next + 1), Quantity(-year))
      value.date = PartialDate(.gregorian, year: -Int(year))
      return (value, next + 1)
    }
    let era = hasAnd(next) ? nil : era(next)
    // A letter after digits is an era only where the number may be a year.
    if let era, items[next].letters == 1, !isNamed, era.isHijri ? !(1...1600).contains(year) : year < 1000 || isWord {
      return nil
    }
    guard
      era != nil
        || isNamed && (year >= 100 || !isWord) && (year >= 1000 || language == .arabic || has(start, .yearword))
    else { return nil }
    if isNamed, era == nil, has(next, .unit) || year < 100 { return nil }
    let end = era?.next ?? next
    var value = Value(.date, range(start, end), Quantity(year))
    value.date = PartialDate(era?.isHijri == true ? .hijri : .gregorian, year: Int(year))
    return (value, end)
  }

  /// "1990s", "التسعينيات", "the nineties"
  private func decade(_ start: Int) -> Found? {
    if let decade = number(start, .decade) {
      var value = Value(.measure, range(start, start + 1), Quantity(decade))
      value.unit = 1000
      return (value, start + 1)
    }
    guard let literal = literal(start), literal.isPlain, let whole = literal.quantity?.whole, whole % 10 == 0,
      whole >= 10,
      literal.widths[0] == 2 || literal.widths[0] == 4
    else { return nil }
    var next = start + 1
    if isSign(next, 0x27, 0x2019), isJoined(next) { next += 1 }
    guard has(next, .decadesuffix), isJoined(next), isLetter(next, "s") else { return nil }
    var value = Value(.measure, range(start, next + 1), Quantity(whole % 100), alternative: Quantity(whole))
    value.unit = 1000
    return (value, next + 1)
  }

  func weekday(_ start: Int) -> Found? {
    guard let day = number(start, .weekday) else { return nil }
    let isArabic = language == .arabic
    if isArabic && day == 2 && !items[start].hasArticle && has(start, .cardinal) { return nil }
    var value = Value(.weekday, range(start, start + 1), Quantity(day))
    value.isCertain = isArabic || items[start].isCapitalised && items[start].letters > 3 || !isCommon(start)
    if !isArabic && !items[start].isCapitalised && isCommon(start) { return nil }
    return (value, start + 1)
  }
}
