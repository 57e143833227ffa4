internal import Bitext

/// Translation Memory eXchange 1.4, level 1: plain text, what every CAT tool imports.
///
/// - A gap is no translation unit: `tu` needs both sides to be of use, so gaps are left out and counted.
/// - A line end inside a text becomes a space, for it is a hard wrap of the input and no part of the
///   sentence. Characters that XML 1.0 cannot hold, not even escaped, become U+FFFD.
/// - `srclang` and the source side's `xml:lang` are the same string, as some tools compare them by letter.
/// - No DOCTYPE: parsers would look for `tmx14.dtd` beside the file and fail, or refuse it on principle.
public enum TMX {
  static func writeHeader(sourceTag: String, date: Int?, to sink: inout ByteSink) {
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header creationtool=\"")
    sink.append(Tool.name)
    sink.append("\" creationtoolversion=\"")
    sink.append(Tool.version)
    sink.append("\" segtype=\"sentence\" o-tmf=\"")
    sink.append(Tool.name)
    sink.append("\" adminlang=\"en\" srclang=\"")
    sink.append(sourceTag)
    sink.append("\" datatype=\"plaintext\"")
    if let date {
      sink.append(" creationdate=\"")
      sink.append(Timestamp.basic(date))
      sink.append("\"")
    }
    sink.append("/>\n  <body>\n")
  }

  static func write(
    _ bead: Bead, of text: AlignedText, sourceTag: String, targetTag: String, to sink: inout ByteSink
  ) {
    sink.append("    <tu>\n      <prop type=\"x-wasl-confidence\">")
    sink.append(confidence: bead.confidence)
    sink.append("</prop>\n")
    write(bead.source, of: text.source, tag: sourceTag, to: &sink)
    write(bead.target, of: text.target, tag: targetTag, to: &sink)
    sink.append("    </tu>\n")
  }

  static func writeFooter(to sink: inout ByteSink) {
    sink.append("  </body>\n</tmx>\n")
  }

  private static func write(_ side: Range<Int>, of document: Document, tag: String, to sink: inout ByteSink) {
    sink.append("      <tuv xml:lang=\"")
    sink.append(tag)
    sink.append("\"><seg>")
    escaping.append(side, of: document, to: &sink)
    sink.append("</seg></tuv>\n")
  }

  /// XML 1.0 holds 09, 0A, 0D, 20–D7FF, E000–FFFD and 10000–10FFFF.
  private static let escaping = Escaping(
    suspects: LineBreak.firstBytes + Array(0..<0x20) + Array("&<>".utf8) + [0xEF],
    length: { bytes, index, end in
      switch bytes[index] {
      case 0x09: 0
      case 0x0A...0x0D, 0xC2, 0xE2: LineBreak.length(bytes, index, end)
      // U+FFFE and U+FFFF
      case 0xEF: index + 2 < end && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 0
      default: 1
      }
    },
    rewrite: { bytes, index, sink in
      switch bytes[index] {
      case UInt8(ascii: "&"): sink.append("&amp;")
      case UInt8(ascii: "<"): sink.append("&lt;")
      case UInt8(ascii: ">"): sink.append("&gt;")
      case 0x0A...0x0D, 0xC2, 0xE2: sink.append(UInt8(ascii: " "))
      default: sink.append("\u{FFFD}")
      }
    })
}
