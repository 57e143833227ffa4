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

  public init() {}

  public static func += (left: inout WriteSummary, right: WriteSummary) {
    left.written += right.written
    left.gapsLeftOut += right.gapsLeftOut
    left.belowMinimum += right.belowMinimum
  }
}

/// Writes aligned text in any format.
///
///     let summary = try OutputFile.write(to: "out.tmx") { sink in
///       try AlignedTextWriter(format: .tmx, options: options).write(aligned, to: &sink)
///     }
///
/// Several texts go into one file between `begin` and `end`.
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
    begin(OutputSides(text), to: &sink)
    let summary = try add(text, to: &sink)
    end(to: &sink)
    return summary
  }

  /// Pairs of a file as a whole file.
  public func write(_ records: [PairRecord], _ sides: OutputSides, to sink: inout ByteSink) throws -> WriteSummary {
    begin(sides, to: &sink)
    let summary = try add(records, sides, to: &sink)
    end(to: &sink)
    return summary
  }

  /// What stands before the first text.
  public func begin(_ sides: OutputSides, to sink: inout ByteSink) {
    let sides = named(sides)
    switch format {
    case .tsv: if options.header { TSV.writeHeader(to: &sink) }
    case .csv: CSV.writeStart(header: options.header, byteOrderMark: options.byteOrderMark, to: &sink)
    case .tmx: TMX.writeHeader(sourceTag: sides.source.tag, date: options.creationDate, to: &sink)
    case .xliff: XLIFF.writeHeader(sides, to: &sink)
    case .po: PO.writeHeader(sides, to: &sink)
    case .xces: XCES.writeHeader(to: &sink)
    case .html: ReviewPage.writeStart(sides, to: &sink)
    case .jsonl, .ladder, .hunalign, .moses: break
    }
  }

  /// The beads of one text.
  ///
  /// - Parameter number: which of the texts in the output it is, from 1.
  public func add(_ text: AlignedText, number: Int = 1, to sink: inout ByteSink) throws -> WriteSummary {
    try add(
      text.alignment.beads.indices.lazy.map { BeadText($0, of: text) }, OutputSides(text), number: number, to: &sink)
  }

  /// The pairs of one file.
  ///
  /// - Throws: a format error for a pair without segment numbers where the format holds nothing else.
  public func add(
    _ records: [PairRecord], _ sides: OutputSides, number: Int = 1, to sink: inout ByteSink
  ) throws -> WriteSummary {
    if format.holdsNumbersOnly {
      for record in records where [record.source, record.target].contains(where: { $0 != nil && $0?.segments == nil }) {
        throw WaslError(
          .format, "no segment numbers, of which \(format.rawValue) consists",
          at: .init(file: sides.source.name, line: record.line), advice: "write tsv, tmx or jsonl")
      }
    }
    return try add(records.lazy.map { BeadText($0) }, sides, number: number, to: &sink)
  }

  private func add(
    _ beads: some Sequence<BeadText>, _ sides: OutputSides, number: Int, to sink: inout ByteSink
  ) throws -> WriteSummary {
    if format == .moses {
      throw WaslError(.usage, "moses is two files", advice: "write it to a path")
    }
    var summary = WriteSummary()
    var offsets = JSONL.Offsets()
    var rung = Hunalign.Rung()
    let sides = named(sides)
    if format == .xliff { XLIFF.writeFileStart(number, sides, to: &sink) }
    if format == .xces { XCES.writeGroupStart(sides, to: &sink) }
    for bead in beads {
      guard takes(bead, &summary) else { continue }
      switch format {
      case .tsv: TSV.write(bead, to: &sink)
      case .csv: CSV.write(bead, guardsFormulas: options.guardsFormulas, to: &sink)
      case .tmx: TMX.write(bead, sourceTag: sides.source.tag, targetTag: sides.target.tag, to: &sink)
      case .jsonl: JSONL.write(bead, offsets: &offsets, to: &sink)
      case .ladder: Ladder.write(bead, to: &sink)
      case .hunalign: try Hunalign.write(bead, &rung, to: &sink)
      case .xliff: XLIFF.write(bead, number: summary.written + 1, to: &sink)
      case .po: PO.write(bead, number: summary.written + 1, to: &sink)
      case .xces: XCES.write(bead, number: summary.written + 1, to: &sink)
      case .html: ReviewPage.write(bead, offsets: &offsets, to: &sink)
      case .moses: break
      }
      summary.written += 1
      try sink.flushIfFull()
    }
    if format == .xliff { XLIFF.writeFileEnd(isEmpty: summary.written == 0, to: &sink) }
    if format == .xces { XCES.writeGroupEnd(to: &sink) }
    if format == .hunalign { Hunalign.writeEnd(rung, to: &sink) }
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

  /// What stands after the last text.
  public func end(to sink: inout ByteSink) {
    switch format {
    case .tmx: TMX.writeFooter(to: &sink)
    case .xliff: XLIFF.writeFooter(to: &sink)
    case .xces: XCES.writeFooter(to: &sink)
    case .html: ReviewPage.writeEnd(to: &sink)
    case .tsv, .csv, .jsonl, .po, .ladder, .hunalign, .moses: break
    }
  }

  /// The sides under the tags that the user has asked for.
  func named(_ sides: OutputSides) -> OutputSides {
    var sides = sides
    sides.source.tag = options.sourceTag ?? sides.source.tag
    sides.target.tag = options.targetTag ?? sides.target.tag
    return sides
  }
}
