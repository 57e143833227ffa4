import Wasl
import WaslAligning
import WaslBitext
import WaslModel
import WaslPairFormats
import WaslSystemIO
import WaslText

extension FuzzTarget {
  /// The whole way from a text to written pairs, on documents that have a document's structure.
  static let alignments: [FuzzTarget] = [
    FuzzTarget("bilingual") {
      let aligner = makeAligner()
      return { random in
        var text = RandomDocument.text(&random, scripts: [true, false])
        if random.chance(3) { text = Mutator().mutated([text], &random) }
        let source = try TextDecoder(replacesInvalid: true).decode(text, name: "fuzz")
        let input = BilingualInput(segmentation: options(&random))
        let sides = try input.sides(of: source)
        if let loss = source.firstLoss(in: [sides.arabic, sides.english]) { throw FuzzFailure(loss) }
        try check(aligner, sides.arabic, sides.english, presplit: input.segmentation.presplit)
      }
    },
    FuzzTarget("twotexts") {
      let aligner = makeAligner()
      return { random in
        let input = BilingualInput(segmentation: options(&random))
        let texts = try [true, false].map { isArabic in
          try TextDecoder(replacesInvalid: true).decode(RandomDocument.text(&random, scripts: [isArabic]), name: "fuzz")
        }
        let sides = try input.sides(of: texts[0], texts[1])
        for side in [sides.arabic, sides.english] {
          if let loss = side.text.firstLoss(in: [side]) { throw FuzzFailure(loss) }
        }
        try check(aligner, sides.english, sides.arabic, presplit: input.segmentation.presplit)
      }
    },
    FuzzTarget("numbers") {
      { random in
        let problem = RandomDocument.problem(&random)
        let alignment = Aligner().align(problem)
        if let defect = alignment.defect(sourceCount: problem.source.count, targetCount: problem.target.count) {
          throw FuzzFailure(defect)
        }
      }
    },
  ]

  static func makeAligner() -> DocumentAligner {
    guard let aligner = try? DocumentAligner() else { fatalError("the model in the program cannot be read") }
    return aligner
  }

  private static func options(_ random: inout SplitMix64) -> SegmentationOptions {
    if random.chance(4) { return .init(presplit: true) }
    return .init(wrapped: random.chance(2), breakAtSemicolon: random.chance(2), breakAtColon: random.chance(2))
  }

  static func check(_ aligner: DocumentAligner, _ source: Document, _ target: Document, presplit: Bool) throws {
    var options = AlignmentOptions()
    options.keepsSentences = presplit
    try check(aligner.align(.segmented(source: source, target: target), options: options), presplit: presplit)
  }

  /// That an alignment is sound, and every form of it whole.
  static func check(_ text: AlignedText, presplit: Bool = false) throws {
    if let defect = text.defect { throw FuzzFailure(defect) }
    for format in Format.allCases where format != .moses {
      var sink = ByteSink()
      let summary = try AlignedTextWriter(format: format).write(text, to: &sink)
      try require(
        summary.written + summary.gapsLeftOut == text.alignment.beads.count,
        "\(format.rawValue): \(summary.written) of \(text.alignment.beads.count) beads written")
      try checkUTF8(sink.bytes)
      switch format {
      case .ladder:
        let ladder = try LadderFile(sink.bytes, name: "fuzz")
        let again = try ladder.alignment(
          sourceCount: text.source.segments.count, targetCount: text.target.segments.count)
        try require(
          again.beads.map(\.shape) == text.alignment.beads.map(\.shape), "the ladder is not the alignment")
      case .jsonl, .tsv, .csv:
        // Two empty lines paired say nothing in columns of text.
        guard !presplit else { continue }
        let file = try PairFile(sink.bytes, name: "fuzz", format: format)
        try require(file.records.count == summary.written, "\(format.rawValue): \(file.records.count) records read")
      case .tmx, .xliff: _ = try PairFile(sink.bytes, name: "fuzz", format: format)
      default: break
      }
    }
  }
}
