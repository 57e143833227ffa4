/// The Islamic calendar: Umm al-Qura for the years 1300 to 1600, and for others the tabular calendar with the leap years
/// 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty and the civil epoch.
public enum HijriCalendar {
  /// The Julian day of a date; the day may run over.
  public static func julianDay(_ year: Int, _ month: Int, _ day: Int) -> Int {
    ummAlQura(year, month).map { $0 + day - 1 } ?? tabular(year, month, day)
  }

  /// The Julian day of a date of the tabular calendar.
  public static func tabular(_ year: Int, _ month: Int, _ day: Int) -> Int {
    day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 1_948_439
  }

  /// The Julian day of the first day of a month, nil outside the table.
  public static func ummAlQura(_ year: Int, _ month: Int) -> Int? {
    let place = (year - 1300) * 12 + month - 1
    return year >= 1300 && (1...12).contains(month) && place < table.starts.count ? table.starts[place] : nil
  }

  private static let table = Table()

  private struct Table {
    var starts: [Int] = []

    init() {
      var next = 2_408_762
      for line in PackageResources.ummalqura_txt.split(separator: UInt8(ascii: "\n")) {
        if line.first == UInt8(ascii: "#") { continue }
        for word in line.split(separator: UInt8(ascii: " ")) {
          let lengths = Int(String(decoding: word, as: UTF8.self), radix: 16) ?? 0
          for month in 0..<12 {
            starts.append(next)
            next += lengths >> month & 1 == 1 ? 30 : 29
          }
        }
      }
    }
  }
}
