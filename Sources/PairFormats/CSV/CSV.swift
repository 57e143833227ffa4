internal import WaslSyntax
internal import WaslSystemIO

/// Comma-separated values (RFC 4180), for spreadsheets: the columns of TSV, CR LF ends a line.
///
/// A field that holds a comma, a quotation mark, a line end, or white space at one of its ends stands in
/// quotation marks, and a quotation mark in it is doubled. Texts are kept to the letter, line ends
/// too.
///
/// Some spreadsheets take a field that starts with `=`, `+`, `-`, `@`, a tab or a return for a formula, and run it.
/// Guarded, such a text stands after an apostrophe, which then belongs to the field: readers do not take it away.
public enum CSV {
  private static let quoting = Escaping(
    suspects: [quote], length: { _, _, _ in 1 }, rewrite: { _, _, sink in sink.append("\"\"") })

  static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let formulaStarts = Array("=+-@\t\r".utf8)

  struct Writer: BeadWriter {
    private let options: WriterOptions

    init(_ options: WriterOptions) { self.options = options }

    func begin(to sink: inout ByteSink) {
      if options.byteOrderMark { sink.append("\u{FEFF}") }
      if options.header { sink.append(TSV.columns.joined(separator: ",") + "\r\n") }
    }

    func write(_ bead: BeadText, to sink: inout ByteSink) {
      CSV.write(bead.source, options.guardsFormulas, to: &sink)
      sink.append(",")
      CSV.write(bead.target, options.guardsFormulas, to: &sink)
      sink.append(",")
      if let confidence = bead.confidence { sink.append(confidence: confidence) }
      sink.append(",")
      TSV.write(bead.source?.numbers, to: &sink)
      sink.append(",")
      TSV.write(bead.target?.numbers, to: &sink)
      sink.append("\r\n")
    }
  }

  private static func write(_ side: BeadText.Side?, _ guardsFormulas: Bool, to sink: inout ByteSink) {
    guard let side else { return }
    let first = side.segments.first.flatMap { $0.range.isEmpty ? nil : side.bytes[$0.range.lowerBound] }
    let isGuarded = guardsFormulas && first.map(formulaStarts.contains) ?? false
    let isSimple = side.segments.count == 1 && side.segments.allSatisfy { isPlain(side.bytes, $0.range) }
    if !isSimple { sink.append(quote) }
    if isGuarded { sink.append(apostrophe) }
    side.append(quoting, to: &sink)
    if !isSimple { sink.append(quote) }
  }

  private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return true }
    if bytes[first] <= 0x20 || bytes[last] <= 0x20 { return false }
    return bytes[range].allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: ",") && $0 != quote }
  }
}
