internal import WaslBitext

/// Goes through the lines of Markdown, and gathers them into blocks.
struct MarkdownParser {
  /// What text that is indented belongs to.
  private struct Container {
    var indent: Int
    var kind: Block.Kind
  }

  private let source: MarkdownLines
  private var index = 0
  private var output = DocumentBuilder()
  private var containers: [Container] = []
  private var paragraph = ""
  private var kind = Block.Kind.paragraph
  private var mark = ""
  private var tables = 0
  private var table: (number: Int, row: Int, hasHead: Bool)?
  private var isCode = false
  private var anchors: [String: Int] = [:]

  init(_ source: MarkdownLines) { self.source = source }

  mutating func run() -> DocumentBuilder {
    if let title = source.title { add(title, .heading(level: 1)) }
    if let description = source.description { add(description, .paragraph) }
    while index < source.lines.count {
      let line = source.lines[index]
      index += 1
      take(line)
    }
    finish()
    return output
  }

  private mutating func add(_ text: String, _ kind: Block.Kind) {
    (paragraph, self.kind) = (text, kind)
    finish()
  }

  /// Ends the block in hand.
  private mutating func finish() {
    defer { (paragraph, mark, isCode) = ("", "", false) }
    if isCode { return output.end() }
    if paragraph.isEmpty && mark.isEmpty { return }
    let inline = MarkdownInline(paragraph, definitions: source.definitions)
    output.begin(kind)
    if !mark.isEmpty { output.appendMark(mark) }
    let bytes = Array(inline.text.utf8)
    var start = 0
    for reference in inline.references + inline.notes.map({ ("", $0.place) }) where reference.1 >= start {
      append(bytes[start..<reference.1])
      start = reference.1
      if !reference.0.isEmpty, anchors[reference.0] == nil { anchors[reference.0] = max(0, output.position - 1) }
    }
    append(bytes[start...])
    output.end()
    for note in inline.notes {
      output.begin(.note(anchor: nil))
      output.append(MarkdownInline(note.text, definitions: source.definitions).text)
      output.end()
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { output.breakLine() }
      output.append(line)
    }
  }

  // MARK: Lines

  private mutating func take(_ line: Substring) {
    if let fence = MarkdownFence(line) {
      finish()
      table = nil
      return takeCode(fence)
    }
    var (indent, text) = Self.indentation(line)
    if text.isEmpty {
      table = nil
      if isCode { return output.appendVerbatim("\n") }
      return finish()
    }
    let isLazy = !paragraph.isEmpty && !startsBlock(text)
    if !isLazy { while let last = containers.last, indent < last.indent { containers.removeLast() } }
    indent = max(0, indent - (containers.last?.indent ?? 0))
    if indent >= 4, paragraph.isEmpty, table == nil { return takeIndentedCode(line) }
    if isCode { finish() }
    if text.hasPrefix(">") {
      let inner = text.drop { $0 == ">" || $0 == " " }
      // A quotation starts a paragraph of its own, as does an empty line in it.
      if inner.isEmpty { return finish() }
      if let notice = Self.notice(inner) {
        finish()
        if !notice.isEmpty { add(notice, .paragraph) }
        return
      }
      text = inner
    }
    takeText(text, indent: Self.indentation(line).indent)
  }

  private mutating func takeText(_ text: Substring, indent: Int) {
    if takeSpecial(text, indent: indent) || takeTable(text) || takeHeading(text) || takeItem(text, indent: indent) {
      return
    }
    if isRule(text) || MarkdownLines.definition(text) != nil { return finish() }
    if startsHTML(text) { finish() }
    if paragraph.isEmpty && mark.isEmpty { kind = containers.last?.kind ?? .paragraph }
    var text = text
    let isBroken = text.hasSuffix("  ") || text.hasSuffix("\\") && !text.hasSuffix("\\\\")
    if text.hasSuffix("\\") && isBroken { text = text.dropLast() }
    paragraph += (paragraph.isEmpty || paragraph.hasSuffix("\n") ? "" : " ") + text.trimmingSpaces
    if isBroken { paragraph += "\n" }
    if endsHTML(text) { finish() }
  }

  /// Notes, notices, containers, imports.
  private mutating func takeSpecial(_ text: Substring, indent: Int) -> Bool {
    if text.hasPrefix("[^"), let end = text.firstRange(of: "]:") {
      finish()
      let name = text[..<end.lowerBound].dropFirst(2).lowercased()
      containers = [Container(indent: indent + 1, kind: .note(anchor: anchors[name]))]
      kind = .note(anchor: anchors[name])
      paragraph = text[end.upperBound...].trimmingSpaces
      // What follows is indented by four; text that is not ends the note.
      return true
    }
    if text.hasPrefix(":::") {
      finish()
      let title = Self.containerTitle(text)
      if !title.isEmpty { add(title, .paragraph) }
      return true
    }
    if text.hasPrefix("!!!") || text.hasPrefix("???") || text.hasPrefix("=== \"") {
      finish()
      if let open = text.firstIndex(of: "\""), let close = text.lastIndex(of: "\""), open < close {
        add(String(text[text.index(after: open)..<close]), .paragraph)
      }
      if containers.count < 100 { containers.append(Container(indent: indent + 4, kind: .paragraph)) }
      return true
    }
    if text.hasPrefix(": "), !paragraph.isEmpty {
      finish()
      (paragraph, kind) = (text.dropFirst(2).trimmingSpaces, .paragraph)
      return true
    }
    let isImport = text.hasPrefix("import ") && (text.contains(" from '") || text.contains(" from \""))
    if paragraph.isEmpty, isImport || text.hasPrefix("export const ") || text.hasPrefix("export default ") {
      return true
    }
    if ["[toc]", "[[toc]]", "[[_toc_]]"].contains(text.trimmingSpaces.lowercased()) {
      finish()
      return true
    }
    return text.hasPrefix("<table") && takeHTMLTable(text)
  }

