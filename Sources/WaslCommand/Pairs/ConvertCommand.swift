import ArgumentParser
import WaslBitext
import WaslPairFormats

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a file of pairs to another format.",
    usage: """
      wasl convert [<options>] FILE
      wasl convert [<options>] SOURCE TARGET
      wasl convert [<options>] LADDER SOURCE TARGET
      """,
    discussion: """
      Reads tsv, csv, jsonl, tmx (1.1 to 1.4b), xliff (1.2 and 2.x) and po, also packed with gzip or zstd; the two \
      line-by-line files of moses; and a ladder, hunalign or xces file with its two texts. Pairs that a format cannot hold \
      are counted on standard error.

      EXAMPLES
        wasl convert memory.tmx.gz -o memory.tsv
        wasl convert review.jsonl -o review.html
        wasl convert corpus.tsv --to moses -o corpus
        wasl convert corpus.ar corpus.en -o corpus.tmx
        wasl convert gold.ladder gold.ar gold.en -o gold.html
      """)

  @OptionGroup(title: "Input") var input: PairInput
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    let writer = try output.writer()
    try OutputCheck.check(output.paths(writer), inputs: input.files)
    let summary: WriteSummary
    switch try input.read(messages) {
    case .pairs(let file):
      guard !file.records.isEmpty else { throw ConvertCommand.nothing(file.sides.source.name) }
      summary = try writer.write(file.records, file.sides, to: output.output)
    case .text(let text):
      guard !text.alignment.beads.isEmpty else { throw ConvertCommand.nothing(text.source.text.name) }
      summary = try writer.write(text, to: output.output)
    }
    if let losses = summary.losses.text(writer.format) { messages.note(losses) }
    messages.note(ConvertCommand.text(summary))
  }

  static func nothing(_ name: String) -> WaslError {
    WaslError(.nothingToAlign, "no pairs in it", at: .init(file: name))
  }

  static func text(_ summary: WriteSummary) -> String {
    var line = "\(summary.written) pairs written"
    if summary.gapsLeftOut > 0 { line += ", \(summary.gapsLeftOut) gaps left out" }
    if summary.belowMinimum > 0 { line += ", \(summary.belowMinimum) below --min-confidence left out" }
    return line
  }
}
