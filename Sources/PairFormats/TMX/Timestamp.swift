/// Points in time as the formats write them.
enum Timestamp {
  /// `YYYYMMDDThhmmssZ`, TMX's form of ISO 8601.
  ///
  /// - Parameter seconds: since 1970-01-01T00:00:00Z; clamped to the years 0 to 9999 the form can hold.
  static func basic(_ seconds: Int) -> String {
    let clamped = min(max(seconds, -62_167_219_200), 253_402_300_799)
    let days = Int((Double(clamped) / 86_400).rounded(.down))
    let rest = clamped - days * 86_400
    let (year, month, day) = civil(days)
    return digits(year, 4) + digits(month, 2) + digits(day, 2) + "T"
      + digits(rest / 3_600, 2) + digits(rest / 60 % 60, 2) + digits(rest % 60, 2) + "Z"
  }

  /// The date of a day of the proleptic Gregorian calendar, counted from 1970-01-01.
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    // Counting from 1 March of the year 0 puts the leap day at the end of a year, and an era of 400
    // years, 146,097 days, repeats exactly.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
