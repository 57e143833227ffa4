import ArgumentParser
import Wasl
import WaslAligning
import WaslBitext
import WaslEvaluation
import WaslPairFormats
import WaslSystemIO
import WaslText
import WaslTraining

struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Learn the aligner's weights from gold alignments.",
    discussion: """
      Each folder holds documents with gold alignments: DOC.ar and DOC.en with one segment per line, and DOC.ladder. \
      Folders with the same parent, such as news/clean and news/hard, form one set. Every folder counts the same, however \
      many documents it has, unless --weight says otherwise.

      EXAMPLES
        wasl tune dev/news/clean dev/news/hard dev/law/pre -o weights.txt
        wasl tune dev/*/pre --cross-validate -o weights.txt
        wasl tune dev/*/* --weight react=.5 --model-for react=other.model \\
          -o weights.txt
        wasl train corpus.tsv --weights weights.txt -o my.model
      """)

  @Argument(help: .init("Folders of documents with gold.", valueName: "dir"), completion: .directory)
  var folders: [String]

  @Option(name: .shortAndLong, help: .init("Write the weights to this file.", valueName: "file"))
  var output: String

  @Option(
    help: .init("DIR=W: count the folders of the set DIR, or whose names end in DIR, W times.", valueName: "dir=w"))
  var weight: [String] = []

  @Option(help: .init("Leave out these features; can be given several times.", valueName: "feature"))
  var unused: [String] = []

  @Option(help: "How strongly weights are pulled towards zero.")
  var penalty = 0.3

  @Option(help: "How strongly the weights of rescoring are pulled towards zero.")
  var rescoringPenalty = 1.0

  @Flag(help: "Learn only the weights of rescoring, and keep those of the first score.")
  var onlyRescoring = false

  @Option(help: "The share of likelihood against expected F1 in the second stage; 1 for likelihood only.")
  var likelihood = 0.1

  @Option(help: "What a bead must earn in probability when the results are evaluated.")
  var beadCost: Float?

  @Option(help: "How far a gap's cost follows the document's share of gaps when the results are evaluated.")
  var gapAdaptation: Float?

  @Option(help: .init("Start from these weights.", valueName: "file"))
  var from: String?

  @Option(help: "Rounds of each stage; 0 to evaluate the weights given.")
  var iterations = 120

  @Flag(help: "Also leave out each set in turn, and report how well the others' weights align it.")
  var crossValidate = false

  @Flag(help: "Print each document's beads that differ from the gold.")
  var showErrors = false

  @Flag(
    help: .init(
      "Instead, learn where sentences end without punctuation, from DOC.mixed.txt and DOC.spans.tsv in the folders."
    ))
  var boundaries = false

  @Option(
    help: .init(
      "DIR=FILE: use this model for those folders, such as one not trained on their text.",
      valueName: "dir=file"))
  var modelFor: [String] = []

  @OptionGroup var model: ModelArguments
  @OptionGroup var messages: MessageOptions

  private struct Document: Sendable {
    let name: String
    let folder: String
    let set: String
    let problem: AlignmentProblem
    let gold: Alignment
  }

  func validate() throws {
    try OptionRange.check(penalty, "--penalty", 0...1e6)
    try OptionRange.check(rescoringPenalty, "--rescoring-penalty", 0...1e6)
    try OptionRange.check(likelihood, "--likelihood", 0...1)
    try OptionRange.check(beadCost, "--bead-cost", -10...10)
    try OptionRange.check(gapAdaptation, "--gap-adaptation", 0...100)
    try OptionRange.check(iterations, "--iterations", 0...OptionRange.rounds.upperBound)
    _ = try (weights(), models())
  }

  func run() throws {
    try checkOutput()
    if boundaries { return try tuneBoundaries() }
    var tuner = Tuner(featurePenalty: penalty, shapePenalty: penalty)
    tuner.likelihoodShare = likelihood
    tuner.rescoringPenalty = rescoringPenalty
    tuner.onlyRescoring = onlyRescoring
    for name in unused {
      if let feature = Feature.allCases.first(where: { "\($0)" == name }) {
        tuner.unused.insert(feature)
      } else if let feature = RescoringFeature.allCases.first(where: { "\($0)" == name }) {
        tuner.unusedInRescoring.insert(feature)
      } else {
        let names = Feature.allCases.map { "\($0)" } + RescoringFeature.allCases.map { "\($0)" }
        throw WaslError(.usage, "no feature '\(name)'", advice: "take one of \(names.joined(separator: ", "))")
      }
    }
    let documents = try read()
    messages.note("\(documents.count) documents read")
    tuner.iterations = iterations
    var start = AlignerWeights.initial
    if let from {
      guard let given = AlignerWeights(parsing: String(decoding: try InputFile.read(from), as: UTF8.self)) else {
        throw WaslError(
          .format, "not a complete set of weights", at: .init(file: from), advice: "write one with `wasl tune`")
      }
      start = given
    }
    let examples = try examples(documents, near: start)
    let weights = tuner.fit(examples, from: start) { iteration, value in
      if iteration % 20 == 0 { messages.note("iteration \(iteration): \(value)") }
    }
    try OutputFile.write(to: output) { $0.append(weights.text) }
    var aligner = Aligner(weights: weights)
    if let beadCost { aligner.beadCost = beadCost }
    if let gapAdaptation { aligner.gapAdaptation = gapAdaptation }
    let inSample = evaluate(documents.map { ($0, aligner) })
    var outOfSample: [String: Figures] = [:]
    if crossValidate {
      var pairs: [(Document, Aligner)] = []
      for set in Set(documents.map(\.set)).sorted() {
        let others = examples.filter { $0.group != set }
        if others.isEmpty { continue }
        let aligner = Aligner(weights: tuner.fit(others, from: onlyRescoring ? start : .initial))
        pairs += documents.filter { $0.set == set }.map { ($0, aligner) }
      }
      outOfSample = evaluate(pairs)
    }
    let columns = "F1  gaps' F1  ECE  precision at .95"
    var lines = ["folder  " + columns + (crossValidate ? "  left out: " + columns : "")]
    for folder in inSample.keys.sorted() {
      lines.append(
        ([folder, inSample[folder]!.text] + (outOfSample[folder].map { [$0.text] } ?? [])).joined(separator: "  "))
    }
    try CommandIO.print(lines.joined(separator: "\n"))
  }

  /// How well the beads of a folder's documents were found, and what their confidences are worth.
  private struct Figures {
    var beads = BeadEvaluation()
    var calibration = Calibration()

    mutating func add(gold: [Bead], hypothesis: [Bead]) {
      beads.add(gold: gold, hypothesis: hypothesis)
      calibration.add(gold: gold, hypothesis: hypothesis)
    }

    var text: String {
      let precision = calibration.thresholds.first { $0.minimum == 0.95 }!.precision.share
      return [beads.strict.f1, beads.gaps.f1, calibration.expectedError, precision]
        .map { "\(($0 * 10_000).rounded() / 10_000)" }.joined(separator: "  ")
    }
  }

  private func read() throws -> [Document] {
    let alignerOf = try alignerOfFolder()
    var documents: [Document] = []
    for folder in folders {
      let parts = folder.split(separator: "/")
      let name = Self.shortName(folder)
      let aligner = alignerOf(name)
      for file in try InputFile.names(inFolder: folder).sorted() where file.hasSuffix(".ladder") {
        let base = folder + "/" + file.dropLast(7)
        func side(_ language: Language, _ path: String) throws -> WaslBitext.Document {
          BilingualInput.lines(of: try TextDecoder().decode(InputFile.read(path), name: path), language)
        }
        let (arabic, english) = (try side(.arabic, base + ".ar"), try side(.english, base + ".en"))
        let gold = try LadderFile(InputFile.read(base + ".ladder"), name: base + ".ladder")
          .alignment(sourceCount: arabic.segments.count, targetCount: english.segments.count)
        documents.append(
          Document(
            name: String(file.dropLast(7)), folder: name, set: String(parts.dropLast().last ?? ""),
            problem: try aligner.problem(arabic, english), gold: gold))
      }
    }
    guard !documents.isEmpty else {
      throw WaslError(.input, "no DOC.ladder in the folders", advice: "give folders with DOC.ar, DOC.en and DOC.ladder")
    }
    return documents
  }

  private func examples(_ documents: [Document], near start: AlignerWeights) throws -> [TuningExample] {
    var beads: [String: Double] = [:]
    for document in documents { beads[document.folder, default: 0] += Double(document.gold.beads.count) }
    let weightOf = try weightOfFolder()
    return documents.map { document in
      return TuningExample(
        group: document.set, problem: document.problem, gold: document.gold,
        weight: weightOf(document.folder) * 300 / beads[document.folder]!,
        near: start)
    }
  }

  private func evaluate(_ pairs: [(Document, Aligner)]) -> [String: Figures] {
    var results: [String: Figures] = [:]
    for (document, aligner) in pairs {
      let beads = aligner.align(document.problem).beads
      results[document.folder, default: .init()].add(gold: document.gold.beads, hypothesis: beads)
      if showErrors { Self.showErrors(document, beads) }
    }
    return results
  }

  private static func showErrors(_ document: Document, _ beads: [Bead]) {
    func text(_ bead: Bead) -> String { "\(bead.source.map { $0 }):\(bead.target.map { $0 })" }
    func key(_ bead: Bead) -> String { text(bead) }
    let (gold, found) = (Set(document.gold.beads.map(key)), Set(beads.map(key)))
    let missing = document.gold.beads.filter { !found.contains(key($0)) }.map(text)
    let wrong = beads.filter { !gold.contains(key($0)) }.map { "\(text($0)) (\(Int($0.confidence * 100)))" }
    if missing.isEmpty && wrong.isEmpty { return }
    CommandIO.note(
      "\(document.folder)/\(document.name)\n  gold:  \(missing.joined(separator: "  "))\n  found: \(wrong.joined(separator: "  "))"
    )
  }
}
