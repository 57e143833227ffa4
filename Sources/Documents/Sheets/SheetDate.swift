/// A day and time as spreadsheets count them: days since the end of 1899, or since 1904.
struct SheetDate {
  private var year, month, day: Int
  private var weekday: Int
  private var seconds: Int
  private var hundredths: Int
  private var value: Double

  /// - Returns: nil for what no spreadsheet shows as a date.
  init?(_ value: Double, is1904: Bool) {
    guard value >= 0, value < 2_958_466 else { return nil }
    self.value = value
    var days = Int(value)
    let rest = ((value - Double(days)) * 8_640_000).rounded()
    hundredths = Int(rest) % 100
    seconds = Int(rest) / 100
    if seconds >= 86_400 { (days, seconds) = (days + 1, 0) }
    if is1904 { days += 1_462 }
    weekday = (days + 6) % 7
    // Spreadsheets have a 29 February 1900, which never was.
    if days == 60 {
      (year, month, day) = (1900, 2, 29)
      return
    }
    // Days since 1 March of the year 0, in eras of 400 years.
    let shifted = days + (days < 60 ? 1 : 0) - 25_569 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  func text(_ section: [SheetFormat.Piece], _ names: SheetMonths) -> String {
    let isHalfDay = section.contains(.date("a", 1))
    var output = ""
    for (index, piece) in section.enumerated() {
      switch piece {
      case .literal(let text): output += text
      case .comma: output.append(",")
      case .percent: output.append("%")
      case .point:
        // Fractions of a second, or a full stop as in 31.12.2024.
        output.append(".")
      case .digit:
        let before = index > 0 ? section[index - 1] : .general
        if before == .point { output += Self.padded(hundredths, 2).prefix(1) }
      case .date(let letter, let count): output += part(letter, count, names, isHalfDay: isHalfDay)
      default: break
      }
    }
    return output
  }

  private func part(_ letter: Character, _ count: Int, _ names: SheetMonths, isHalfDay: Bool) -> String {
    let hour = seconds / 3_600
    switch letter {
    case "y": return count <= 2 ? Self.padded(year % 100, 2) : "\(year)"
    case "m":
      switch count {
      case 1, 2: return Self.padded(month, count)
      case 3: return names.short(month)
      case 5: return String(names.months[month - 1].prefix(1))
      default: return names.months[month - 1]
      }
    case "d":
      switch count {
      case 1, 2: return Self.padded(day, count)
      case 3: return names.shortDay(weekday)
      default: return names.days[weekday]
      }
    case "h": return Self.padded(isHalfDay ? (hour + 11) % 12 + 1 : hour, count)
    case "n": return Self.padded(seconds / 60 % 60, count)
    case "s": return Self.padded(seconds % 60, count)
    case "H": return Self.padded(Int(value * 24 + 1e-9), count)
    case "N": return Self.padded(Int(value * 1_440 + 1e-7), count)
    case "T": return Self.padded(Int(value * 86_400 + 1e-5), count)
    case "a": return hour < 12 ? names.halves.0 : names.halves.1
    default: return ""
    }
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let text = "\(number)"
    return text.count >= count ? text : String(repeating: "0", count: min(count, 20) - text.count) + text
  }
}

/// What months, days and halves of days are called.
struct SheetMonths: Sendable {
  var months: [String]
  /// From Sunday on.
  var days: [String]
  var halves: (String, String)
  private var abbreviates: Bool

  func short(_ month: Int) -> String { abbreviates ? String(months[month - 1].prefix(3)) : months[month - 1] }
  func shortDay(_ day: Int) -> String { abbreviates ? String(days[day].prefix(3)) : days[day] }

  static let english = SheetMonths(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"], halves: ("AM", "PM"),
    abbreviates: true)

  /// - Parameter locale: the language and country as Windows numbers them.
  static func arabic(locale: UInt32) -> SheetMonths {
    // Iraq, Syria, Jordan and Lebanon.
    let isLevant = [0x0801, 0x2801, 0x2C01, 0x3001].contains(locale)
    let months =
      isLevant
      ? "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول"
      : "يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر"
    return SheetMonths(
      months: months.split(separator: ",").map(String.init),
      days: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"], halves: ("ص", "م"),
      abbreviates: false)
  }
}
