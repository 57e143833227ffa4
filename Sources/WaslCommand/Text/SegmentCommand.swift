import ArgumentParser
import WaslBitext
import WaslSyntax
import WaslSystemIO
import WaslText

/// `wasl segment`: a filter from text to its sentences.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut Arabic or English text into sentences, one a line.",
    discussion: """
      A sentence ends at . ! ? … ؟ or ۔ with the quotation marks and brackets after it, never at a comma. Full
      stops of abbreviations, initials, list numbers, decimals and addresses end nothing. Every line end ends a
      segment, as headings and list items have it; with --wrapped a single line end is a space and a blank line
      ends the paragraph. The text is read bit by bit, so files of any size and pipes are fine.

      EXAMPLES
        wasl segment article.txt
        zcat corpus.gz | wasl segment --to tsv > sentences.tsv
        wasl segment --wrapped --break-semicolon novel.txt --to jsonl

      OUTPUT
        text    the segments, one a line; line ends inside them become spaces
        tsv     start, end (Unicode scalars into the input), paragraph (1 where one starts), text
        jsonl   the same as an object a line: {"start":0,"end":17,"paragraph":true,"text":"…"}
      """)

  enum Output: String, ExpressibleByArgument, CaseIterable { case text, tsv, jsonl }

  enum InputLanguage: String, ExpressibleByArgument, CaseIterable {
    case ar, en, auto

    var language: Language? { Language(rawValue: rawValue) }
  }

  @Argument(help: "A UTF-8 text file; - or nothing reads standard input.")
  var file = "-"

  @Option(help: "The language of the text: ar, en, or auto to go by the letters.")
  var language = InputLanguage.auto

  @Flag(help: "Lines are hard-wrapped: join them, and break paragraphs at blank lines.")
  var wrapped = false

  @Flag(help: "Break after ؛ and ; too.")
  var breakSemicolon = false

  @Flag(help: "Break after : too.")
  var breakColon = false

  @Option(help: "The form of the output: text, tsv or jsonl.")
  var to = Output.text

  func run() throws {
    do {
      try segment()
    } catch is OutputWriter.Closed {
      // The reader has what it wanted.
    }
  }

  private func segment() throws {
    var input = try InputReader(path: file)
    var output = OutputWriter()
    let options = SegmentationOptions(
      wrapped: wrapped, breakAtSemicolon: breakSemicolon, breakAtColon: breakColon)
    var segmenter = StreamingSegmenter(language: language.language, options: options, name: input.name)
    if to == .tsv {
      output.write("start\tend\tparagraph\ttext")
      try output.endRecord()
    }
    while true {
      let piece = try input.next()
      if piece.isEmpty { break }
      try segmenter.append(piece) { try write($0, to: &output) }
    }
    try segmenter.finish { try write($0, to: &output) }
    try output.flush()
  }

  private func write(_ segment: StreamedSegment, to output: inout OutputWriter) throws {
    switch to {
    case .text: output.write(SegmentText(segment.bytes, keepsTabs: true).bytes)
    case .tsv:
      output.write(segment.scalars.lowerBound)
      output.write(0x09)
      output.write(segment.scalars.upperBound)
      output.write(segment.startsParagraph ? "\t1\t" : "\t0\t")
      output.write(SegmentText(segment.bytes, keepsTabs: false).bytes)
    case .jsonl:
      output.write("{\"start\":")
      output.write(segment.scalars.lowerBound)
      output.write(",\"end\":")
      output.write(segment.scalars.upperBound)
      output.write(segment.startsParagraph ? ",\"paragraph\":true,\"text\":\"" : ",\"paragraph\":false,\"text\":\"")
      writeEscaped(segment.bytes, to: &output)
      output.write("\"}")
    }
    try output.endRecord()
  }

  /// The content of a JSON string (RFC 8259, section 7).
  private func writeEscaped(_ bytes: ArraySlice<UInt8>, to output: inout OutputWriter) {
    var rest = bytes
    while let index = rest.firstIndex(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      output.write(rest[..<index])
      switch rest[index] {
      case 0x22: output.write("\\\"")
      case 0x5C: output.write("\\\\")
      case 0x0A: output.write("\\n")
      case 0x0D: output.write("\\r")
      case 0x09: output.write("\\t")
      default:
        output.write(rest[index] < 0x10 ? "\\u000" : "\\u001")
        output.write(Array("0123456789abcdef".utf8)[Int(rest[index] & 0x0F)])
      }
      rest = rest[(index + 1)...]
    }
    output.write(rest)
  }
}

/// A segment's text on one line: line ends with the spaces around them become one space, and so do tabs where a
/// format forbids them.
private struct SegmentText {
  private(set) var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>, keepsTabs: Bool) {
    self.bytes = bytes
    if !bytes.contains(where: { $0 < 0x20 || $0 == 0xE2 || $0 == 0xC2 }) { return }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var inBreak = false
    while index < bytes.endIndex {
      let length = Self.lineEndLength(bytes[index...])
      if length > 0 || (bytes[index] == 0x09 && !keepsTabs) {
        while line.last == 0x20 { line.removeLast() }
        line.append(0x20)
        inBreak = true
        index += max(1, length)
      } else {
        if !(inBreak && (bytes[index] == 0x20 || bytes[index] == 0x09)) {
          line.append(bytes[index])
          inBreak = false
        }
        index += 1
      }
    }
    self.bytes = line[...]
  }

  /// LF, VT, FF, CR, NEL, LS, PS.
  private static func lineEndLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    switch bytes[start] {
    case 0x0A...0x0D: return 1
    case 0xC2: return bytes.count > 1 && bytes[start + 1] == 0x85 ? 2 : 0
    case 0xE2:
      return bytes.count > 2 && bytes[start + 1] == 0x80 && bytes[start + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }
}
