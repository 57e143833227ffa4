/// A date of which some parts may not be said.
public struct PartialDate: Sendable, Hashable {
  public enum Calendar: UInt8, Sendable, Hashable { case gregorian, hijri }

  public var calendar: Calendar
  public var year: Int?
  /// 1 to 12.
  public var month: Int?
  public var day: Int?

  public init(_ calendar: Calendar, year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.calendar = calendar
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Julian day of a whole date.
  public var julianDay: Int? {
    guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year)
    else { return nil }
    return calendar == .gregorian
      ? GregorianCalendar.julianDay(year, month, day) : HijriCalendar.julianDay(year, month, day)
  }
}
