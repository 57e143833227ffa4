import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSystemIO
import WaslText

/// The text that a filter reads, in any format, packing and encoding that `wasl align` reads.
struct TextInput: ParsableArguments {
  @Argument(
    help: .init("A text or document, packed or not; '-' or nothing is standard input.", valueName: "file"),
    completion: .file())
  var file = "-"

  @OptionGroup(title: "Input") var decoding: DecodingArguments

  /// The whole text.
  func read(_ messages: MessageOptions, _ options: DocumentOptions = .plainLines) throws -> SourceText {
    try decoding.read(file, messages, options)
  }

  /// Hands out the text in pieces that end where a line ends.
  ///
  /// Plain text is read, unpacked and decoded piece by piece, in memory bounded by its longest line; the text of a
  /// document is one piece.
  ///
  /// - Parameter body: gets bytes of UTF-8 and where in them the piece lies.
  func forEachPiece(
    _ messages: MessageOptions, _ options: DocumentOptions = .plainLines, _ body: ([UInt8], Range<Int>) throws -> Void
  ) throws {
    guard DecodingArguments.isPlainText(file) else {
      let bytes = try read(messages, options).bytes
      if !bytes.isEmpty { try body(bytes, bytes.indices) }
      return
    }
    var reader = try PieceReader(file, decoding.decoder)
    var isFirst = true
    while try reader.next(body) {
      if isFirst, let note = reader.note { messages.note(note) }
      isFirst = false
    }
  }
}

/// Where a filter writes.
struct TextOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .init("Write to this file, which appears when it is complete; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  /// - Parameter inputs: paths of what is read.
  /// - Throws: a usage error when the output is one of them.
  func write(_ inputs: [String] = [], _ body: (inout ByteSink) throws -> Void) throws {
    try OutputCheck.check([output], inputs: inputs)
    try OutputFile.write(to: output, body)
  }
}

/// The forms in which pieces of a text are written.
enum TextForm: String, ExpressibleByArgument, CaseIterable { case text, tsv, jsonl }
