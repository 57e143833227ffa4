internal import CWaslText

/// Which bytes a scan has to stop at, and why.
///
/// The places are found for some hundred bytes ahead by a vectorised loop: the only door to it.
struct CandidateBytes: ~Copyable {
  enum Kind {
    case none
    /// `. ! ?`
    case terminator
    case lineEnd
    case bracket
    /// `:` or `;`, where they end segments.
    case colon
    /// The lead byte of a sign that may end a segment, among other signs.
    case lead
    /// The second byte of `؟`, its rare kin U+061D and U+061E, or `؛`. Their lead byte is that of every other
    /// Arabic letter.
    case arabicTail
  }

  private let table: UnsafePointer<ctext_stop_table>
  /// Nil in tests: then no byte is passed over by what stands around it.
  private let instructions: Int32?
  /// A bit for each of the bytes from `start` up to `end` that is one to stop at.
  private let stops: UnsafeMutablePointer<UInt64>
  private var (start, end) = (0, 0)

  /// How many bytes are looked at in one go.
  private static let most = 1024

  init(_ options: SegmentationOptions, instructions: Int32? = Instructions.best) {
    self.instructions = instructions
    stops = .allocate(capacity: Self.most / 64)
    stops.initialize(repeating: 0, count: Self.most / 64)
    table = Self.tables[Self.number(of: options)]
  }

  /// The table for each set of options, by its number: lines may be segmented one by one. They are never written to
  /// again. As values of 500 bytes they make the compiler end in an assertion when it builds for the thread sanitizer.
  nonisolated(unsafe) private static let tables: [UnsafePointer<ctext_stop_table>] = (0..<8).map { number in
    let options = SegmentationOptions(
      breakAtSemicolon: number & 1 != 0, breakAtColon: number & 2 != 0, presplit: number & 4 != 0)
    let table = UnsafeMutablePointer<ctext_stop_table>.allocate(capacity: 1)
    table.initialize(to: ctext_stop_table())
    withUnsafeMutableBytes(of: &table.pointee.kinds) { kinds in
      for byte in UInt8.min...UInt8.max {
        let kind = kind(of: byte, options)
        let stop: Int =
          switch kind {
          case .none: 0
          // Signs of this byte have one of a few second or third bytes; of the others any may be one.
          case .lead where byte == 0xE2: CTEXT_STOP_LEAD
          case .arabicTail: CTEXT_STOP_TAIL
          default: CTEXT_STOP
          }
        kinds[Int(byte)] = UInt8(stop)
      }
    }
    ctext_make_stop_rows(table)
    return UnsafePointer(table)
  }

  private static func number(of options: SegmentationOptions) -> Int {
    (options.breakAtSemicolon ? 1 : 0) | (options.breakAtColon ? 2 : 0) | (options.presplit ? 4 : 0)
  }

  deinit { stops.deallocate() }

  private static func kind(of byte: UInt8, _ options: SegmentationOptions) -> Kind {
    switch byte {
    case 0x0A...0x0D: .lineEnd
    case 0xC2, 0xE2: .lead
    case _ where options.presplit: .none
    case 0x3B, 0x9B: options.breakAtSemicolon ? Self.kind(of: byte) : .none
    case 0x3A: options.breakAtColon ? .colon : .none
    default: Self.kind(of: byte)
    }
  }

  /// What a byte to stop at is.
  @inline(__always) static func kind(of byte: UInt8) -> Kind {
    switch byte {
    case 0x0A...0x0D: .lineEnd
    case 0x21, 0x2E, 0x3F: .terminator
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: .bracket
    case 0x3A, 0x3B: .colon
    case 0xC2, 0xDB, 0xDC, 0xE0, 0xE2, 0xE3, 0xEF: .lead
    case 0x9B, 0x9D...0x9F: .arabicTail
    default: .none
    }
  }

  /// Forgets what was found, for the text is another.
  mutating func reset() { (start, end) = (0, 0) }

  /// The first place from `index` on that is one to stop at, or `upper`.
  @inline(__always) mutating func next(from index: Int, upTo upper: Int, in view: ByteView) -> Int {
    precondition(index >= 0)
    var index = index
    while index < upper {
      if index >= end || index < start { look(from: index, upTo: upper, in: view) }
      var word = (index &- start) >> 6
      var found = stops[word] & ~0 << UInt64(truncatingIfNeeded: (index &- start) & 63)
      while found == 0 {
        word &+= 1
        if start &+ word &<< 6 >= end { break }
        found = stops[word]
      }
      if found != 0 { return min(start &+ word &<< 6 &+ found.trailingZeroBitCount, upper) }
      index = end
    }
    return upper
  }

  @inline(never) private mutating func look(from index: Int, upTo upper: Int, in view: ByteView) {
    (start, end) = (index, min(index + Self.most, upper))
    // A second byte is known by the first.
    if end < upper, view[unchecked: end - 1] == 0xD8 { end -= 1 }
    guard let instructions else {
      stops.update(repeating: 0, count: Self.most / 64)
      // Loaded, for the thread sanitizer takes an access through the pointer for a write. The kinds come first.
      let kinds = UnsafeRawPointer(table)
      for place in 0..<end - start
      where kinds.load(fromByteOffset: Int(view[start + place]), as: UInt8.self) != 0 {
        stops[place >> 6] |= 1 << UInt64(place & 63)
      }
      return
    }
    view.withBytes(start..<end) { ctext_find_stops(instructions, table, $0.baseAddress, $0.count, stops) }
  }
}
