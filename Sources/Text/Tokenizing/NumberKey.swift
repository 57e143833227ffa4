/// Brings the ways to write a number to one: digits without thousands separators, a point for decimals.
///
///     1,234,567.89   1.234.567,89   1'234'567.89  →  1234567.89
///     3,5            3.5                          →  3.5
///     1,234          →  1234      1.234  →  1.234    (a single point is a decimal point)
///     1,2,3   12.05.2020   192.168.1.1            →  as they are
enum NumberKey {
  /// Rewrites a number of ASCII digits, commas, points and apostrophes in place and returns its new length.
  static func canonicalize(_ key: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // The first separator, the last one, and how many are of the first one's kind.
    var (first, last, separators, likeFirst) = (-1, -1, 0, 0)
    for index in key.indices where !isDigit(key[index]) {
      guard key[index] == comma || key[index] == point || key[index] == apostrophe else { return key.count }
      if first < 0 { first = index }
      if key[index] == key[first] { likeFirst += 1 }
      last = index
      separators += 1
    }
    if separators == 0 { return key.count }
    if likeFirst == separators {
      if separators == 1 && key[first] == point { return key.count }
      if groupsThousands(key, upTo: key.count) { return removeSeparators(key, keeping: key.count) }
      if separators == 1 && key[first] == comma { key[first] = point }
      return key.count
    }
    // Two kinds: the last separator is the decimal mark if all before it are of one other kind.
    guard likeFirst == separators - 1, key[last] != key[first], key[last] != apostrophe,
      groupsThousands(key, upTo: last)
    else { return key.count }
    key[last] = point
    return removeSeparators(key, keeping: last)
  }

  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")
  private static let apostrophe = UInt8(ascii: "'")

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a first group of one to three digits is followed by groups of three only.
  private static func groupsThousands(_ key: UnsafeMutableBufferPointer<UInt8>, upTo end: Int) -> Bool {
    var (digits, isFirst) = (0, true)
    for index in 0...end {
      if index < end && isDigit(key[index]) {
        digits += 1
        continue
      }
      if isFirst ? digits < 1 || digits > 3 : digits != 3 { return false }
      (digits, isFirst) = (0, false)
    }
    return true
  }

  /// Removes all that is no digit, but for what stands at `kept`.
  private static func removeSeparators(_ key: UnsafeMutableBufferPointer<UInt8>, keeping kept: Int) -> Int {
    var length = 0
    for index in key.indices where isDigit(key[index]) || index == kept {
      key[length] = key[index]
      length += 1
    }
    return length
  }
}
