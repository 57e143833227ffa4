/// One Unicode scalar of a view: its value and how many bytes it takes.
struct DecodedScalar {
  var value: UInt32
  var length: Int
}

extension ByteView {
  /// The scalar that starts at `index`; U+0000 of length 1 outside the view.
  ///
  /// The text is valid UTF-8, so the lead byte tells the length; bytes past the view's end read as 0.
  @inline(__always) func scalar(at index: Int) -> DecodedScalar {
    let lead = self[index]
    if lead < 0x80 { return DecodedScalar(value: UInt32(lead), length: 1) }
    if lead &- 0xC0 < 0x20 {
      return DecodedScalar(value: UInt32(lead & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), length: 2)
    }
    return multiByteScalar(at: index, lead: lead)
  }

  private func multiByteScalar(at index: Int, lead: UInt8) -> DecodedScalar {
    func tail(_ offset: Int) -> UInt32 { UInt32(self[index + offset] & 0x3F) }
    switch lead {
    case 0xE0..<0xF0:
      return DecodedScalar(value: UInt32(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), length: 3)
    case 0xF0...:
      return DecodedScalar(
        value: UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), length: 4)
    default:
      // A continuation byte: the caller is inside a scalar. Step over it.
      return DecodedScalar(value: 0xFFFD, length: 1)
    }
  }

  /// The scalar that ends right before `index`; U+0000 of length 1 at `lowerBound` or outside the view.
  @inline(__always) func scalar(before index: Int, from lowerBound: Int) -> DecodedScalar {
    guard index > lowerBound, index <= count else { return DecodedScalar(value: 0, length: 1) }
    let last = self[index - 1]
    if last < 0x80 { return DecodedScalar(value: UInt32(last), length: 1) }
    if index - lowerBound > 1, self[index - 2] &- 0xC0 < 0x20 {
      return DecodedScalar(value: UInt32(self[index - 2] & 0x1F) << 6 | UInt32(last & 0x3F), length: 2)
    }
    var start = index - 1
    while start > lowerBound, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    var decoded = scalar(at: start)
    decoded.length = index - start
    return decoded
  }

  /// How many scalars start in `range`.
  func scalarCount(in range: Range<Int>) -> Int {
    var (index, continuations) = (range.lowerBound, 0)
    while index + 16 <= range.upperBound {
      // A lane counts up to 255 continuation bytes before it would overflow.
      var lanes = SIMD16<UInt8>()
      let end = min(range.upperBound, index + 16 * 255)
      while index + 16 <= end {
        let block = self.block(at: index) & SIMD16<UInt8>(repeating: 0xC0)
        let isContinuation: SIMDMask<SIMD16<Int8>> = block .== SIMD16<UInt8>(repeating: 0x80)
        lanes &-= unsafeBitCast(isContinuation, to: SIMD16<UInt8>.self)
        index += 16
      }
      continuations += Int(SIMD16<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
    }
    for index in index..<range.upperBound where self[unchecked: index] & 0xC0 == 0x80 { continuations += 1 }
    return range.count - continuations
  }

  /// The length in bytes of the white space at `index`, line ends included; 0 if there is none.
  ///
  /// White space is Unicode's White_Space property and U+FEFF, the byte order mark, which stands at the start of files
  /// and where files were joined.
  @inline(__always) func spaceLength(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    if byte != 0xC2 && byte < 0xE1 { return 0 }
    return wideSpaceLength(at: index, lead: byte)
  }

  private func wideSpaceLength(at index: Int, lead: UInt8) -> Int {
    let (second, third) = (self[index + 1], self[index + 2])
    switch (lead, second) {
    case (0xC2, 0x85), (0xC2, 0xA0): return 2  // NEL, no-break space
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0  // U+1680
    case (0xE2, 0x80):  // U+2000…200A, LS, PS, U+202F
      return (third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0  // U+205F
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0  // ideographic space
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0  // byte order mark
    default: return 0
    }
  }

  /// The length in bytes of the line end at `index`, CRLF being one; 0 if there is none.
  @inline(__always) func lineEndLength(at index: Int) -> Int {
    switch self[index] {
    case 0x0D: return self[index + 1] == 0x0A ? 2 : 1
    case 0x0A...0x0C: return 1  // LF, VT, FF
    case 0xC2: return self[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      return self[index + 1] == 0x80 && (self[index + 2] == 0xA8 || self[index + 2] == 0xA9) ? 3 : 0
    default: return 0
    }
  }

  /// The first text behind the line ends and spaces at `index`, and how many line ends there are. A form feed and a
  /// paragraph separator count as two, as they end a paragraph by themselves.
  func lineEnds(at index: Int, upTo upper: Int) -> (next: Int, count: Int) {
    var (place, count) = (index, 0)
    while place < upper {
      let lineEnd = lineEndLength(at: place)
      let length = max(lineEnd, spaceLength(at: place))
      if length == 0 { break }
      if lineEnd > 0 { count += self[place] == 0x0C || (lineEnd == 3 && self[place + 2] == 0xA9) ? 2 : 1 }
      place += length
    }
    return (min(place, upper), count)
  }

  /// `range` without the white space at both ends; empty at its upper bound if there is nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let length = spaceLength(at: lower)
      if length == 0 { break }
      lower += length
    }
    while upper > lower {
      let length = scalar(before: upper, from: lower).length
      if spaceLength(at: upper - length) != length { break }
      upper -= length
    }
    return min(lower, upper)..<upper
  }
}
