/// Takes apart a word of UAX #29 that holds more than letters or more than digits, where its parts are words
/// of their own to the translation model.
struct MixedTokenSplitter {
  /// What a scalar is to the splitter. Marks take the kind of what stands before them.
  private enum Kind {
    case arabic, letter, digit, joint, numberMark, separator, mark
  }

  /// Calls `body` with the parts of a token, in order; joints at the edges and between parts are left out.
  func forEachPart(
    of token: Range<Int>, in bytes: UnsafeRawBufferPointer, _ body: (Range<Int>, TokenKind) -> Void
  ) {
    let text = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[token])
    let span = Span(_unsafeElements: text)
    var part = Part()
    var position = 0
    while position < span.count {
      let (scalar, length) = UTF8Scalar.decode(span, at: position)
      let end = position + length
      switch Self.kind(of: scalar) {
      case .mark: part.extend(to: end)
      case .joint: part.join(to: end, onlyDigits: false)
      case .numberMark: part.join(to: end, onlyDigits: true)
      case .separator: part.flush(token.lowerBound, body)
      case .arabic:
        if part.isOpen && (!part.isArabic || part.hasJoint) { part.flush(token.lowerBound, body) }
        part.add(position, end, isArabic: true, isLetter: true)
      case .letter:
        if part.isOpen && (part.isArabic || part.hasJoint && part.joinsOnlyDigits) {
          part.flush(token.lowerBound, body)
        }
        part.add(position, end, isArabic: false, isLetter: true)
      case .digit:
        if part.isOpen && (part.isArabic || part.hasJoint && part.joinsOnlyDigits && part.hasLetter) {
          part.flush(token.lowerBound, body)
        }
        part.add(position, end, isArabic: false, isLetter: false)
      }
      position = end
    }
    part.flush(token.lowerBound, body)
  }

  /// The part that is being put together; offsets are into the token.
  private struct Part {
    var start = -1
    var end = 0
    /// Where a joint ends that may or may not turn out to lie inside the part.
    var jointEnd = 0
    var joinsOnlyDigits = false
    var isArabic = false
    var hasLetter = false

    var isOpen: Bool { start >= 0 }
    var hasJoint: Bool { jointEnd > end }

    mutating func add(_ position: Int, _ newEnd: Int, isArabic: Bool, isLetter: Bool) {
      if start < 0 { start = position }
      end = newEnd
      self.isArabic = isArabic
      if isLetter { hasLetter = true }
    }

    mutating func join(to newEnd: Int, onlyDigits: Bool) {
      if !hasJoint { joinsOnlyDigits = false }
      if onlyDigits { joinsOnlyDigits = true }
      jointEnd = newEnd
    }

    mutating func extend(to newEnd: Int) {
      if hasJoint { jointEnd = newEnd } else if isOpen { end = newEnd }
    }

    mutating func flush(_ offset: Int, _ body: (Range<Int>, TokenKind) -> Void) {
      if isOpen { body(offset + start..<offset + end, hasLetter ? .word : .number) }
      self = Part()
    }
  }

  private static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: return .digit
    case 0x61...0x7A, 0x41...0x5A: return .letter
    case 0x66B, 0x66C: return .numberMark
    // The narrow no-break space joins in the standard, for the sake of French.
    case 0x3B, 0x202F: return .separator
    default: break
    }
    switch ICUProperties.category(of: scalar) {
    case .mark, .format: return .mark
    case .letter: return ICUProperties.script(of: scalar) == .arabic || scalar == 0x640 ? .arabic : .letter
    case .digit: return .digit
    case .punctuation: return .joint
    default: return .letter
    }
  }
}
