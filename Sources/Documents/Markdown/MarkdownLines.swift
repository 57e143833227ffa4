internal import WaslSyntax

/// The lines of a Markdown file, without what is no text in any block: comments, shortcodes, the header at the start.
struct MarkdownLines {
  var lines: [Substring] = []
  /// The title and description of the header.
  var title: String?
  var description: String?
  /// The names of link definitions.
  var definitions: Set<String> = []
  /// The number of the last line that ends a table of HTML, or -1.
  private(set) var lastTableEnd = -1

  init(_ bytes: [UInt8]) {
    var all: [Substring] = []
    for (_, range) in Lines(bytes) { all.append(String(decoding: bytes[range], as: UTF8.self)[...]) }
    if let first = all.first, first.unicodeScalars.first == "\u{FEFF}" {
      all[0] = Substring(String(String.UnicodeScalarView(first.unicodeScalars.dropFirst())))
    }
    takeHeader(from: &all)
    var fence: MarkdownFence?
    var isComment = false
    for line in all {
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
        lines.append(line)
        continue
      }
      if !isComment, let open = MarkdownFence(line) {
        fence = open
        lines.append(line)
        continue
      }
      let text = Self.withoutMarkup(line, &isComment)
      // A line of markup alone is none, so that it does not end a paragraph.
      if text.isEmpty && !line.isEmpty && isBlank(text) && !isBlank(line) { continue }
      if let name = Self.definition(text) { definitions.insert(name.lowercased()) }
      lines.append(text)
    }
    lastTableEnd = lines.lastIndex(where: Self.endsTable) ?? -1
  }

  static func endsTable(_ line: Substring) -> Bool { line.contains("</table>") || line.contains("</TABLE>") }

  private func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

  /// YAML between `---`, or TOML between `+++`.
  private mutating func takeHeader(from lines: inout [Substring]) {
    guard let first = lines.first?.trimmingSpaces, first == "---" || first == "+++" else { return }
    let ends = first == "---" ? ["---", "..."] : ["+++"]
    guard let end = lines.dropFirst().firstIndex(where: { ends.contains($0.trimmingSpaces) }) else { return }
    for line in lines[1..<end] {
      guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      var value = line[line.index(after: sign)...].trimmingSpaces
      for quote in ["\"", "'"] where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
        value = String(value.dropFirst().dropLast())
      }
      // What stands in a block of its own below is not looked for.
      if value.isEmpty || ["|", ">", "|-", ">-"].contains(value) { continue }
      switch line[..<sign] {
      case "title", "title ": title = value
      case "description", "description ": description = value
      default: break
      }
    }
    lines.removeFirst(end + 1)
  }

  /// Without `<!-- -->`, `{/* */}`, Hugo's shortcodes and Liquid's tags.
  private static func withoutMarkup(_ line: Substring, _ isComment: inout Bool) -> Substring {
    guard isComment || line.contains("<!--") || line.contains("{") else { return line }
    var output = ""
    var rest = line
    while !rest.isEmpty {
      if isComment {
        guard let end = rest.firstRange(of: "-->") else { return output[...] }
        isComment = false
        rest = rest[end.upperBound...]
        continue
      }
      if rest.hasPrefix("<!--") {
        isComment = true
        rest = rest.dropFirst(4)
        continue
      }
      let pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{/*", "*/}")]
      if rest.first == "{", let pair = pairs.first(where: { rest.hasPrefix($0.0) }),
        let end = rest.firstRange(of: pair.1)
      {
        rest = rest[end.upperBound...]
        continue
      }
      output.append(rest.removeFirst())
    }
    return output[...]
  }

  /// The name of `[name]: target`, of a link and not of a note.
  static func definition(_ line: some StringProtocol) -> String? {
    let text = line.trimmingSpaces
    guard text.hasPrefix("["), !text.hasPrefix("[^"), let end = text.firstRange(of: "]:") else { return nil }
    let name = text[..<end.lowerBound].dropFirst()
    return name.contains("[") ? nil : String(name)
  }
}

/// The line that opens a block of code: three or more of `` ` `` or `~`.
struct MarkdownFence {
  private let mark: Character
  private let count: Int
  /// Of the line, in spaces.
  let indent: Int

  init?(_ line: Substring) {
    // It may open in a list or quotation.
    let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let run = text.prefix { $0 == mark }
    if run.count < 3 || mark == "`" && text.dropFirst(run.count).contains("`") { return nil }
    (self.mark, count) = (mark, run.count)
    indent = line.distance(from: line.startIndex, to: text.startIndex)
  }

  func isClosed(by line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    let run = text.prefix { $0 == mark }
    return run.count >= count && text.dropFirst(run.count).allSatisfy(\.isWhitespace)
  }
}
