internal import WaslBitext
internal import WaslSyntax

/// What a document states of a run: its language, its direction, whether it is shown.
struct WordRunProperties {
  var isRightToLeft: Bool?
  var isHidden: Bool?
  var latinLanguage: String?
  var bidiLanguage: String?
  var font: String?
  var style: String?

  /// Takes up what an element inside `w:rPr` says.
  mutating func read(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "rtl": isRightToLeft = attributes.isOn
    case "vanish": isHidden = attributes.isOn
    case "lang":
      latinLanguage = attributes.local("val") ?? latinLanguage
      bidiLanguage = attributes.local("bidi") ?? bidiLanguage
    case "rFonts": font = attributes.local("hAnsi") ?? attributes.local("ascii") ?? font
    case "rStyle": style = attributes.local("val")
    default: break
    }
  }

  /// What is not said here as others say it.
  func over(_ others: WordRunProperties) -> WordRunProperties {
    WordRunProperties(
      isRightToLeft: isRightToLeft ?? others.isRightToLeft, isHidden: isHidden ?? others.isHidden,
      latinLanguage: latinLanguage ?? others.latinLanguage, bidiLanguage: bidiLanguage ?? others.bidiLanguage,
      font: font ?? others.font, style: style ?? others.style)
  }

  var language: Language? { Language(tag: isRightToLeft == true ? bidiLanguage : latinLanguage) }
}

/// What a document states of a paragraph.
struct WordParagraphProperties {
  var style: String?
  /// From 0; 9 is body text.
  var outlineLevel: Int?
  /// 0 takes the paragraph out of its style's list.
  var list: Int?
  var listLevel: Int?
  var isRightToLeft: Bool?

  /// Takes up what an element inside `w:pPr` or its `w:numPr` says.
  mutating func read(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "pStyle": style = attributes.local("val")
    case "outlineLvl": outlineLevel = attributes.localNumber("val")
    case "numId": list = attributes.localNumber("val")
    case "ilvl": listLevel = attributes.localNumber("val")
    case "bidi": isRightToLeft = attributes.isOn
    default: break
    }
  }
}

/// The styles of a Word document, each with what it takes from those that it is based on.
struct WordStyles {
  private struct Style {
    var name = ""
    var basis: String?
    var paragraph = WordParagraphProperties()
    var run = WordRunProperties()
  }

  /// A style is based on another at most this often; a damaged file may go round in circles.
  private static let longestChain = 32

  private var styles: [String: Style] = [:]
  private var defaultStyle: String?
  private var defaults = WordRunProperties()

  init() {}

  init(_ content: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    var skipper = XMLSkipper()
    var (id, style) = ("", Style())
    while let event = try reader.next() {
      if skipper.passesOver(event, reader, where: { name, _ in WordText.isFormerState(name) || name == "tblStylePr" }) {
        continue
      }
      switch event {
      case .start(let element, let attributes):
        let name = element.localName
        let parent = reader.parent
        switch name {
        case "style":
          (id, style) = (attributes.local("styleId") ?? "", Style())
          let isParagraph = (attributes.local("type") ?? "paragraph") == "paragraph"
          if isParagraph, let value = attributes.local("default"), value != "0", value != "false" { defaultStyle = id }
        case "name" where parent == "style": style.name = attributes.local("val")?.lowercased() ?? ""
        case "basedOn" where parent == "style": style.basis = attributes.local("val")
        default:
          if parent == "rPr", reader.open.contains(where: { $0.localName == "docDefaults" }) {
            defaults.read(name, attributes)
          } else if parent == "rPr", reader.ancestor(2) == "style" {
            style.run.read(name, attributes)
          } else if parent == "pPr" || parent == "numPr" {
            style.paragraph.read(name, attributes)
          }
        }
      case .end(let element) where element.localName == "style": styles[id] = style
      default: break
      }
    }
  }

  /// The style and those it is based on, nearest first.
  private func chain(_ id: String?) -> [(id: String, style: Style)] {
    var chain: [(id: String, style: Style)] = []
    var next = id
    while let id = next, let style = styles[id], chain.count < Self.longestChain {
      chain.append((id, style))
      next = style.basis
    }
    return chain
  }

  func run(_ direct: WordRunProperties, paragraphStyle: String?) -> WordRunProperties {
    var result = direct
    for (_, style) in chain(direct.style) { result = result.over(style.run) }
    for (_, style) in chain(paragraphStyle ?? defaultStyle) { result = result.over(style.run) }
    return result.over(defaults)
  }

  /// Whether lines run from right to left, if that is said.
  func isRightToLeft(_ paragraph: WordParagraphProperties) -> Bool? {
    if let said = paragraph.isRightToLeft { return said }
    return chain(paragraph.style ?? defaultStyle).lazy.compactMap(\.style.paragraph.isRightToLeft).first
  }

  /// The list that a paragraph belongs to.
  ///
  /// - Returns: the list with its level, nil as the level where a style only names the list; `style` is the style that
  ///   names it.
  func list(_ paragraph: WordParagraphProperties) -> (list: Int, level: Int?, style: String?)? {
    if let list = paragraph.list { return list == 0 ? nil : (list, paragraph.listLevel ?? 0, nil) }
    for (id, style) in chain(paragraph.style ?? defaultStyle) {
      if let list = style.paragraph.list {
        return list == 0 ? nil : (list, paragraph.listLevel ?? style.paragraph.listLevel, id)
      }
    }
    return nil
  }

  func numberingOfStyle(_ id: String) -> Int? { styles[id]?.paragraph.list }

  /// What a paragraph is by its outline level or the built-in style that it has.
  func kind(_ paragraph: WordParagraphProperties) -> Block.Kind {
    if let level = paragraph.outlineLevel { return (0...8).contains(level) ? .heading(level: level + 1) : .paragraph }
    guard let id = paragraph.style else { return .paragraph }
    let chain = chain(id)
    // A document without styles may still use the names of the built-in ones.
    let names = chain.isEmpty ? [id.lowercased()] : chain.map(\.style.name)
    for (index, name) in names.enumerated() {
      if index < chain.count, let level = chain[index].style.paragraph.outlineLevel {
        return (0...8).contains(level) ? .heading(level: level + 1) : .paragraph
      }
      if name.hasPrefix("heading"), let level = Int(name.dropFirst(7).drop { $0 == " " }), (1...9).contains(level) {
        return .heading(level: level)
      }
      if name == "title" { return .heading(level: 1) }
      if name == "caption" { return .caption }
    }
    return .paragraph
  }
}
