internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The text of a presentation (PPTX, ECMA-376 part 1, 19): slides in order, each with its title first, then its shapes in
/// the order in which they are read out, then its diagrams and the speaker's notes.
///
/// Hidden slides, comments, charts and embedded files are left out and counted.
enum PresentationText {
  static func document(_ archive: ZipArchive) throws(WaslError) -> DocumentBuilder {
    let package = OfficePackage(archive)
    let main = try package.mainPart(usual: "ppt/presentation.xml")
    let content = try archive.required(main, "PPTX presentation")
    let relations = try package.relations(of: main)
    var flow = OfficeFlow()
    var reader = try XMLReader(content, name: archive.name)
    var styles: [String: SlideStyles] = [:]
    var size = 0
    while let event = try reader.next() {
      guard case .start(let element, let attributes) = event, element.localName == "sldId",
        let id = attributes["r:id"] ?? attributes.first(where: { $0.key.hasSuffix(":id") })?.value,
        let slide = relations[id]?.target
      else { continue }
      let content = try archive.required(slide, "whole presentation")
      // A slide may stand in the order more than once.
      size += content.count
      guard size <= InputLimits.bytes else { throw InputLimits.tooLarge("its slides have", name: archive.name) }
      if try isHidden(content, name: archive.name) {
        flow.omit(.hiddenSlides)
        continue
      }
      try read(slide, content, package, &styles, into: &flow)
    }
    return flow.finished()
  }

  private static func isHidden(_ content: [UInt8], name: String) throws(WaslError) -> Bool {
    var reader = try XMLReader(content, name: name)
    guard case .start(_, let attributes)? = try reader.next() else { return false }
    return ["0", "false"].contains(attributes["show"])
  }

  private static func read(
    _ slide: String, _ content: [UInt8], _ package: OfficePackage, _ styles: inout [String: SlideStyles],
    into flow: inout OfficeFlow
  ) throws(WaslError) {
    let name = package.archive.name
    func style(_ path: String?) throws(WaslError) -> SlideStyles {
      guard let path, let content = try package.archive.file(path) else { return SlideStyles() }
      if let known = styles[path] { return known }
      let read = try SlideStyles(content, name: name)
      styles[path] = read
      return read
    }
    let layout = try package.targets("slideLayout", of: slide).first
    let master = try layout.flatMap { (layout) throws(WaslError) in try package.targets("slideMaster", of: layout).first
    }
    let inheritance = SlideInheritance(layout: try style(layout), master: try style(master))
    for shapes in [SlideShapes.titles, .others] {
      try read(content, shapes, inheritance, name: name, into: &flow)
    }
    for path in try package.targets("diagramDrawing", of: slide) {
      if let content = try package.archive.file(path) {
        try read(content, .others, SlideInheritance(), name: name, into: &flow)
      }
    }
    for path in try package.targets("notesSlide", of: slide) {
      guard let content = try package.archive.file(path) else { continue }
      flow.beginStory(isNote: true, hasAnchor: false)
      try read(content, .notes, SlideInheritance(), name: name, into: &flow)
      flow.endStory()
      flow.endParagraph()
    }
    for path in try package.targets("comments", of: slide) {
      guard let content = try package.archive.file(path) else { continue }
      var reader = try XMLReader(content, name: name)
      while let event = try reader.next() {
        if case .start(let element, _) = event, element.localName == "cm" { flow.omit(.comments) }
      }
    }
  }

  private static func read(
    _ content: [UInt8], _ shapes: SlideShapes, _ inheritance: SlideInheritance, name: String,
    into flow: inout OfficeFlow
  ) throws(WaslError) {
    var drawing = DrawingReader()
    drawing.inheritance = inheritance
    drawing.shapes = shapes
    var reader = try XMLReader(content, name: name)
    while let event = try reader.next() { drawing.read(event, reader, into: &flow) }
    flow.endParagraph()
  }
}

/// Which shapes of a slide are read.
enum SlideShapes {
  case titles, others
  /// The notes on a page of notes, not the picture of the slide and the number of the page.
  case notes

  func holds(_ place: SlideStyles.Placeholder?) -> Bool {
    switch self {
    case .titles: place?.isTitle == true
    case .others: place?.isTitle != true
    case .notes: place.map { !$0.isFurniture && $0.type != "sldImg" } ?? true
    }
  }
}
