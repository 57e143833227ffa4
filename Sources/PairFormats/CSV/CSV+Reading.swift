internal import WaslBitext

extension CSV {
  /// Reads pairs by the rules of TSV, with the quoting of RFC 4180: commas, or semicolons as some spreadsheets
  /// write them, between fields. Empty lines are passed over.
  ///
  /// - Throws: a format or encoding error at the first bad line.
  static func read(_ bytes: [UInt8], name: String, columns: ColumnChoice? = nil) throws(WaslError) -> [PairRecord] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw WaslError(.encoding, "not valid UTF-8", at: .init(file: name), advice: "save it as CSV UTF-8")
    }
    var scanner = Scanner(bytes: bytes, file: name)
    var records: [PairRecord] = []
    var rows = PairRows(separator: "comma", file: name, choice: columns)
    var defects: [WaslError] = []
    while let (fields, line) = try scanner.row() {
      if fields == [""] { continue }
      records += rows.take(fields, line: line, &defects)
      if let first = defects.first { throw first }
    }
    records += rows.flush(&defects)
    if let first = defects.first { throw first }
    return records
  }

  private struct Scanner {
    let bytes: [UInt8]
    let file: String
    let separator: UInt8
    var index: Int
    var line = 1

    init(bytes: [UInt8], file: String) {
      self.bytes = bytes
      self.file = file
      index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      // A line by which spreadsheets are told the separator: `sep=;`.
      let start = Array(bytes[index...].prefix(8))
      if start.starts(with: "sep=".utf8), start.count > 5, start[5] == 0x0A || start[5] == 0x0D {
        separator = start[4]
        index += start[5] == 0x0D && start.count > 6 && start[6] == 0x0A ? 7 : 6
        line = 2
        return
      }
      let first = bytes[index...].prefix { $0 != 0x0A }
      let (commas, semicolons) = (
        first.count { $0 == UInt8(ascii: ",") }, first.count { $0 == UInt8(ascii: ";") }
      )
      separator = semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    mutating func row() throws(WaslError) -> ([String], line: Int)? {
      guard index < bytes.count else { return nil }
      let start = line
      var fields: [String] = []
      while true {
        fields.append(String(decoding: try field(), as: UTF8.self))
        guard index < bytes.count else { return (fields, start) }
        let byte = bytes[index]
        index += 1
        if byte == separator { continue }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        line += 1
        return (fields, start)
      }
    }

    /// Up to the separator or line end, which stays.
    private mutating func field() throws(WaslError) -> [UInt8] {
      guard index < bytes.count, bytes[index] == quote else {
        let start = index
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
          index += 1
        }
        return Array(bytes[start..<index])
      }
      let start = line
      var content: [UInt8] = []
      index += 1
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == quote {
          if index < bytes.count, bytes[index] == quote {
            index += 1
          } else {
            guard index == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[index]) else {
              throw WaslError(
                .format, "text after a closing quotation mark", at: .init(file: file, line: line),
                advice: "double a quotation mark inside a quoted field")
            }
            return content
          }
        }
        if byte == 0x0A { line += 1 }
        content.append(byte)
      }
      throw WaslError(
        .format, "a quotation mark is not closed", at: .init(file: file, line: start),
        advice: "double a quotation mark inside a quoted field")
    }
  }
}
