/// An exact number: a fraction in lowest terms. Decimals such as 2.4 are fractions, too, so that equal numbers are equal
/// however they were written.
public struct Quantity: Sendable, Hashable, Comparable {
  public let numerator: Int64
  /// Above 0.
  public let denominator: Int64

  /// A whole number.
  public init(_ number: Int64) {
    numerator = number
    denominator = 1
  }

  /// A fraction; nil where the denominator is not above 0 or the numerator has no magnitude.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0, numerator != .min else { return nil }
    let divisor = Self.greatestDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int64(divisor)
    self.denominator = denominator / Int64(divisor)
  }

  /// The number if it is whole.
  public var whole: Int64? { denominator == 1 ? numerator : nil }

  /// The sum, or nil if it is too large.
  func adding(_ other: Quantity) -> Quantity? {
    let (left, l) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, r) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, s) = left.addingReportingOverflow(right)
    let (product, p) = denominator.multipliedReportingOverflow(by: other.denominator)
    return l || r || s || p ? nil : Quantity(sum, over: product)
  }

  /// The product, or nil if it is too large.
  func times(_ other: Quantity) -> Quantity? {
    let (top, t) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, b) = denominator.multipliedReportingOverflow(by: other.denominator)
    return t || b ? nil : Quantity(top, over: bottom)
  }

  func times(_ factor: Int64) -> Quantity? { times(Quantity(factor)) }

  /// The quotient, or nil if it is too large or the divisor is not above 0.
  func over(_ divisor: Int64) -> Quantity? {
    let (bottom, b) = denominator.multipliedReportingOverflow(by: divisor)
    return b || divisor <= 0 ? nil : Quantity(numerator, over: bottom)
  }

  var negated: Quantity { Quantity(0 &- numerator, over: denominator) ?? self }

  public static func < (left: Quantity, right: Quantity) -> Bool {
    let l = left.numerator.multipliedFullWidth(by: right.denominator)
    let r = right.numerator.multipliedFullWidth(by: left.denominator)
    return (l.high, l.low) < (r.high, r.low)
  }

  private static func greatestDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return max(first, 1)
  }
}
