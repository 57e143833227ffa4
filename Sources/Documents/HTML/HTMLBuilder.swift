internal import WaslBitext

/// Makes blocks of HTML's text and tags: keeps the open elements, and says what the text in them is.
struct HTMLBuilder {
  /// An open element, with what it takes from those around it.
  private struct Element {
    var name: String
    var kind = Block.Kind.paragraph
    var language: Language?
    var direction: Block.Direction?
    var listLevel = 0
    var isInText = false
    var isInNotes = false
    var isLink = false
    var isVerbatim = false
    var isRaised = false
    /// Whether it is hidden from readers.
    var isHidden = false
    var suspicion: HTMLBoilerplate.Suspicion?
    var checkpoint: DocumentBuilder.Checkpoint
    var content: HTMLBoilerplate.Content
  }

  private let scope: HTMLText.Scope
  private var output = DocumentBuilder()
  private var open: [Element] = []
  private var content = HTMLBoilerplate.Content()
  private var tables: HTMLTables
  private var leftOut = 0
  /// Where the text refers to a note, by the note's `id`.
  private var anchors: [String: Int] = [:]
  /// Whether a main part or an article has been met.
  private var hasText = false

  /// Browsers stop at about as many.
  private static let mostOpen = 512

  init(_ scope: HTMLText.Scope, firstTable: Int) {
    self.scope = scope
    tables = HTMLTables(first: firstTable)
  }

  mutating func finished() -> DocumentBuilder {
    output.end()
    if leftOut > 0 {
      output.notes.append(
        "has navigation, banners or footers; left out \(leftOut) part\(leftOut == 1 ? "" : "s") "
          + "(--whole-page keeps them)")
    }
    return output
  }

  mutating func text(_ bytes: [UInt8]) {
    guard let element = open.last else { return output.append(bytes[...]) }
    let count = bytes.count { $0 > 0x20 }
    content.text += count
    if element.isLink { content.linkText += count }
    if element.isVerbatim {
      var text = bytes[...]
      if output.currentCount == 0 { text = text.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 } }
      output.appendVerbatim(String(decoding: text.filter { $0 != 0x0D }, as: UTF8.self))
    } else if element.isRaised, output.endsInWord, let raised = Superscript.digits(bytes) {
      // Behind a word or number the digits would change it.
      output.append(raised)
    } else {
      output.append(bytes[...])
    }
  }

  mutating func begin(_ tag: HTMLTag) {
    if tag.name == "br" { return output.breakLine() }
    if let implied = HTMLElements.impliedEnds(tag.name) { endImplied(implied.ends, within: implied.within) }
    let isBlock = HTMLElements.blocks.contains(tag.name)
    if isBlock { beginBlock() }
    if tag.isClosed || HTMLElements.void.contains(tag.name) || open.count >= Self.mostOpen { return }
    var element = element(tag)
    if isBlock { output.begin(element.kind, language: element.language, direction: element.direction) }
    element.checkpoint = output.checkpoint
    if element.isLink {
      content.links += 1
      if let target = tag.attributes["href"], target.hasPrefix("#"), anchors.count < 1 << 20 {
        let id = String(target.dropFirst())
        if anchors[id] == nil { anchors[id] = output.position }
      }
    }
    open.append(element)
  }

  /// Ends the block in hand; what follows is of the innermost open element.
  private mutating func beginBlock() {
    let element = open.last
    output.begin(element?.kind ?? .paragraph, language: element?.language, direction: element?.direction)
  }

  private mutating func element(_ tag: HTMLTag) -> Element {
    let parent = open.last
    var element = parent ?? Element(name: "", checkpoint: output.checkpoint, content: content)
    element.name = tag.name
    element.content = content
    element.suspicion = nil
    element.isHidden = isHidden(tag)
    if let tag = tag.attributes["lang"] ?? tag.attributes["xml:lang"] {
      element.language = Language(rawValue: tag.prefix { $0 != "-" && $0 != "_" }.lowercased())
    }
    if let direction = tag.attributes["dir"] { element.direction = Block.Direction(rawValue: direction.lowercased()) }
    switch scope {
    case .text: element.suspicion = HTMLBoilerplate.suspicion(of: tag, isInText: element.isInText)
    case .page: break
    case .chapter: element.suspicion = tag.name == "nav" ? .always : nil
    }
    if tag.name == "main" || tag.name == "article" || tag.words("role").contains("main") {
      (element.isInText, hasText) = (true, true)
    }
    if let kind = kind(tag, &element) { element.kind = kind }
    return element
  }

  /// What the text of an element is, when the element says so.
  private mutating func kind(_ tag: HTMLTag, _ element: inout Element) -> Block.Kind? {
    let types = tag.words("epub:type") + tag.words("role")
    if types.contains(where: HTMLNotes.single.contains) {
      content.notes += 1
      return .note(anchor: anchors[tag["id"]])
    }
    if types.contains(where: HTMLNotes.several.contains) || HTMLNotes.isList(tag) { element.isInNotes = true }
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      if tag.name == "h1" { content.titles += 1 }
      return .heading(level: Int(tag.name.dropFirst()) ?? 1)
    case "ul", "ol", "menu": element.listLevel += 1
    case "li" where element.isInNotes:
      content.notes += 1
      return .note(anchor: anchors[tag["id"]])
    case "li": return .listItem(level: max(1, element.listLevel), markLength: 0)
    case "figcaption", "caption": return .caption
    case "pre":
      element.isVerbatim = true
      return .code
    case "a": element.isLink = true
    case "sup": element.isRaised = true
    case "table":
      tables.begin()
      element.listLevel = 0
    case "thead", "tbody", "tfoot": tables.beginHead(tag.name == "thead")
    case "tr": tables.beginRow()
    case "td", "th":
      if let cell = tables.cell(tag) { return .tableCell(cell) }
    default: break
    }
    return nil
  }

  private func isHidden(_ tag: HTMLTag) -> Bool {
    if tag.attributes["hidden"] != nil || tag["aria-hidden"].lowercased() == "true" { return true }
    let style = tag["style"].lowercased().filter { !$0.isWhitespace }
    if style.contains("display:none") || style.contains("visibility:hidden") { return true }
    return tag.name == "a" && HTMLNotes.isBackLink(tag)
  }

  mutating func end(_ name: String) {
    if name == "br" { return output.breakLine() }
    if name == "p", !open.contains(where: { $0.name == "p" }) { return beginBlock() }
    // A cell keeps the end tags inside it from closing what is around it.
    let isOfTable = HTMLTags.table.contains(name)
    guard
      let place = open.lastIndex(where: { $0.name == name || !isOfTable && HTMLTags.stops.contains($0.name) }),
      open[place].name == name
    else { return }
    while open.count > place { close() }
  }

  private mutating func endImplied(_ ends: Set<String>, within: Set<String>) {
    guard let place = open.lastIndex(where: { ends.contains($0.name) || within.contains($0.name) }),
      ends.contains(open[place].name)
    else { return }
    while open.count > place { close() }
  }

  private mutating func close() {
    guard let element = open.popLast() else { return }
    if HTMLElements.blocks.contains(element.name) { output.end() }
    if element.name == "table" { tables.end() }
    if element.name == "thead" { tables.beginHead(false) }
    let inside = HTMLBoilerplate.Content(
      text: content.text - element.content.text, linkText: content.linkText - element.content.linkText,
      links: content.links - element.content.links, titles: content.titles - element.content.titles,
      notes: content.notes - element.content.notes)
    let isFurniture = isFurniture(element, inside)
    if element.isHidden || isFurniture, output.rollBack(to: element.checkpoint) {
      if isFurniture, inside.text > 0 { leftOut += 1 }
      content = element.content
    }
    if HTMLElements.blocks.contains(element.name) { beginBlock() }
  }

  private func isFurniture(_ element: Element, _ inside: HTMLBoilerplate.Content) -> Bool {
    if let suspicion = element.suspicion, HTMLBoilerplate.isLeftOut(suspicion, inside) { return true }
    // A menu before the text, or beside it.
    guard scope == .text, ["ul", "ol", "div", "section"].contains(element.name), !element.isInText, !element.isInNotes,
      HTMLBoilerplate.isMenu(inside)
    else { return false }
    return hasText || element.content.text - element.content.linkText < 80
  }
}

