/// A number in digits, with the separators between its groups.
struct NumberLiteral {
  /// The groups' numbers, and their digits.
  private(set) var groups = SIMD8<Int64>(repeating: 0)
  private(set) var widths = SIMD8<Int64>(repeating: 0)
  private(set) var count = 0
  /// What stands before each group but the first.
  private var separators = SIMD8<UInt32>(repeating: 0)
  /// FNV-1a of all digits.
  private(set) var digitsHash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var tailHash: UInt64 = 0
  /// What it says: the first that fits.
  private(set) var quantity: Quantity?
  private(set) var alternative: Quantity?
  /// Whether it is a row of numbers with points between them, not one number.
  private(set) var isSequence = false

  /// A vulgar fraction.
  init(fraction: Quantity) {
    quantity = fraction
  }

  init() {}

  var digits: Int { Int(widths.wrappedSum()) }
  var first: Int { Int(groups[0]) }
  var startsWithZero: Bool { count > 0 && widths[0] > 1 && leadingZero }
  private var leadingZero = false
  /// A single group of digits.
  var isPlain: Bool { count == 1 }
  func separator(_ group: Int) -> UInt32 { separators[group] }

  /// False where there are too many groups, or too many digits in one.
  mutating func addGroup(after separator: UInt32) -> Bool {
    if count == 8 { return false }
    separators[count] = separator
    count += 1
    return true
  }

  mutating func addDigit(_ digit: Int64) {
    if digits == 0 { leadingZero = digit == 0 }
    let group = count - 1
    widths[group] += 1
    if widths[group] <= 18 { groups[group] = groups[group] &* 10 &+ digit }
    digitsHash = (digitsHash ^ UInt64(digit + 1)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of the groups in reading order, or from the last to the first.
  func sequenceHash(reversed: Bool) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9
    for index in 0..<count {
      hash = (hash ^ UInt64(truncatingIfNeeded: groups[reversed ? count - 1 - index : index] &+ 1)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Finds out what the groups say together. False where only the first group is a number of its own.
  mutating func interpret() -> Bool {
    for group in 0..<count where widths[group] > 18 { return count == 1 }
    if count == 1 {
      quantity = Quantity(groups[0])
      return true
    }
    let last = count - 1
    let kind = separators[1]
    let isUniform = (1..<count).allSatisfy { separators[$0] == kind }
    if isUniform {
      let grouped = groupsThousands(upTo: count)
      let decimal = count == 2 ? joined(fractionFrom: 1) : nil
      switch kind {
      case 0x2E, 0x66B:
        if count == 2 {
          quantity = decimal
          if kind == 0x2E && grouped { alternative = joined(fractionFrom: count) }
          return quantity != nil
        }
        isSequence = true
        if grouped { quantity = joined(fractionFrom: count) }
        return true
      case 0x2C, 0x60C:
        if grouped {
          quantity = joined(fractionFrom: count)
          if count == 2 { alternative = decimal }
          return quantity != nil
        }
        quantity = decimal
        return decimal != nil
      default:
        if grouped { quantity = joined(fractionFrom: count) }
        return quantity != nil
      }
    }
    let isGrouped = (2..<last).allSatisfy { separators[$0] == kind } && groupsThousands(upTo: last)
    guard isGrouped, [0x2C, 0x2E, 0x66B, 0x60C].contains(separators[last]) else { return false }
    quantity = joined(fractionFrom: last)
    return quantity != nil
  }

  /// A first group of one to three digits, then groups of three, or of two before the last as in India.
  private func groupsThousands(upTo end: Int) -> Bool {
    guard widths[0] <= 3, groups[0] > 0 || end == 1, end < 2 || widths[end - 1] == 3 else { return end == 1 }
    if end < 3 { return true }
    return (1..<(end - 1)).allSatisfy { widths[$0] == 3 } || (1..<(end - 1)).allSatisfy { widths[$0] == 2 }
  }

  /// The number whose decimals start with a group.
  private func joined(fractionFrom start: Int) -> Quantity? {
    var (number, scale): (Int64, Int64) = (0, 1)
    for group in 0..<count {
      for _ in 0..<Int(widths[group]) {
        let (next, overflow) = number.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        number = next
        if group >= start {
          let (finer, overflow) = scale.multipliedReportingOverflow(by: 10)
          if overflow { return nil }
          scale = finer
        }
      }
      let (sum, overflow) = number.addingReportingOverflow(groups[group])
      if overflow { return nil }
      number = sum
    }
    return Quantity(number, over: scale)
  }
}
