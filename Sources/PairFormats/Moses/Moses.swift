public import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// Two files of plain text, `base.ar` and `base.en`, whose lines belong together.
///
/// Only LF ends a line for some readers and every line end of Unicode for others, so inside a text all of
/// them become spaces. A gap would be an empty line, which trainers choke on: gaps are left out and counted.
public enum Moses {
  private static let escaping = Escaping(
    suspects: LineBreak.firstBytes, length: LineBreak.length, rewrite: { _, _, sink in sink.append(UInt8(ascii: " ")) })

  /// Writes one of the two files.
  struct Writer: BeadWriter {
    let side: KeyPath<BeadText, BeadText.Side?>

    func write(_ bead: BeadText, to sink: inout ByteSink) {
      bead[keyPath: side]?.append(escaping, to: &sink)
      sink.append("\n")
    }
  }

  /// The paths of both files.
  public static func paths(base: String, _ sides: OutputSides) -> (source: String, target: String) {
    (base + "." + sides.source.language.rawValue, base + "." + sides.target.language.rawValue)
  }

  /// Pairs from two files of the same number of lines.
  ///
  /// - Throws: a format error when the numbers of lines differ, an encoding error at a line that is not UTF-8.
  public static func read(
    _ source: [UInt8], name sourceName: String, _ target: [UInt8], name targetName: String
  ) throws(WaslError) -> [PairRecord] {
    var (sourceLines, targetLines) = (Lines(source), Lines(target))
    var records: [PairRecord] = []
    while true {
      switch (sourceLines.next(), targetLines.next()) {
      case (let left?, let right?):
        let texts = (
          try utf8Text(source, left.range, file: sourceName, line: left.number),
          try utf8Text(target, right.range, file: targetName, line: right.number)
        )
        if texts.0.isEmpty && texts.1.isEmpty { continue }
        records.append(
          PairRecord(
            source: texts.0.isEmpty ? nil : .init(text: texts.0),
            target: texts.1.isEmpty ? nil : .init(text: texts.1), line: left.number))
      case (nil, nil): return records
      case (let line?, nil): throw unequal(targetName, sourceName, line.number)
      case (nil, let line?): throw unequal(sourceName, targetName, line.number)
      }
    }
  }

  private static func unequal(_ short: String, _ long: String, _ line: Int) -> WaslError {
    WaslError(
      .format, "the file ends, but \(long) goes on", at: .init(file: short, line: line),
      advice: "the two files must have the same number of lines")
  }
}