/// Names of tags.
enum HTMLTags {
  /// What end tags of other elements don't reach over.
  static let stops: Set<String> = ["td", "th", "table", "caption"]

  /// What a table is made of.
  static let table: Set<String> = ["table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "body", "html"]
}

/// Footnotes and endnotes, by EPUB's types, the roles of DPUB-ARIA and the classes of common converters.
enum HTMLNotes {
  static let single: Set<String> = [
    "footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote",
  ]
  static let several: Set<String> = ["footnotes", "endnotes", "rearnotes", "doc-endnotes", "doc-footnotes"]

  /// The part that converters from Markdown give notes.
  static func isList(_ tag: HTMLTag) -> Bool {
    ["div", "section", "ol", "aside"].contains(tag.name)
      && tag.words("class").contains { ["footnotes", "footnote-list", "references-notes"].contains($0) }
  }

  /// The arrow from a note to its place in the text, and the sign beside a heading that links to it.
  static func isBackLink(_ tag: HTMLTag) -> Bool {
    let types = tag.words("epub:type") + tag.words("role") + tag.words("class")
    return types.contains { backLinks.contains($0) }
  }

  private static let backLinks: Set<String> = [
    "backlink", "doc-backlink", "footnote-back", "footnote-backref", "reversefootnote", "headerlink", "anchor-link",
  ]
}

/// Raised digits.
enum Superscript {
  /// The digits and signs as raised characters, or nil when there is anything else, or too much for a number.
  static func digits(_ bytes: [UInt8]) -> String? {
    let forms: [UInt8: String] = [
      0x30: "⁰", 0x31: "¹", 0x32: "²", 0x33: "³", 0x34: "⁴", 0x35: "⁵", 0x36: "⁶", 0x37: "⁷", 0x38: "⁸", 0x39: "⁹",
      0x2B: "⁺", 0x2D: "⁻",
    ]
    let parts = bytes.map { forms[$0] }
    guard (1...6).contains(bytes.count), parts.allSatisfy({ $0 != nil }) else { return nil }
    return parts.compactMap { $0 }.joined()
  }
}
