internal import WaslBitext

/// The work of `KeyTokenizer`: three ways to a token and its key, each for what the one before does not know.
///
/// 1. Words of ASCII letters alone or of U+0600–06FF alone, a block of bytes at a time (`PlainWords`).
/// 2. Tokens that `WordScanner` finds by its rules, written scalar by scalar.
/// 3. Everything else: boundaries by ICU, taken apart by `MixedTokenSplitter`, keys by `Normalizer`.
struct KeyScanner: ~Copyable {
  private var words: WordScanner
  private var normalizer: NormalizerCore
  private let table: NormalizationTable
  private var plain: PlainWords
  private let splitter = MixedTokenSplitter()
  /// Off in tests that compare the ways.
  private let usesFastPath: Bool
  private var key = ByteBuffer()

  init(usesFastPath: Bool, instructions: Int32) throws(WaslError) {
    let words = try WordScanner(usesFastPath: usesFastPath)
    normalizer = try NormalizerCore(.match, usesFastPath: usesFastPath, instructions: instructions)
    self.words = words
    table = normalizer.table
    plain = PlainWords(normalizer.table, instructions: instructions)
    self.usesFastPath = usesFastPath
  }

  /// See `KeyTokenizer`. The range lies inside the bytes.
  mutating func forEachKey(
    in bytes: UnsafeRawBufferPointer, range: Range<Int>, _ body: (KeyToken, Span<UInt8>) -> Void
  ) {
    words.reset()
    let end = range.upperBound
    var position = range.lowerBound
    while position < end {
      if usesFastPath && !words.hasMore {
        position = plain.forEach(in: bytes, from: position, to: end, body)
        if position == end { return }
      }
      guard let segment = words.next(bytes, from: position, to: end) else { return }
      position = segment.range.upperBound
      emit(segment, bytes, body)
    }
  }

  private mutating func emit(
    _ segment: WordScanner.Segment, _ bytes: UnsafeRawBufferPointer, _ body: (KeyToken, Span<UInt8>) -> Void
  ) {
    let contents = segment.contents
    if contents.isEmpty { return }
    if usesFastPath, contents == .letter || contents == .digit, writePlainKey(bytes, segment.range) {
      finish(segment.range, contents == .letter ? .word : .number, body)
      return
    }
    if usesFastPath, isWholeASCII(bytes, segment.range), writePlainKey(bytes, segment.range) {
      finish(segment.range, contents.contains(.letter) ? .word : .number, body)
      return
    }
    splitter.forEachPart(of: segment.range, in: bytes) { range, kind in
      writeKey(bytes, range)
      finish(range, kind, body)
    }
  }

  /// Whether a token is one part: ASCII between two letters or digits, and no separator.
  private func isWholeASCII(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    guard isLetterOrDigit(bytes[range.lowerBound]), isLetterOrDigit(bytes[range.upperBound - 1]) else { return false }
    for index in range where bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: ";") { return false }
    return true
  }

  /// Hands out the key that was written for a token, if there is one, without what the rules take from it.
  private mutating func finish(_ range: Range<Int>, _ kind: TokenKind, _ body: (KeyToken, Span<UInt8>) -> Void) {
    if key.count == 0 { return }
    if kind == .number {
      key.count = NumberKey.canonicalize(UnsafeMutableBufferPointer(start: key.base, count: key.count))
    } else if key.count > 2, key.base[key.count - 1] == UInt8(ascii: "s"), key.base[key.count - 2] == 0x27 {
      key.count -= 2
    }
    handOut(range, kind, body)
  }

  @inline(__always)
  private mutating func handOut(_ range: Range<Int>, _ kind: TokenKind, _ body: (KeyToken, Span<UInt8>) -> Void) {
    let written = UnsafeBufferPointer<UInt8>(start: key.base, count: key.count)
    let hash = KeyHash.hash(UnsafeRawBufferPointer(written))
    body(KeyToken(range: range, kind: kind, hash: hash), Span(_unsafeElements: written))
  }

  /// Writes the normal form of a token in which every scalar has its own and all letters are of one script;
  /// false when it is not such a token.
  private mutating func writePlainKey(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
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
      // U+FDF0–FDFD, all of them Arabic, of which the blessing is in many texts after each name.
      if byte == 0xEF, position + 2 < range.upperBound, bytes[position + 1] == 0xB7, bytes[position + 2] &- 0xB0 < 14,
        table.isInert(0xFDC0 | UInt32(bytes[position + 2] & 0x3F))
      {
        for offset in 0..<3 { target[written + offset] = bytes[position + offset] }
        written += 3
        position += 3
        hasArabic = true
        continue
      }
      // Below U+0500, or U+0600–06FF: elsewhere are signs that the standard takes for letters.
      guard byte >= 0xC2 && byte < 0xD4 || byte & 0xFC == 0xD8, position + 1 < range.upperBound else { return false }
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
  private mutating func writeKey(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    let text = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[range])
    normalizer.normalize(Span(_unsafeElements: text), range: 0..<text.count)
    key.count = 0
    key.reserve(normalizer.output.count)
    key.base.update(from: normalizer.output.base, count: normalizer.output.count)
    key.count = normalizer.output.count
  }
}
