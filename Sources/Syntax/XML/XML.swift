public import WaslSystemIO

/// What the XML formats share.
///
/// XML 1.0 holds 09, 0A, 0D, 20–D7FF, E000–FFFD and 10000–10FFFF.
package enum XML {
  /// For text between tags: a line end becomes a space, what XML cannot hold becomes U+FFFD.
  package static let escaping = Escaping(
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

  /// Appends an attribute with a space before it.
  package static func attribute(_ name: String, _ value: String, to sink: inout ByteSink) {
    sink.append(" ")
    sink.append(name)
    sink.append("=\"")
    let bytes = Array(value.utf8)
    for (index, part) in bytes.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated() {
      if index > 0 { sink.append("&quot;") }
      escaping.append(bytes, part.startIndex..<part.endIndex, to: &sink)
    }
    sink.append("\"")
  }
}

extension ByteSink {
  /// Text between the tags of an XML file.
  public mutating func appendEscapedForXML(_ text: String) {
    let bytes = Array(text.utf8)
    XML.escaping.append(bytes, 0..<bytes.count, to: &self)
  }
}
