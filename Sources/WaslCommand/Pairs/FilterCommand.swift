import ArgumentParser
import WaslBitext
import WaslPairFormats
import WaslSystemIO
import WaslText

struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Keep the pairs that a corpus can use, and give a reason for each other.",
    usage: "wasl filter [<options>] FILE …",
    discussion: """
      Reads and writes the formats of 'wasl convert'. Rejected pairs go to the file --rejected, a TSV with the reason as \
      its last column; the number that each rule rejected goes to standard error. Exit status: 0 done, 1 no pair is left, \
      2 bad usage or input.

      EXAMPLES
        wasl filter pairs.tsv -o clean.tsv --rejected rejected.tsv
        wasl filter crawl.tsv.zst --duplicates near -o clean.tsv
        wasl filter memory.tmx --min-confidence .7 --match-numbers -o clean.tmx
      """)

  @OptionGroup(title: "Input") var input: PairInput

  @Option(
    help: .init(
      "How many times longer one side may be than the other, after adding 15 characters to both; 0 for any.",
      valueName: "n"))
  var maxRatio = 3.0

  @Option(
    help: .init("The least share of a side's letters in the script of its language; 0 for any.", valueName: "0…1"))
  var minScript = 0.5

  @Flag(help: "Keep sides in other languages of the same script, such as Persian or French.")
  var anyLanguage = false

  @Option(help: .init("The least length of a side, in characters.", valueName: "n"))
  var minLength = 1

  @Option(help: .init("The greatest length of a side, in characters.", valueName: "n"))
  var maxLength: Int?

  @Option(
    help: .init(
      """
      What counts as a duplicate: exact (the default), folded (equal except for vowel signs, letter variants, case and \
      punctuation), near (almost equal, see --near-share) or none.
      """,
      valueName: "kind"),
    completion: .list(FilterRules.Duplicates.allCases.map(\.rawValue)),
    transform: { name in
      guard let kind = FilterRules.Duplicates(rawValue: name) else {
        throw ValidationError("--duplicates is exact, folded, near or none, not '\(name)'")
      }
      return kind
    })
  var duplicates = FilterRules.Duplicates.exact

  @Option(
    help: .init(
      "For near duplicates: the least share of five-character sequences in common, after folding.", valueName: "0…1"))
  var nearShare = 0.8

  @Flag(help: "Reject pairs whose numbers in digits differ.")
  var matchNumbers = false

  @Flag(help: "Keep pairs whose sides are identical.")
  var keepIdentical = false

  @Flag(help: "Keep beads with an empty side.")
  var keepGaps = false

  @Option(help: .init("Write rejected pairs to this TSV file.", valueName: "file"), completion: .file())
  var rejected: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func validate() throws {
    if maxRatio != 0 && !(maxRatio >= 1 && maxRatio.isFinite) {
      throw ValidationError("--max-ratio is 1 or more, or 0 for any")
    }
    if !(nearShare > 0 && nearShare <= 1) { throw ValidationError("--near-share is above 0 and at most 1") }
    if !(0...1).contains(minScript) { throw ValidationError("--min-script is a number from 0 to 1") }
    try OptionRange.check(minLength, "--min-length", from: 0)
    try OptionRange.check(maxLength, "--max-length", from: max(1, minLength))
    if rejected == "-" && (output.output ?? "-") == "-" {
      throw ValidationError("standard output can take the kept or the rejected pairs, not both")
    }
  }

  func run() throws {
    let writer = try outputWriter()
    try OutputCheck.check(output.paths(writer) + [rejected], inputs: input.files)
    let file = try input.read(messages).pairs
    let normalizer = try Normalizer(.search)
    var filter = PairFilter(
      rules, source: file.sides.source.language, fold: { FilterCommand.key($0, normalizer) },
      foreignLanguage: { LanguageGuess(foreignTo: $1, text: $0)?.language.name })
    var kept: [PairRecord] = []
    var removed: [(record: PairRecord, reason: String)] = []
    for record in file.records {
      if let reason = filter.rejection(of: record) {
        removed.append((record, reason))
      } else {
        kept.append(record)
      }
    }
    if let rejected {
      try OutputFile.write(to: rejected) { sink in
        RejectedFile.writeHeader(to: &sink)
        for (record, reason) in removed {
          RejectedFile.write(record, reason: reason, to: &sink)
          try sink.flushIfFull()
        }
      }
    }
    let summary = try writer.write(kept, file.sides, to: output.output)
    if let losses = summary.losses.text(writer.format) { messages.note(losses) }
    messages.note(report(removed.map(\.reason), of: file.records.count, summary))
    if kept.isEmpty { throw ExitCode(CommandIO.Status.failed) }
  }

  private var rules: FilterRules {
    var rules = FilterRules()
    rules.maximumRatio = maxRatio == 0 ? nil : maxRatio
    rules.minimumScript = minScript == 0 ? nil : minScript
    rules.rejectsOtherLanguages = !anyLanguage
    rules.rejectsIdentical = !keepIdentical
    rules.rejectsGaps = !keepGaps || output.noGaps
    rules.matchesNumbers = matchNumbers
    rules.duplicates = duplicates
    rules.nearShare = nearShare
    rules.minimumConfidence = output.minConfidence
    rules.minimumLength = minLength
    rules.maximumLength = maxLength
    return rules
  }

  /// The confidence is a rule here, so that what it takes is among the rejected.
  private func outputWriter() throws -> AlignedTextWriter {
    var options = try output.writer().options
    options.minimumConfidence = 0
    options.includesGaps = true
    return try AlignedTextWriter(format: output.writer().format, options: options)
  }

  /// Letters and digits alone, folded.
  private static func key(_ text: String, _ normalizer: Normalizer) -> String {
    var key = String.UnicodeScalarView()
    for scalar in normalizer.normalized(text).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A, 0x620...0x64A: key.append(scalar)
      case 0x41...0x5A: key.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case 0..<0x80: break
      default:
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil {
          key.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    return String(key)
  }

  /// How many each rule took: a reason starts with the rule's name, details follow.
  private func report(_ reasons: [String], of count: Int, _ summary: WriteSummary) -> String {
    var counts: [String: Int] = [:]
    for reason in reasons {
      let words = reason.split(separator: " ")
      let isLong = ["length ratio", "identical sides", "duplicate exact", "duplicate folded", "duplicate near"].contains
      {
        reason.hasPrefix($0)
      }
      counts[words.prefix(isLong ? 2 : 1).joined(separator: " "), default: 0] += 1
    }
    let listed = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    var line = "\(summary.written) of \(count) pairs kept"
    if !listed.isEmpty { line += "; rejected: \(listed.joined(separator: ", "))" }
    if summary.gapsLeftOut > 0 { line += "; \(summary.gapsLeftOut) gaps that \(writerName) cannot hold" }
    return line
  }

  private var writerName: String { (try? output.writer().format.rawValue) ?? "the format" }
}
