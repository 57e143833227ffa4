internal import WaslBitext
internal import WaslSyntax

/// Reads the paragraphs, tables and boxes of one part of a Word document.
struct WordBody {
  var flow: OfficeFlow
  /// What the parts share; notes go out of it as they are referred to.
  var parts: WordParts
  private var skipper = XMLSkipper()
  /// Whether what is passed over is deleted, and not merely another form.
  private var isInDeletion = false
  private var cell = (span: 1, continuesAbove: false)
  /// One a text that is open: a text box has paragraphs of its own inside a paragraph.
  private var places = [Place()]

  private struct Place {
    var properties = WordParagraphProperties()
    var isSettled = true
    /// The paragraph's end is deleted: the next one goes on with it.
    var isJoined = false
    var run = WordRunProperties()
    /// The run's properties with those of its styles.
    var shown = WordRunProperties()
    /// Of the fields that are open, whether their codes are being read.
    var fields: [Bool] = []
  }

  private var place: Place {
    get { places[places.count - 1] }
    _modify { yield &places[places.count - 1] }
  }

  init(_ parts: WordParts, isNote: Bool = false) {
    self.parts = parts
    flow = OfficeFlow(isNote: isNote)
  }

  /// Takes up the next event.
  mutating func read(_ event: XMLReader.Event, _ reader: XMLReader) {
    let wasSkipping = skipper.isSkipping
    if skipper.passesOver(event, reader, where: Self.isLeftOut) {
      if case .start(let element, let attributes) = event {
        countOmission(element.localName, attributes, isOutermost: !wasSkipping)
      }
      return
    }
    switch event {
    case .start(let element, let attributes): start(element.localName, attributes, reader)
    case .text(let text): if reader.ancestor(0) == "t" { append(text) }
    case .end(let element): end(element.localName, reader)
    }
  }

  // MARK: What is left out

  private static func isLeftOut(_ name: Substring, in parent: Substring) -> Bool {
    switch name {
    // A second form of the same drawing, for older programs.
    case "Fallback": true
    // In properties they say that the end of a paragraph, or a row, is deleted.
    case "del", "moveFrom": parent != "rPr" && parent != "trPr"
    case "instrText", "delInstrText", "delText", "sdtPr", "sectPr", "tblPr", "tblGrid": true
    default: WordText.isFormerState(name)
    }
  }

  private mutating func countOmission(_ name: Substring, _ attributes: [String: String], isOutermost: Bool) {
    if isOutermost {
      isInDeletion = name == "del" || name == "moveFrom"
      if isInDeletion { flow.omit(.deletions) }
    }
    // A note goes with the text that refers to it; the second form of a drawing refers to the note of the first.
    if isInDeletion, let note = WordNote(reference: name, attributes) { parts.notes[note] = nil }
  }

  // MARK: Text

  private mutating func append(_ text: String) {
    if place.fields.contains(true) { return }
    guard place.shown.isHidden != true else {
      flow.omit(.hiddenText)
      return
    }
    flow.append(text, language: place.shown.language)
  }

  private mutating func settle() {
    place.isSettled = true
    let properties = place.properties
    var kind = parts.styles.kind(properties)
    var mark: String?
    if let (list, level, style) = parts.styles.list(properties),
      let item = parts.numbering.mark(list: list, level: level, style: style, styles: parts.styles), !item.text.isEmpty
    {
      mark = item.text
      if kind == .paragraph { kind = .listItem(level: item.level + 1, markLength: 0) }
    }
    let direction = parts.styles.isRightToLeft(properties).map { $0 ? Block.Direction.rightToLeft : .leftToRight }
    flow.paragraph(kind, direction: direction, mark: mark)
  }

  private mutating func settleRun() {
    place.shown = parts.styles.run(place.run, paragraphStyle: place.properties.style)
  }

  // MARK: Elements

  private mutating func start(_ name: Substring, _ attributes: [String: String], _ reader: XMLReader) {
    let parent = reader.parent
    if parent == "p", name != "pPr", !place.isSettled { settle() }
    switch parent {
    case "pPr", "numPr": place.properties.read(name, attributes)
    case "rPr":
      if reader.ancestor(2) == "r" { place.run.read(name, attributes) }
      if reader.ancestor(2) == "pPr", name == "del" || name == "moveFrom" { place.isJoined = true }
    case "r": startInRun(name, attributes)
    case "trPr": startInRowProperties(name, attributes, reader)
    case "tcPr":
      if name == "gridSpan" { cell.span = attributes.localNumber("val") ?? 1 }
      if name == "vMerge" { cell.continuesAbove = attributes.local("val") != "restart" }
    default: break
    }
    switch name {
    case "p" where parent != "r":
      place.isJoined = false
      (place.properties, place.isSettled) = (WordParagraphProperties(), false)
    case "r":
      place.run = WordRunProperties()
      settleRun()
    case "txbxContent":
      flow.beginStory()
      places.append(Place())
    case "tbl": flow.beginTable()
    case "tr": flow.beginRow()
    case "tc":
      flow.beginCell()
      cell = (1, false)
    case "chart", "relIds", "altChunk", "OLEObject": flow.omit(.embeddedObjects)
    default: break
    }
  }

  private mutating func startInRun(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "tab", "ptab": append(" ")
    case "br", "cr": if place.shown.isHidden != true { flow.breakLine() }
    case "noBreakHyphen": append("\u{2011}")
    case "sym":
      guard let code = attributes.local("char").flatMap({ UInt32($0, radix: 16) }) else { return }
      let scalar = SymbolFonts.scalar(code, font: attributes.local("font")) ?? Unicode.Scalar(code)
      if let scalar { append(String(scalar)) }
    case "fldChar":
      switch attributes.local("fldCharType") {
      case "begin": place.fields.append(true)
      case "separate": if !place.fields.isEmpty { place.fields[place.fields.count - 1] = false }
      case "end": _ = place.fields.popLast()
      default: break
      }
    case "commentReference": flow.omit(.comments)
    default:
      guard let note = WordNote(reference: name, attributes), let text = parts.notes.removeValue(forKey: note) else {
        return
      }
      flow.hangNote(text)
    }
  }

  private mutating func startInRowProperties(
    _ name: Substring, _ attributes: [String: String], _ reader: XMLReader
  ) {
    switch name {
    case "tblHeader": if attributes.isOn { flow.markHeaderRow() }
    case "gridBefore": flow.skipColumns(attributes.localNumber("val") ?? 0)
    case "del":
      flow.omit(.deletions)
      flow.cancelRow()
      skipper.skipRest(of: "tr", reader)
    default: break
    }
  }

  private mutating func end(_ name: Substring, _ reader: XMLReader) {
    switch name {
    case "p":
      if !place.isSettled, !place.isJoined { settle() }
      if !place.isJoined { flow.endParagraph() }
    case "rPr": if reader.ancestor(0) == "r" { settleRun() }
    case "txbxContent":
      flow.endStory()
      if places.count > 1 { places.removeLast() }
    case "tcPr": flow.setCell(columnSpan: cell.span, continuesAbove: cell.continuesAbove)
    case "tc": flow.endCell()
    case "tbl": flow.endTable()
    default: break
    }
  }
}
