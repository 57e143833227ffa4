import ArgumentParser
import Wasl
import WaslAligning
import WaslBitext
import WaslSyntax
import WaslSystemIO

struct BenchRetrievalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retrieval",
    abstract: "Measure how well the evidence alone finds each segment's translation.",
    discussion: """
      The pairs of all documents of a folder (DOC.ar and DOC.en, a segment a line, and DOC.ladder, without which \
      line i translates line i) are thrown together; P@1 is the share of segments whose own translation scores \
      best of all, in both directions. Coverage is the share of content words, all but numbers and the words that \
      make up a thousandth of text each, that the model has a translation for.
      """)

  @Argument(help: .init("Folders of documents, each a set of its own.", valueName: "folder"), completion: .directory)
  var folders: [String]

  @Option(help: .init("Use only the first pairs of a set: time and memory grow with the square.", valueName: "pairs"))
  var limit = 2_000

  @Flag(help: "Print one JSON object per set instead of a table.")
  var json = false

  @OptionGroup(title: "Model") var model: ModelArguments

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is \(limit): give 1 or more") }
  }

  func run() throws {
    let aligner = try DocumentAligner(model: model.load())
    var table = TextTable(header: [
      "set", "pairs", "lexical", "cosine", "both", "with lengths", "covered ar", "covered en",
    ])
    let measure = try Coverage.Measure(aligner.model)
    var lines = ""
    for folder in folders {
      let pairs = try BenchDocument.all(in: [folder]).flatMap(\.pairs).prefix(limit)
      func text(_ lines: [[UInt8]]) -> SourceText {
        SourceText(name: folder, bytes: Array(lines.map { $0 + [0x0A] }.joined()))
      }
      let arabic = BilingualInput.lines(of: text(pairs.map(\.arabic)), .arabic)
      let english = BilingualInput.lines(of: text(pairs.map(\.english)), .english)
      let result = try Retrieval(aligner.problem(arabic, english))
      let covered = [arabic, english].map { measure.coverage(of: $0).share }
      if json {
        let value: JSON = [
          "set": .string(folder), "pairs": .number(Double(pairs.count)), "lexical": .number(result.lexical),
          "cosine": .number(result.cosine), "both": .number(result.both), "withLengths": .number(result.withLengths),
          "coveredArabic": .number(covered[0]), "coveredEnglish": .number(covered[1]),
        ]
        var sink = ByteSink()
        value.write(to: &sink)
        lines += String(decoding: sink.bytes, as: UTF8.self) + "\n"
      } else {
        table.add(
          [folder, String(pairs.count)]
            + [result.lexical, result.cosine, result.both, result.withLengths, covered[0], covered[1]].map(
              TextTable.share))
      }
    }
    try CommandIO.print(json ? lines : table.text)
  }
}
