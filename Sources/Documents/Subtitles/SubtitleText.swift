internal import WaslBitext
internal import WaslSyntax

/// The text of SubRip and WebVTT subtitles: a cue is a paragraph.
///
/// Numbers, times, notes, styles and tags are left out. The lines of a cue are one text, unless each starts with
/// the dash of another speaker.
enum SubtitleText {
  /// The text of the cues, and when each is shown.
  static func read(_ bytes: [UInt8]) -> (document: DocumentBuilder, cues: [Cue]) {
    var output = DocumentBuilder()
    var cues: [Cue] = []
    var time: (start: Int, end: Int)?
    var isInCue = false
    func finishCue() {
      let start = output.finishedCount
      output.end()
      if let time, output.finishedCount > start {
        cues.append(Cue(range: start..<output.finishedCount, start: time.start, end: time.end))
      }
      time = nil
    }
    for (_, range) in Lines(bytes) {
      let line = bytes[range]
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        finishCue()
        isInCue = false
      } else if isTiming(line) {
        // Careless files leave out the blank line.
        finishCue()
        time = times(line)
        output.begin(.cue)
        isInCue = true
      } else if isInCue {
        let text = plain(line)
        // A speaker's dash: hyphen-minus, en dash, em dash.
        if text.first == "-" || text.first == "–" || text.first == "—" { output.breakLine() }
        output.append(text)
        output.append(" ")
      }
    }
    finishCue()
    return (output, cues)
  }

  /// The two times of `00:01:02,500 --> 00:01:04,000` or `01:02.500 --> 01:04.000`, in milliseconds.
  private static func times(_ line: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
    let text = String(decoding: line.prefix(80), as: UTF8.self)
    guard let arrow = text.firstRange(of: "-->"), let start = milliseconds(text[..<arrow.lowerBound]),
      let end = milliseconds(text[arrow.upperBound...]), start <= end
    else { return nil }
    return (start, end)
  }

  private static func milliseconds(_ text: Substring) -> Int? {
    guard let word = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).first else { return nil }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    let seconds = last.split(whereSeparator: { $0 == "," || $0 == "." })
    guard (1...2).contains(seconds.count) else { return nil }
    var numbers: [Int] = []
    for part in parts.dropLast() + [seconds[0]] {
      guard part.count <= 4, let number = Int(part), number >= 0 else { return nil }
      numbers.append(number)
    }
    var fraction = 0
    if seconds.count == 2 {
      guard let number = Int((seconds[1] + "000").prefix(3)), number >= 0 else { return nil }
      fraction = number
    }
    let time = numbers.reduce(0) { $0 * 60 + $1 } * 1000 + fraction
    // No film takes a hundred hours.
    return time < 360_000_000 ? time : nil
  }

  private static func isTiming(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 }), (0x30...0x39).contains(first) else { return false }
    return String(decoding: line.prefix(80), as: UTF8.self).contains("-->")
  }

  /// Without `<i>`, `<v Name>`, `<00:01.000>` and `{\an8}`.
  private static func plain(_ line: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    // Where a tag or a style that is not closed has been met, no later one is closed: nobody looks again.
    var (hasTagEnd, hasStyleEnd) = (true, true)
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let next = index + 1 < line.endIndex ? line[index + 1] : 0
      let isTag = byte == UInt8(ascii: "<") && (next == UInt8(ascii: "/") || isWordByte(next))
      let isStyle = byte == UInt8(ascii: "{") && next == UInt8(ascii: "\\")
      if isTag && hasTagEnd || isStyle && hasStyleEnd {
        if let end = line[index...].firstIndex(of: UInt8(ascii: isTag ? ">" : "}")) {
          index = end + 1
          continue
        }
        if isTag { hasTagEnd = false } else { hasStyleEnd = false }
      }
      output.append(byte)
      index += 1
    }
    let text = String(decoding: CharacterReferences.decoded(output[...]), as: UTF8.self)
    return String(text.drop { $0 == " " || $0 == "\t" })
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
