internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

extension TMX {
  /// The attributes of `tu` and `tuv` that are kept, in the order of the DTD.
  static let kept = [
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "creationdate",
    "creationid", "changedate", "segtype", "changeid", "o-tmf", "srclang",
  ]

  static func writeAttributes(_ metadata: PairMetadata, to sink: inout ByteSink) {
    if let id = metadata.id { XML.attribute("tuid", id, to: &sink) }
    for property in metadata.attributes where kept.contains(property.name) {
      XML.attribute(property.name, property.value, to: &sink)
    }
  }

  /// Notes and properties, each on a line of its own.
  static func writeNotes(_ metadata: PairMetadata, indent: String, to sink: inout ByteSink) {
    for note in metadata.notes {
      sink.append("\(indent)<note")
      if let tag = note.tag { XML.attribute("xml:lang", tag, to: &sink) }
      sink.append(">")
      sink.appendEscapedForXML(note.value)
      sink.append("</note>\n")
    }
    for property in metadata.properties {
      sink.append("\(indent)<prop")
      XML.attribute("type", property.name, to: &sink)
      if let tag = property.tag { XML.attribute("xml:lang", tag, to: &sink) }
      sink.append(">")
      sink.appendEscapedForXML(property.value)
      sink.append("</prop>\n")
    }
  }

  /// What stands in `seg`.
  static func write(_ content: InlineContent, to sink: inout ByteSink) {
    for part in content.parts {
      switch part {
      case .text(let text): sink.appendEscapedForXML(text)
      case .code(let code): write(code, to: &sink)
      }
    }
  }

  private static func write(_ code: InlineCode, to sink: inout ByteSink) {
    if code.isHighlight {
      sink.append(code.role == .end ? "</hi" : "<hi")
      if code.role == .start {
        if let match = code.match { XML.attribute("x", match, to: &sink) }
        if let type = code.type { XML.attribute("type", type, to: &sink) }
      }
      return sink.append(">")
    }
    let element = code.role == .standalone ? "ph" : code.isIsolated ? "it" : code.role == .start ? "bpt" : "ept"
    sink.append("<\(element)")
    switch (element, code.role) {
    case ("it", .start): sink.append(" pos=\"begin\"")
    case ("it", _): sink.append(" pos=\"end\"")
    case ("ph", _): break
    default: XML.attribute("i", code.id ?? "1", to: &sink)
    }
    // `ept` has `i` alone.
    if element != "ept" {
      if let match = code.match ?? (element == "ph" || element == "it" ? code.id : nil) {
        XML.attribute("x", match, to: &sink)
      }
      if let type = code.type { XML.attribute("type", type, to: &sink) }
    }
    guard !code.native.isEmpty else { return sink.append("/>") }
    sink.append(">")
    sink.appendEscapedForXML(code.native)
    sink.append("</\(element)>")
  }
}
