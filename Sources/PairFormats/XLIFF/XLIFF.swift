internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// XLIFF 2.1: a unit of one segment for each bead that has both sides.
///
/// Gaps are left out and counted: a unit without a target would say that the translation is still to be made.
/// The confidence stands in a note of the category `confidence`. Characters that XML cannot hold become
/// U+FFFD; a line end inside a text becomes a space, as in TMX.
public enum XLIFF {
  struct Writer: BeadWriter {
    let sides: OutputSides
    private var count = 0

    init(sides: OutputSides) { self.sides = sides }

    func begin(to sink: inout ByteSink) { writeHeader(sides, to: &sink) }

    mutating func write(_ bead: BeadText, to sink: inout ByteSink) {
      count += 1
      XLIFF.write(bead, number: count, to: &sink)
    }

    func end(to sink: inout ByteSink) {
      // A file must hold a unit; a text without pairs has one that is not to be translated.
      if count == 0 { sink.append("    <unit id=\"u1\" translate=\"no\"><segment><source/></segment></unit>\n") }
      sink.append("  </file>\n</xliff>\n")
    }
  }

  private static func writeHeader(_ sides: OutputSides, to sink: inout ByteSink) {
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.append("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\"")
    XML.attribute("srcLang", sides.source.tag, to: &sink)
    XML.attribute("trgLang", sides.target.tag, to: &sink)
    sink.append(">\n  <file id=\"f1\"")
    XML.attribute("original", sides.source.name, to: &sink)
    XML.attribute("srcDir", direction(sides.source), to: &sink)
    XML.attribute("trgDir", direction(sides.target), to: &sink)
    sink.append(">\n")
  }

  private static func direction(_ side: OutputSides.Side) -> String { side.language == .arabic ? "rtl" : "ltr" }

  private static func write(_ bead: BeadText, number: Int, to sink: inout ByteSink) {
    var codes = XLIFFCodes(bead)
    sink.append("    <unit id=\"u")
    sink.append(number)
    sink.append("\"")
    if let id = bead.metadata.id { XML.attribute("name", id, to: &sink) }
    sink.append(">\n")
    writeNotes(bead, to: &sink)
    codes.writeData(to: &sink)
    sink.append(bead.isConfirmed ? "      <segment state=\"reviewed\">" : "      <segment state=\"translated\">")
    sink.append("<source xml:space=\"preserve\">")
    codes.write(bead.source, to: &sink)
    sink.append("</source><target xml:space=\"preserve\">")
    codes.write(bead.target, to: &sink)
    sink.append("</target></segment>\n    </unit>\n")
  }

}
