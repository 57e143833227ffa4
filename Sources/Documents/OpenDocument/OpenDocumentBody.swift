internal import WaslBitext
internal import WaslSyntax

/// Reads styles, paragraphs, lists, tables, boxes and slides of an OpenDocument file.
struct OpenDocumentBody {
  private var flow = OfficeFlow()
  private var styles = OpenDocumentStyles()
  private var lists = OpenDocumentLists()
  private var open: [Substring] = []
  /// The depth of the element that is passed over with all that is in it.
  private var skipped: Int?
  private var isInBody = false
  private var isInHeader = false
  private var places = [Place()]
  /// The outermost of the elements that are stories of their own, with the depths they have.
  private var stories: [Int] = []
  /// What the frame in hand is on its slide, such as `title`.
  private var frame: String?
  private var sheetDirection: Block.Direction?

  /// How often the cells and rows that are open follow each other; those with text once.
  private var cellRepeats: [Int] = []
  private var rowRepeats: [Int] = []

  /// The changes that are deletions, and whether the text of one is being read.
  private var deletions: Set<String> = []
  private var change = ""
  private var isDeleting = false

  private struct Place {
    /// The style of the paragraph in hand, if there is one.
    var paragraph: String?
    var isInParagraph = false
    var spans: [String] = []
    var lists: OpenDocumentLists?
  }

  private var place: Place {
    get { places[places.count - 1] }
    _modify { yield &places[places.count - 1] }
  }

  mutating func finished() -> DocumentBuilder { flow.finished() }

  mutating func read(_ event: XMLReader.Event) {
    switch event {
    case .start(let element, let attributes):
      let name = element.localName
      open.append(name)
      if skipped == nil { start(element, name, attributes) }
    case .text(let text):
      if skipped == nil { append(text) }
    case .end(let element):
      if skipped == nil { end(element.localName) }
      if skipped == open.count { skipped = nil }
      _ = open.popLast()
    }
  }

  private mutating func skip(_ kind: Omissions.Kind? = nil) {
    skipped = open.count
    if let kind { flow.omit(kind) }
  }

  // MARK: Text

