internal import WaslSyntax

/// Cuts HTML into text and tags, and passes over comments and what is hidden.
struct HTMLScanner {
  private let bytes: [UInt8]
  /// No tag ends behind it.
  private let lastClose: Int
  private var index = 0
  private var builder: HTMLBuilder
  /// The hidden element that is open, and how many of its name.
  private var hidden: (name: String, depth: Int)?
  /// Elements that have no end tag from here on: each is looked for once.
  private var endless: Set<String> = []

  init(_ bytes: [UInt8], _ scope: HTMLText.Scope, firstTable: Int = 0) {
    self.bytes = bytes
    lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    builder = HTMLBuilder(scope, firstTable: firstTable)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func run() -> DocumentBuilder {
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if hidden == nil { builder.text(CharacterReferences.decoded(bytes[index..<end])) }
      index = end
      if index < bytes.count { markup() }
    }
    return builder.finished()
  }

  /// At a `<`.
  private mutating func markup() {
    if starts("<!--") {
      index = find("-->", from: index + 4).map { $0 + 3 } ?? bytes.count
    } else if starts("<![CDATA["), let end = find("]]>", from: index + 9) {
      if hidden == nil { builder.text(Array(bytes[index + 9..<end])) }
      index = end + 3
    } else if starts("<!") || starts("<?") {
      index = (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    } else if index < lastClose, let (tag, end) = HTMLTagReader.read(bytes, at: index) {
      index = end
      take(tag)
    } else {
      if hidden == nil { builder.text([UInt8(ascii: "<")]) }
      index += 1
    }
  }

  private mutating func take(_ tag: HTMLTag) {
    if let open = hidden {
      guard tag.name == open.name, !tag.isClosed else { return }
      let depth = open.depth + (tag.isEnd ? -1 : 1)
      hidden = depth == 0 ? nil : (open.name, depth)
      return
    }
    if tag.isEnd {
      builder.end(tag.name)
      return
    }
    builder.begin(tag)
    guard !tag.isClosed, HTMLElements.hidden.contains(tag.name) else { return }
    // An end tag that never comes must not hide the rest.
    guard !endless.contains(tag.name) else { return }
    guard let end = find("</" + tag.name, from: index) else {
      endless.insert(tag.name)
      return
    }
    if HTMLElements.raw.contains(tag.name) {
      index = (bytes[end...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    } else {
      hidden = (tag.name, 1)
    }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// Without regard to the case of letters, those of `text` being small.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    for place in start...(bytes.count - wanted.count) where bytes[place] == wanted[0] {
      let matches = wanted.indices.allSatisfy { offset in
        let byte = bytes[place + offset]
        return byte == wanted[offset] || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted[offset])
      }
      if matches { return place }
    }
    return nil
  }
}
