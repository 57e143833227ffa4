internal import Glibc

/// A number as a spreadsheet holds it: fifteen significant digits.
struct SheetNumber: Hashable {
  var isNegative: Bool
  /// From 0 to 9 each, without zeros at the end; none for 0.
  var digits: [Int]
  /// How many of the digits stand before the decimal point; negative for zeros behind it.
  var point: Int

  /// - Returns: nil for what is no finite number.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    var buffer = [CChar](repeating: 0, count: 64)
    _ = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
    isNegative = value < 0
    digits = parts[0].utf8.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
    point = exponent + 1
    trim()
  }

  var isZero: Bool { digits.isEmpty }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// Moves the decimal point, as percent does.
  mutating func scale(by power: Int) { if !isZero { point += power } }

  /// Rounds half away from zero, as spreadsheets do.
  mutating func round(decimals: Int) {
    let kept = point + decimals
    guard kept < digits.count else { return }
    let carries = kept >= 0 && digits[kept] >= 5
    digits = kept > 0 ? Array(digits[..<kept]) : []
    if carries { increment(kept) }
    trim()
  }

  private mutating func increment(_ kept: Int) {
    if kept <= 0 {
      (digits, point) = ([1], point - kept + 1)
      return
    }
    var place = kept - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  /// The digits before the point, `0` for none.
  var whole: String {
    if point <= 0 { return "0" }
    return (0..<min(point, 400)).map { $0 < digits.count ? String(digits[$0]) : "0" }.joined()
  }

  /// The digits behind the point.
  func fraction(_ count: Int) -> String {
    (0..<min(count, 400)).map { index in
      let place = point + index
      return digits.indices.contains(place) ? String(digits[place]) : "0"
    }.joined()
  }

  /// How many digits stand behind the point.
  var decimals: Int { max(0, digits.count - point) }

  /// As a cell shows it that has no format: eleven characters at most.
  var general: String {
    if isZero { return "0" }
    let sign = isNegative ? "-" : ""
    guard (-3...11).contains(point) else { return sign + scientific(decimals: 5, trimmed: true) }
    var number = self
    number.round(decimals: max(0, 10 - max(1, point)))
    let fraction = number.fraction(number.decimals)
    return sign + number.whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Such as `1.5E+12`, without the sign.
  func scientific(decimals: Int, trimmed: Bool = false) -> String {
    var mantissa = self
    let exponent = isZero ? 0 : point - 1
    mantissa.scale(by: -exponent)
    mantissa.round(decimals: decimals)
    let isCarried = mantissa.point > 1
    if isCarried { mantissa.scale(by: -1) }
    let power = exponent + (isCarried ? 1 : 0)
    let fraction = mantissa.fraction(trimmed ? mantissa.decimals : decimals)
    let digits = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
    return mantissa.whole + (fraction.isEmpty ? "" : "." + fraction) + "E" + (power < 0 ? "-" : "+") + digits
  }
}
