internal import WaslBitext

/// Cuts text at the word boundaries of UAX #29, as `ICUBreakIterator(.word)` does, but by bytes.
///
/// The scanner knows the rules for letters, digits, what joins them, spaces and line ends, and the classes
/// of the scalars Arabic and English consist of. A stretch that holds any other scalar goes to ICU.
struct WordScanner {
  struct Segment {
    var range: Range<Int>
    var contents: Contents
  }

  /// What a segment holds.
  struct Contents: OptionSet {
    let rawValue: UInt8
    static let letter = Self(rawValue: 1)
    static let digit = Self(rawValue: 2)
    /// Something that joins letters or digits.
    static let joint = Self(rawValue: 4)

    /// A joint alone joins nothing.
    @inline(__always) var meaningful: Self { self == .joint ? [] : self }
  }

  private let table = WordBreakTable.shared
  private let icu: ICUBreakIterator
  /// Off in tests that compare the scanner with ICU.
  private let usesFastPath: Bool
  /// What ICU found in the last stretch that went to it, and how much of that has been given out.
  private var queue: [Segment] = []
  private var taken = 0

  init(usesFastPath: Bool = true) throws(WaslError) {
    icu = try ICUBreakIterator(.word)
    self.usesFastPath = usesFastPath
  }

  /// Forgets what was left of the last text.
  mutating func reset() {
    queue.removeAll(keepingCapacity: true)
    taken = 0
  }

  /// Whether ICU's findings wait to be given out, so that the next segment is known.
  @inline(__always) var hasMore: Bool { taken < queue.count }

  /// The segment that starts at a boundary, or nil at the end of the text.
  ///
  /// Call it with the start of a text, then with the end of the segment it gave, until it gives nil.
  @inline(__always)
  mutating func next(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Segment? {
    if taken < queue.count {
      taken += 1
      return queue[taken - 1]
    }
    if start >= end { return nil }
    if usesFastPath, let segment = scan(bytes, from: start, to: end) { return segment }
    return askICU(bytes, from: start, to: end)
  }

  /// The class of the scalar at a place, and its length.
  @inline(__always)
  private func classify(_ bytes: UnsafeRawBufferPointer, _ position: Int, _ end: Int) -> (WordBreakClass, Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (table.low[unchecked: Int(byte)], 1) }
    if byte >= 0xC2, byte < 0xE0, position + 1 < end, bytes[position + 1] & 0xC0 == 0x80 {
      return (table.low[unchecked: Int(byte & 0x1F) << 6 | Int(bytes[position + 1] & 0x3F)], 2)
    }
    if byte == 0xE2, position + 2 < end, bytes[position + 1] & 0xFE == 0x80, bytes[position + 2] & 0xC0 == 0x80 {
      return (table.punctuation[unchecked: Int(bytes[position + 1] & 1) << 6 | Int(bytes[position + 2] & 0x3F)], 3)
    }
    if byte == 0xEF, position + 2 < end, bytes[position + 1] & 0xC0 == 0x80, bytes[position + 2] & 0xC0 == 0x80 {
      return (table.forms[unchecked: Int(bytes[position + 1] & 0x3F) << 6 | Int(bytes[position + 2] & 0x3F)], 3)
    }
    return (.exotic, 1)
  }

