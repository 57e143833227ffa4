internal import WaslBitext
internal import WaslPairFormats

/// Confirmed beads of a file, found again in the texts by their offsets.
struct ConfirmedBeads {
  private(set) var marks: [GuideMark] = []
  /// The record of each mark, its sides as the documents have them.
  private var records: [PairRecord] = []
  private let file: String

  init(_ records: [PairRecord], file: String, _ source: Document, _ target: Document) throws(WaslError) {
    self.file = file
    var confirmed = records.filter(\.isConfirmed)
    if confirmed.isEmpty { return }
    // The file may have been written with the other side first.
    if PairFile(records, name: file).sides.source.language != source.language {
      for index in confirmed.indices {
        (confirmed[index].source, confirmed[index].target) = (confirmed[index].target, confirmed[index].source)
      }
    }
    let sources = try byteRanges(confirmed, \.source, "source", source)
    let targets = try byteRanges(confirmed, \.target, "target", target)
    self.records = confirmed
    marks = zip(sources, targets).map { GuideMark(source: $0, target: $1) }
  }

  private func byteRanges(
    _ records: [PairRecord], _ side: KeyPath<PairRecord, PairRecord.Side?>, _ name: String, _ document: Document
  ) throws(WaslError) -> [Range<Int>?] {
    var ranges: [Range<Int>?] = []
    var cursor = ByteCursor(document.text.bytes)
    var end = 0
    for record in records {
      guard let present = record[keyPath: side] else {
        ranges.append(nil)
        continue
      }
      let location = WaslError.Location(file: file, line: record.line)
      guard let span = present.span, !span.isEmpty else {
        throw WaslError(
          .format, "the confirmed \(name) has no offsets to find it by", at: location,
          advice: "export JSONL from a review page that 'wasl align' wrote")
      }
      guard span.lowerBound >= end else {
        throw WaslError(
          .format, "the confirmed \(name) at \(span.lowerBound) starts before \(end), where an earlier one ends",
          at: location, advice: "beads that change places cannot be kept; take back one of the confirmations")
      }
      end = span.upperBound
      guard let low = cursor.byte(ofScalar: span.lowerBound), let high = cursor.byte(ofScalar: span.upperBound) else {
        throw otherText("the \(name) ends at \(span.upperBound), beyond the end of \(document.text.name)", record)
      }
      ranges.append(low..<high)
    }
    return ranges
  }

  /// That the segments inside the marks hold the texts of the file, white space aside.
  func check(_ source: Document, _ target: Document) throws(WaslError) {
    try check(source, marks.map(\.source), \.source, "source")
    try check(target, marks.map(\.target), \.target, "target")
  }

  private func check(
    _ document: Document, _ ranges: [Range<Int>?], _ side: KeyPath<PairRecord, PairRecord.Side?>, _ name: String
  ) throws(WaslError) {
    var next = 0
    for (range, record) in zip(ranges, records) {
      guard let range, let expected = record[keyPath: side] else { continue }
      var found = ""
      while next < document.segments.count, document.segments[next].range.lowerBound < range.upperBound {
        if document.segments[next].range.lowerBound >= range.lowerBound { found += document.text(of: next) }
        next += 1
      }
      if Self.letters(found) != Self.letters(expected.text) {
        let (start, end) = (expected.span?.lowerBound ?? 0, expected.span?.upperBound ?? 0)
        throw otherText(
          "\(document.text.name) has '\(found.prefix(30))' from \(start) to \(end), not '\(expected.text.prefix(30))'",
          record)
      }
    }
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  private func otherText(_ message: String, _ record: PairRecord) -> WaslError {
    WaslError(
      .input, message, at: .init(file: file, line: record.line),
      advice: "give the confirmed beads of this text, and the text as it was aligned")
  }
}

/// Turns counts of Unicode scalars, in rising order, into byte offsets.
private struct ByteCursor {
  private let bytes: [UInt8]
  private var byte = 0
  private var scalar = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: nil beyond the end.
  mutating func byte(ofScalar wanted: Int) -> Int? {
    while scalar < wanted {
      guard byte < bytes.count else { return nil }
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    return byte
  }
}

extension Document {
  /// The document with its segments cut where one of the ranges, which ascend, starts or ends.
  func cut(at ranges: [Range<Int>]) -> Document {
    let boundaries = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    if boundaries.isEmpty { return self }
    var pieces: [Segment] = []
    var next = 0
    for segment in segments {
      var rest = segment
      while next < boundaries.count, boundaries[next] <= rest.range.lowerBound { next += 1 }
      // What is not cut stays as it is, an empty line too.
      if next == boundaries.count || boundaries[next] >= rest.range.upperBound {
        pieces.append(segment)
        continue
      }
      while next < boundaries.count, boundaries[next] < rest.range.upperBound {
        if let first = trimmed(rest.range.lowerBound..<boundaries[next]) {
          pieces.append(Segment(range: first, startsParagraph: rest.startsParagraph))
          rest.startsParagraph = false
        }
        rest.range = boundaries[next]..<rest.range.upperBound
        next += 1
      }
      if let last = trimmed(rest.range) { pieces.append(Segment(range: last, startsParagraph: rest.startsParagraph)) }
    }
    return Document(text: text, language: language, segments: pieces)
  }

  /// Without white space at the ends, or nil where there is nothing else.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    let scalars = text[range].unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    let before = scalars[..<first].reduce(0) { $0 + UTF8.width($1) }
    let after = scalars[scalars.index(after: last)...].reduce(0) { $0 + UTF8.width($1) }
    return range.lowerBound + before..<range.upperBound - after
  }
}
