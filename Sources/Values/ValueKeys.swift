/// What makes two values equal: they agree where they share a key.
public struct ValueKey: Sendable, Hashable {
  public var hash: UInt64
  /// True where the two say the same; false where one says only a part of what the other does.
  public var isWhole: Bool
}

extension Value {
  /// Which values can contradict each other.
  public enum Family: UInt8, Sendable, Hashable { case number, date, weekday, time, mark, code }

  public var family: Family {
    switch kind {
    case .number, .ordinal, .share, .multiple, .range, .money, .measure, .pair: .number
    case .date: date?.month == nil && date != nil ? .number : .date
    case .weekday: .weekday
    case .time: .time
    case .mark: .mark
    case .phone, .version: .code
    }
  }

  private func hash(_ name: UInt64, _ quantity: Quantity, _ more: UInt64 = 0) -> UInt64 {
    var hash = (name &+ 1) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ UInt64(bitPattern: quantity.numerator)) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ hash >> 32 ^ UInt64(quantity.denominator)) &* 0xD6E8_FEB8_6659_FD93
    return (hash ^ hash >> 29 ^ more) &* 0x9E37_79B9_7F4A_7C15
  }

  private static let (numbers, shares, multiples, ranges): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  private static let (monies, units, times, weekdays): (UInt64, UInt64, UInt64, UInt64) = (5, 6, 7, 8)
  private static let (letters, codes, digits): (UInt64, UInt64, UInt64) = (9, 10, 11)
  private static let (days, monthDays, months, yearMonths, hijriYears): (UInt64, UInt64, UInt64, UInt64, UInt64) =
    (12, 13, 14, 15, 16)

  /// The keys, those of the whole value first.
  public var keys: [ValueKey] {
    var keys: [ValueKey] = []
    func add(_ name: UInt64, _ quantity: Quantity, _ more: Int = 0, whole: Bool) {
      let hash = hash(name, quantity, UInt64(bitPattern: Int64(more)))
      if !keys.contains(where: { $0.hash == hash }) { keys.append(ValueKey(hash: hash, isWhole: whole)) }
    }
    func addBoth(_ name: UInt64, _ more: Int = 0, whole: Bool) {
      add(name, quantity, more, whole: whole)
      if let alternative { add(name, alternative, more, whole: whole) }
    }
    if let upper, kind != .mark {
      let (low, high) = (min(quantity, upper), max(quantity, upper))
      let name = kind == .share ? Self.shares : Self.ranges
      add(name, low, hash(name, high).hashValueStable, whole: true)
      if kind == .money || kind == .measure {
        add(Self.units, low, hash(name, high, UInt64(unit)).hashValueStable, whole: true)
      }
      if kind == .pair, let other = clock(quantity, upper) { add(Self.times, other, whole: false) }
      add(kind == .share ? Self.shares : Self.numbers, quantity, whole: false)
      add(kind == .share ? Self.shares : Self.numbers, upper, whole: false)
      return keys
    }
    switch kind {
    case .number, .ordinal:
      addBoth(Self.numbers, whole: true)
      if let alternative, alternative < Quantity(1) { add(Self.shares, alternative, whole: true) }
    case .share:
      add(Self.shares, quantity, whole: true)
      if let alternative {
        if alternative < Quantity(1) || alternative.denominator > 1 {
          add(Self.shares, alternative, whole: true)
        } else {
          add(Self.numbers, alternative, whole: true)
        }
      }
      if let percent = quantity.times(100) { add(Self.numbers, percent, whole: false) }
      add(Self.numbers, quantity, whole: false)
    case .multiple:
      addBoth(Self.multiples, whole: true)
      addBoth(Self.numbers, whole: false)
    case .money:
      addBoth(Self.monies, unit, whole: true)
      addBoth(Self.numbers, whole: false)
    case .measure:
      addBoth(Self.units, unit, whole: true)
      addBoth(Self.numbers, whole: false)
    case .weekday: add(Self.weekdays, quantity, whole: true)
    case .time:
      addBoth(Self.times, whole: true)
      if let hour = quantity.whole, hour % 60 == 0 { add(Self.numbers, Quantity(hour / 60), whole: false) }
      if let whole = quantity.whole, let decimal = Quantity(whole / 60 * 100 + whole % 60, over: 100) {
        add(Self.numbers, decimal, whole: false)
      }
    case .mark:
      add(Self.letters, quantity, whole: true)
      if let alternative { add(Self.letters, alternative, whole: false) }
      if let upper { add(Self.numbers, upper, whole: true) }
      add(Self.numbers, quantity, whole: false)
    case .version:
      add(Self.codes, Quantity(0), Int(truncatingIfNeeded: code), whole: true)
      if quantity.denominator > 1 { add(Self.numbers, quantity, whole: true) }
      add(Self.codes, Quantity(0), Int(truncatingIfNeeded: reversedCode), whole: false)
    case .phone:
      add(Self.digits, Quantity(0), Int(truncatingIfNeeded: code), whole: true)
      add(Self.digits, Quantity(1), Int(truncatingIfNeeded: reversedCode), whole: false)
    case .date:
      if let date { for key in dateKeys(date) { add(key.0, Quantity(Int64(key.1)), key.2, whole: key.3) } }
      if let alternativeDate {
        for key in dateKeys(alternativeDate) { add(key.0, Quantity(Int64(key.1)), key.2, whole: key.3) }
      }
    case .range, .pair: addBoth(Self.numbers, whole: true)
    }
    return keys
  }

  private func clock(_ hour: Quantity, _ minute: Quantity) -> Quantity? {
    guard let hour = hour.whole, let minute = minute.whole, hour < 24, minute < 60, hour >= 0, minute >= 0 else {
      return nil
    }
    return Quantity(hour * 60 + minute)
  }

  private func dateKeys(_ date: PartialDate) -> [(UInt64, Int, Int, Bool)] {
    let calendar = Int(date.calendar.rawValue)
    var keys: [(UInt64, Int, Int, Bool)] = []
    let isHijri = date.calendar == .hijri
    if let day = date.julianDay {
      keys.append((Self.days, day, 0, true))
      if isHijri { for shift in [-1, 1, -2, 2] { keys.append((Self.days, day + shift, 0, false)) } }
    }
    if let month = date.month {
      let isWhole = date.year == nil
      if let day = date.day {
        keys.append((Self.monthDays, month * 40 + day, calendar, isWhole))
      } else if let year = date.year {
        keys.append((Self.yearMonths, year * 12 + month, calendar, true))
        if isHijri, (1...2000).contains(year) {
          let first = HijriCalendar.julianDay(year, month, 1)
          for day in [first, first + 14, first + 28] {
            let other = GregorianCalendar.yearAndMonth(ofJulianDay: day)
            keys.append((Self.yearMonths, other.year * 12 + other.month, 0, false))
          }
        }
        keys.append((Self.months, month, calendar, false))
      } else {
        keys.append((Self.months, month, calendar, true))
      }
    } else if let year = date.year {
      keys.append((Self.numbers, year, 0, true))
      if isHijri, (1...2000).contains(year) {
        let first = HijriCalendar.julianDay(year, 1, 1)
        for day in [first, first + 353] {
          keys.append((Self.numbers, GregorianCalendar.yearAndMonth(ofJulianDay: day).year, 0, false))
        }
      }
      if year < 0 { keys.append((Self.numbers, -year, 0, false)) }
    }
    return keys
  }
}

extension UInt64 {
  fileprivate var hashValueStable: Int { Int(truncatingIfNeeded: self) }
}
