/// A part of a text: what it says, and where it stands.
public struct TextSpan: Sendable, Hashable, Codable {
  /// The segments' texts, joined by single spaces.
  public var text: String
  /// Segment numbers from 0; at least one.
  public var segments: Range<Int>
  /// From the first segment to the last, in bytes of the text's UTF-8. Where two languages stand by turns in one text,
  /// text of the other may lie between.
  public var bytes: Range<Int>
  /// The same in Unicode scalars, as Python counts a string's characters.
  public var scalars: Range<Int>

  /// A part of a text.
  public init(text: String, segments: Range<Int>, bytes: Range<Int>, scalars: Range<Int>) {
    self.text = text
    self.segments = segments
    self.bytes = bytes
    self.scalars = scalars
  }

  /// The part as indices of the string that was aligned.
  ///
  /// - Parameter string: the same text. In another the indices are valid, but lead somewhere else.
  /// - Returns: nil where the string ends before the part does, or where either end lies inside one of its scalars.
  /// - Complexity: O(1).
  public func range(in string: String) -> Range<String.Index>? {
    let utf8 = string.utf8
    guard let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: bytes.count, limitedBy: utf8.endIndex),
      start.samePosition(in: string.unicodeScalars) != nil, end.samePosition(in: string.unicodeScalars) != nil
    else { return nil }
    return start..<end
  }
}

/// Counts the Unicode scalars before any byte of a text.
struct ScalarCounts {
  private static let blockSize = 256

  private let bytes: [UInt8]
  /// The scalars that start before each block.
  private var before: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    before.reserveCapacity(bytes.count / Self.blockSize + 1)
    var (start, count) = (0, 0)
    while start + Self.blockSize <= bytes.count {
      count += Self.scalars(bytes[start..<start + Self.blockSize])
      before.append(count)
      start += Self.blockSize
    }
  }

  /// - Parameter byte: at most the number of bytes.
  func scalars(before byte: Int) -> Int {
    let block = byte / Self.blockSize
    return before[block] + Self.scalars(bytes[block * Self.blockSize..<byte])
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
