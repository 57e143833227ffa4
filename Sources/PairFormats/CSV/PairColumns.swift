internal import WaslBitext

/// The rows of a table of pairs, one after the other. Which columns hold the texts is decided when some have been seen.
struct PairRows {
  /// What messages call that which stands between fields.
  let separator: String
  let file: String
  private let choice: ColumnChoice?
  private var columns: PairColumns?
  private var waiting: [(fields: [String], line: Int)] = []

  /// The rows that are looked at before columns are chosen by their letters.
  private static let sample = 40

  init(separator: String, file: String, choice: ColumnChoice? = nil) {
    self.separator = separator
    self.file = file
    self.choice = choice
  }

  /// - Returns: the records that are complete with this row.
  mutating func take(_ fields: [String], line: Int, _ defects: inout [WaslError]) -> [PairRecord] {
    if let columns {
      do throws(WaslError) { return [try columns.record(fields, file: file, line: line)] } catch {
        defects.append(error)
        return []
      }
    }
    waiting.append((fields, line))
    let isNamed = waiting.count == 1 && PairColumns.isNamed(fields)
    return isNamed || waiting.count >= Self.sample ? flush(&defects) : []
  }

  /// The records of the rows that still wait.
  mutating func flush(_ defects: inout [WaslError]) -> [PairRecord] {
    guard columns == nil, let first = waiting.first else { return [] }
    let rows = waiting
    waiting = []
    var records: [PairRecord] = []
    do throws(WaslError) {
      let (chosen, isHeader) = try PairColumns.of(rows.map(\.fields), choice, separator, file, line: first.line)
      columns = chosen
      for row in rows.dropFirst(isHeader ? 1 : 0) { records += take(row.fields, line: row.line, &defects) }
    } catch {
      defects.append(error)
    }
    return records
  }
}

/// Which column of a table holds what.
private struct PairColumns {
  /// The place of each of `TSV.columns`, nil where the file has none.
  private var places: [Int?]
  private var count: Int

  private init(_ source: Int, _ target: Int, confidence: Int? = nil, count: Int) {
    places = [source, target, confidence, nil, nil]
    self.count = count
  }

  private init(places: [Int?], count: Int) {
    self.places = places
    self.count = count
  }

  /// Whether a first row names the columns that Wasl writes.
  static func isNamed(_ fields: [String]) -> Bool { fields.contains("source") && fields.contains("target") }

  /// By what the user says; by names in the first row; by the order in which Wasl writes; by the letters of the columns.
  static func of(
    _ rows: [[String]], _ choice: ColumnChoice?, _ separator: String, _ file: String, line: Int
  ) throws(WaslError) -> (PairColumns, isHeader: Bool) {
    let first = rows[0]
    let location = WaslError.Location(file: file, line: line)
    guard first.count >= 2 else {
      throw WaslError(
        .format, "no \(separator) in the first line", at: location,
        advice: "put source and target into two columns, separated by a \(separator)")
    }
    if let choice {
      let (source, target, isNamed) = try choice.places(first, at: location)
      return (PairColumns(source, target, confidence: confidence(first), count: first.count), isNamed)
    }
    if isNamed(first) {
      return (PairColumns(places: TSV.columns.map { first.firstIndex(of: $0) }, count: first.count), true)
    }
    if let (source, target) = ColumnNames.places(first) {
      return (PairColumns(source, target, confidence: confidence(first), count: first.count), true)
    }
    if first.count > 2, !hasOwnForm(rows), let columns = byLetters(rows) { return columns }
    let places = TSV.columns.indices.map { $0 < first.count ? $0 : nil }
    let isHeader = hasHeader(rows, [0, 1])
    return (PairColumns(places: places, count: first.count), isHeader)
  }

  private static func confidence(_ names: [String]) -> Int? { names.firstIndex(of: "confidence") }

  /// Whether the third column and those after it hold what Wasl writes there.
  private static func hasOwnForm(_ rows: [[String]]) -> Bool {
    rows.allSatisfy { row in
      row.count > 2 && row.count <= TSV.columns.count && (row[2].isEmpty || Double(row[2]) != nil)
        && row.dropFirst(3).allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || (0x30...0x39).contains($0) } }
    }
  }

  /// Whether no name of the first row is Arabic while each other row has Arabic in one of the two columns.
  private static func hasHeader(_ rows: [[String]], _ places: [Int]) -> Bool {
    func hasArabic(_ row: [String]) -> Bool {
      places.contains {
        $0 < row.count && PairFile.arabicShare(row[$0]) > -row[$0].utf8.count && hasArabicLetter(row[$0])
      }
    }
    // One row says too little; a name is short and has a letter.
    guard rows.count > 2, !hasArabic(rows[0]) else { return false }
    let names = places.map { $0 < rows[0].count ? rows[0][$0] : "" }
    guard names.allSatisfy({ $0.contains(where: \.isLetter) && $0.count <= 40 }) else { return false }
    return rows.dropFirst().allSatisfy(hasArabic)
  }

  private static func hasArabicLetter(_ text: String) -> Bool { text.utf8.contains { (0xD8...0xDB).contains($0) } }

  /// The column with most Arabic and the one with most Latin letters.
  private static func byLetters(_ rows: [[String]]) -> (PairColumns, isHeader: Bool)? {
    let count = rows[0].count
    var shares = [Int](repeating: 0, count: count)
    var arabicRows = [Int](repeating: 0, count: count)
    for row in rows where row.count == count {
      for (place, text) in row.enumerated() {
        let share = PairFile.arabicShare(text)
        shares[place] += share
        if share > 0 { arabicRows[place] += 1 }
      }
    }
    guard let arabic = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[arabic] > 0,
      let english = shares.indices.min(by: { shares[$0] < shares[$1] }), shares[english] < 0,
      arabicRows[arabic] * 2 >= rows.count - 1
    else { return nil }
    let isHeader = hasHeader(rows, [arabic])
    let ordered = isHeader || arabic < english ? (arabic, english) : (english, arabic)
    return (PairColumns(ordered.0, ordered.1, count: count), isHeader)
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
          throw WaslError(
            .format, "'\(part.prefix(12))' is not a segment number", at: location,
            advice: "say which columns hold the texts: --columns ar=NAME,en=NAME")
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
        throw WaslError(
          .format, "'\(score.prefix(12))' is not a confidence", at: location,
          advice: "say which columns hold the texts: --columns ar=NAME,en=NAME")
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
