extension InlineContent {
  /// A text in which tags stand as they are (`<b>`, `</a>`, `<br/>`): they become codes.
  init(markup text: String) {
    self.init()
    var ids: [(name: Substring, id: Int)] = []
    var next = 1
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let after = rest[rest.index(after: open)...]
      let isEnd = after.first == "/"
      let name = after.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ":-_".contains($0)) }
      guard let first = name.first, first.isLetter, let close = after.prefix(2000).firstIndex(of: ">"),
        !after[..<close].contains("<")
      else {
        append(String(rest[...open]))
        rest = after
        continue
      }
      append(String(rest[..<open]))
      let tag = String(rest[open...close])
      if isEnd {
        let place = ids.lastIndex { $0.name == name }
        var code = InlineCode(.end, id: place.map { String(ids[$0].id) }, native: tag)
        if let place { ids.remove(at: place) } else { code.isIsolated = true }
        append(code)
      } else if tag.hasSuffix("/>") || ["br", "hr", "img", "wbr"].contains(name.lowercased()) {
        append(InlineCode(.standalone, id: String(next), native: tag))
        next += 1
      } else {
        append(InlineCode(.start, id: String(next), native: tag))
        ids.append((name, next))
        next += 1
      }
      rest = rest[rest.index(after: close)...]
    }
    append(String(rest))
  }
}
