/// Counts the characters (Unicode scalars) of a text that are not white space.
public struct CharacterCounts: Sendable {
  /// For each scalar and for the end, how many before it are not white space.
  private let before: [Int]

  /// How many scalars the text has.
  public var scalarCount: Int { before.count - 1 }

  /// - Parameter text: decoded as UTF-8; invalid bytes count as the replacement characters they become.
  public init(_ text: [UInt8]) {
    var before: [Int] = [0]
    before.reserveCapacity(text.count + 1)
    var count = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      // A byte order mark is layout too.
      if !scalar.properties.isWhitespace && scalar != "\u{FEFF}" { count += 1 }
      before.append(count)
    }
    self.before = before
  }

  /// In a range of scalars, which is cut to the text.
  func count(in range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<scalarCount)
    return before[range.upperBound] - before[range.lowerBound]
  }

  /// The range without white space at its ends; an empty one when it holds nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range.clamped(to: 0..<scalarCount)
    while let first = range.first, before[first + 1] == before[first] { range.removeFirst() }
    while let last = range.last, before[last + 1] == before[last] { range.removeLast() }
    return range
  }
}
