/// Read access to the bytes of a text for the loops that look at every one of them.
///
/// The only unsafe code of the splitter and the segmenter. `subscript` is for rules, which look a few
/// bytes around a place: outside the view it gives 0, a byte that no rule takes for text.
/// `subscript(unchecked:)` is for scans whose loop condition bounds the index.
struct ByteView {
  private let base: UnsafeBufferPointer<UInt8>

  /// Runs `body` with a view of `bytes` that is valid only during the call.
  static func with<Result>(_ bytes: [UInt8], _ body: (ByteView) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(ByteView(base: $0)) }
  }

  private init(base: UnsafeBufferPointer<UInt8>) { self.base = base }

  @inline(__always) var count: Int { base.count }

  @inline(__always) subscript(index: Int) -> UInt8 {
    index >= 0 && index < base.count ? base[index] : 0
  }

  /// - Precondition: `index` lies in `0..<count`, checked in debug builds only.
  @inline(__always) subscript(unchecked index: Int) -> UInt8 { base[index] }

  /// Lends the bytes of a range to a loop in C.
  @inline(__always) func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= base.count)
    return try body(UnsafeBufferPointer(rebasing: base[range]))
  }

  /// The sixteen bytes from `index` on.
  ///
  /// - Precondition: they lie in the view, checked in debug builds only.
  @inline(__always) func block(at index: Int) -> SIMD16<UInt8> {
    assert(index >= 0 && index + 16 <= base.count)
    return UnsafeRawPointer(base.baseAddress.unsafelyUnwrapped).loadUnaligned(
      fromByteOffset: index, as: SIMD16<UInt8>.self)
  }
}
