import Wasl
import WaslBitext
import WaslEvaluation
import WaslPairFormats
import WaslSystemIO
import WaslText
import WaslTraining

/// Learning where boundaries lie that punctuation does not show.
extension TuneCommand {
  /// Learns from running text with gold spans, `DOC.mixed.txt` and `DOC.spans.tsv` in each folder.
  func tuneBoundaries() throws {
    let (alignerOf, weightOf) = (try alignerOfFolder(), try weightOfFolder())
    var examples: [BoundaryExample] = []
    for folder in folders {
      let group = folder.split(separator: "/").dropLast().last.map(String.init) ?? folder
      let name = Self.shortName(folder)
      let (aligner, weight) = (alignerOf(name), weightOf(name))
      for file in try InputFile.names(inFolder: folder).sorted() where file.hasSuffix(".spans.tsv") {
        let base = folder + "/" + file.dropLast(10)
        let text = try TextDecoder().decode(InputFile.read(base + ".mixed.txt"), name: base + ".mixed.txt")
        let spans = try SpanFile(InputFile.read(base + ".spans.tsv"), name: base + ".spans.tsv")
        let (arabic, english) = try BilingualInput().sides(of: text)
        let boundaries = Self.boundaries(spans, in: text)
        examples += try aligner.boundaryExamples(
          arabic, english, boundaries: boundaries, group: group, weight: weight)
      }
    }
    guard !examples.isEmpty else {
      throw WaslError(
        .input, "no DOC.spans.tsv in the folders", advice: "give folders with DOC.mixed.txt and DOC.spans.tsv")
    }
    messages.note("\(examples.count) decisions read")
    var tuner = BoundaryTuner()
    tuner.penalty = penalty
    let weights = tuner.fit(examples)
    try OutputFile.write(to: output) { $0.append(weights.text) }
    var lines = ["set  right  wrong  missed" + (crossValidate ? "  left out: right  wrong  missed" : "")]
    for group in Set(examples.map(\.group)).sorted() {
      let own = examples.filter { $0.group == group }
      var line = "\(group)  \(Self.figures(tuner.outcome(weights, own)))"
      let others = examples.filter { $0.group != group }
      if crossValidate, !others.isEmpty { line += "  \(Self.figures(tuner.outcome(tuner.fit(others), own)))" }
      lines.append(line)
    }
    try CommandIO.print(lines.joined(separator: "\n"))
  }

  private static func figures(_ outcome: (right: Int, wrong: Int, missed: Int)) -> String {
    "\(outcome.right)  \(outcome.wrong)  \(outcome.missed)"
  }

  /// The bytes where an aligned stretch starts in Arabic and in English.
  private static func boundaries(_ spans: SpanFile, in text: SourceText) -> Set<[Int]> {
    var starts: [Int] = []
    for (byte, value) in text.bytes.enumerated() where value & 0xC0 != 0x80 { starts.append(byte) }
    let offset = spans.mixedOffset ?? 0
    var boundaries: Set<[Int]> = []
    for bead in spans.beads {
      guard let source = bead.source?.lowerBound, let target = bead.target?.lowerBound else { continue }
      if source < starts.count, target + offset < starts.count {
        boundaries.insert([starts[source], starts[target + offset]])
      }
    }
    return boundaries
  }
}
