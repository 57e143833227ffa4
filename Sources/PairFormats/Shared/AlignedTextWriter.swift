public import WaslBitext
public import WaslSystemIO

/// What a user can choose about the output. Each format takes what concerns it.
public struct WriterOptions: Sendable, Hashable {
  /// Whether a TSV or CSV file starts with a line of column names.
  public var header = true
  /// Whether a CSV file starts with a byte order mark, by which some spreadsheets know UTF-8.
  public var byteOrderMark = false
  /// Whether texts in CSV that a spreadsheet would take for a formula stand after an apostrophe.
  public var guardsFormulas = false
  /// BCP 47 tags of the two sides, such as `ar-SY`; nil for the document's language, `ar` or `en`.
  public var sourceTag: String?
  public var targetTag: String?
  /// Beads below it are left out, and counted. A ladder holds every segment and takes none but 0.
  public var minimumConfidence = 0.0
  /// Whether beads with an empty side are written where the format can hold them.
  public var includesGaps = true
  /// Columns of the terminal view, at least 20.
  public var width = 100
  /// Whether the terminal view puts each text between directional isolates, which a terminal shows by reordering
  /// the text and nothing around it.
  public var isolatesText = false
  /// Seconds since 1970-01-01T00:00:00Z, for the formats that hold a date. Nil writes none, so that
  /// the same input gives the same bytes.
  public var creationDate: Int?

  public init() {}
}

/// What became of the beads: nothing is left out uncounted.
public struct WriteSummary: Sendable, Hashable {
  public var written = 0
  /// Left out because the format or the options take no gaps.
  public var gapsLeftOut = 0
  /// Left out because their confidence is below the minimum.
  public var belowMinimum = 0
  /// What the format could not hold of the pairs written.
  public var losses = Losses()

  public init() {}

  public static func += (left: inout WriteSummary, right: WriteSummary) {
    left.written += right.written
    left.gapsLeftOut += right.gapsLeftOut
    left.belowMinimum += right.belowMinimum
    left.losses += right.losses
  }
}

/// Writes aligned text in any format.
///
///     let summary = try OutputFile.write(to: "out.tmx") { sink in
///       try AlignedTextWriter(format: .tmx, options: options).write(aligned, to: &sink)
///     }
///
/// Each format is written by its `BeadWriter`.
public struct AlignedTextWriter: Sendable {
  public let format: Format
  public let options: WriterOptions

  /// - Throws: a usage error for options that the format cannot follow, or a malformed language tag.
  public init(format: Format, options: WriterOptions = WriterOptions()) throws(WaslError) {
    guard (0...1).contains(options.minimumConfidence) else {
      throw WaslError(
        .usage, "the minimum confidence \(options.minimumConfidence) is outside 0…1",
        advice: "give a number from 0 to 1")
    }
    if format.holdsWholeAlignment && (options.minimumConfidence > 0 || !options.includesGaps) {
      throw WaslError(
        .usage, "\(format.rawValue) holds every segment exactly once, so no beads can be left out of it",
        advice: "write tsv, jsonl or tmx to leave beads out")
    }
    for tag in [options.sourceTag, options.targetTag] {
      if let tag { try LanguageTag.check(tag) }
    }
    self.format = format
    self.options = options
  }

  /// One text as a whole file.
  public func write(_ text: AlignedText, to sink: inout ByteSink) throws -> WriteSummary {
    try write(beads(of: text), OutputSides(text), to: &sink)
  }

  /// Pairs of a file as a whole file.
  ///
  /// - Throws: a format error for a pair without segment numbers where the format holds nothing else.
  public func write(_ records: [PairRecord], _ sides: OutputSides, to sink: inout ByteSink) throws -> WriteSummary {
    if format.holdsNumbersOnly { try checkNumbers(records, sides) }
    return try write(records.lazy.map { tagged(BeadText($0)) }, sides, to: &sink)
  }

  private func checkNumbers(_ records: [PairRecord], _ sides: OutputSides) throws(WaslError) {
    for record in records where [record.source, record.target].contains(where: { $0 != nil && $0?.segments == nil }) {
      throw WaslError(
        .format, "no segment numbers, of which \(format.rawValue) consists",
        at: .init(file: sides.source.name, line: record.line), advice: "write tsv, tmx or jsonl")
    }
  }

  func beads(of text: AlignedText) -> some Sequence<BeadText> {
    text.alignment.beads.indices.lazy.map { BeadText($0, of: text) }
  }

  /// Writes the beads that the options take.
  private func write(
    _ beads: some Sequence<BeadText>, _ sides: OutputSides, to sink: inout ByteSink
  ) throws -> WriteSummary {
    var writer = try format.writer(named(sides), options)
    var summary = WriteSummary()
    writer.begin(to: &sink)
    for bead in beads where takes(bead, &summary) {
      try writer.write(bead, to: &sink)
      summary.written += 1
      summary.losses.count(bead, sides, in: format)
      try sink.flushIfFull()
    }
    writer.end(to: &sink)
    return summary
  }

  /// Whether the bead is written; if not, it is counted.
  func takes(_ bead: BeadText, _ summary: inout WriteSummary) -> Bool {
    if bead.isGap && !(options.includesGaps && format.takesGaps) {
      summary.gapsLeftOut += 1
      return false
    }
    if let confidence = bead.confidence, confidence < options.minimumConfidence {
      summary.belowMinimum += 1
      return false
    }
    return true
  }

  /// The sides under the tags that the user has asked for.
  func named(_ sides: OutputSides) -> OutputSides {
    var sides = sides
    sides.source.tag = options.sourceTag ?? sides.source.tag
    sides.target.tag = options.targetTag ?? sides.target.tag
    if options.sourceTag != nil { sides.source.hasSeveralTags = false }
    if options.targetTag != nil { sides.target.hasSeveralTags = false }
    return sides
  }
}
