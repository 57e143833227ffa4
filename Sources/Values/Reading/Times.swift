extension ValueParser {
  /// The part of the day that a time is in.
  private enum Half { case morning, afternoon, night, noon }

  /// A time of day.
  func time(_ start: Int) -> Found? {
    if let found = clockOfDigits(start) { return found }
    if has(start, .noon) || has(start, .midnight) {
      return timed(start, has(start, .noon) ? 12 : 0, 0, nil, start + 1, isExact: true)
    }
    return language == .arabic ? arabicTime(start) : englishTime(start)
  }

  private func half(_ index: Int) -> (half: Half, next: Int)? {
    var place = index
    if isSign(place, 0x2C, 0x60C) { place += 1 }
    if has(place, .morning) { return (.morning, place + 1) }
    if has(place, .noonword) { return (.noon, place + 1) }
    if has(place, .afternoon) { return (.afternoon, place + 1) }
    if has(place, .night) { return (.night, place + 1) }
    return nil
  }

  /// A time of hours and minutes; `alternative` is the same in the other half of the day.
  private func timed(
    _ start: Int, _ hour: Int, _ minute: Int, _ half: Half?, _ next: Int, isExact: Bool = false
  ) -> Found? {
    guard (0...24).contains(hour), (-59...119).contains(minute) else { return nil }
    var hours = [hour]
    switch half {
    case .morning: hours = [hour == 12 ? 0 : hour]
    case .afternoon: hours = hour == 12 ? [12, 0] : [hour < 12 ? hour + 12 : hour]
    case .noon: hours = [hour < 6 ? hour + 12 : hour]
    case .night: hours = [hour == 12 ? 0 : hour < 6 || hour > 12 ? hour : hour + 12]
    case nil: if !isExact && (1...12).contains(hour) { hours = [hour, (hour + 12) % 24] }
    }
    let minutes = hours.map { Int64(($0 * 60 + minute + 1440) % 1440) }
    var value = Value(.time, range(start, next), Quantity(minutes[0]))
    if minutes.count > 1 { value.alternative = Quantity(minutes[1]) }
    return (value, next)
  }

  /// 10:30, 10.30 a.m., 10h30, 3pm
  private func clockOfDigits(_ start: Int) -> Found? {
    var first = start
    if has(start, .clockword) { first += 1 }
    guard let hours = literal(first), let hour = hours.quantity else { return nil }
    let isNamed = first > start && language == .arabic
    if hours.isPlain, isSign(first + 1, 0x3A) || isNamed && isSign(first + 1, 0x2E), isJoined(first + 1),
      let minutes = literal(first + 2),
      isJoined(first + 2), minutes.count >= 1, minutes.widths[0] == 2, minutes.groups[0] < 60, hours.first <= 24,
      hours.widths[0] <= 2
    {
      var next = first + 3
      if isSign(next, 0x3A), isJoined(next), let seconds = literal(next + 1), seconds.widths[0] == 2 { next += 2 }
      if isSign(next, 0x3A) { return nil }
      let half = half(next)
      let isExact = hours.first > 12 || hours.startsWithZero || hours.first == 0
      let end = half?.next ?? (has(next, .oclock) ? next + 1 : next)
      return timed(start, hours.first, Int(minutes.groups[0]), half?.half, end, isExact: isExact)
    }
    if hours.isPlain, hours.first <= 24, isLetter(first + 1, "h"), isJoined(first + 1),
      let minutes = literal(first + 2),
      isJoined(first + 2), minutes.widths[0] == 2, minutes.groups[0] < 60
    {
      return timed(start, hours.first, Int(minutes.groups[0]), nil, first + 3, isExact: true)
    }
    // 10.30 a.m.
    if hours.count == 2, hours.separator(1) == 0x2E, hours.widths[1] == 2, hours.groups[1] < 60,
      hours.groups[0] <= 12 || isNamed,
      let half = half(first + 1) ?? (isNamed ? (.some((half: Half.morning, next: first + 1))) : nil)
    {
      let isReal = self.half(first + 1) != nil
      return timed(start, hours.first, Int(hours.groups[1]), isReal ? half.half : nil, half.next)
    }
    guard let whole = hour.whole, whole <= 24 else { return nil }
    if hours.isPlain, whole <= 12, !isNamed, let half = half(first + 1), !isMetre(first + 1) {
      return timed(start, Int(whole), 0, half.half, half.next)
    }
    if hours.isPlain, has(first + 1, .oclock), !(language == .arabic && !isNamed) {
      let half = half(first + 2)
      return timed(start, Int(whole), 0, half?.half, half?.next ?? first + 2, isExact: whole > 12)
    }
    guard isNamed else { return nil }
    return arabicMinutes(start, Int(whole), first + 1)
  }

  /// م after a number is a metre or an era as well.
  private func isMetre(_ index: Int) -> Bool { isLetter(index, "م") && !isNearClock(index) }

  private func isNearClock(_ index: Int) -> Bool { index >= 2 && has(index - 2, .clockword) }

  // MARK: Arabic

  /// "الساعة الثالثة والنصف عصرا", "العاشرة إلا ربعا"
  private func arabicTime(_ start: Int) -> Found? {
    var first = start
    if has(start, .clockword) { first += 1 }
    let isNamed = first > start
    guard items.indices.contains(first), items[first].kind == .word, let hour = hourWord(first) else { return nil }
    if isNamed {
      if !items[start].hasArticle && !items[first].hasArticle { return nil }
      return arabicMinutes(start, hour.hour, hour.next)
    }
    // Without "الساعة": only with minutes or the part of the day behind it.
    guard items[first].hasArticle, hour.isOrdinal, hour.hour <= 12,
      let found = arabicMinutes(start, hour.hour, hour.next),
      found.next > hour.next
    else { return nil }
    return found
  }

  private func hourWord(_ index: Int) -> (hour: Int, next: Int, isOrdinal: Bool)? {
    if number(index, .ordinal) != nil || number(index, .cardinal) != nil || number(index, .teenunit) != nil
      || number(index, .short) != nil
    {
      let unit =
        number(index, .ordinal) ?? number(index, .cardinal) ?? number(index, .teenunit) ?? number(index, .short) ?? 0
      let isTeen =
        items.indices.contains(index + 1) && !items[index + 1].hasAnd && unit < 10
        && (number(index + 1, .short) == 10 || number(index + 1, .cardinal) == 10)
      let hour = Int(isTeen ? unit + 10 : unit)
      guard (1...24).contains(hour) else { return nil }
      return (hour, index + (isTeen ? 2 : 1), has(index, .ordinal) || hour == 1)
    }
    return nil
  }

  /// What follows an hour: halves, quarters, thirds, minutes, and the part of the day.
  private func arabicMinutes(_ start: Int, _ hour: Int, _ index: Int) -> Found? {
    var (place, minute) = (index, 0)
    for _ in 0..<3 {
      var next = place
      var sign = 0
      if has(next, .until) {
        (next, sign) = (next + 1, -1)
      } else if hasAnd(next) {
        sign = 1
      } else if isBareAnd(next) {
        (next, sign) = (next + 1, 1)
      }
      guard sign != 0, items.indices.contains(next) else { break }
      if let part = number(next, .fraction), [2, 3, 4].contains(part) {
        minute += sign * 60 / Int(part)
        place = next + 1
        continue
      }
      if number(next, .twofractions) == 3 {
        // "إلا ثلثا"
        minute += sign * 20
        place = next + 1
        continue
      }
      if isDualMinutes(next) {
        minute += sign * 2
        place = next + 1
        continue
      }
      guard let amount = amount(next), let whole = amount.quantity.whole, (1...59).contains(whole),
        number(amount.next, .unit) == 42 || literal(next) == nil && half(amount.next) != nil
      else { break }
      minute += sign * Int(whole)
      place = number(amount.next, .unit) == 42 ? amount.next + 1 : amount.next
    }
    if has(place, .oclock) { place += 1 }
    let half = half(place)
    return timed(start, hour, minute, half?.half, half?.next ?? place, isExact: hour > 12)
  }

  private func isDualMinutes(_ index: Int) -> Bool {
    items.indices.contains(index) && items[index].isDual && number(index, .unit) == 42
  }

  // MARK: English

  /// "half past ten", "twenty minutes to six", "five o'clock", "ten thirty a.m."
  private func englishTime(_ start: Int) -> Found? {
    var first = start
    if has(first, .article) { first += 1 }
    var minutes: (Int, Int)?
    if let part = number(first, .fraction), part == 2 || part == 4 {
      minutes = (60 / Int(part), first + 1)
    } else if let amount = self.minutesAmount(first) {
      minutes = (amount.0, amount.1)
    }
    if let (count, after) = minutes {
      let next = number(after, .unit) == 42 ? after + 1 : after
      if has(next, .past) || has(next, .until), let hour = minutesAmount(next + 1), hour.0 <= 12, hour.0 > 0, count < 60
      {
        let end = has(hour.1, .oclock) ? hour.1 + 1 : hour.1
        let half = half(end)
        let isSure = number(first, .fraction) != nil || half != nil || next > after || count % 5 == 0
        if isSure && (has(next, .past) || !has(next, .from)) && !(start > 0 && has(start - 1, .from)) {
          return timed(start, hour.0, has(next, .past) ? count : -count, half?.half, half?.next ?? end)
        }
      }
      if let half = clockHour(next + 1), has(next, .past) || has(next, .until) {
        return timed(start, half.hour, has(next, .past) ? count : -count, nil, half.next, isExact: true)
      }
    }
    guard first == start, let hour = minutesAmount(start), hour.0 <= 24 else { return nil }
    if has(hour.1, .oclock) {
      let half = half(hour.1 + 1)
      return timed(start, hour.0, 0, half?.half, half?.next ?? hour.1 + 1)
    }
    if hour.0 <= 12, let half = half(hour.1) { return timed(start, hour.0, 0, half.half, half.next) }
    // "ten thirty a.m.", "ten oh five p.m."
    guard hour.0 <= 12, let unit = number(start, .cardinal), unit == hour.0 || hour.1 == start + 1 else { return nil }
    var place = start + 1
    if has(place, .oh) { place += 1 }
    if let minute = minutesAmount(place), minute.0 < 60, let half = half(minute.1) {
      return timed(start, Int(unit), minute.0, half.half, half.next)
    }
    return nil
  }

  private func clockHour(_ index: Int) -> (hour: Int, next: Int)? {
    if has(index, .noon) { return (12, index + 1) }
    if has(index, .midnight) { return (0, index + 1) }
    return nil
  }

  private func minutesAmount(_ index: Int) -> (Int, Int)? {
    if let literal = literal(index) { return literal.isPlain && literal.first < 60 ? (literal.first, index + 1) : nil }
    guard items.indices.contains(index), items[index].kind == .word else { return nil }
    if let tens = number(index, .tens) {
      if let unit = number(index + 1, .cardinal), unit > 0, unit < 10 { return (Int(tens + unit), index + 2) }
      return (Int(tens), index + 1)
    }
    if let unit = number(index, .cardinal), unit > 0 { return (Int(unit), index + 1) }
    return nil
  }
}
