internal import WaslSyntax

/// The text of Markdown: headings, list items, quotations and table cells as paragraphs, without their marks.
///
/// Lines of a paragraph are joined, two spaces at a line's end keep it. The lines of code blocks stay as they are;
/// link targets, link definitions and the header between `---` at the start are left out.
enum MarkdownText {
  static func document(_ bytes: [UInt8]) -> DocumentBuilder {
    var output = DocumentBuilder()
    var paragraph = ""
    var fence: Character?
    func finish() {
      output.append(MarkdownInline.plain(paragraph))
      output.end()
      paragraph = ""
    }
    for line in body(bytes) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        finish()
        fence = fence == nil ? trimmed.first : fence == trimmed.first ? nil : fence
        continue
      }
      if fence != nil {
        output.append(String(line))
        output.breakLine()
        continue
      }
      let text = withoutMarks(trimmed)
      if text.isEmpty || text.startsBlock { finish() }
      if isRule(text.content) || isDefinition(text.content) { continue }
      if text.content.hasPrefix("|") {
        finish()
        for cell in text.content.split(separator: "|") where !isRule(cell) {
          paragraph = String(cell)
          finish()
        }
        continue
      }
      paragraph += (paragraph.isEmpty || paragraph.hasSuffix("\n") ? "" : " ") + text.content
      if line.hasSuffix("  ") { paragraph += "\n" }
      if text.isHeading { finish() }
    }
    finish()
    return output
  }

  /// The lines after the header.
  private static func body(_ bytes: [UInt8]) -> ArraySlice<String> {
    var lines: [String] = []
    for (_, range) in Lines(bytes) { lines.append(String(decoding: bytes[range], as: UTF8.self)) }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else {
      return lines[...]
    }
    return lines[(end + 1)...]
  }

  private struct Line {
    var content: Substring
    var startsBlock = false
    var isHeading = false
    var isEmpty: Bool { content.allSatisfy { $0 == " " || $0 == "\t" } }
  }

  /// Takes off `>`, `-`, `*`, `+` and `#`; a list's numbers stay, for they are text.
  private static func withoutMarks(_ text: Substring) -> Line {
    var line = Line(content: text)
    while let mark = line.content.first {
      let rest = line.content.dropFirst()
      if mark == ">" {
        line.content = rest.drop { $0 == " " }
      } else if "-*+".contains(mark), rest.first == " ", !isRule(line.content) {
        line.content = rest.drop { $0 == " " }
        line.startsBlock = true
      } else {
        break
      }
    }
    if line.content.first?.isNumber == true {
      let rest = line.content.drop { $0.isNumber }
      if let dot = rest.first, dot == "." || dot == ")", rest.dropFirst().first == " " { line.startsBlock = true }
    }
    let level = line.content.prefix { $0 == "#" }.count
    if (1...6).contains(level), line.content.dropFirst(level).first == " " {
      line.content = line.content.dropFirst(level)
      while line.content.last == "#" || line.content.last == " " { line.content.removeLast() }
      (line.startsBlock, line.isHeading) = (true, true)
    }
    return line
  }

  /// `---`, `===`, `* * *` and the line under a table's head.
  private static func isRule(_ text: some StringProtocol) -> Bool {
    let marks = text.filter { $0 != " " && $0 != "|" && $0 != ":" }
    guard let first = marks.first, "-=*_".contains(first) else { return false }
    return marks.allSatisfy { $0 == first } && (marks.count >= 3 || first == "=")
  }

  /// `[name]: target`
  private static func isDefinition(_ text: Substring) -> Bool {
    guard text.hasPrefix("["), let end = text.firstRange(of: "]:") else { return false }
    return !text[..<end.lowerBound].dropFirst().contains("[")
  }
}

/// Emphasis, code, links and images inside a paragraph.
enum MarkdownInline {
  /// The text that is seen; `\n` becomes a line end.
  static func plain(_ text: String) -> String {
    let characters = Array(text)
    var output = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\" where next.isPunctuation || next.isSymbol:
        output.append(next)
        index += 2
      case "!" where next == "[" && link(characters, index + 1) != nil: index += 1
      case "[":
        guard let link = link(characters, index) else { fallthrough }
        output += plain(String(characters[link.text]))
        index = link.end
      case "<":
        if let end = tagEnd(characters, index) {
          // An address in angle brackets is text.
          let inside = String(characters[index + 1..<end])
          if inside.contains("://") || inside.contains("@") { output += inside }
          index = end + 1
        } else {
          output.append(character)
          index += 1
        }
      case "*", "_", "`", "~":
        let end = characters[index...].firstIndex { $0 != character } ?? characters.count
        if !isMark(characters, index..<end) { output += String(characters[index..<end]) }
        index = end
      default:
        output.append(character)
        index += 1
      }
    }
    return String(decoding: CharacterReferences.decoded(Array(output.utf8)[...]), as: UTF8.self)
  }

  /// How far the other end of a link or of emphasis is looked for, so that no text costs its square.
  private static let reach = 2000

  /// Whether a run of `*`, `_`, `` ` `` or `~~` is a mark: it touches a word, and another such run is there.
  private static func isMark(_ characters: [Character], _ run: Range<Int>) -> Bool {
    guard touches(characters, run) else { return false }
    let mark = characters[run.lowerBound]
    var index = max(0, run.lowerBound - reach)
    while index < min(characters.count, run.upperBound + reach) {
      guard characters[index] == mark else {
        index += 1
        continue
      }
      let end = characters[index...].firstIndex { $0 != mark } ?? characters.count
      if index != run.lowerBound, touches(characters, index..<end) { return true }
      index = end
    }
    return false
  }

  private static func touches(_ characters: [Character], _ run: Range<Int>) -> Bool {
    let mark = characters[run.lowerBound]
    if mark == "~" && run.count < 2 { return false }
    let before = run.lowerBound > 0 ? characters[run.lowerBound - 1] : " "
    let after = run.upperBound < characters.count ? characters[run.upperBound] : " "
    if before.isWhitespace && after.isWhitespace { return false }
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    return !(mark == "_" && isWord(before) && isWord(after))
  }

  /// `[text](target)`, `[text][name]`: the text's range, and where the link ends.
  private static func link(_ characters: [Character], _ start: Int) -> (text: Range<Int>, end: Int)? {
    guard let close = matching(characters, start, "[", "]"), close + 1 < characters.count else { return nil }
    let text = start + 1..<close
    if characters[close + 1] == "(", let end = matching(characters, close + 1, "(", ")") { return (text, end + 1) }
    if characters[close + 1] == "[", let end = matching(characters, close + 1, "[", "]") { return (text, end + 1) }
    return nil
  }

  private static func matching(
    _ characters: [Character], _ start: Int, _ open: Character, _ close: Character
  ) -> Int? {
    var depth = 0
    for index in start..<min(characters.count, start + reach) {
      if characters[index] == open { depth += 1 }
      if characters[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func tagEnd(_ characters: [Character], _ start: Int) -> Int? {
    guard start + 1 < characters.count, characters[start + 1].isLetter || "/!".contains(characters[start + 1]) else {
      return nil
    }
    return characters[start...].prefix(reach).firstIndex(of: ">")
  }
}
