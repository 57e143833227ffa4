import WaslSystemIO
import WaslTraining

/// Rows of cells in columns: the first flush left, the others flush right, two spaces between.
struct TextTable {
  private var rows: [[String]]

  init(header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.unicodeScalars.count)
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += (column == 0 ? "" : "  ") + (column == 0 ? cell + padding : padding + cell)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// A share between 0 and 1, with four decimals.
  static func share(_ value: Double) -> String {
    var sink = ByteSink()
    sink.append(confidence: value)
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}
