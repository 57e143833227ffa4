internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// Tab-separated values, as IANA registered them for `text/tab-separated-values`: a line of names, then
/// one bead a line, always with the same number of fields, and no way to write a tab or a line end in one.
///
/// The first two columns are what most readers want, so that `cut -f1,2` gives plain pairs:
///
///     source  target  confidence  source_segments  target_segments
///
/// - A tab or line end (LF, CR, CR LF, VT, FF, NEL, LS, PS) inside a text becomes a space. Nothing is
///   quoted: a quotation mark is a character like any other.
/// - Segment numbers count from 0 and are separated by spaces; a comma or a hyphen between them would be
///   taken for a decimal or a date by spreadsheets.
/// - A gap is a row with one side's text and numbers empty.
public enum TSV {
  static let columns = ["source", "target", "confidence", "source_segments", "target_segments"]

  private static let escaping = Escaping(
    suspects: LineBreak.firstBytes + [0x09],
    length: { bytes, index, end in bytes[index] == 0x09 ? 1 : LineBreak.length(bytes, index, end) },
    rewrite: { _, _, sink in sink.append(UInt8(ascii: " ")) })

  private static let tab: UInt8 = 0x09

  struct Writer: BeadWriter {
    /// Whether the first line names the columns.
    let hasHeader: Bool

    func begin(to sink: inout ByteSink) {
      if hasHeader { sink.append(columns.joined(separator: "\t") + "\n") }
    }

    func write(_ bead: BeadText, to sink: inout ByteSink) {
      writeFields(bead, to: &sink)
      sink.append("\n")
    }
  }

  /// The line without its end.
  static func writeFields(_ bead: BeadText, to sink: inout ByteSink) {
    bead.source?.append(escaping, to: &sink)
    sink.append(tab)
    bead.target?.append(escaping, to: &sink)
    sink.append(tab)
    if let confidence = bead.confidence { sink.append(confidence: confidence) }
    sink.append(tab)
    write(bead.source?.numbers, to: &sink)
    sink.append(tab)
    write(bead.target?.numbers, to: &sink)
  }

  /// Numbers with spaces between them.
  static func write(_ segments: Range<Int>?, to sink: inout ByteSink) {
    guard let segments else { return }
    for segment in segments {
      if segment > segments.lowerBound { sink.append(UInt8(ascii: " ")) }
      sink.append(segment)
    }
  }
}
