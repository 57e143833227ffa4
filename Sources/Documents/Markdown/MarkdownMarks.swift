/// What the first characters of a line of Markdown say.
extension MarkdownParser {
  /// In columns, a tab being four.
  static func indentation(_ line: Substring) -> (indent: Int, text: Substring) {
    var indent = 0
    let text = line.drop { character in
      guard character == " " || character == "\t" else { return false }
      indent += character == " " ? 1 : 4 - indent % 4
      return true
    }
    return (indent, text)
  }

  /// The mark of a list item.
  static func item(_ text: Substring) -> (number: String, width: Int, content: Substring, interrupts: Bool)? {
    guard let first = text.first else { return nil }
    if "-*+".contains(first) {
      guard text.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? false else { return nil }
      return ("", width(1, text.dropFirst()), text.dropFirst().drop { $0 == " " || $0 == "\t" }, true)
    }
    let digits = text.prefix { $0.isWholeNumber }
    guard (1...9).contains(digits.count) else { return nil }
    let rest = text.dropFirst(digits.count)
    guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else { return nil }
    let content = rest.dropFirst().drop { $0 == " " }
    return (
      String(digits) + String(sign), width(digits.count + 1, rest.dropFirst()), content, digits == "1" || digits == "١"
    )
  }

  private static func width(_ mark: Int, _ rest: Substring) -> Int {
    let spaces = rest.prefix { $0 == " " }.count
    return mark + (1...4 ~= spaces ? spaces : 1)
  }

  /// `---`, `* * *` and `===`.
  func isRule(_ text: Substring) -> Bool {
    let marks = text.filter { $0 != " " }
    guard let first = marks.first, "-=*_".contains(first) else { return false }
    return marks.allSatisfy { $0 == first } && (marks.count >= 3 || first == "=")
  }

  /// Whether a line ends the paragraph before it.
  func startsBlock(_ text: Substring) -> Bool {
    if text.hasPrefix(":::") || text.hasPrefix("!!!") || text.hasPrefix("???") || text.hasPrefix("[^") { return true }
    let level = text.prefix { $0 == "#" }.count
    if (1...6).contains(level), text.dropFirst(level).first == " " { return true }
    return Self.item(text) != nil || isRule(text) || startsHTML(text)
  }

  /// The title of GitHub's `> [!NOTE]` and Obsidian's `> [!tip] Title`; nil for another line.
  static func notice(_ text: Substring) -> String? {
    guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]") else { return nil }
    return text[text.index(after: end)...].drop { $0 == "-" || $0 == "+" }.trimmingSpaces
  }

  /// The title of `:::note Title`, `:::tip[Title]` and `::: {.warning}`; empty where there is none.
  static func containerTitle(_ text: Substring) -> String {
    var rest = text.drop { $0 == ":" }.drop { $0 == " " }
    if let open = rest.firstIndex(of: "["), let close = rest.lastIndex(of: "]"), open < close {
      return String(rest[rest.index(after: open)..<close])
    }
    if let brace = rest.firstIndex(of: "{") { rest = rest[..<brace] }
    // The first word is the kind.
    return rest.drop { $0 != " " }.trimmingSpaces
  }

  func startsHTML(_ text: Substring) -> Bool {
    guard text.hasPrefix("<"), let tag = HTMLTagReader.read(Array(text.prefix(400).utf8), at: 0)?.tag else {
      return false
    }
    return HTMLElements.blocks.contains(tag.name)
  }

  /// Whether a line ends with the end of a block of HTML.
  func endsHTML(_ text: Substring) -> Bool {
    guard text.trimmingSpaces.hasSuffix(">"), let open = text.lastIndex(of: "<") else { return false }
    guard let tag = HTMLTagReader.read(Array(text[open...].utf8), at: 0)?.tag else { return false }
    return tag.isEnd && HTMLElements.blocks.contains(tag.name)
  }
}
