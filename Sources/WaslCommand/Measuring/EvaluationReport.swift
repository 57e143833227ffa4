import WaslBitext
import WaslEvaluation
import WaslSyntax
import WaslSystemIO

/// The figures of a run of `wasl evaluate`, and how they are printed.
struct EvaluationReport {
  private(set) var beads = BeadEvaluation()
  private(set) var calibration: Calibration?
  private(set) var spans = SpanComparison()
  private(set) var spanDocuments = 0
  private var documents: [(name: String, beads: BeadEvaluation)] = []
  private var comparisons: [(name: String, spans: SpanComparison)] = []

  init(includesCalibration: Bool) {
    calibration = includesCalibration ? Calibration() : nil
  }

  mutating func add(gold: [Bead], hypothesis: [Bead], name: String) {
    var document = BeadEvaluation()
    document.add(gold: gold, hypothesis: hypothesis)
    documents.append((name, document))
    beads += document
    calibration?.add(gold: gold, hypothesis: hypothesis)
  }

  mutating func add(_ comparison: SpanComparison, name: String) {
    comparisons.append((name, comparison))
    spans += comparison
    spanDocuments += 1
  }
}

// MARK: - Tables

extension EvaluationReport {
  func text(byDocument: Bool) -> String {
    var parts: [String] = []
    if beads.documents > 0 {
      parts.append(
        "documents \(beads.documents), beads: gold \(beads.goldBeads), hypothesis \(beads.hypothesisBeads)\n")
      parts += [scoreTable, shapeTable]
      if let calibration { parts += EvaluationReport.tables(calibration) }
      if byDocument { parts.append(documentTable) }
    }
    if spanDocuments > 0 {
      parts.append("documents with spans \(spanDocuments)\n")
      parts.append(spanTable)
      if byDocument { parts.append(spanDocumentTable) }
    }
    return parts.joined(separator: "\n")
  }

  private static func cells(_ score: Score) -> [String] {
    [score.precision.share, score.recall.share, score.f1].map(TextTable.share)
  }

  private var scoreTable: String {
    var table = TextTable(header: ["", "precision", "recall", "F1"])
    for (name, score) in [("strict", beads.strict), ("lax", beads.lax), ("gaps", beads.gaps)] {
      table.add([name] + EvaluationReport.cells(score))
    }
    return table.text
  }

  private var shapeTable: String {
    var table = TextTable(header: ["bead", "gold", "hypothesis", "correct", "precision", "recall", "F1"])
    for (shape, score) in beads.shapes.sorted(by: { $0.key < $1.key }) {
      let counts = [score.recall.total, score.precision.total, score.precision.correct].map(String.init)
      table.add([shape.description] + counts + EvaluationReport.cells(score))
    }
    return table.text
  }

  private static func tables(_ calibration: Calibration) -> [String] {
    var bins = TextTable(header: ["confidence", "beads", "mean", "correct"])
    for (index, bin) in calibration.bins.enumerated() where bin.tally.total > 0 {
      bins.add([
        ".\(index) to \(index == 9 ? "1" : ".\(index + 1)")", String(bin.tally.total),
        TextTable.share(bin.meanConfidence), TextTable.share(bin.tally.share),
      ])
    }
    var thresholds = TextTable(header: ["at or above", "beads", "precision", "coverage"])
    for threshold in calibration.thresholds {
      thresholds.add([
        TextTable.share(threshold.minimum), String(threshold.precision.total),
        // Of no beads at all, nothing can be said.
        threshold.precision.total == 0 ? "-" : TextTable.share(threshold.precision.share),
        TextTable.share(threshold.coverage.share),
      ])
    }
    return ["expected calibration error \(TextTable.share(calibration.expectedError))\n", bins.text, thresholds.text]
  }

  private var documentTable: String {
    var table = TextTable(header: ["document", "gold", "hypothesis", "precision", "recall", "F1", "lax F1"])
    for (name, document) in documents {
      table.add(
        [name, String(document.goldBeads), String(document.hypothesisBeads)]
          + EvaluationReport.cells(document.strict) + [TextTable.share(document.lax.f1)])
    }
    return table.text
  }

