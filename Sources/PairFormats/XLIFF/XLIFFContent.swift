/// Collects the text of an XLIFF `source` or `target` with its inline elements.
struct XLIFFContent {
  private(set) var content = InlineContent()
  /// An element whose content is native code, and how many are open inside it.
  private var code: InlineCode?
  private var depth = 0
  /// What ends the elements that enclose text.
  private var ends: [InlineCode] = []

  mutating func append(_ text: String) {
    if code != nil { code?.native += text } else { content.append(text) }
  }

  mutating func start(_ element: String, _ attributes: [String: String], _ data: [String: String]) {
    if code != nil {
      depth += 1
      return
    }
    let id = attributes["id"]
    func native(_ reference: String) -> String? {
      attributes[reference].flatMap { data[$0] } ?? attributes["equiv-text"] ?? attributes["equiv"]
        ?? attributes["disp"]
    }
    let type = attributes["ctype"] ?? attributes["subType"] ?? attributes["type"]
    func tag(_ text: String) -> String { "<\(text)\(id.map { " id=\"\($0)\"" } ?? "")" }
    switch element {
    case "g":
      content.append(.init(.start, id: id, type: type, native: native("") ?? tag("g") + ">"))
      ends.append(.init(.end, id: id, native: attributes["equiv-text"] == nil ? "</g>" : ""))
    case "pc":
      content.append(.init(.start, id: id, type: type, native: native("dataRefStart") ?? tag("pc") + ">"))
      ends.append(
        .init(
          .end, id: id, native: attributes["dataRefEnd"].flatMap { data[$0] } ?? attributes["equivEnd"] ?? "</pc>"))
    case "x": content.append(.init(.standalone, id: id, type: type, native: native("") ?? tag("x") + "/>"))
    case "bx":
      content.append(.init(.start, id: attributes["rid"] ?? id, type: type, native: native("") ?? tag("bx") + "/>"))
    case "ex": content.append(.init(.end, id: attributes["rid"] ?? id, native: native("") ?? tag("ex") + "/>"))
    case "sc", "ec":
      let isStart = element == "sc"
      var code = InlineCode(
        isStart ? .start : .end, id: isStart ? id : attributes["startRef"] ?? id, type: type,
        native: native("dataRef") ?? tag(element) + "/>")
      code.isIsolated = attributes["isolated"] == "yes"
      content.append(code)
    case "ph" where attributes["dataRef"] != nil || attributes["equiv"] != nil || attributes["disp"] != nil:
      content.append(.init(.standalone, id: id, type: type, native: native("dataRef") ?? ""))
    case "bpt": code = InlineCode(.start, id: attributes["rid"] ?? id, type: type)
    case "ept": code = InlineCode(.end, id: attributes["rid"] ?? id)
    case "ph": code = InlineCode(.standalone, id: id, type: type)
    case "it":
      code = InlineCode(attributes["pos"] == "close" ? .end : .start, id: id, type: type)
      code?.isIsolated = true
    default: break
    }
  }

  mutating func end(_ element: String) {
    if var done = code {
      if depth > 0 {
        depth -= 1
      } else {
        if done.native.isEmpty, element == "ph" { done.native = "<ph\(done.id.map { " id=\"\($0)\"" } ?? "")/>" }
        content.append(done)
        code = nil
      }
    } else if element == "g" || element == "pc", let end = ends.popLast() {
      content.append(end)
    }
  }
}