  private mutating func takeHTMLTable(_ first: Substring) -> Bool {
    // A table that nothing ends is no table; nobody looks twice.
    guard index - 1 <= source.lastTableEnd else { return false }
    var lines = String(first)
    var next = index
    if !MarkdownLines.endsTable(first) {
      while next < source.lines.count {
        lines += "\n" + source.lines[next]
        next += 1
        if MarkdownLines.endsTable(source.lines[next - 1]) { break }
      }
    }
    finish()
    index = next
    let table = HTMLText.document(Array(lines.utf8), .chapter, firstTable: tables)
    tables = max(tables, table.tableCount)
    output.append(table)
    return true
  }

  // MARK: Tables, headings, lists

  private mutating func takeTable(_ text: Substring) -> Bool {
    if MarkdownTable.isDelimiter(text), table != nil || text.hasPrefix("|") { return true }
    guard let cells = MarkdownTable.cells(text) else {
      table = nil
      return false
    }
    let isHead = index < source.lines.count && MarkdownTable.isDelimiter(source.lines[index])
    if table == nil {
      guard text.hasPrefix("|") || isHead else { return false }
      finish()
      table = (tables, 0, isHead)
      tables += 1
    }
    guard let (number, row, hasHead) = table else { return false }
    for (column, cell) in cells.enumerated() {
      let place = TableCell(table: number, row: row, column: column, isHeader: hasHead && row == 0)
      let text = String(cell.trimmingSpaces).replacing("\\|", with: "|")
      if !text.isEmpty { add(text, .tableCell(place)) }
    }
    table = (number, row + 1, hasHead)
    return true
  }

  private mutating func takeHeading(_ text: Substring) -> Bool {
    let level = text.prefix { $0 == "#" }.count
    if (1...6).contains(level), text.dropFirst(level).first.map({ $0 == " " || $0 == "\t" }) ?? true {
      finish()
      var title = String(text.dropFirst(level)).trimmingSpaces
      if let hash = title.firstIndex(where: { $0 != "#" }) {
        while title.last == "#", title.endIndex > hash { title.removeLast() }
      }
      if !title.isEmpty { add(title.trimmingSpaces, .heading(level: level)) }
      return true
    }
    // The line under a heading.
    guard !paragraph.isEmpty, let first = text.first, first == "=" || first == "-",
      text.trimmingSpaces.allSatisfy({ $0 == first })
    else { return false }
    if kind.isListItem { return false }
    kind = .heading(level: first == "=" ? 1 : 2)
    finish()
    return true
  }

  private mutating func takeItem(_ text: Substring, indent: Int) -> Bool {
    guard containers.count < 100, let item = Self.item(text), !isRule(text),
      paragraph.isEmpty || item.interrupts || kind.isListItem
    else {
      return false
    }
    finish()
    while let last = containers.last, indent < last.indent { containers.removeLast() }
    let level = 1 + containers.count { $0.kind.isListItem }
    containers.append(Container(indent: indent + item.width, kind: .listItem(level: level, markLength: 0)))
    kind = .listItem(level: level, markLength: 0)
    mark = item.number
    var content = item.content
    for box in ["[ ] ", "[x] ", "[X] "] where content.hasPrefix(box) { content = content.dropFirst(4) }
    if let fence = MarkdownFence(content) {
      takeCode(fence)
      return true
    }
    // An item may begin with a heading, or with an item.
    if takeHeading(content) || takeItem(content, indent: indent + item.width) { return true }
    paragraph = content.trimmingSpaces + (content.hasSuffix("  ") ? "\n" : "")
    return true
  }

  // MARK: Code

  private mutating func takeCode(_ fence: MarkdownFence) {
    output.begin(.code)
    while index < source.lines.count {
      let line = source.lines[index]
      index += 1
      if fence.isClosed(by: line) { break }
      takeCodeLine(line, indent: fence.indent)
    }
    output.end()
  }

  private mutating func takeIndentedCode(_ line: Substring) {
    if !isCode {
      output.begin(.code)
      isCode = true
    }
    takeCodeLine(line, indent: 4 + (containers.last?.indent ?? 0))
  }

  private mutating func takeCodeLine(_ line: Substring, indent: Int) {
    var text = line
    for _ in 0..<indent where text.first == " " || text.first == "\t" || text.first == ">" { text = text.dropFirst() }
    if output.currentCount == 0 { text = text.drop(while: \.isWhitespace) }
    output.appendVerbatim(text + (output.currentCount == 0 && text.isEmpty ? "" : "\n"))
  }
}

extension Block.Kind {
  fileprivate var isListItem: Bool { if case .listItem = self { true } else { false } }
}
