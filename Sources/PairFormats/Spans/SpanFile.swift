public import WaslBitext
internal import WaslSyntax

/// Gold for running text: which stretch of the source means which stretch of the target.
///
///     # ar_start  ar_end  en_start  en_end   … (in .mixed.txt add 1447)
///     0           137     0         197
///     138         387     -1        -1
///
/// Four numbers a line, separated by tabs: Unicode scalars of the Arabic and of the English file, the ends
/// exclusive, `-1 -1` for no counterpart. A comment that says `add N` tells what to add to the English
/// offsets for the file that holds both texts, Arabic first.
public struct SpanFile: Sendable {
  public let name: String
  public private(set) var beads: [SpanBead] = []
  /// What to add to target offsets for the bilingual file; nil when the file does not say.
  public private(set) var mixedOffset: Int?

  /// - Throws: a format error at the first bad line, and for spans that overlap or are out of order.
  public init(_ bytes: [UInt8], name: String) throws(WaslError) {
    self.name = name
    var (sourceEnd, targetEnd) = (0, 0)
    for (line, range) in Lines(bytes) where !range.isEmpty {
      let text = try utf8Text(bytes, range, file: name, line: line)
      if text.hasPrefix("#") {
        mixedOffset = mixedOffset ?? SpanFile.offset(inComment: text)
        continue
      }
      let error = WaslError(
        .format, "no four numbers", at: .init(file: name, line: line),
        advice: "a line is: start and end in Arabic, start and end in English, -1 -1 for no counterpart")
      let numbers = text.split(whereSeparator: { $0 == "\t" || $0 == " " }).map { Int($0) }
      guard numbers.count == 4, !numbers.contains(nil) else { throw error }
      let values = numbers.compactMap { $0 }
      let source = try SpanFile.span(values[0], values[1], after: &sourceEnd, "Arabic", file: name, line: line)
      let target = try SpanFile.span(values[2], values[3], after: &targetEnd, "English", file: name, line: line)
      guard source != nil || target != nil else { throw error }
      beads.append(SpanBead(source: source, target: target))
    }
  }

  private static func span(
    _ start: Int, _ end: Int, after previous: inout Int, _ language: String, file: String, line: Int
  ) throws(WaslError) -> Range<Int>? {
    if start == -1 && end == -1 { return nil }
    let location = WaslError.Location(file: file, line: line)
    guard start >= 0, end > start, end < PairRecord.mostCounted else {
      throw WaslError(.format, "\(start) to \(end) is not a span of the \(language) text", at: location)
    }
    guard start >= previous else {
      throw WaslError(
        .format, "the \(language) span \(start) to \(end) starts before \(previous), the end of an earlier one",
        at: location)
    }
    previous = end
    return start..<end
  }

  private static func offset(inComment text: String) -> Int? {
    let words = text.split { !($0.isLetter || $0.isNumber) }
    guard let add = words.firstIndex(of: "add"), add + 1 < words.endIndex else { return nil }
    return Int(words[add + 1])
  }
}
