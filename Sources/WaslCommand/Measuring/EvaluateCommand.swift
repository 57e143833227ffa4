import ArgumentParser
import WaslBitext
import WaslEvaluation
import WaslPairFormats
import WaslSyntax

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure alignments against gold alignments.",
    usage: """
      wasl evaluate [<options>] GOLD HYP [GOLD HYP …]
      wasl evaluate [<options>] --gold-dir DIR --hyp-dir DIR
      """,
    discussion: """
      Files are recognised by extension or content: ladders (DOC.ladder), JSON lines (DOC.jsonl), TSV, and gold spans of \
      running text (DOC.spans.tsv), which are compared with JSON lines.

      Precision is over all beads of the hypothesis. Recall is over the beads of the gold that are not gaps. Counts are \
      summed over the documents. Strict: exactly the same bead. Lax: a bead that shares a segment on each side. These are \
      the measures of Vecalign's scorer. The third field of a ladder counts as a confidence only with --calibration.

      With spans, each source character is looked up in the hypothesis. It agrees strictly when its target span equals the \
      gold's, is contained when its target span lies within the gold's, and agrees by majority when more than half of the \
      target span's characters do. Where the gold has no counterpart, the hypothesis must have none. White space is not \
      counted when DOC.ar.txt and DOC.en.txt lie beside DOC.spans.tsv, or DOC.mixed.txt beside DOC.mixed.spans.tsv.

      EXAMPLES
        wasl evaluate gold.ladder mine.ladder
        wasl evaluate story.spans.tsv story.jsonl --min-agreement .95
        wasl evaluate --gold-dir gold --hyp-dir out --by-document --min-f1 .9
        wasl evaluate gold.ladder mine.ladder --json | jq .strict.f1
      """)

  @Argument(help: .init("Gold and hypothesis files, in pairs.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: .init("A folder of gold files.", valueName: "dir"), completion: .directory)
  var goldDir: String?

  @Option(
    help: .init("A folder with a hypothesis for each gold document.", valueName: "dir"), completion: .directory)
  var hypDir: String?

  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

  @Flag(help: "Also print each document's figures.")
  var byDocument = false

  @Flag(help: "Also compare confidences with how often the beads are right.")
  var calibration = false

  @Option(help: .init("End with status 1 if strict F1 is below this.", valueName: "0…1"))
  var minF1: Double?

  @Option(
    name: .customLong("min-agreement"),
    help: .init("End with status 1 if fewer source characters agree with the spans by majority.", valueName: "0…1"))
  var minAgreement: Double?

  @Option(help: "Whether offsets count in one file per language or in one for both.")
  var offsets: OffsetBase = .auto

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if goldDir == nil && hypDir == nil {
      guard !files.isEmpty, files.count % 2 == 0 else {
        throw ValidationError("give pairs of files: GOLD HYP [GOLD HYP …]")
      }
    } else {
      guard goldDir != nil && hypDir != nil else { throw ValidationError("--gold-dir and --hyp-dir go together") }
      guard files.isEmpty else { throw ValidationError("give files or folders, not both") }
    }
    try OutputCheck.checkStandardInput(files)
    for floor in [minF1, minAgreement] {
      if let floor, !(0...1).contains(floor) { throw ValidationError("a floor is a number from 0 to 1") }
    }
  }

  func run() throws {
    var report = EvaluationReport(includesCalibration: calibration)
    for pair in try pairs() { try add(pair, to: &report) }
    try checkOptions(report)
    try CommandIO.print(json ? report.json(byDocument: byDocument) : report.text(byDocument: byDocument))
    try checkFloors(report)
  }

  private func pairs() throws -> [EvaluationPair] {
    if let goldDir, let hypDir { return try EvaluationPairs.find(gold: goldDir, hypotheses: hypDir) }
    return stride(from: 0, to: files.count, by: 2).map { index in
      EvaluationPair(name: files[index + 1], gold: files[index], hypothesis: files[index + 1])
    }
  }

  private func add(_ pair: EvaluationPair, to report: inout EvaluationReport) throws {
    let gold = try AlignmentFile(path: pair.gold)
    let hypothesis = try AlignmentFile(path: pair.hypothesis)
    if case .spans(let spans) = gold {
      report.add(
        try SpanComparison(gold: spans, hypothesis: hypothesis, path: pair.gold, base: offsets), name: pair.name)
      return
    }
    let goldBeads = try gold.beads(confidences: false)
    let beads = try hypothesis.beads(confidences: calibration)
    warn(about: hypothesis, beads, gold: goldBeads, pair)
    report.add(gold: goldBeads, hypothesis: beads, name: pair.name)
  }

  /// What is counted all the same, but hardly meant.
  private func warn(about hypothesis: AlignmentFile, _ beads: [Bead], gold: [Bead], _ pair: EvaluationPair) {
    if case .ladder(let file) = hypothesis, let defect = file.defect(allowsCrossing: true) {
      messages.warn(defect.description)
    }
    for (side, name) in [(\Bead.source, "source"), (\Bead.target, "target")] {
      let counts = [gold, beads].map { $0.map { $0[keyPath: side].upperBound }.max() ?? 0 }
      if counts[0] != counts[1] {
        messages.warn(
          "\(pair.hypothesis): \(counts[1]) \(name) segments, where \(pair.gold) has \(counts[0]): of another text?")
      }
    }
  }

  private func checkOptions(_ report: EvaluationReport) throws {
    if report.beads.documents == 0 && (minF1 != nil || calibration) {
      throw WaslError(
        .usage, "--min-f1 and --calibration need beads", advice: "give ladders; for spans there is --min-agreement")
    }
    if report.spanDocuments == 0 && minAgreement != nil {
      throw WaslError(.usage, "--min-agreement needs gold spans", advice: "give DOC.spans.tsv and DOC.jsonl")
    }
  }

  private func checkFloors(_ report: EvaluationReport) throws {
    // A quotient that should be the floor may be rounded to just below it.
    let tolerance = 1e-9
    var isBelow = false
    if let minF1, report.beads.strict.f1 < minF1 - tolerance {
      CommandIO.error("strict F1 \(TextTable.share(report.beads.strict.f1)) is below \(minF1)")
      isBelow = true
    }
    if let minAgreement, report.spans.source.majorityShare < minAgreement - tolerance {
      CommandIO.error("agreement \(TextTable.share(report.spans.source.majorityShare)) is below \(minAgreement)")
      isBelow = true
    }
    if isBelow { throw ExitCode(CommandIO.Status.failed) }
  }
}
