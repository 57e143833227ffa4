internal import CWaslICU
public import WaslBitext

/// Word or sentence boundaries of UTF-8 text by UAX #29, as ICU finds them.
///
/// Opening costs more than iterating over a line, so open one per worker and use it for every text.
///
///     let sentences = try ICUBreakIterator(.sentence)
///     sentences.forEachSegment(in: bytes, range: 0..<bytes.count) { range, status in … }
public final class ICUBreakIterator {
  public enum Kind: Sendable {
    /// UAX #29 words as CLDR has them for most languages: a colon ends a word (`قال:نعم` is two), an at
    /// sign counts as a letter (`a@b` is one).
    case word
    /// UAX #29 words, where a colon between letters joins them.
    case standardWord
    /// UAX #29 sentences.
    case sentence

    fileprivate var number: Int {
      switch self {
      case .word: ICU_BRK_WORD
      case .standardWord: ICU_BRK_STANDARD_WORD
      case .sentence: ICU_BRK_SENTENCE
      }
    }
  }

  /// What ICU says of the segment that ends at a boundary.
  ///
  /// For words: 0 for spaces and punctuation, 100 for numbers, 200 and above for words (300 kana, 400
  /// ideographs). For sentences: 0 after a terminator, 100 after a separator or at the end of the text.
  public typealias RuleStatus = Int32

  private let iterator: OpaquePointer

  /// - Throws: an `.input` error when ICU's data are not installed.
  public init(_ kind: Kind) throws(WaslError) {
    var status: Int32 = 0
    let opened = icu_brk_open(Int32(kind.number), &status)
    try checkICU(status, "opening the break iterator")
    guard let opened else { throw WaslError(.input, "ICU gave no break iterator") }
    iterator = opened
  }

  deinit { icu_brk_close(iterator) }

  /// Calls `body` with each segment between two boundaries, in order. The segments cover `range`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8. Bad sequences count as U+FFFD.
  ///   - range: bytes into `bytes`, on scalar boundaries; taken as a text of its own.
  ///   - body: takes a range of `bytes` and the rule status of the segment.
  public func forEachSegment(
    in bytes: Span<UInt8>, range: Range<Int>, _ body: (Range<Int>, RuleStatus) -> Void
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Self.chunkEnd(of: bytes, from: start, to: range.upperBound)
      iterate(bytes.extracting(start..<end), offset: start, body)
      start = end
    }
  }

  /// Calls `body` with each segment between two boundaries, in order. The segments cover `range`.
  public func forEachSegment(
    in bytes: [UInt8], range: Range<Int>, _ body: (Range<Int>, RuleStatus) -> Void
  ) {
    forEachSegment(in: bytes.span, range: range, body)
  }

  private func iterate(_ bytes: Span<UInt8>, offset: Int, _ body: (Range<Int>, RuleStatus) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      var status: Int32 = 0
      icu_brk_set_utf8(iterator, buffer.baseAddress, Int64(buffer.count), &status)
      precondition(status <= 0, "ICU cannot iterate over text in memory")
      var start: Int32 = 0
      while true {
        let end = icu_brk_next(iterator)
        if end < 0 { break }
        body(offset + Int(start)..<offset + Int(end), icu_brk_rule_status(iterator))
        start = end
      }
    }
  }

  /// ICU counts in 32 bits, so a longer text is cut: after a line feed, where both kinds of boundary
  /// always stand, or where there is none for a gigabyte, between two scalars.
  private static func chunkEnd(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let most = 1 << 30
    guard end - start > most else { return end }
    var cut = start + most
    while cut > start && bytes[cut - 1] != 0x0A { cut -= 1 }
    if cut > start { return cut }
    cut = start + most
    while cut > start + 1 && bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}
