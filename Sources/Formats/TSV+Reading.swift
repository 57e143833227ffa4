public import Bitext

extension TSV {
  /// Reads pairs: files that `wasl align` wrote, and plain ones with the source in the first column and
  /// the target in the second.
  ///
  /// A first line that names the columns `source` and `target` is a header; columns are then found by
  /// name, in any order, and unknown ones passed over. Without a header the order is that of `wasl align`.
  /// Every line must have as many fields as the first. Empty lines at the end are passed over.
  ///
  /// - Throws: a format or encoding error at the first bad line.
  public static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> [PairRecord] {
    var records: [PairRecord] = []
    var layout: Layout?
    var emptyLine: Int?
    for (line, range) in Lines(bytes) {
      if range.isEmpty {
        emptyLine = emptyLine ?? line
        continue
      }
      if let emptyLine {
        throw WaslError(
          .format, "the line is empty", at: .init(file: name, line: emptyLine),
          advice: "a gap has one empty field, not two")
      }
      let fields = split(bytes, range)
      guard let known = layout else {
        let (first, isHeader) = try Layout.of(fields, bytes: bytes, file: name, line: line)
        layout = first
        if !isHeader { records.append(try first.record(fields, bytes: bytes, file: name, line: line)) }
        continue
      }
      records.append(try known.record(fields, bytes: bytes, file: name, line: line))
    }
    return records
  }

  private static func split(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where bytes[index] == 0x09 {
      fields.append(start..<index)
      start = index + 1
    }
    fields.append(start..<line.upperBound)
    return fields
  }
}

/// Which column holds what.
private struct Layout {
  /// The place of each of `TSV.columns`, nil where the file has none.
  var places: [Int?]
  var count: Int

  static func of(
    _ fields: [Range<Int>], bytes: [UInt8], file: String, line: Int
  ) throws(WaslError) -> (Layout, isHeader: Bool) {
    var names: [String] = []
    for field in fields { names.append(try utf8Text(bytes, field, file: file, line: line)) }
    if names.contains("source") && names.contains("target") {
      return (Layout(places: TSV.columns.map { names.firstIndex(of: $0) }, count: fields.count), true)
    }
    guard fields.count >= 2 else {
      throw WaslError(
        .format, "no tab in the first line", at: .init(file: file, line: line),
        advice: "put source and target into two columns, separated by a tab")
    }
    let places = TSV.columns.indices.map { $0 < fields.count ? $0 : nil }
    return (Layout(places: places, count: fields.count), false)
  }

  func record(
    _ fields: [Range<Int>], bytes: [UInt8], file: String, line: Int
  ) throws(WaslError) -> PairRecord {
    guard fields.count == count else {
      throw WaslError(
        .format, "\(fields.count) fields, where the first line has \(count)", at: .init(file: file, line: line),
        advice: "a text must not hold a tab or a line end")
    }
    func text(_ column: Int) throws(WaslError) -> String {
      guard let place = places[column] else { return "" }
      return try utf8Text(bytes, fields[place], file: file, line: line)
    }
    func side(_ column: Int, _ numbers: Int) throws(WaslError) -> PairRecord.Side? {
      let content = try text(column)
      let list = try text(numbers)
      var segments: [Int] = []
      for part in list.split(separator: " ") {
        guard let number = Int(part) else {
          throw WaslError(.format, "'\(part.prefix(12))' is no segment number", at: .init(file: file, line: line))
        }
        segments.append(number)
      }
      if content.isEmpty && segments.isEmpty { return nil }
      return .init(text: content, segments: try PairRecord.segments(segments, file: file, line: line))
    }

    var confidence: Double?
    let score = try text(2)
    if !score.isEmpty {
      guard let number = Double(score) else {
        throw WaslError(.format, "'\(score.prefix(12))' is no confidence", at: .init(file: file, line: line))
      }
      try PairRecord.check(confidence: number, file: file, line: line)
      confidence = number
    }
    let record = PairRecord(source: try side(0, 3), target: try side(1, 4), confidence: confidence, line: line)
    guard record.source != nil || record.target != nil else {
      throw WaslError(.format, "both texts are empty", at: .init(file: file, line: line))
    }
    return record
  }
}
