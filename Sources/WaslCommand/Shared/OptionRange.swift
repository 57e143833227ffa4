import ArgumentParser

/// What numbers an option takes.
enum OptionRange {
  /// Threads; each has buffers of its own, and thousands of them only stand in each other's way.
  static let jobs = 1...1_024
  /// Rounds of a trainer, which keeps a line of its history for each.
  static let rounds = 1...10_000

  /// - Throws: a usage error that names the option, its value and the range.
  static func check<Value: Comparable>(_ value: Value?, _ option: String, _ range: ClosedRange<Value>) throws {
    // Not a number is in no range.
    guard let value, !range.contains(value) else { return }
    throw ValidationError("\(option) is \(value): give \(range.lowerBound) to \(range.upperBound)")
  }

  /// The same for numbers without an upper end.
  static func check(_ value: Int?, _ option: String, from least: Int) throws {
    if let value, value < least { throw ValidationError("\(option) is \(value): give \(least) or more") }
  }
}
