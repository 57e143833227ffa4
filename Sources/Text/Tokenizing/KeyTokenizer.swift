public import WaslBitext

/// Cuts text into the words and numbers that the translation model looks up, each with its key.
///
///     let tokenizer = try KeyTokenizer()
///     tokenizer.forEachKey(in: bytes, range: segment.range) { token, key in
///       counts[token.hash, default: 0] += 1
///     }
///
/// Tokens are the words of UAX #29 (see `Tokenizer`), with these differences, which all serve to give the
/// same word the same key wherever it stands:
/// - Arabic letters stand apart from digits and Latin letters (`ب٣٠٠`, `عام2020`), and what joins two Latin
///   words does not join Arabic ones (`د.أحمد`, `الحرب_العالمية`).
/// - A low line at the edge of a word is no part of it, and `;` separates numbers.
///
/// The key is the token under `NormalizationOptions.match`, so without vowels and tatweel, with one alef,
/// one yeh, heh for teh marbuta, and in small letters; then
/// - an English word loses its possessive `'s`;
/// - a number loses its thousands separators and has a point for decimals (see `NumberKey`).
///
/// A token without a key, such as a tatweel on its own, is left out. One object keeps its buffers from call
/// to call: use one per worker, and none of its methods in `body`.
public final class KeyTokenizer {
  private var scanner: KeyScanner

  /// - Throws: an `.input` error when ICU's data are not installed.
  public convenience init() throws(WaslError) { try self.init(usesFastPath: true) }

  package init(usesFastPath: Bool, instructions: Int32 = Instructions.best) throws(WaslError) {
    scanner = try KeyScanner(usesFastPath: usesFastPath, instructions: instructions)
  }

  /// Calls `body` with each word and number of a range of `bytes`, in order, and its key.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8. Bad sequences count as U+FFFD.
  ///   - range: bytes into `bytes`, on scalar boundaries; taken as a text of its own.
  ///   - body: takes the token and the bytes of its key, which are valid during the call.
  public func forEachKey(
    in bytes: Span<UInt8>, range: Range<Int>, _ body: (KeyToken, Span<UInt8>) -> Void
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    bytes.withUnsafeBytes { scanner.forEachKey(in: $0, range: range, body) }
  }

  /// Calls `body` with each word and number of a range of `bytes`, in order, and its key.
  public func forEachKey(in bytes: [UInt8], range: Range<Int>, _ body: (KeyToken, Span<UInt8>) -> Void) {
    forEachKey(in: bytes.span, range: range, body)
  }

  /// The key of a word or number that stands alone, such as an entry of a dictionary. The keys of several
  /// words are joined.
  public func key(of word: String) -> [UInt8] {
    var found: [UInt8] = []
    let bytes = Array(word.utf8)
    forEachKey(in: bytes, range: 0..<bytes.count) { _, key in
      key.withUnsafeBufferPointer { found.append(contentsOf: $0) }
    }
    return found
  }
}
