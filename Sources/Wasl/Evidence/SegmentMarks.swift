package import WaslAligning
internal import WaslBitext

/// What a segment's punctuation says, read from its bytes.
package enum SegmentMarks {
  package static func marks(of segment: Segment, in text: SourceText) -> Marks {
    text.bytes.withUnsafeBufferPointer { marks(UnsafeBufferPointer(rebasing: $0[segment.range])) }
  }

  private static func marks(_ bytes: UnsafeBufferPointer<UInt8>) -> Marks {
    var marks: Marks = []
    var index = 0
    // The last scalar that is neither a closing quote or bracket nor a space.
    var last: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      // What most bytes belong to and no mark is: letters of ASCII, from the question mark on, and U+0640–067F.
      if byte >= 0x3F && byte < 0x5B || byte > 0x5D && byte < 0x80 {
        last = UInt32(byte)
        index += 1
        continue
      }
      if byte == 0xD9 {
        last = 0x640
        index += 2
        continue
      }
      let (scalar, length) = decode(bytes, index)
      index += length
      switch scalar {
      case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: marks.insert(.quotation)
      case 0x28, 0x29, 0x5B, 0x5D: marks.insert(.parenthesis)
      case 0x20, 0x27, 0x2019, 0x2018, 0xA0, 0x200E, 0x200F, 0x61C: break
      default: last = scalar
      }
    }
    switch last {
    case 0x3F, 0x61F: marks.insert(.question)
    case 0x21: marks.insert(.exclamation)
    case 0x3A: marks.insert(.colon)
    case 0x2E, 0x2026, 0x6D4: marks.insert(.fullStop)
    default: marks.insert(.unterminated)
    }
    if startsWithListNumber(bytes) { marks.insert(.listItem) }
    if marks.contains(.unterminated) && isLabel(bytes) { marks.insert(.label) }
    if isSymbol(bytes) { marks.insert(.symbol) }
    return marks
  }

  /// Whether there is something, but no letter and no digit.
  private static func isSymbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decode(bytes, index)
      index += length
      switch scalar {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
      case 0...0x7F: continue
      // Signs of Latin-1, the Arabic ones, punctuation, arrows to dingbats, signs of East Asia, private use.
      case 0xA0...0xA9, 0xAB...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0xD7, 0xF7: continue
      case 0x60C, 0x61B...0x61F, 0x640, 0x66A...0x66D, 0x6D4, 0xFD3E, 0xFD3F: continue
      case 0x2000...0x206F, 0x2190...0x245F, 0x2500...0x2BFF, 0x3000...0x303F, 0xE000...0xF8FF, 0xFEFF: continue
      default: return false
      }
    }
    return !bytes.isEmpty
  }

  /// Up to five words, of which one holds a digit.
  private static func isLabel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count > 100 { return false }
    var (words, hasDigit, isInside) = (0, false, false)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decode(bytes, index)
      index += length
      switch scalar {
      case 0x09, 0x20, 0xA0: isInside = false
      default:
        if !isInside { words += 1 }
        isInside = true
        if (0x30...0x39).contains(scalar) || (0x660...0x669).contains(scalar) { hasDigit = true }
      }
    }
    return hasDigit && words <= 5
  }

  /// A bullet, or up to three digits or one or two letters, followed by `.`, `)`, `-` or `،` within a few bytes.
  private static func startsWithListNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var body = 0
    while index < bytes.count, body <= 3 {
      let (scalar, length) = decode(bytes, index)
      index += length
      switch scalar {
      case 0x2D, 0x2013, 0x2014, 0x2022, 0x25CF, 0x2A: return true
      case 0x28: break
      case 0x2E, 0x29: return body > 0 && (index == bytes.count || bytes[index] == 0x20)
      case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9, 0x61...0x7A, 0x41...0x5A, 0x621...0x64A, 0x640: body += 1
      default: return false
      }
    }
    return false
  }

  /// The scalar at an index of valid UTF-8, and its length in bytes.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0xF) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
