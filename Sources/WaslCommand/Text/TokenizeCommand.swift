import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSyntax
import WaslSystemIO
import WaslText

/// `wasl tokenize`: a filter from text to its words.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut Arabic or English text into words, numbers, punctuation and symbols.",
    discussion: """
      Words end where Unicode's text segmentation (UAX #29, as CLDR has it) ends them: vowels, tatweel and zero-width \
      characters belong to their word, 3.5 and ٣٫٥ are one number. With --keys only words and numbers come, \
      each as the aligner looks it up: without vowels, with one alef, in small letters, numbers in ASCII digits.

      EXAMPLES
        wasl tokenize article.txt
        zcat corpus.gz | wasl tokenize --keys | sort | uniq -c
        wasl tokenize --to tsv --keys article.txt

      OUTPUT
        text    the tokens with a space between them, line by line as in the input
        tsv     start, end (Unicode scalars into the input), kind, text, and with --keys the key
        jsonl   the same as an object a line: {"start":0,"end":5,"kind":"word","text":"…"}
      The kinds are word, number, punctuation, symbol and other.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, tsv, jsonl }

  @Argument(help: "A text file; - or nothing reads standard input.")
  var file = "-"

  @Option(help: "The form of the output.")
  var to = Form.text

  @Flag(help: "Words and numbers only, with the keys by which the aligner looks them up.")
  var keys = false

  @Option(name: [.short, .long], help: .init("Write to a file.", valueName: "file"))
  var output: String?

  @OptionGroup var decoding: DecodingArguments
  @OptionGroup var messages: MessageOptions

  func run() throws {
    try OutputCheck.check([output], inputs: [file])
    let tokenizer = try Tokenizer()
    let keyTokenizer = try KeyTokenizer()
    var reader = try PieceReader(file, decoding.decoder)
    var isFirst = true
    try OutputFile.write(to: output) { sink in
      var writer = TokenWriter(form: to, hasKeys: keys)
      writer.writeHeader(&sink)
      while try reader.next({ bytes, range in
        writer.beginPiece(range)
        if keys {
          keyTokenizer.forEachKey(in: bytes.span, range: range) { token, key in
            writer.write(Token(range: token.range, kind: token.kind), of: bytes, key: key, &sink)
          }
        } else {
          try tokenizer.forEachToken(in: bytes.span, range: range) { token in
            writer.write(token, of: bytes, key: nil, &sink)
            try sink.flushIfFull()
          }
        }
        writer.endPiece(bytes, range, &sink)
      }) {
        if isFirst, let note = reader.note { messages.note(note) }
        isFirst = false
        try sink.flushIfFull()
      }
    }
  }
}

/// Writes tokens in one of the forms.
private struct TokenWriter {
  let form: TokenizeCommand.Form
  let hasKeys: Bool
  /// Up to where the text has been written about, in the piece and in scalars of the input.
  private var position = 0
  private var scalars = 0
  private var isLineStart = true

  init(form: TokenizeCommand.Form, hasKeys: Bool) {
    self.form = form
    self.hasKeys = hasKeys
  }

  func writeHeader(_ sink: inout ByteSink) {
    if form == .tsv { sink.append(hasKeys ? "start\tend\tkind\ttext\tkey\n" : "start\tend\tkind\ttext\n") }
  }

  mutating func beginPiece(_ piece: Range<Int>) { position = piece.lowerBound }

  /// What follows the last token of a piece.
  mutating func endPiece(_ bytes: [UInt8], _ piece: Range<Int>, _ sink: inout ByteSink) {
    skip(bytes, to: piece.upperBound, &sink)
  }

  mutating func write(_ token: Token, of bytes: [UInt8], key: Span<UInt8>?, _ sink: inout ByteSink) {
    skip(bytes, to: token.range.lowerBound, &sink)
    let start = scalars
    count(bytes, to: token.range.upperBound)
    switch form {
    case .text:
      if !isLineStart { sink.append(UInt8(0x20)) }
      isLineStart = false
      appendText(token, bytes, key, &sink)
    case .tsv:
      sink.append(start)
      sink.append(UInt8(0x09))
      sink.append(scalars)
      sink.append("\t\(token.kind.name)\t")
      sink.append(bytes[token.range])
      if let key {
        sink.append(UInt8(0x09))
        key.withUnsafeBufferPointer { for byte in $0 { sink.append(byte) } }
      }
      sink.append(UInt8(0x0A))
    case .jsonl:
      sink.append("{\"start\":")
      sink.append(start)
      sink.append(",\"end\":")
      sink.append(scalars)
      sink.append(",\"kind\":\"\(token.kind.name)\",\"text\":")
      JSON.string(String(decoding: bytes[token.range], as: UTF8.self)).write(to: &sink)
      if let key {
        sink.append(",\"key\":")
        JSON.string(key.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }).write(to: &sink)
      }
      sink.append("}\n")
    }
  }

  private func appendText(_ token: Token, _ bytes: [UInt8], _ key: Span<UInt8>?, _ sink: inout ByteSink) {
    guard let key else { return sink.append(bytes[token.range]) }
    key.withUnsafeBufferPointer { for byte in $0 { sink.append(byte) } }
  }

  /// Passes over white space; its line feeds end lines of the text form.
  private mutating func skip(_ bytes: [UInt8], to end: Int, _ sink: inout ByteSink) {
    if form == .text {
      for byte in bytes[position..<end] where byte == 0x0A {
        sink.append(UInt8(0x0A))
        isLineStart = true
      }
    }
    count(bytes, to: end)
  }

  private mutating func count(_ bytes: [UInt8], to end: Int) {
    for byte in bytes[position..<end] where byte & 0xC0 != 0x80 { scalars += 1 }
    position = end
  }
}
