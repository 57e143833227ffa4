internal import CWaslICU
public import WaslBitext

/// What one does with ICU alone in its fastest way, for benchmarks to compare with: text is converted to UTF-16,
/// over which ICU's iterators run faster than over UTF-8. Each call returns a count, so that nothing is left out.
public final class ICUReference {
  private let words: OpaquePointer
  private let sentences: OpaquePointer
  private let nfkc: OpaquePointer
  private var units: [UInt16] = []
  private var normalized: [UInt8] = []

  /// - Throws: an `.input` error when ICU's data are not installed.
  public init() throws(WaslError) {
    var status: Int32 = 0
    guard let words = icu_brk_open(Int32(ICU_BRK_WORD), &status),
      let sentences = icu_brk_open(Int32(ICU_BRK_SENTENCE), &status)
    else { throw WaslError(.input, "ICU gave no break iterator", advice: "check that libicu is installed") }
    guard let nfkc = icu_nfkc(&status) else { throw WaslError(.input, "ICU gave no normaliser") }
    (self.words, self.sentences, self.nfkc) = (words, sentences, nfkc)
  }

  deinit {
    icu_brk_close(words)
    icu_brk_close(sentences)
  }

  /// Code units of UTF-16. The conversion validates.
  public func convert(_ bytes: Span<UInt8>) -> Int {
    precondition(bytes.count < 1 << 29, "convert in pieces: ICU counts in 32 bits")
    if units.count < bytes.count { units = [UInt16](repeating: 0, count: bytes.count) }
    return bytes.withUnsafeBufferPointer { from in
      units.withUnsafeMutableBufferPointer { to in
        Int(icu_to_utf16(from.baseAddress, Int32(from.count), to.baseAddress, Int32(to.count)))
      }
    }
  }

  /// Word boundaries.
  public func countWords(_ bytes: Span<UInt8>) -> Int { countBoundaries(words, bytes) }

  /// Sentence boundaries.
  public func countSentences(_ bytes: Span<UInt8>) -> Int { countBoundaries(sentences, bytes) }

  /// Word boundaries, by the iterator over UTF-8.
  public func countWordsInUTF8(_ bytes: Span<UInt8>) -> Int { countBoundariesInUTF8(words, bytes) }

  /// Sentence boundaries, by the iterator over UTF-8.
  public func countSentencesInUTF8(_ bytes: Span<UInt8>) -> Int { countBoundariesInUTF8(sentences, bytes) }

  private func countBoundariesInUTF8(_ iterator: OpaquePointer, _ bytes: Span<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var status: Int32 = 0
      icu_brk_set_utf8(iterator, buffer.baseAddress, Int64(buffer.count), &status)
      precondition(status <= 0, "ICU cannot iterate over text in memory")
      var found = 0
      while icu_brk_next(iterator) >= 0 { found += 1 }
      return found
    }
  }

  private func countBoundaries(_ iterator: OpaquePointer, _ bytes: Span<UInt8>) -> Int {
    let count = convert(bytes)
    return units.withUnsafeBufferPointer { units in
      var status: Int32 = 0
      icu_brk_set_utf16(iterator, units.baseAddress, Int32(count), &status)
      precondition(status <= 0, "ICU cannot iterate over text in memory")
      var found = 0
      while icu_brk_next(iterator) >= 0 { found += 1 }
      return found
    }
  }

  /// Bytes of the text in NFKC.
  public func normalize(_ bytes: Span<UInt8>) -> Int {
    // Room for most text; for more the length is still counted.
    if normalized.count < 2 * bytes.count { normalized = [UInt8](repeating: 0, count: 2 * bytes.count) }
    return bytes.withUnsafeBufferPointer { from in
      normalized.withUnsafeMutableBufferPointer { to in
        var status: Int32 = 0
        let length = icu_normalize_utf8(
          nfkc, from.baseAddress, Int32(from.count), to.baseAddress, Int32(to.count), &status)
        precondition(status <= 0, "ICU cannot normalise text in memory")
        return Int(length)
      }
    }
  }

  /// Scalars of the Arabic script.
  public func countArabic(_ bytes: Span<UInt8>) -> Int {
    let count = convert(bytes)
    return units.withUnsafeBufferPointer { Int(icu_count_arabic($0.baseAddress, Int32(count))) }
  }
}
