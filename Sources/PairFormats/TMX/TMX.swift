internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// Translation Memory eXchange 1.4: plain text, what every CAT tool imports (level 1), and the inline codes, notes,
/// properties and dates of pairs from a memory (level 2).
///
/// - A gap is no translation unit: `tu` needs both sides to be of use, so gaps are left out and counted.
/// - A line end inside a text becomes a space, for it is a hard wrap of the input and no part of the
///   sentence. Characters that XML 1.0 cannot hold, not even escaped, become U+FFFD.
/// - `srclang` and the source side's `xml:lang` are the same string, as some tools compare them by letter.
/// - No DOCTYPE: parsers would look for `tmx14.dtd` beside the file and fail, or refuse it on principle.
public enum TMX {
  struct Writer: BeadWriter {
    let sourceTag: String
    let targetTag: String
    /// Whether pairs have tags of their own.
    var hasSeveralTags = false
    /// Seconds since 1970-01-01T00:00:00Z.
    let date: Int?

    func begin(to sink: inout ByteSink) {
      writeHeader(sourceTag: hasSeveralTags ? "*all*" : sourceTag, date: date, to: &sink)
    }

    func write(_ bead: BeadText, to sink: inout ByteSink) {
      TMX.write(bead, sourceTag: sourceTag, targetTag: targetTag, to: &sink)
    }

    func end(to sink: inout ByteSink) { sink.append("  </body>\n</tmx>\n") }
  }

  private static func writeHeader(sourceTag: String, date: Int?, to sink: inout ByteSink) {
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

  private static func write(_ bead: BeadText, sourceTag: String, targetTag: String, to sink: inout ByteSink) {
    sink.append("    <tu")
    writeAttributes(bead.metadata, to: &sink)
    sink.append(">\n")
    writeNotes(bead.metadata, indent: "      ", to: &sink)
    if let confidence = bead.confidence {
      sink.append("      <prop type=\"x-wasl-confidence\">")
      sink.append(confidence: confidence)
      sink.append("</prop>\n")
    }
    write(bead.source, tag: sourceTag, to: &sink)
    write(bead.target, tag: targetTag, to: &sink)
    sink.append("    </tu>\n")
  }

  private static func write(_ side: BeadText.Side?, tag: String, to sink: inout ByteSink) {
    sink.append("      <tuv xml:lang=\"")
    sink.append(side?.tag ?? tag)
    sink.append("\"")
    let metadata = side?.metadata ?? PairMetadata()
    writeAttributes(metadata, to: &sink)
    sink.append(">")
    if !(metadata.notes.isEmpty && metadata.properties.isEmpty) {
      sink.append("\n")
      writeNotes(metadata, indent: "        ", to: &sink)
      sink.append("        ")
    }
    sink.append("<seg>")
    if let content = side?.content {
      write(content, to: &sink)
    } else {
      side?.append(XML.escaping, to: &sink)
    }
    sink.append("</seg></tuv>\n")
  }
}
