package import WaslBitext
internal import WaslSystemIO

/// Reads XML 1.0 piece by piece, well-formedness checked, nothing ever fetched.
///
/// Our own, for it must be small, start at once and be safe with files from anywhere: a document type is
/// passed over, one that declares entities is refused, so that nothing expands and nothing external is read.
package struct XMLReader {
  package enum Event {
    case start(String, [String: String])
    /// A part of the text; several may follow each other.
    case text(String)
    case end(String)
  }

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  /// The line of the last event, from 1.
  package private(set) var line = 1
  private var counted = 0
  /// The elements that are open.
  package private(set) var open: [String] = []
  private var pendingEnd: String?
  private var hasRoot = false

  /// - Parameter bytes: in UTF-8 or UTF-16.
  package init(_ bytes: [UInt8], name: String) throws(WaslError) {
    self.bytes = try XMLReader.decoded(bytes, name: name)
    file = name
    if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    try checkDeclaredEncoding(in: Array(self.bytes[index...].prefix(200)), name: name)
  }

  /// - Throws: a format error at the first place that is not well-formed.
  package mutating func next() throws(WaslError) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      open.removeLast()
      return .end(name)
    }
    while index < bytes.count {
      markLine()
      guard bytes[index] == UInt8(ascii: "<") else {
        if let text = try text() { return .text(text) }
        continue
      }
      if starts("<!--") {
        try skip(past: "-->", "comment")
      } else if starts("<![CDATA[") {
        guard !open.isEmpty else { throw error("text outside of the root element") }
        index += 9
        let start = index
        try skip(past: "]]>", "CDATA section")
        return .text(String(decoding: bytes[start..<index - 3], as: UTF8.self))
      } else if starts("<?") {
        try skip(past: "?>", "processing instruction")
      } else if starts("<!DOCTYPE") {
        try skipDocumentType()
      } else if starts("</") {
        return try endTag()
      } else {
        return try startTag()
      }
    }
    markLine()
    if let name = open.last { throw error("the file ends inside <\(name)>") }
    if !hasRoot { throw error("no element in the file") }
    return nil
  }

  // MARK: Tags

  private mutating func startTag() throws(WaslError) -> Event {
    index += 1
    let name = try self.name()
    if open.isEmpty {
      if hasRoot { throw error("<\(name)> after the end of the root element") }
      hasRoot = true
    }
    var attributes: [String: String] = [:]
    while true {
      let spaced = skipSpaces()
      guard index < bytes.count else { throw error("the file ends inside <\(name)>") }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        break
      }
      if starts("/>") {
        index += 2
        pendingEnd = name
        break
      }
      guard spaced else { throw error("no space before an attribute of <\(name)>") }
      let attribute = try self.name()
      skipSpaces()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        throw error("the attribute '\(attribute)' has no value")
      }
      index += 1
      skipSpaces()
      guard attributes.updateValue(try value(of: attribute), forKey: attribute) == nil else {
        throw error("the attribute '\(attribute)' stands twice in <\(name)>")
      }
      guard attributes.count <= InputLimits.attributes else {
        throw error(
          "<\(name)> has more than \(InputLimits.attributes) attributes",
          advice: InputLimits.raised(
            "WASL_MAX_ATTRIBUTES", InputLimits.attributes, most: InputLimits.greatestCount))
      }
    }
    guard open.count < InputLimits.depth else {
      throw error(
        "elements are more than \(InputLimits.depth) deep",
        advice: InputLimits.raised("WASL_MAX_DEPTH", InputLimits.depth, most: InputLimits.greatestDepth))
    }
    open.append(name)
    return .start(name, attributes)
  }

  private mutating func endTag() throws(WaslError) -> Event {
    index += 2
    let name = try self.name()
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { throw error("</\(name) is not closed") }
    index += 1
    guard let last = open.popLast() else { throw error("</\(name)> without a start") }
    guard last == name else { throw error("</\(name)> where </\(last)> is expected") }
    return .end(name)
  }

  private mutating func name() throws(WaslError) -> String {
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    guard index > start, !(0x30...0x39).contains(bytes[start]), bytes[start] != 0x2D, bytes[start] != 0x2E else {
      throw error("a name is expected", advice: "write a '<' or '&' of the text as &lt; or &amp;")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x2D, 0x2E, 0x80...0xFF: true
    default: false
    }
  }

  private mutating func value(of attribute: String) throws(WaslError) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      throw error("the value of '\(attribute)' has no quotation marks")
    }
    let quote = bytes[index]
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      switch bytes[index] {
      case UInt8(ascii: "<"): throw error("'<' in the value of '\(attribute)'")
      case UInt8(ascii: "&"): value += try reference()
      case 0x09, 0x0A, 0x0D:
        value.append(0x20)
        index += 1
      case let byte:
        value.append(byte)
        index += 1
      }
    }
    guard index < bytes.count else { throw error("the value of '\(attribute)' does not end") }
    index += 1
    return String(decoding: value, as: UTF8.self)
  }

  // MARK: Text

  private mutating func text() throws(WaslError) -> String? {
    var content: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      switch bytes[index] {
      case UInt8(ascii: "&"): content += try reference()
      case 0x0D:
        // XML reads every line end as LF.
        content.append(0x0A)
        index += starts("\r\n") ? 2 : 1
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20:
        markLine()
        throw error("the control character \(bytes[index]), which XML cannot hold", advice: "remove it")
      case let byte:
        content.append(byte)
        index += 1
      }
    }
    if open.isEmpty {
      guard content.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) else {
        throw error("text outside of the root element")
      }
      return nil
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func reference() throws(WaslError) -> [UInt8] {
    markLine()
    guard let end = bytes[index...].prefix(64).firstIndex(of: UInt8(ascii: ";")) else {
      throw error("'&' begins no entity", advice: "write it as &amp;")
    }
    let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    index = end + 1
    switch name {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default: break
    }
    guard name.hasPrefix("#") else {
      throw error("the entity '\(name)' is unknown", advice: "write the character itself, or a number: &#1548;")
    }
    let isHex = name.hasPrefix("#x")
    guard let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(number), number >= 0x20 || [9, 10, 13].contains(number),
      number != 0xFFFE, number != 0xFFFF
    else { throw error("&\(name); is not an XML character") }
    return Array(String(scalar).utf8)
  }

  // MARK: What is passed over

  private mutating func skipDocumentType() throws(WaslError) {
    guard open.isEmpty, !hasRoot else { throw error("a document type inside the document") }
    var depth = 0
    while index < bytes.count {
      if starts("<!ENTITY") {
        throw error("the document type declares entities", advice: "resolve them first: xmllint --noent --dropdtd FILE")
      }
      if starts("<!--") {
        try skip(past: "-->", "comment")
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else {
          throw error("the document type does not end")
        }
        index = end
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
    throw error("the document type does not end")
  }

  private mutating func skip(past end: String, _ what: String) throws(WaslError) {
    while index < bytes.count {
      if starts(end) {
        index += end.utf8.count
        return
      }
      index += 1
    }
    throw error("the \(what) does not end")
  }

  @discardableResult private mutating func skipSpaces() -> Bool {
    let start = index
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    return index > start
  }

  private func starts(_ text: String) -> Bool {
    var place = index
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  private mutating func markLine() {
    for byte in bytes[counted..<max(index, counted)] where byte == 0x0A { line += 1 }
    counted = max(index, counted)
  }

  package func error(_ message: String, advice: String? = nil) -> WaslError {
    WaslError(.format, message, at: .init(file: file, line: line), advice: advice)
  }
}
