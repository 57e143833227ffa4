/// The parts of a number in words so far.
struct NumberState {
  private var sum: Int64 = 0
  private var group: Int64 = 0
  private var hasUnit = false
  private var hasTens = false
  private var hasHundred = false
  private var smallest = Int64.max
  /// Of the last part; 1 where that was none.
  private(set) var lastScale: Int64 = 1
  private var overflowed = false

  var isEmpty: Bool { !hasUnit && !hasTens && !hasHundred }
  var takesUnit: Bool { !hasUnit && !hasTens }
  var takesTens: Bool { !hasTens && (!hasUnit || group % 100 < 10 && group % 100 > 0) }
  var takesHundred: Bool { isEmpty }
  var canTakeUnitAfterTens: Bool { hasTens && !hasUnit }
  /// The whole number, nil where it is too large.
  var total: Int64? {
    let (result, overflow) = sum.addingReportingOverflow(group)
    return overflow || overflowed ? nil : result
  }

  mutating func add(unit: Int64) {
    group += unit
    hasUnit = true
    lastScale = 1
  }

  mutating func add(tens: Int64) {
    group += tens
    hasTens = true
    lastScale = 1
  }

  mutating func add(hundred: Int64) {
    group += hundred
    hasHundred = true
    lastScale = 1
  }

  /// Multiplies what stands before it; false where a scale cannot follow.
  mutating func add(scale: Int64) -> Bool {
    if isEmpty && sum > 0 && scale > smallest || !isEmpty && sum > 0 && scale > smallest {
      // "ألف مليون", "مئة ألف مليون"
      let (product, overflow) = (sum + group).multipliedReportingOverflow(by: scale)
      if overflow { return false }
      sum = product
    } else {
      guard scale < smallest else { return false }
      let (product, overflow) = (isEmpty ? 1 : group).multipliedReportingOverflow(by: scale)
      if overflow { return false }
      let (next, tooLarge) = sum.addingReportingOverflow(product)
      if tooLarge { return false }
      sum = next
    }
    end(scale)
    return true
  }

  /// Two of a scale.
  mutating func add(dual: Int64) -> Bool {
    guard isEmpty, dual < smallest, dual < .max / 4, sum < .max / 4 else { return false }
    sum += 2 * dual
    end(dual)
    return true
  }

  private mutating func end(_ scale: Int64) {
    smallest = scale
    lastScale = scale
    group = 0
    hasUnit = false
    hasTens = false
    hasHundred = false
  }

  /// English: hundreds of what stands before.
  mutating func addHundredAfterUnit() -> Bool {
    guard !hasHundred, group < 100 else { return false }
    group = max(group, 1) * 100
    hasHundred = true
    hasUnit = false
    hasTens = false
    lastScale = 100
    return true
  }
}
