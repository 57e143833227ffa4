internal import WaslSyntax

/// A tag with its attributes.
struct HTMLTag {
  /// In small letters.
  var name: String
  var isEnd: Bool
  /// `<br/>`
  var isClosed: Bool
  /// By names in small letters; the first of two with the same name counts.
  var attributes: [String: String] = [:]

  subscript(_ name: String) -> String { attributes[name] ?? "" }

  /// The words of an attribute such as `class`, in small letters.
  func words(_ attribute: String) -> [String] {
    self[attribute].lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// Reads a tag from bytes that may be anything.
struct HTMLTagReader {
  private let bytes: [UInt8]
  private var place: Int

  /// - Returns: nil when the `<` at `start` begins no tag.
  static func read(_ bytes: [UInt8], at start: Int) -> (tag: HTMLTag, end: Int)? {
    var reader = HTMLTagReader(bytes: bytes, place: start + 1)
    return reader.read()
  }

  private mutating func read() -> (tag: HTMLTag, end: Int)? {
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let start = place
    while place < bytes.count, isNameByte(bytes[place]) { place += 1 }
    guard place > start, !(0x30...0x39).contains(bytes[start]) else { return nil }
    var tag = HTMLTag(name: text(start..<place).lowercased(), isEnd: isEnd, isClosed: false)
    guard let end = end() else { return nil }
    tag.isClosed = bytes[end - 1] == UInt8(ascii: "/")
    if !isEnd { readAttributes(of: &tag, upTo: end) }
    return (tag, end + 1)
  }

  /// Where the tag's `>` stands.
  private func end() -> Int? {
    var quote: UInt8?
    var firstClose: Int?
    var place = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: ">") { firstClose = firstClose ?? place }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[place - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      place += 1
    }
    // A quotation mark that is not closed would swallow the rest.
    return firstClose
  }

  private mutating func readAttributes(of tag: inout HTMLTag, upTo end: Int) {
    while place < end {
      while place < end, !isAttributeByte(bytes[place]) { place += 1 }
      let start = place
      while place < end, isAttributeByte(bytes[place]) { place += 1 }
      if start == place { return }
      let name = text(start..<place).lowercased()
      skipSpaces(upTo: end)
      var value = ""
      if place < end, bytes[place] == UInt8(ascii: "=") {
        place += 1
        skipSpaces(upTo: end)
        value = self.value(upTo: end)
      }
      if tag.attributes[name] == nil { tag.attributes[name] = value }
    }
  }

  private mutating func value(upTo end: Int) -> String {
    guard place < end else { return "" }
    let quote = bytes[place]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { place += 1 }
    let start = place
    while place < end, isQuoted ? bytes[place] != quote : bytes[place] > 0x20 { place += 1 }
    let value = CharacterReferences.decoded(bytes[start..<place])
    if isQuoted, place < end { place += 1 }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func skipSpaces(upTo end: Int) {
    while place < end, bytes[place] <= 0x20 { place += 1 }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D: true
    default: false
    }
  }

  private func isAttributeByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
  }
}
