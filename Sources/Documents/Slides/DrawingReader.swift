internal import WaslBitext
internal import WaslSyntax

/// Reads the shapes and tables of a slide, or of the drawing on a sheet.
struct DrawingReader {
  var inheritance = SlideInheritance()
  var shapes = SlideShapes.others
  private var placeholder: SlideStyles.Placeholder?
  private var paragraph = DrawingParagraph()
  private var isInParagraph = false
  private var language: String?
  private var levels = SlideStyles.Levels()
  private var styleLevel: Int?
  private var numbers = DrawingNumbers()
  private var cell = (isCovered: false, columns: 1, rows: 1)
  private var skipper = XMLSkipper()

  /// Takes up the next event. Shapes that are over one another come in the order of the file.
  mutating func read(_ event: XMLReader.Event, _ reader: XMLReader, into flow: inout OfficeFlow) {
    if skipper.passesOver(event, reader, where: { name, _ in name == "Fallback" || name == "extLst" }) { return }
    switch event {
    case .start(let element, let attributes): start(element.localName, attributes, reader, &flow)
    case .text(let text):
      if isInParagraph, reader.ancestor(0) == "t" { paragraph.pieces.append(.text(text, Language(tag: language))) }
    case .end(let element): end(element.localName, reader, &flow)
    }
  }

  private mutating func start(
    _ name: Substring, _ attributes: [String: String], _ reader: XMLReader, _ flow: inout OfficeFlow
  ) {
    switch name {
    case "sp", "graphicFrame", "cxnSp", "pic": (placeholder, levels, numbers) = (nil, [:], DrawingNumbers())
    case "ph": placeholder = SlideStyles.Placeholder(attributes)
    case "p" where reader.parent.hasSuffix("txBody") || reader.parent == "txPr":
      (paragraph, isInParagraph) = (DrawingParagraph(), true)
    case "pPr" where isInParagraph:
      paragraph.level = max(0, min(attributes.localNumber("lvl") ?? 0, 8))
      paragraph.properties.read(attributes)
    case "r", "fld": language = nil
    case "rPr": language = attributes["lang"]
    case "br": if isInParagraph { paragraph.pieces.append(.lineBreak) }
    case "tab" where reader.parent == "p": paragraph.pieces.append(.text(" ", nil))
    case "tbl": if shapes != .titles { flow.beginTable() }
    case "tr": flow.beginRow()
    case "tc": startCell(attributes, &flow)
    case "chart", "oleObj": if shapes != .titles { flow.omit(.embeddedObjects) }
    default:
      if let level = SlideStyles.level(name) {
        styleLevel = level
        levels[level, default: .init()].read(attributes)
      } else if reader.parent == "pPr", isInParagraph {
        paragraph.properties.read(name, attributes)
      } else if let styleLevel, reader.parent.hasPrefix("lvl") {
        levels[styleLevel]?.read(name, attributes)
      }
    }
  }

  private mutating func startCell(_ attributes: [String: String], _ flow: inout OfficeFlow) {
    func isSet(_ name: String) -> Bool { ["1", "true"].contains(attributes[name]) }
    cell = (
      isSet("hMerge") || isSet("vMerge"), attributes.localNumber("gridSpan") ?? 1,
      attributes.localNumber("rowSpan") ?? 1
    )
    flow.beginCell(columnSpan: cell.columns, rowSpan: cell.rows)
  }

  private mutating func end(_ name: Substring, _ reader: XMLReader, _ flow: inout OfficeFlow) {
    switch name {
    case "p" where isInParagraph && (reader.ancestor(0).hasSuffix("txBody") || reader.ancestor(0) == "txPr"):
      isInParagraph = false
      write(&flow)
    case "tbl": if shapes != .titles { flow.endTable() }
    // Cells that a wider one covers stand in the file too.
    case "tc": flow.endCell(advancingBy: 1)
    default: if SlideStyles.level(name) != nil { styleLevel = nil }
    }
  }

  private mutating func write(_ flow: inout OfficeFlow) {
    guard paragraph.hasText, shapes.holds(placeholder) else { return }
    let level = paragraph.level
    let inherited = flow.isInTable ? .init() : inheritance.properties(placeholder, level: level)
    let properties = paragraph.properties.over(levels[level]).over(inherited)
    let mark = numbers.mark(properties.bullet ?? .none, level: level, font: properties.font)
    let kind: Block.Kind =
      if placeholder?.isTitle == true { .heading(level: 1) } else if placeholder?.isFurniture == true {
        .pageFurniture
      } else if mark != nil { .listItem(level: level + 1, markLength: 0) } else { .paragraph }
    flow.paragraph(
      kind, direction: properties.isRightToLeft.map { $0 ? .rightToLeft : .leftToRight },
      mark: placeholder?.isTitle == true ? nil : mark)
    for piece in paragraph.pieces {
      switch piece {
      case .text(let text, let language): flow.append(text, language: language)
      case .lineBreak: flow.breakLine()
      }
    }
    flow.endParagraph()
  }
}