  private mutating func append(_ text: String) {
    guard isInBody, place.isInParagraph else {
      // A head or foot of a page counts once.
      if isInHeader, text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
        flow.omit(.headersAndFooters)
        isInHeader = false
      }
      return
    }
    if isDeleting { return }
    if let span = place.spans.last, styles.isHidden("text", span) == true {
      flow.omit(.hiddenText)
      return
    }
    let isComplex = text.unicodeScalars.contains {
      (0x590...0x8FF).contains($0.value) || (0xFB50...0xFEFC).contains($0.value)
    }
    let language = styles.language(spans: place.spans, paragraph: place.paragraph, isComplex: isComplex)
    let isSymbolic = text.unicodeScalars.contains { (0xF000...0xF0FF).contains($0.value) }
    let font = isSymbolic ? styles.font(spans: place.spans, paragraph: place.paragraph) : nil
    flow.append(isSymbolic ? SymbolFonts.text(text, font: font) : text, language: language)
  }

  // MARK: Elements

  private mutating func start(_ element: String, _ name: Substring, _ attributes: [String: String]) {
    guard isInBody else {
      startOutside(name, attributes)
      return
    }
    switch element {
    case "text:p", "text:h": startParagraph(name, attributes)
    case "text:span": place.spans.append(attributes["text:style-name"] ?? "")
    case "text:s", "text:tab": append(" ")
    case "text:line-break": if place.isInParagraph { flow.breakLine() }
    case "text:list": lists.beginList(attributes)
    case "text:list-item": lists.beginItem(start: attributes.localNumber("start-value"))
    case "text:note": if isDeleting { skip() } else { beginStory(isNote: true) }
    case "text:changed-region": change = attributes["xml:id"] ?? attributes["text:id"] ?? ""
    case "text:deletion":
      // The text stands here, or, where the program shows it, between marks in the body.
      deletions.insert(change)
      skip(.deletions)
    case "text:change-start": if deletions.contains(attributes["text:change-id"] ?? "") { isDeleting = true }
    case "text:change-end": if deletions.contains(attributes["text:change-id"] ?? "") { isDeleting = false }
    case "office:annotation": skip(.comments)
    case "draw:object", "draw:object-ole": skip(.embeddedObjects)
    case "text:section" where attributes["text:display"] == "none": skip(.hiddenText)
    case "text:note-citation", "text:sequence-decls", "text:hidden-text", "svg:title", "svg:desc", "office:forms",
      "table:content-validations", "text:script", "text:meta-field-source":
      skip()
    case "presentation:header-decl", "presentation:footer-decl": skip(.headersAndFooters)
    case "presentation:date-time-decl": skip()
    case "draw:page": if styles.isHidden("drawing-page", attributes["draw:style-name"]) == true { skip(.hiddenSlides) }
    case "draw:frame":
      frame = attributes["presentation:class"]
      // On pages of notes.
      if let frame, ["page-number", "date-time", "header", "footer"].contains(frame) { skip(.headersAndFooters) }
    case "presentation:notes": beginStory(isNote: true, hasAnchor: false)
    default:
      if element.hasPrefix("table:") {
        startInTable(name, attributes)
      } else if element.hasPrefix("text:"), name.hasSuffix("-source") {
        skip()
      } else if element.hasPrefix("draw:"), Self.shapes.contains(String(name)), place.isInParagraph {
        beginStory()
      }
    }
  }

  private static let shapes: Set<String> = [
    "text-box", "custom-shape", "rect", "circle", "ellipse", "line", "polyline", "polygon", "regular-polygon", "path",
    "connector", "caption", "measure",
  ]

  private mutating func startOutside(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "body": isInBody = true
    case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
      isInHeader = open.contains("master-page")
    default:
      if open.contains("master-page") { return }
      styles.start(name, attributes)
      lists.startStyle(name, attributes)
    }
  }

  private mutating func startParagraph(_ name: Substring, _ attributes: [String: String]) {
    let style = attributes["text:style-name"]
    // The end of the paragraph before is deleted.
    if isDeleting, place.isInParagraph { return }
    (place.paragraph, place.isInParagraph) = (style, true)
    var kind = styles.kind(style)
    var mark = lists.takeMark()
    if lists.depth > 0 { kind = .listItem(level: lists.depth, markLength: 0) }
    if name == "h" {
      let level = max(1, min(attributes.localNumber("outline-level") ?? 1, 10))
      kind = .heading(level: level)
      if lists.depth == 0, attributes["text:is-list-header"] != "true" { mark = lists.headingMark(level: level) }
    }
    if frame == "title" { kind = .heading(level: 1) }
    var direction = styles.isRightToLeft("paragraph", style).map { $0 ? Block.Direction.rightToLeft : .leftToRight }
    if direction == nil, flow.isInTable { direction = sheetDirection }
    flow.paragraph(kind, direction: direction, mark: mark)
  }

  private mutating func startInTable(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "table":
      let style = attributes["table:style-name"]
      if styles.isHidden("table", style) == true {
        skip(.hiddenSheets)
        return
      }
      sheetDirection = styles.isRightToLeft("table", style) == true ? .rightToLeft : nil
      flow.beginTable()
    case "table-row":
      flow.beginRow(isHeader: open.contains("table-header-rows"))
      rowRepeats.append(attributes.localNumber("number-rows-repeated") ?? 1)
    case "table-cell", "covered-table-cell":
      let span = attributes.localNumber("number-columns-spanned") ?? 1
      flow.beginCell(columnSpan: span, rowSpan: attributes.localNumber("number-rows-spanned") ?? 1)
      // A cell over several columns is followed by those that it covers.
      cellRepeats.append(attributes.localNumber("number-columns-repeated") ?? 1)
    case "tracked-changes": skip()
    default: break
    }
  }

  private mutating func end(_ name: Substring) {
    switch name {
    case "p", "h":
      if isInBody, place.isInParagraph, !isDeleting {
        flow.endParagraph()
        (place.isInParagraph, place.spans) = (false, [])
      }
    case "span": _ = place.spans.popLast()
    case "list": if isInBody { lists.endList() }
    case "table": if isInBody { flow.endTable() }
    case "table-cell", "covered-table-cell": if isInBody { flow.endCell(advancingBy: cellRepeats.popLast()) }
    case "table-row": if isInBody { flow.skipRows((rowRepeats.popLast() ?? 1) - 1) }
    case "body": isInBody = false
    case "page": if isInBody { flow.endParagraph() }
    case "frame": frame = nil
    case "header", "footer", "header-left", "footer-left", "header-first", "footer-first": isInHeader = false
    default: break
    }
    if stories.last == open.count { endStory() }
  }

  private mutating func beginStory(isNote: Bool = false, hasAnchor: Bool = true) {
    stories.append(open.count)
    flow.beginStory(isNote: isNote, hasAnchor: hasAnchor)
    // A list does not go on inside a box of one of its items.
    var inner = Place()
    inner.lists = lists
    places.append(inner)
    lists.close()
  }

  private mutating func endStory() {
    stories.removeLast()
    flow.endStory()
    if let outer = places.removeLast().lists { lists.reopen(as: outer) }
  }
}
