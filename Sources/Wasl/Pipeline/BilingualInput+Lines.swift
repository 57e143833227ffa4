public import WaslBitext
internal import WaslText

/// Texts of one segment a line.
extension BilingualInput {
  /// Each line of a text in one language, kept as it is: an empty line is an empty segment, so that segment
  /// numbers are line numbers.
  ///
  /// Lines end in LF or CR LF, and in CR where the text has no LF. White space around a line and a byte order
  /// mark before the first are no part of a segment.
  public static func lines(of text: SourceText, _ language: Language) -> Document {
    Document(text: text, language: language, segments: lineRanges(of: text.bytes).map { Segment(range: $0) })
  }

  /// The lines of a bilingual text that are in `language` for the most part.
  func lines(of text: SourceText, _ language: Language, in runs: [LanguageRun]) -> Document {
    var segments: [Segment] = []
    var run = 0
    for line in Self.lineRanges(of: text.bytes) where !line.isEmpty {
      while run < runs.count, runs[run].range.upperBound <= line.lowerBound { run += 1 }
      var (arabic, english) = (0, 0)
      for run in runs[run...].prefix(while: { $0.range.lowerBound < line.upperBound }) {
        let count = run.range.clamped(to: line).count
        if run.language == .arabic { arabic += count } else { english += count }
      }
      if arabic + english == 0 { continue }
      // An Arabic letter takes two bytes.
      let isArabic = arabic > 2 * english
      if isArabic == (language == .arabic) { segments.append(Segment(range: line)) }
    }
    return Document(text: text, language: language, segments: segments)
  }

  private static func lineRanges(of bytes: [UInt8]) -> [Range<Int>] {
    let lineEnd: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    var ranges: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func take(_ end: Int) {
      var (low, high) = (start, end)
      while low < high, isSpace(bytes[low]) { low += 1 }
      while high > low, isSpace(bytes[high - 1]) { high -= 1 }
      ranges.append(low..<high)
      start = end + 1
    }
    for index in start..<bytes.count where bytes[index] == lineEnd { take(index) }
    if start < bytes.count { take(bytes.count) }
    return ranges
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
