/// What a stretch of text says that a translation keeps: a number, a date, an amount of money.
public struct Value: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    case number, ordinal, share, multiple, range, date, weekday, time, money, measure
    /// The letter or Roman numeral of a list item or reference.
    case mark
    /// Two numbers that belong together, such as a chapter and a verse.
    case pair
    case phone
    /// Three and more numbers with points, or the number of a version.
    case version
  }

  public var kind: Kind
  /// Bytes of the text.
  public var range: Range<Int>
  /// The number; a share as a part of 1, a time of day in minutes, a weekday from Sunday as 1, a letter by its place.
  public var quantity: Quantity
  /// What the words may mean just as well, such as `1.234` for 1234.
  public var alternative: Quantity?
  /// The end of a range, or the second number of a pair.
  public var upper: Quantity?
  /// The number of a unit or a currency in the word lists; 0 without one.
  public var unit = 0
  public var date: PartialDate?
  /// The other way to read 5/6/2020.
  public var alternativeDate: PartialDate?
  /// The digits of what is more a name than a number, by hash, and the same from right to left.
  public var code: UInt64 = 0
  public var reversedCode: UInt64 = 0
  /// False for what is often no value at all, such as `one`, `May` or `second`.
  public var isCertain = true

  init(_ kind: Kind, _ range: Range<Int>, _ quantity: Quantity, alternative: Quantity? = nil) {
    self.kind = kind
    self.range = range
    self.quantity = quantity
    self.alternative = alternative
  }
}
