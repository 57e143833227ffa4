import WaslBitext
import WaslPairFormats
import WaslSyntax
import WaslSystemIO

/// A file with an alignment in it, gold or hypothetical, of any form.
enum AlignmentFile {
  case ladder(LadderFile)
  case records([PairRecord], name: String)
  case spans(SpanFile)

  /// The form is told by the name's end, else by how the content starts.
  init(path: String) throws {
    let name = InputFile.name(of: path)
    let bytes = try InputFile.read(path)
    switch AlignmentFile.form(path) ?? AlignmentFile.form(content: bytes) {
    case .ladder: self = .ladder(try LadderFile(anyForm: bytes, name: name))
    case .jsonl: self = .records(try JSONL.read(bytes, name: name), name: name)
    case .tsv: self = .records(try TSV.read(bytes, name: name), name: name)
    case .spans: self = .spans(try SpanFile(bytes, name: name))
    case nil:
      throw WaslError(
        .format, "not recognised as an alignment", at: .init(file: name),
        advice: "give a ladder, JSON lines, TSV, or a gold file of spans")
    }
  }

  enum Form { case ladder, jsonl, tsv, spans }

  /// By the name's end.
  static func form(_ path: String) -> Form? {
    if path.hasSuffix(spansSuffix) { return .spans }
    return switch Format(path: path) {
    case .ladder, .hunalign, .xces: .ladder
    case .jsonl: .jsonl
    case .tsv: .tsv
    case .tmx, .html, .csv, .xliff, .po, .moses, .text, nil: nil
    }
  }

  static let spansSuffix = ".spans.tsv"

  private static func form(content: [UInt8]) -> Form? {
    let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = content[start...].firstIndex(where: { !isSpace($0) }) else { return nil }
    let line = content[first...].prefix { $0 != 0x0A }
    switch content[first] {
    case UInt8(ascii: "{"): return .jsonl
    case UInt8(ascii: "#"): return .spans
    case UInt8(ascii: "[") where !line.contains(0x09): return .ladder
    default:
      let fields = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      if fields.count == 4 && fields.allSatisfy({ Int($0) != nil }) { return .spans }
      return line.contains(0x09) ? .tsv : nil
    }
  }

  /// The beads by segment numbers.
  ///
  /// - Parameter confidences: whether every bead must have a confidence.
  /// - Throws: a format error where a number is missing.
  func beads(confidences: Bool) throws -> [Bead] {
    switch self {
    case .ladder(let file):
      return confidences ? try file.beadsWithConfidences() : file.beads
    case .records(let records, let name):
      return try records.map { record in
        let location = WaslError.Location(file: name, line: record.line)
        func segments(_ side: PairRecord.Side?) throws -> Range<Int> {
          guard let side else { return 0..<0 }
          guard let segments = side.segments, !segments.isEmpty else {
            throw WaslError(.format, "no segment numbers", at: location, advice: "align with --to ladder or jsonl")
          }
          return segments
        }
        if confidences && record.confidence == nil { throw WaslError(.format, "no confidence", at: location) }
        return Bead(
          source: try segments(record.source), target: try segments(record.target), confidence: record.confidence ?? 1)
      }
    case .spans(let file):
      throw WaslError(
        .usage, "spans can be gold for JSON lines, nothing else", at: .init(file: file.name),
        advice: "give the hypothesis as JSON lines: wasl align --to jsonl")
    }
  }

  /// The beads by offsets, where the form has them.
  ///
  /// - Throws: a format error for a bead without offsets, or one that overlaps another.
  func spans() throws -> [SpanBead] {
    switch self {
    case .spans(let file): return file.beads
    case .ladder(let file):
      throw WaslError(
        .usage, "a ladder has no offsets to compare with spans", at: .init(file: file.name),
        advice: "give the hypothesis as JSON lines: wasl align --to jsonl")
    case .records(let records, let name):
      for (side, language) in [(\PairRecord.source, "source"), (\PairRecord.target, "target")] {
        try AlignmentFile.checkSpans(records, side, language, name: name)
      }
      return records.map {
        SpanBead(source: $0.source?.span, target: $0.target?.span, confidence: $0.confidence ?? 1)
      }
    }
  }

  private static func checkSpans(
    _ records: [PairRecord], _ side: KeyPath<PairRecord, PairRecord.Side?>, _ language: String, name: String
  ) throws {
    var spans: [(span: Range<Int>, line: Int)] = []
    for record in records {
      guard let present = record[keyPath: side] else { continue }
      guard let span = present.span else {
        throw WaslError(
          .format, "the \(language) has no offsets", at: .init(file: name, line: record.line),
          advice: "give the hypothesis as JSON lines: wasl align --to jsonl")
      }
      spans.append((span, record.line))
    }
    spans.sort { $0.span.lowerBound < $1.span.lowerBound }
    for (earlier, later) in zip(spans, spans.dropFirst()) where later.span.lowerBound < earlier.span.upperBound {
      throw WaslError(
        .format, "the \(language) span from \(later.span.lowerBound) overlaps that of line \(earlier.line)",
        at: .init(file: name, line: later.line))
    }
  }
}
