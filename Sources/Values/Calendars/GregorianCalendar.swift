/// The proleptic Gregorian calendar. Julian days as in Fliegel and Van Flandern, CACM 11 (1968) 657.
public enum GregorianCalendar {
  /// The Julian day that starts at noon of a date; the parts may run over.
  public static func julianDay(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shift = (14 - month) / 12
    let y = year + 4800 - shift
    let m = month + 12 * shift - 3
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045
  }

  /// The year and month of a Julian day.
  public static func yearAndMonth(ofJulianDay day: Int) -> (year: Int, month: Int) {
    let a = day + 32044
    let b = (4 * a + 3) / 146_097
    let c = a - 146_097 * b / 4
    let d = (4 * c + 3) / 1461
    let e = c - 1461 * d / 4
    let m = (5 * e + 2) / 153
    return (100 * b + d - 4800 + m / 10, m + 3 - 12 * (m / 10))
  }
}
