/// Collects the text and the inline codes of a `seg`.
struct TMXSegment {
  private(set) var content = InlineContent()
  /// The element of native code that is open, and how many are open inside it.
  private var code: InlineCode?
  private var depth = 0
  /// The types of the `hi` that are open.
  private var highlights: [String?] = []

  var plainText: String { content.plainText }

  mutating func append(_ text: String) {
    if code != nil { code?.native += text } else { content.append(text) }
  }

  mutating func start(_ element: String, _ attributes: [String: String]) {
    if code != nil {
      // `sub`, which is text inside a code: it stays a part of the code.
      depth += 1
      return
    }
    let (type, match) = (attributes["type"], attributes["x"])
    switch element {
    case "bpt": code = InlineCode(.start, id: attributes["i"], match: match, type: type)
    case "ept": code = InlineCode(.end, id: attributes["i"])
    case "ph", "ut": code = InlineCode(.standalone, id: match, type: type)
    case "it":
      code = InlineCode(attributes["pos"] == "end" ? .end : .start, id: match, type: type)
      code?.isIsolated = true
    case "hi":
      var highlight = InlineCode(.start, match: match, type: type)
      highlight.isHighlight = true
      highlights.append(type)
      content.append(highlight)
    default: break
    }
  }

  mutating func end(_ element: String) {
    if let done = code {
      if depth > 0 {
        depth -= 1
      } else {
        content.append(done)
        code = nil
      }
    } else if element == "hi", let type = highlights.popLast() {
      var highlight = InlineCode(.end, type: type)
      highlight.isHighlight = true
      content.append(highlight)
    }
  }
}
