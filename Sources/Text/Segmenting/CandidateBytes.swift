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
    /// The second byte of `؟`, its rare kin U+061D and U+061E, or `؛`. Their lead byte is that of every other
    /// Arabic letter.
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

  /// The first place from `index` on whose byte is not of kind `none`, or `upper`.
  ///
  /// Sixteen bytes at a time are held against a few comparisons that let every candidate through, and little else.
  @inline(__always) func next(from index: Int, upTo upper: Int, in view: ByteView) -> Int {
    var index = index
    while index + 16 <= upper {
      let found = Self.mayBeCandidates(view.block(at: index)).firstTrue
      index += found
      if found < 16 {
        if self[view[unchecked: index]] != .none { return index }
        index += 1
      }
    }
    while index < upper, self[view[unchecked: index]] == .none { index += 1 }
    return index
  }

  @inline(__always) private static func mayBeCandidates(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    // With the bit of lower case cleared `[ \ ]` and `{ | }` are one range.
    let folded = bytes & SIMD16<UInt8>(repeating: 0xDF)
    let ascii =
      among(0x0A, 0x0D, bytes) .| among(0x28, 0x29, bytes) .| among(0x3A, 0x3B, bytes) .| among(0x5B, 0x5D, folded)
      .| (bytes .== SIMD16<UInt8>(repeating: 0x21)) .| (bytes .== SIMD16<UInt8>(repeating: 0x2E))
      .| (bytes .== SIMD16<UInt8>(repeating: 0x3F))
    // Second bytes of Arabic signs, and the lead bytes C2, DB…E3 and EF.
    let others =
      among(0x9B, 0x9F, bytes) .| among(0xDB, 0xE3, bytes) .| (bytes .== SIMD16<UInt8>(repeating: 0xC2))
      .| (bytes .== SIMD16<UInt8>(repeating: 0xEF))
    return ascii .| others
  }

  @inline(__always) private static func among(
    _ first: UInt8, _ last: UInt8, _ bytes: SIMD16<UInt8>
  ) -> SIMDMask<SIMD16<Int8>> {
    (bytes &- SIMD16<UInt8>(repeating: first)) .<= SIMD16<UInt8>(repeating: last - first)
  }
}
