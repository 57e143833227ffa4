internal import WaslSyntax

/// The text of HTML as a reader sees it, in any state of order: tags need not match.
///
/// Blocks end paragraphs, `br` ends a line. Scripts, styles, navigation and controls are left out.
enum HTMLText {
  static func document(_ bytes: [UInt8]) -> DocumentBuilder {
    var scanner = HTMLScanner(bytes)
    return scanner.run()
  }

  /// What is left out with all that it holds.
  static let hidden: Set<String> = [
    "head", "script", "style", "template", "noscript", "svg", "math", "nav", "iframe", "object", "select", "button",
    "textarea", "audio", "video", "canvas",
  ]

  /// Of these the content is no markup, up to the end tag.
  static let raw: Set<String> = ["script", "style", "textarea", "iframe", "noscript"]

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "title", "tr", "ul",
  ]
}

private struct HTMLScanner {
  private let bytes: [UInt8]
  /// No tag ends behind it.
  private let lastClose: Int
  private var index = 0
  private var output = DocumentBuilder()
  /// The hidden element that is open, and how many of its name.
  private var hidden: (name: String, depth: Int)?
  /// Hidden elements that have no end tag from here on: each is looked for once.
  private var endless: Set<String> = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func run() -> DocumentBuilder {
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if hidden == nil { output.append(CharacterReferences.decoded(bytes[index..<end])[...]) }
      index = end
      if index < bytes.count { markup() }
    }
    return output
  }

  /// At a `<`.
  private mutating func markup() {
    if starts("<!--") {
      index = find("-->", from: index + 4).map { $0 + 3 } ?? bytes.count
    } else if starts("<!") || starts("<?") {
      index = (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    } else if index < lastClose, let tag = tag() {
      take(tag)
    } else {
      if hidden == nil { output.append("<") }
      index += 1
    }
  }

  private mutating func take(_ tag: (name: String, isEnd: Bool, isClosed: Bool)) {
    if let open = hidden {
      guard tag.name == open.name, !tag.isClosed else { return }
      let depth = open.depth + (tag.isEnd ? -1 : 1)
      hidden = depth == 0 ? nil : (open.name, depth)
      return
    }
    if HTMLText.blocks.contains(tag.name) { output.end() }
    if tag.name == "br" { output.breakLine() }
    guard !tag.isEnd, !tag.isClosed, HTMLText.hidden.contains(tag.name) else { return }
    // An end tag that never comes must not hide the rest.
    guard !endless.contains(tag.name) else { return }
    guard let end = find("</" + tag.name, from: index) else {
      endless.insert(tag.name)
      return
    }
    if HTMLText.raw.contains(tag.name) {
      index = (bytes[end...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    } else {
      hidden = (tag.name, 1)
    }
  }

  /// Reads a tag, attributes passed over; nil when the `<` begins none.
  private mutating func tag() -> (name: String, isEnd: Bool, isClosed: Bool)? {
    var place = index + 1
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let start = place
    while place < bytes.count, isNameByte(bytes[place]) { place += 1 }
    guard place > start, !(0x30...0x39).contains(bytes[start]) else { return nil }
    let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    var quote: UInt8?
    var firstClose: Int?
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: ">") { firstClose = firstClose ?? place }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[place - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      place += 1
    }
    // A quotation mark that is not closed would swallow the rest.
    if place == bytes.count, let firstClose { place = firstClose }
    guard place < bytes.count else { return nil }
    let isClosed = bytes[place - 1] == UInt8(ascii: "/")
    index = place + 1
    return (name, isEnd, isClosed)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D: true
    default: false
    }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// Without regard to the case of letters.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    for place in start...(bytes.count - wanted.count) where bytes[place] == wanted[0] {
      let matches = wanted.indices.allSatisfy { offset in
        let byte = bytes[place + offset]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted[offset]
      }
      if matches { return place }
    }
    return nil
  }
}
