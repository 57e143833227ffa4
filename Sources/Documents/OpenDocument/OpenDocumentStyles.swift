internal import WaslBitext

/// The styles of an OpenDocument file (ODF 1.3, part 3), each with what it takes from its parents.
struct OpenDocumentStyles {
  struct Style {
    var parent: String?
    var isRightToLeft: Bool?
    var language: String?
    /// For scripts that run from right to left or join their letters.
    var complexLanguage: String?
    var isHidden: Bool?
    var font: String?
  }

  private struct Key: Hashable {
    var family, name: String
  }

  /// A style has at most this many parents; a damaged file may go round in circles.
  private static let longestChain = 32

  private var styles: [Key: Style] = [:]
  private var key = Key(family: "", name: "")

  /// Takes up an element that begins among the styles.
  mutating func start(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "style", "default-style":
      key = Key(family: attributes.local("family") ?? "", name: attributes["style:name"] ?? "")
      styles[key] = Style(parent: name == "style" ? attributes["style:parent-style-name"] : nil)
    case "text-properties":
      styles[key]?.language = attributes["fo:language"]
      styles[key]?.complexLanguage = attributes["style:language-complex"]
      styles[key]?.font = attributes["style:font-name"]
      if let display = attributes["text:display"] { styles[key]?.isHidden = display == "none" }
    case "paragraph-properties", "table-properties":
      if let mode = attributes["style:writing-mode"], mode != "page" {
        styles[key]?.isRightToLeft = mode.hasPrefix("rl")
      }
      if let display = attributes["table:display"] { styles[key]?.isHidden = display == "false" }
    case "drawing-page-properties":
      if let visibility = attributes["presentation:visibility"] { styles[key]?.isHidden = visibility == "hidden" }
    default: break
    }
  }

  /// The style, its parents and its family's default.
  private func chain(_ family: String, _ name: String?) -> [Style] {
    var chain: [Style] = []
    var next = name
    while let name = next, let style = styles[Key(family: family, name: name)], chain.count < Self.longestChain {
      chain.append(style)
      next = style.parent
    }
    if let style = styles[Key(family: family, name: "")] { chain.append(style) }
    return chain
  }

  func isRightToLeft(_ family: String, _ name: String?) -> Bool? {
    chain(family, name).lazy.compactMap(\.isRightToLeft).first
  }

  func isHidden(_ family: String, _ name: String?) -> Bool? { chain(family, name).lazy.compactMap(\.isHidden).first }

  /// The font of the innermost style that names one.
  func font(spans: [String], paragraph: String?) -> String? {
    chain(spans: spans, paragraph: paragraph).lazy.compactMap(\.font).first
  }

  private func chain(spans: [String], paragraph: String?) -> [Style] {
    spans.reversed().flatMap { self.chain("text", $0) } + self.chain("paragraph", paragraph)
  }

  /// - Parameters:
  ///   - spans: the character styles around the text, the innermost last.
  ///   - isComplex: whether the text is in a script such as Arabic's.
  func language(spans: [String], paragraph: String?, isComplex: Bool) -> Language? {
    let chain = chain(spans: spans, paragraph: paragraph)
    return Language(tag: chain.lazy.compactMap { isComplex ? $0.complexLanguage : $0.language }.first)
  }

  /// What a paragraph is by the built-in style that its own is based on.
  func kind(_ name: String?) -> Block.Kind {
    var next = name
    for _ in 0..<Self.longestChain {
      guard let name = next else { break }
      if name == "Title" { return .heading(level: 1) }
      if name == "Caption" { return .caption }
      next = styles[Key(family: "paragraph", name: name)]?.parent
    }
    return .paragraph
  }
}
