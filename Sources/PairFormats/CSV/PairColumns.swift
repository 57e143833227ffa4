internal import WaslBitext

/// The rows of a table of pairs, one after the other.
struct PairRows {
  /// What messages call that which stands between fields.
  let separator: String
  let file: String
  private var columns: PairColumns?

  init(separator: String, file: String) {
    self.separator = separator
    self.file = file
  }

  /// - Returns: nil for the line of column names.
  mutating func record(_ fields: [String], line: Int) throws(WaslError) -> PairRecord? {
    if let columns { return try columns.record(fields, file: file, line: line) }
    let (first, isHeader) = try PairColumns.of(fields, separator: separator, file: file, line: line)
    columns = first
    return isHeader ? nil : try first.record(fields, file: file, line: line)
  }
}

/// Which column of a table holds what.
private struct PairColumns {
  /// The place of each of `TSV.columns`, nil where the file has none.
  private var places: [Int?]
  private var count: Int

  /// By the first row: names in any order, or the first two columns for the texts.
  static func of(
    _ fields: [String], separator: String, file: String, line: Int
  ) throws(WaslError) -> (PairColumns, isHeader: Bool) {
    if fields.contains("source") && fields.contains("target") {
      return (PairColumns(places: TSV.columns.map { fields.firstIndex(of: $0) }, count: fields.count), true)
    }
    guard fields.count >= 2 else {
      throw WaslError(
        .format, "no \(separator) in the first line", at: .init(file: file, line: line),
        advice: "put source and target into two columns, separated by a \(separator)")
    }
    let places = TSV.columns.indices.map { $0 < fields.count ? $0 : nil }
    return (PairColumns(places: places, count: fields.count), false)
  }

  func record(_ fields: [String], file: String, line: Int) throws(WaslError) -> PairRecord {
    let location = WaslError.Location(file: file, line: line)
    guard fields.count == count else {
      throw WaslError(
        .format, "\(fields.count) fields, where the first line has \(count)", at: location,
        advice: "a text must not hold a tab or a line end")
    }
    func text(_ column: Int) -> String { places[column].map { fields[$0] } ?? "" }
    func side(_ column: Int, _ numbers: Int) throws(WaslError) -> PairRecord.Side? {
      var segments: [Int] = []
      for part in text(numbers).split(separator: " ") {
        guard let number = Int(part) else {
          throw WaslError(.format, "'\(part.prefix(12))' is not a segment number", at: location)
        }
        segments.append(number)
      }
      if text(column).isEmpty && segments.isEmpty { return nil }
      return .init(text: text(column), segments: try PairRecord.segments(segments, file: file, line: line))
    }

    var confidence: Double?
    let score = text(2)
    if !score.isEmpty {
      guard let number = Double(score) else {
        throw WaslError(.format, "'\(score.prefix(12))' is not a confidence", at: location)
      }
      try PairRecord.check(confidence: number, file: file, line: line)
      confidence = number
    }
    let record = PairRecord(source: try side(0, 3), target: try side(1, 4), confidence: confidence, line: line)
    guard record.source != nil || record.target != nil else {
      throw WaslError(.format, "both texts are empty", at: location)
    }
    return record
  }
}
