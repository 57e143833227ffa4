/// Windows-1256 that was read as Windows-1252 or ISO-8859-1 and saved as UTF-8: `ÇáÓáÇã` for `السلام`.
enum SingleByteMojibake {
  /// The repaired text; nil unless the text as a whole is such.
  static func repair(_ bytes: [UInt8]) -> Mojibake.Repaired? {
    guard isHighLatin(bytes.span) else { return nil }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var index = 0
    let span = bytes.span
    while index < span.count {
      let (scalar, length) = UTF8Scalar.decode(span, at: index)
      if scalar < 0x80 {
        single.append(UInt8(scalar))
      } else if scalar == 0xFEFF, index == 0 {
      } else if let byte = CodePage.windows1252.byte(scalar) {
        single.append(byte)
      } else {
        return nil
      }
      index += length
    }
    let sample = single.span.extracting(first: EncodingDetector.sampleSize)
    guard SingleByteGuess.guess(sample) == "windows-1256",
      let arabic = SingleByteGuess.score(sample, as: "windows-1256"),
      let latin = SingleByteGuess.score(sample, as: "windows-1252"), arabic > 0.7, latin < 0,
      let converter = try? ICUConverter(encoding: "windows-1256")
    else { return nil }
    var text: [UInt8] = []
    try? converter.append(single.span, isLast: true, to: &text) { _, _, _ in }
    let words = text.split { $0 <= 0x20 }.count { $0.contains { $0 >= 0x80 } }
    return (text, "windows-1252", words, 0)
  }

  /// Whether letters beyond ASCII are many and nearly all from U+00C0…00FF, by the beginning of the text.
  private static func isHighLatin(_ bytes: Span<UInt8>) -> Bool {
    var (high, ascii, other) = (0, 0, 0)
    for index in 0..<min(bytes.count, 1 << 14) {
      let byte = bytes[index]
      if byte == 0xC3 {
        high += 1
      } else if byte >= 0xC2 {
        other += 1
      } else if (byte | 0x20) &- 0x61 < 26 {
        ascii += 1
      }
    }
    return high >= 8 && high > 2 * other && high > ascii
  }
}
