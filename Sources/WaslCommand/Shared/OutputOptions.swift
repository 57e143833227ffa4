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
      "\(Format.known) (default: by the output's extension, else text on a terminal and tsv elsewhere).",
      valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)))
  var to: String?

  @Flag(help: "Leave out the line of column names in TSV and CSV.")
  var noHeader = false

  @Flag(help: "Start CSV with a byte order mark, which some spreadsheets need to recognise UTF-8.")
  var bom = false

  @Flag(help: "In CSV, put an apostrophe before texts that a spreadsheet would run as formulas.")
  var guardFormulas = false

  @Flag(help: "Leave out beads with an empty side.")
  var noGaps = false

  @Option(help: .init("Leave out beads below this confidence.", valueName: "0…1"))
  var minConfidence = 0.0

  @Option(help: .init("The language tag of the source, such as ar-SY.", valueName: "tag"))
  var sourceLanguage: String?

  @Option(help: .init("The language tag of the target, such as en-GB.", valueName: "tag"))
  var targetLanguage: String?

  @Option(
    help: .init(
      """
      The date in TMX, in seconds since 1970 (default: $SOURCE_DATE_EPOCH, else none, so that the same input gives \
      the same file).
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
    var format = try Format.choose(named: to, output: output)
    if Terminal.isOutput && (output ?? "-") == "-" {
      if to == nil { format = .text }
      options.width = Terminal.width ?? options.width
      options.isolatesText = true
    }
    return try AlignedTextWriter(format: format, options: options)
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
        .usage, "SOURCE_DATE_EPOCH is '\(text)', which is not a number", advice: "give seconds since 1970, or unset it")
    }
    return seconds
  }
}
