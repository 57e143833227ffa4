import ArgumentParser
import WaslBitext
import WaslSyntax
import WaslSystemIO
import WaslText

/// `wasl segment`: a filter from text to its sentences.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut Arabic or English text into sentences, one per line.",
    usage: "wasl segment [<options>] [FILE]",
    discussion: """
      A sentence ends at . ! ? … ؟ or ۔ with the quotation marks and brackets that follow, never at a comma. Full stops of \
      abbreviations, initials, list numbers, decimals and addresses do not end a sentence. Every line end does, as after \
      headings and list items; with --wrapped, only a blank line does. Plain text is read piece by piece, so files of any \
      size and pipes work.

      EXAMPLES
        wasl segment article.txt
        wasl segment corpus.gz --to tsv > sentences.tsv
        wasl segment --wrapped --break-semicolon novel.txt --to jsonl

      OUTPUT
        text    one segment per line; line ends inside a segment become spaces
        tsv     start, end (in Unicode scalars of the input), paragraph (1 where
                one starts), text
        jsonl   the same as one object per line:
                {"start":0,"end":17,"paragraph":true,"text":"…"}
      """)

  enum InputLanguage: String, ExpressibleByArgument, CaseIterable {
    case ar, en, auto

    var language: Language? { Language(rawValue: rawValue) }
  }

  @OptionGroup var input: TextInput

  @Option(help: "The language of the text; auto goes by the letters.")
  var language = InputLanguage.auto

  @Flag(help: "Join hard-wrapped lines; only a blank line ends a paragraph.")
  var wrapped = false

  @Flag(help: "Also end segments at semicolons (؛ ;).")
  var breakSemicolon = false

  @Flag(help: "Also end segments at colons.")
  var breakColon = false

  @Option(help: "The form of the output.")
  var to = TextForm.text

  @OptionGroup(title: "Output") var output: TextOutput
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    let options = SegmentationOptions(wrapped: wrapped, breakAtSemicolon: breakSemicolon, breakAtColon: breakColon)
    var segmenter = StreamingSegmenter(
      language: language.language, options: options, name: InputFile.name(of: input.file),
      isDecoded: true)
    try output.write([input.file]) { sink in
      if to == .tsv { sink.append("start\tend\tparagraph\ttext\n") }
      try input.forEachPiece(messages) { bytes, range in
        try segmenter.append(bytes[range]) { try write($0, to: &sink) }
      }
      try segmenter.finish { try write($0, to: &sink) }
    }
  }

  private func write(_ segment: StreamedSegment, to sink: inout ByteSink) throws {
    switch to {
    case .text: sink.append(SegmentLine(segment.bytes, keepsTabs: true).bytes)
    case .tsv:
      sink.append(segment.scalars.lowerBound)
      sink.append("\t")
      sink.append(segment.scalars.upperBound)
      sink.append(segment.startsParagraph ? "\t1\t" : "\t0\t")
      sink.append(SegmentLine(segment.bytes, keepsTabs: false).bytes)
    case .jsonl:
      sink.append("{\"start\":")
      sink.append(segment.scalars.lowerBound)
      sink.append(",\"end\":")
      sink.append(segment.scalars.upperBound)
      sink.append(segment.startsParagraph ? ",\"paragraph\":true,\"text\":\"" : ",\"paragraph\":false,\"text\":\"")
      JSON.escaping.append(Array(segment.bytes), 0..<segment.bytes.count, to: &sink)
      sink.append("\"}")
    }
    sink.append("\n")
    try sink.flushIfFull()
  }
}
