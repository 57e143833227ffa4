internal import WaslSyntax

/// SubRip and WebVTT: blocks of a number or name, a line of times, and lines of text.
enum SubRip {
  static func cues(_ bytes: [UInt8]) -> [SubtitleCue] {
    var lines: [Substring] = []
    for (_, range) in Lines(bytes) { lines.append(String(decoding: bytes[range], as: UTF8.self)[...]) }
    // A byte order mark, and what a wrong reading of line ends doubled.
    if let first = lines.first, first.unicodeScalars.first == "\u{FEFF}" {
      lines[0] = Substring(first.unicodeScalars.dropFirst())
    }
    if lines.count > 4, stride(from: 1, to: lines.count, by: 2).allSatisfy({ isBlank(lines[$0]) }) {
      lines = stride(from: 0, to: lines.count, by: 2).map { lines[$0] }
    }
    return lines.first?.hasPrefix("WEBVTT") == true ? webVTT(lines) : subRip(lines)
  }

  /// A blank line ends a cue only where another cue's number or times follow, as players have it.
  private static func subRip(_ lines: [Substring]) -> [SubtitleCue] {
    let timings = lines.indices.filter { isTiming(lines[$0]) }
    guard let first = timings.first else { return cue(nil, lines[...]).map { [$0] } ?? [] }
    var cues: [SubtitleCue] = []
    let isNumbered = number(before: first, in: lines, from: 0) != nil
    var start = 0
    var time: (start: Int, end: Int)?
    for timing in timings + [lines.count] {
      var end = timing
      if timing < lines.count, isNumbered, let number = number(before: timing, in: lines, from: start) { end = number }
      if let cue = cue(time, lines[start..<end]) { cues.append(cue) }
      if timing < lines.count { time = times(lines[timing]) }
      start = min(timing + 1, lines.count)
    }
    return cues
  }

  /// The line of the number that stands before a line of times, if there is one.
  private static func number(before timing: Int, in lines: [Substring], from start: Int) -> Int? {
    var line = timing - 1
    while line >= start, isBlank(lines[line]) { line -= 1 }
    guard line >= start, lines[line].trimmingSpaces.allSatisfy(\.isWholeNumber) else { return nil }
    return line
  }

  private static func webVTT(_ lines: [Substring]) -> [SubtitleCue] {
    var cues: [SubtitleCue] = []
    var start: Int?
    var time: (start: Int, end: Int)?
    func finish(_ end: Int) {
      if let first = start, let cue = cue(time, lines[first..<max(first, end)]) { cues.append(cue) }
      start = nil
    }
    for (index, line) in lines.enumerated() {
      if isBlank(line) {
        finish(index)
      } else if isTiming(line) {
        // Careless files leave out the blank line.
        finish(index)
        time = times(line)
        start = index + 1
      }
    }
    finish(lines.count)
    return cues
  }

  private static func cue(_ time: (start: Int, end: Int)?, _ lines: ArraySlice<Substring>) -> SubtitleCue? {
    let text = lines.flatMap { SubtitleMarkup.lines($0) }
    return text.isEmpty ? nil : SubtitleCue(time: time, lines: text)
  }

  private static func isBlank(_ line: Substring) -> Bool {
    line.unicodeScalars.allSatisfy { $0.properties.isWhitespace || SubtitleMarkup.isControl($0) }
  }

  private static func isTiming(_ line: Substring) -> Bool {
    guard let first = line.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }), (0x30...0x39).contains(first) else {
      return false
    }
    return line.prefix(80).contains("-->")
  }

  /// The two times of `00:01:02,500 --> 00:01:04,000`.
  private static func times(_ line: Substring) -> (start: Int, end: Int)? {
    guard let arrow = line.firstRange(of: "-->"),
      let start = SubtitleTime.milliseconds(line[..<arrow.lowerBound]),
      let end = SubtitleTime.milliseconds(line[arrow.upperBound...]), start <= end
    else { return nil }
    return (start, end)
  }
}
