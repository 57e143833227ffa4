import Testing
import WaslValues

/// Dates whose other side is known from calendars in print.
@Suite struct HijriCalendarTests {
  @Test(arguments: [
    (1445, 9, 1, 2024, 3, 11), (1445, 1, 1, 2023, 7, 19), (1400, 1, 1, 1979, 11, 20), (1356, 1, 1, 1937, 3, 14),
    (1500, 1, 1, 2076, 11, 27),
  ])
  func ummAlQuraDays(_ year: Int, _ month: Int, _ day: Int, _ otherYear: Int, _ otherMonth: Int, _ otherDay: Int) {
    let other = GregorianCalendar.julianDay(otherYear, otherMonth, otherDay)
    #expect(abs(HijriCalendar.julianDay(year, month, day) - other) <= 1)
  }

  @Test func theTwoCalendarsDifferByTwoDaysAtMost() {
    for year in 1300...1600 {
      for month in 1...12 {
        #expect(abs(HijriCalendar.julianDay(year, month, 1) - HijriCalendar.tabular(year, month, 1)) <= 2)
      }
    }
  }

  @Test func gregorianDaysGoBothWays() {
    for day in stride(from: 2_300_000, to: 2_500_000, by: 13) {
      let found = GregorianCalendar.yearAndMonth(ofJulianDay: day)
      let first = GregorianCalendar.julianDay(found.year, found.month, 1)
      #expect((0..<31).contains(day - first))
    }
  }
}