  /// The segment at `start`, or nil when a scalar in it or right behind it is exotic.
  @inline(__always)
  private func scan(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Segment? {
    var (kind, length) = classify(bytes, start, end)
    var position = start + length
    var contents: Contents = []
    switch kind {
    case .exotic: return nil
    case .carriageReturn:
      if position < end && bytes[position] == 0x0A { position += 1 }
      return Segment(range: start..<position, contents: [])
    case .lineFeed, .newline:
      return Segment(range: start..<position, contents: [])
    case .space:
      var hasExtend = false
      while position < end {
        (kind, length) = classify(bytes, position, end)
        if kind == .exotic { return nil }
        if kind == .extend { hasExtend = true } else if kind != .space || hasExtend { break }
        position += length
      }
      return Segment(range: start..<position, contents: [])
    case .letter, .digit, .connector, .atSign, .numberMark: break
    case .other, .extend, .midLetter, .midNumber, .midBoth:
      while position < end {
        (kind, length) = classify(bytes, position, end)
        if kind == .exotic { return nil }
        if kind != .extend { break }
        position += length
      }
      return Segment(range: start..<position, contents: [])
    }

    // A word. `last` is the class that decides what may follow; extending scalars leave it as it is.
    var last = kind
    switch kind {
    case .letter: contents = .letter
    case .digit: contents = .digit
    case .atSign: (contents, last) = (.joint, .letter)
    case .numberMark: (contents, last) = (.joint, .digit)
    default: contents = .joint
    }
    while position < end {
      (kind, length) = classify(bytes, position, end)
      switch kind {
      case .letter: contents.insert(.letter)
      case .digit: contents.insert(.digit)
      case .connector: contents.insert(.joint)
      case .atSign:
        contents.insert(.joint)
        kind = .letter
      case .numberMark:
        contents.insert(.joint)
        kind = .digit
      case .extend:
        position += length
        continue
      case .exotic: return nil
      case .midLetter, .midNumber, .midBoth:
        let (wanted, orElse): (WordBreakClass, WordBreakClass)
        switch (last, kind) {
        case (.letter, .midLetter), (.letter, .midBoth): (wanted, orElse) = (.letter, .atSign)
        case (.digit, .midNumber), (.digit, .midBoth): (wanted, orElse) = (.digit, .numberMark)
        default: return Segment(range: start..<position, contents: contents.meaningful)
        }
        var (behind, next) = (position + length, WordBreakClass.other)
        while behind < end {
          let (found, size) = classify(bytes, behind, end)
          next = found
          if found != .extend { break }
          behind += size
          next = .other
        }
        if next == .exotic { return nil }
        guard next == wanted || next == orElse else {
          return Segment(range: start..<position, contents: contents.meaningful)
        }
        contents.insert(.joint)
        position = behind
        continue
      default: return Segment(range: start..<position, contents: contents.meaningful)
      }
      last = kind
      position += length
    }
    return Segment(range: start..<position, contents: contents.meaningful)
  }

  /// Has ICU cut the text up to a place where the scanner can go on, and gives the first segment.
  private mutating func askICU(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Segment? {
    let stop = usesFastPath ? Self.resumption(bytes, from: start, to: end) : end
    reset()
    let text = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[start..<stop])
    icu.forEachSegment(in: Span(_unsafeElements: text), range: 0..<text.count) { range, _ in
      queue.append(
        Segment(
          range: start + range.lowerBound..<start + range.upperBound,
          contents: Self.contents(Span(_unsafeElements: text), range)))
    }
    taken = 1
    return queue.first
  }

  /// A place behind `start` that is a boundary whatever stands around it: before an ASCII space or tab
  /// that follows neither a space nor a line end, and that has no exotic scalar behind it.
  private static func resumption(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    var position = start + 1
    while position < end {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09, position + 1 == end || bytes[position + 1] < 0xE0 {
        var before = position - 1
        while before > start, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        let scalar = UTF8Scalar.decode(
          Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[before..<position])),
          at: 0)
        if before + scalar.length == position && WordBreakClass(scalar.scalar) != .space { return position }
      }
      position += 1
    }
    return end
  }

  /// What a segment of ICU's holds.
  private static func contents(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Contents {
    var contents: Contents = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position)
      switch ICUProperties.wordBreak(of: scalar) {
      case 1, 3, 14: contents.insert(.letter)
      case 6 where scalar != 0x66B && scalar != 0x66C: contents.insert(.digit)
      case 4, 5, 6, 7, 11, 15, 16: contents.insert(.joint)
      case 0 where scalar == 0x40: contents.insert(.joint)
      case 0 where ICUProperties.category(of: scalar) == .letter: contents.insert(.letter)
      default: break
      }
      position += length
    }
    return contents.meaningful
  }
}

extension Array {
  /// An element without a check of the index in release builds; the caller knows that it is in range.
  @inline(__always)
  subscript(unchecked index: Int) -> Element {
    assert(index >= 0 && index < count)
    return withUnsafeBufferPointer { $0[index] }
  }
}
