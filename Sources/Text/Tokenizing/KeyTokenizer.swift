public import Bitext

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
/// to call: use one per worker.
public final class KeyTokenizer {
  private var scanner: WordScanner
  private let normalizer: Normalizer
  private let table: NormalizationTable
  private let splitter = MixedTokenSplitter()
  private let usesFastPath: Bool
  private var key = ByteBuffer()
  private var normalized: [UInt8] = []

  /// - Throws: an `.input` error when ICU's data are not installed.
  public convenience init() throws(WaslError) { try self.init(usesFastPath: true) }

  init(usesFastPath: Bool) throws(WaslError) {
    scanner = try WordScanner(usesFastPath: usesFastPath)
    normalizer = try Normalizer(.match, usesFastPath: usesFastPath)
    table = normalizer.table
    self.usesFastPath = usesFastPath
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
    scanner.reset()
    bytes.withUnsafeBytes { raw in
      var position = range.lowerBound
      while let segment = scanner.next(raw, from: position, to: range.upperBound) {
        position = segment.range.upperBound
        let contents = segment.contents
        if contents.isEmpty { continue }
        if usesFastPath, contents == .letter || contents == .digit, writePlainKey(raw, segment.range) {
          finish(segment.range, contents == .letter ? .word : .number, body)
        } else {
          splitter.forEachPart(of: segment.range, in: raw) { range, kind in
            writeKey(raw, range)
            finish(range, kind, body)
          }
        }
      }
    }
  }

  /// Calls `body` with each word and number of a range of `bytes`, in order, and its key.
  public func forEachKey(in bytes: [UInt8], range: Range<Int>, _ body: (KeyToken, Span<UInt8>) -> Void) {
    forEachKey(in: bytes.span, range: range, body)
  }

  /// The key of a word or number that stands alone, such as an entry of a dictionary.
  public func key(of word: String) -> [UInt8] {
    var found: [UInt8] = []
    let bytes = Array(word.utf8)
    forEachKey(in: bytes, range: 0..<bytes.count) { _, key in
      key.withUnsafeBufferPointer { found.append(contentsOf: $0) }
    }
    return found
  }

  /// Hands out the key that was written for a token, if there is one.
  @inline(__always)
  private func finish(_ range: Range<Int>, _ kind: TokenKind, _ body: (KeyToken, Span<UInt8>) -> Void) {
    if key.count == 0 { return }
    if kind == .number {
      key.count = NumberKey.canonicalize(UnsafeMutableBufferPointer(start: key.base, count: key.count))
    } else if key.count > 2, key.base[key.count - 1] == UInt8(ascii: "s"), key.base[key.count - 2] == 0x27 {
      key.count -= 2
    }
    key.withBytes { written in
      let hash = KeyHash.hash(UnsafeRawBufferPointer(written))
      body(KeyToken(range: range, kind: kind, hash: hash), Span(_unsafeElements: written))
    }
  }

  /// Writes the normal form of a token in which every scalar has its own and all letters are of one script;
  /// false when it is not such a token.
  @inline(__always)
  private func writePlainKey(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    key.count = 0
    key.reserve(range.count + 8)
    let target = key.base
    var (hasArabic, hasOther) = (false, false)
    var (position, written) = (range.lowerBound, 0)
    while position < range.upperBound {
      let byte = bytes[position]
      if byte < 0x80 {
        target[written] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        written += 1
        position += 1
        hasOther = true
        continue
      }
      guard byte >= 0xC2, byte < 0xE0, position + 1 < range.upperBound else { return false }
      let entry = table.low[unchecked: Int(byte & 0x1F) << 6 | Int(bytes[position + 1] & 0x3F)]
      position += 2
      // U+0600–06FF
      if byte & 0xFC == 0xD8 { hasArabic = true } else { hasOther = true }
      if entry.isPlain {
        let scalar = entry.output
        if scalar < 0x80 {
          target[written] = UInt8(truncatingIfNeeded: scalar)
          written += 1
        } else {
          target[written] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
          target[written + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
          written += 2
        }
      } else if entry.isDigit {
        target[written] = UInt8(truncatingIfNeeded: entry.output)
        written += 1
      } else if entry.bits != 0 {
        return false
      }
    }
    key.count = written
    return !(hasArabic && hasOther)
  }

  /// Writes the normal form of any token.
  private func writeKey(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    normalized.removeAll(keepingCapacity: true)
    let text = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[range])
    normalizer.append(Span(_unsafeElements: text), range: 0..<text.count, to: &normalized)
    key.count = 0
    key.reserve(normalized.count)
    for byte in normalized {
      key.base[key.count] = byte
      key.count += 1
    }
  }
}
