import ArgumentParser
import Glibc
import WaslBitext
import WaslPairFormats

/// Where aligned text goes, and in what form: the same for every subcommand that writes it.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .init("Write to this file, which appears when it is complete; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: .init(
      "\(Format.known); without it, what the output's name says, else tsv.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)))
  var to: String?

  @Flag(help: "Write TSV or CSV without the line of column names.")
  var noHeader = false

  @Flag(help: "Start CSV with a byte order mark, by which some spreadsheets know UTF-8.")
  var bom = false

  @Flag(help: "Put an apostrophe before texts in CSV that a spreadsheet would run as a formula.")
  var guardFormulas = false

  @Flag(help: "Leave out beads with an empty side.")
  var noGaps = false

  @Option(help: .init("Leave out beads below this confidence.", valueName: "0…1"))
  var minConfidence = 0.0

  @Option(help: .init("The source's language in TMX, such as ar-SY.", valueName: "tag"))
  var sourceLanguage: String?

  @Option(help: .init("The target's language in TMX, such as en-GB.", valueName: "tag"))
  var targetLanguage: String?

  @Option(
    help: .init(
      """
      A date for TMX, in seconds since 1970; without it SOURCE_DATE_EPOCH, else none, so that the same input \
      gives the same file.
      """, valueName: "seconds"))
  var creationDate: Int?

  /// - Throws: a usage error for an unknown format, or for options that the format cannot follow.
  func writer() throws -> AlignedTextWriter {
    var options = WriterOptions()
    options.header = !noHeader
    options.byteOrderMark = bom
    options.guardsFormulas = guardFormulas
    options.includesGaps = !noGaps
    options.minimumConfidence = minConfidence
    options.sourceTag = sourceLanguage
    options.targetTag = targetLanguage
    options.creationDate = try creationDate ?? OutputOptions.sourceDateEpoch()
    return try AlignedTextWriter(format: Format.choose(named: to, output: output), options: options)
  }

  /// The files that `writer` writes; none for standard output.
  func paths(_ writer: AlignedTextWriter) -> [String] {
    guard let output, output != "-" else { return [] }
    return Self.paths(output, writer)
  }

  /// The files that `writer` makes of one output.
  static func paths(_ output: String, _ writer: AlignedTextWriter) -> [String] {
    if writer.format != .moses { return [output] }
    return Language.allCases.map { "\(output).\($0.rawValue)" }
  }

  /// Writes one text as a whole file.
  func write(_ text: AlignedText) throws -> WriteSummary {
    try writer().write(text, to: output)
  }

  /// The date that reproducible builds ask for.
  private static func sourceDateEpoch() throws -> Int? {
    guard let value = getenv("SOURCE_DATE_EPOCH") else { return nil }
    let text = String(cString: value)
    guard !text.isEmpty else { return nil }
    guard let seconds = Int(text) else {
      throw WaslError(
        .usage, "SOURCE_DATE_EPOCH is '\(text)', which is no number", advice: "give seconds since 1970, or unset it")
    }
    return seconds
  }
}
