public import WaslBitext
internal import WaslSyntax

extension TSV {
  /// Reads pairs: files that `wasl align` wrote, and plain ones with the source in the first column and
  /// the target in the second.
  ///
  /// A first line that names the columns is a header: `source` and `target`, languages and tags (`English`, `ar-SA`,
  /// `text_en`), or any names where no cell is Arabic but each row below has Arabic in it. Columns are then found by
  /// name, in any order, and unknown ones passed over. Without a header the order is that of `wasl align`, or the
  /// letters of the columns say which hold the texts.
  /// Every line must have as many fields as the first. Empty lines at the end are passed over.
  ///
  /// - Throws: a format or encoding error at the first bad line.
  public static func read(
    _ bytes: [UInt8], name: String, columns: ColumnChoice? = nil
  ) throws(WaslError) -> [PairRecord] {
    try PairFile.sound { limit, defects in records(bytes, name: name, columns: columns, limit: limit, defects: &defects)
    }
  }

  /// Reads what is sound, and collects what is not.
  ///
  /// - Parameter limit: after so many defects no more is read.
  static func records(
    _ bytes: [UInt8], name: String, columns: ColumnChoice? = nil, limit: Int = .max, defects: inout [WaslError]
  ) -> [PairRecord] {
    var records: [PairRecord] = []
    var rows = PairRows(separator: "tab", file: name, choice: columns)
    var emptyLine: Int?
    for (line, range) in Lines(bytes) {
      if defects.count >= limit { break }
      if range.isEmpty {
        emptyLine = emptyLine ?? line
        continue
      }
      do throws(WaslError) {
        if let empty = emptyLine {
          emptyLine = nil
          defects.append(
            WaslError(
              .format, "the line is empty", at: .init(file: name, line: empty),
              advice: "a gap has one empty field, not two"))
        }
        var fields: [String] = []
        for field in split(bytes, range) { fields.append(try utf8Text(bytes, field, file: name, line: line)) }
        records += rows.take(fields, line: line, &defects)
      } catch {
        defects.append(error)
      }
    }
    records += rows.flush(&defects)
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