  private static func cells(_ agreement: SpanAgreement) -> [String] {
    [agreement.strictShare, agreement.containedShare, agreement.majorityShare].map(TextTable.share)
  }

  private var spanTable: String {
    var table = TextTable(header: ["characters", "all", "left out", "strict", "contained", "majority"])
    for (name, agreement) in [("source", spans.source), ("target", spans.target)] {
      table.add([name, String(agreement.characters), String(agreement.uncovered)] + EvaluationReport.cells(agreement))
    }
    return table.text
  }

  private var spanDocumentTable: String {
    var table = TextTable(header: ["document", "characters", "left out", "strict", "contained", "majority"])
    for (name, comparison) in comparisons {
      let agreement = comparison.source
      table.add([name, String(agreement.characters), String(agreement.uncovered)] + EvaluationReport.cells(agreement))
    }
    return table.text
  }
}

// MARK: - JSON

extension EvaluationReport {
  func json(byDocument: Bool) -> String {
    var members: [JSON.Member] = []
    if beads.documents > 0 {
      members += EvaluationReport.members(beads)
      members.append(.init("shapes", shapes))
      if let calibration { members.append(.init("calibration", EvaluationReport.json(calibration))) }
    }
    if spanDocuments > 0 {
      members.append(
        .init("spans", .object([.init("documents", .number(Double(spanDocuments)))] + EvaluationReport.members(spans))))
    }
    if byDocument {
      let scored = documents.map { JSON.object([.init("name", .string($0.name))] + EvaluationReport.members($0.beads)) }
      let compared = comparisons.map {
        JSON.object([.init("name", .string($0.name)), .init("spans", .object(EvaluationReport.members($0.spans)))])
      }
      members.append(.init("by_document", .array(scored + compared)))
    }
    var sink = ByteSink()
    JSON.object(members).write(to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  private static func members(_ beads: BeadEvaluation) -> [JSON.Member] {
    [
      .init("documents", count(beads.documents)), .init("gold_beads", count(beads.goldBeads)),
      .init("hypothesis_beads", count(beads.hypothesisBeads)), .init("strict", json(beads.strict)),
      .init("lax", json(beads.lax)), .init("gaps", json(beads.gaps)),
    ]
  }

  private var shapes: JSON {
    .object(
      beads.shapes.sorted { $0.key < $1.key }.map { shape, score in
        .init(shape.description, EvaluationReport.json(score))
      })
  }

  private static func json(_ score: Score) -> JSON {
    [
      "precision": share(score.precision.share), "recall": share(score.recall.share), "f1": share(score.f1),
      "correct_of_hypothesis": count(score.precision.correct), "hypothesis": count(score.precision.total),
      "correct_of_gold": count(score.recall.correct), "gold": count(score.recall.total),
    ]
  }

  private static func json(_ calibration: Calibration) -> JSON {
    [
      "expected_error": share(calibration.expectedError),
      "bins": .array(
        calibration.bins.enumerated().map { index, bin in
          [
            "from": share(Double(index) / 10), "to": share(Double(index + 1) / 10), "beads": count(bin.tally.total),
            "mean_confidence": share(bin.meanConfidence), "correct": share(bin.tally.share),
          ]
        }),
      "thresholds": .array(
        calibration.thresholds.map { threshold in
          [
            "minimum": share(threshold.minimum), "beads": count(threshold.precision.total),
            "precision": threshold.precision.total == 0 ? .null : share(threshold.precision.share),
            "coverage": share(threshold.coverage.share),
          ]
        }),
    ]
  }

  private static func members(_ spans: SpanComparison) -> [JSON.Member] {
    [.init("source", json(spans.source)), .init("target", json(spans.target))]
  }

  private static func json(_ agreement: SpanAgreement) -> JSON {
    [
      "characters": count(agreement.characters), "left_out": count(agreement.uncovered),
      "strict": share(agreement.strictShare), "contained": share(agreement.containedShare),
      "majority": share(agreement.majorityShare),
    ]
  }

  private static func count(_ number: Int) -> JSON { .number(Double(number)) }

  /// With six decimals.
  private static func share(_ value: Double) -> JSON { .number((value * 1_000_000).rounded() / 1_000_000) }
}
