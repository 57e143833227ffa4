public import Bitext

/// What a user can choose about the output. Each format takes what concerns it.
public struct WriterOptions: Sendable, Hashable {
  /// Whether a TSV file starts with a line of column names.
  public var header = true
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
    if format == .ladder && (options.minimumConfidence > 0 || !options.includesGaps) {
      throw WaslError(
        .usage, "a ladder holds every segment exactly once, so no beads can be left out of it",
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
    begin(
      sourceTag: options.sourceTag ?? text.source.language.rawValue,
      targetTag: options.targetTag ?? text.target.language.rawValue, to: &sink)
    let summary = try add(text, to: &sink)
    end(to: &sink)
    return summary
  }

  /// What stands before the first text.
  public func begin(sourceTag: String = "ar", targetTag: String = "en", to sink: inout ByteSink) {
    switch format {
    case .tsv: if options.header { TSV.writeHeader(to: &sink) }
    case .tmx: TMX.writeHeader(sourceTag: options.sourceTag ?? sourceTag, date: options.creationDate, to: &sink)
    case .jsonl, .ladder: break
    }
  }

  /// The beads of one text.
  public func add(_ text: AlignedText, to sink: inout ByteSink) throws -> WriteSummary {
    var summary = WriteSummary()
    var offsets = JSONL.Offsets()
    let sourceTag = options.sourceTag ?? text.source.language.rawValue
    let targetTag = options.targetTag ?? text.target.language.rawValue
    let takesGaps = options.includesGaps && format != .tmx
    for bead in text.alignment.beads {
      if bead.isGap && !takesGaps {
        summary.gapsLeftOut += 1
        continue
      }
      if bead.confidence < options.minimumConfidence {
        summary.belowMinimum += 1
        continue
      }
      switch format {
      case .tsv: TSV.write(bead, of: text, to: &sink)
      case .tmx: TMX.write(bead, of: text, sourceTag: sourceTag, targetTag: targetTag, to: &sink)
      case .jsonl: JSONL.write(bead, of: text, offsets: &offsets, to: &sink)
      case .ladder: Ladder.write(bead, to: &sink)
      }
      summary.written += 1
      try sink.flushIfFull()
    }
    return summary
  }

  /// What stands after the last text.
  public func end(to sink: inout ByteSink) {
    if format == .tmx { TMX.writeFooter(to: &sink) }
  }
}
