/// What HTML's elements are to a reader of text.
enum HTMLElements {
  /// What is left out with all that it holds.
  static let hidden: Set<String> = [
    "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "button",
    "textarea", "audio", "video", "canvas", "datalist",
  ]

  /// Of these the content is no markup, up to the end tag.
  static let raw: Set<String> = ["script", "style", "textarea", "iframe", "noscript"]

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// These have no end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]

  /// What the start of an element ends, when its end tag was left out, and in what the search for it stops.
  static func impliedEnds(_ name: String) -> (ends: Set<String>, within: Set<String>)? {
    switch name {
    case "li": (["li"], ["ul", "ol", "menu", "table"])
    case "dt", "dd": (["dt", "dd"], ["dl", "table"])
    case "td", "th": (["td", "th"], ["tr", "table"])
    case "tr": (["tr"], ["table"])
    case "tbody", "thead", "tfoot": (["tbody", "thead", "tfoot"], ["table"])
    default: blocks.contains(name) ? (paragraph, otherBlocks) : nil
    }
  }

  private static let paragraph: Set<String> = ["p"]
  private static let otherBlocks = blocks.subtracting(paragraph)
}
