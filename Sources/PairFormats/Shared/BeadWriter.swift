internal import WaslBitext
internal import WaslSystemIO

/// One format's way to write an output: what stands before the beads, each bead, and what stands after them.
///
/// A writer serves one output and keeps what it has to know of the beads before, such as how many there were.
/// `AlignedTextWriter` decides which beads it gets.
protocol BeadWriter {
  /// Called once, before the first bead.
  mutating func begin(to sink: inout ByteSink)

  /// - Precondition: the bead is not a gap where `Format.takesGaps` is false.
  /// - Throws: a usage error for a bead that the format has no place for.
  mutating func write(_ bead: BeadText, to sink: inout ByteSink) throws(WaslError)

  /// Called once, after the last bead.
  mutating func end(to sink: inout ByteSink)
}

extension BeadWriter {
  func begin(to sink: inout ByteSink) {}
  func end(to sink: inout ByteSink) {}
}

extension Format {
  /// - Parameter sides: under the tags that the output is to have.
  /// - Throws: a usage error for a format of two files.
  func writer(_ sides: OutputSides, _ options: WriterOptions) throws(WaslError) -> any BeadWriter {
    switch self {
    case .text: TextView.Writer(sides: sides, width: options.width, isolatesText: options.isolatesText)
    case .tsv: TSV.Writer(hasHeader: options.header)
    case .csv: CSV.Writer(options)
    case .tmx:
      TMX.Writer(
        sourceTag: sides.source.tag, targetTag: sides.target.tag, hasSeveralTags: sides.source.hasSeveralTags,
        date: options.creationDate)
    case .jsonl: JSONL.Writer()
    case .ladder: Ladder.Writer()
    case .hunalign: Hunalign.Writer()
    case .xliff: XLIFF.Writer(sides: sides)
    case .po: PO.Writer(sides: sides)
    case .xces: XCES.Writer(sides: sides)
    case .html: ReviewPage.Writer(sides: sides)
    case .moses: throw WaslError(.usage, "moses is two files", advice: "write it to a path")
    }
  }
}
