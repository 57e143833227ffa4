/// The text of SubRip and WebVTT subtitles: a cue is a paragraph.
///
/// Numbers, times, notes, styles and tags are left out. The lines of a cue are one text, unless each starts with
/// the dash of another speaker.
enum SubtitleText {
  static func paragraphs(_ bytes: [UInt8]) -> Paragraphs {
    var output = Paragraphs()
    var isInCue = false
    for (_, range) in Lines(bytes) {
      let line = bytes[range]
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        output.endParagraph()
        isInCue = false
      } else if isTiming(line) {
        isInCue = true
      } else if isInCue {
        let text = plain(line)
        // A speaker's dash: hyphen-minus, en dash, em dash.
        if text.first == "-" || text.first == "–" || text.first == "—" { output.breakLine() }
        output.append(text)
        output.append(" ")
      }
    }
    return output
  }

  private static func isTiming(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 }), (0x30...0x39).contains(first) else { return false }
    return String(decoding: line.prefix(80), as: UTF8.self).contains("-->")
  }

  /// Without `<i>`, `<v Name>`, `<00:01.000>` and `{\an8}`.
  private static func plain(_ line: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let next = index + 1 < line.endIndex ? line[index + 1] : 0
      let isTag = byte == UInt8(ascii: "<") && (next == UInt8(ascii: "/") || isWordByte(next))
      let isStyle = byte == UInt8(ascii: "{") && next == UInt8(ascii: "\\")
      if isTag || isStyle, let end = line[index...].firstIndex(of: UInt8(ascii: isTag ? ">" : "}")) {
        index = end + 1
      } else {
        output.append(byte)
        index += 1
      }
    }
    let text = String(decoding: CharacterReferences.decoded(output[...]), as: UTF8.self)
    return String(text.drop { $0 == " " || $0 == "\t" })
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
