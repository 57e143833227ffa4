/// Which bytes a scan has to stop at, and why: one look-up a byte.
struct CandidateBytes {
  enum Kind: UInt8 {
    case none
    /// `. ! ?`
    case terminator
    case lineEnd
    case bracket
    /// `:` or `;`, where they end segments.
    case colon
    /// The lead byte of a sign that may end a segment, among other signs.
    case lead
    /// The second byte of `؟`, its rare kin U+061D and U+061E, or `؛`. The lead byte of both is that of every other Arabic letter.
    case arabicTail
  }

  private var kinds: InlineArray<256, Kind>

  init(_ options: SegmentationOptions) {
    kinds = InlineArray(repeating: .none)
    func set(_ bytes: [UInt8], _ kind: Kind) { for byte in bytes { kinds[Int(byte)] = kind } }
    set([0x0A, 0x0B, 0x0C, 0x0D], .lineEnd)
    set([0xC2, 0xE2], .lead)
    if options.presplit { return }
    set([0x2E, 0x21, 0x3F], .terminator)
    set(Array("()[]{}".utf8), .bracket)
    set([0xDB, 0xDC, 0xE0, 0xE3, 0xEF], .lead)
    set([0x9D, 0x9E, 0x9F], .arabicTail)
    if options.breakAtSemicolon {
      set([0x3B], .colon)
      set([0x9B], .arabicTail)
    }
    if options.breakAtColon { set([0x3A], .colon) }
  }

  @inline(__always) subscript(byte: UInt8) -> Kind { kinds[Int(byte)] }
}
