internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The message files of gettext: an entry for each pair.
///
///     #. x-wasl-confidence: 0.9971
///     msgctxt "1"
///     msgid "…"
///     msgstr "…"
///
/// The context is the pair's number, for no two entries may have the same `msgid` in the same context. Texts are kept
/// to the letter, with line ends and control characters as escapes. Gaps are left out and counted: an entry without
/// `msgstr` would say that the translation is still to be made.
public enum PO {
  private static let escaping = Escaping(
    suspects: Array(0..<0x20) + [UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F],
    length: { _, _, _ in 1 },
    rewrite: { bytes, index, sink in
      switch bytes[index] {
      case 0x0A: sink.append("\\n")
      case 0x09: sink.append("\\t")
      case 0x0D: sink.append("\\r")
      case UInt8(ascii: "\""): sink.append("\\\"")
      case UInt8(ascii: "\\"): sink.append("\\\\")
      case let byte:
        let octal = String(byte, radix: 8)
        sink.append("\\" + String(repeating: "0", count: 3 - octal.count) + octal)
      }
    })

  struct Writer: BeadWriter {
    let sides: OutputSides
    private var count = 0

    init(sides: OutputSides) { self.sides = sides }

    func begin(to sink: inout ByteSink) { writeHeader(sides, to: &sink) }

    mutating func write(_ bead: BeadText, to sink: inout ByteSink) {
      count += 1
      PO.write(bead, number: count, to: &sink)
    }
  }

  private static func writeHeader(_ sides: OutputSides, to sink: inout ByteSink) {
    sink.append("msgid \"\"\nmsgstr \"\"\n\"Language: \(sides.target.tag)\\n\"\n\"MIME-Version: 1.0\\n\"\n")
    sink.append("\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n")
    sink.append("\"X-Source-Language: \(sides.source.tag)\\n\"\n\"X-Generator: \(Tool.name) \(Tool.version)\\n\"\n")
  }

  private static func write(_ bead: BeadText, number: Int, to sink: inout ByteSink) {
    sink.append("\n")
    if let confidence = bead.confidence {
      sink.append("#. \(confidenceMark) ")
      sink.append(confidence: confidence)
      sink.append("\n")
    }
    sink.append("msgctxt \"\(number)\"\nmsgid \"")
    bead.source?.append(escaping, to: &sink)
    sink.append("\"\nmsgstr \"")
    bead.target?.append(escaping, to: &sink)
    sink.append("\"\n")
  }

  static let confidenceMark = "x-wasl-confidence:"
}
