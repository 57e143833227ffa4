/// What of a page is no part of its text: navigation, banners, notices about cookies, footers.
///
/// It is told by the structure alone, never by the words of the text: semantic elements, roles, the words of `class` and
/// `id`, and how much of an element's text is links.
enum HTMLBoilerplate {
  /// Why an element may be left out.
  enum Suspicion {
    /// Whatever it holds.
    case always
    /// Unless it holds the page's title, or notes.
    case unlessTitled
    /// Only when links are most of its text, or it holds little else.
    case whenLinked
  }

  /// What an element holds, in bytes of text.
  struct Content {
    var text = 0
    var linkText = 0
    var links = 0
    var titles = 0
    var notes = 0
  }

  /// - Parameter isInText: whether the element lies in an article or the main part.
  static func suspicion(of tag: HTMLTag, isInText: Bool) -> Suspicion? {
    let roles = tag.words("role")
    if tag.name == "nav" || roles.contains(where: navigationRoles.contains) { return .always }
    if ["body", "html", "main", "article"].contains(tag.name) { return nil }
    let words = Set(words(of: tag["class"]) + words(of: tag["id"]))
    if !words.isDisjoint(with: noticeWords) {
      return tag.name == "a" || HTMLElements.blocks.contains(tag.name) ? .always : nil
    }
    if roles.contains("contentinfo") || roles.contains("banner") { return .unlessTitled }
    if !isInText, tag.name == "footer" || tag.name == "header" { return .unlessTitled }
    guard HTMLElements.blocks.contains(tag.name) else { return nil }
    if tag.name == "aside", !isInText { return .whenLinked }
    return words.isDisjoint(with: furnitureWords) ? nil : .whenLinked
  }

  static func isLeftOut(_ suspicion: Suspicion, _ content: Content) -> Bool {
    switch suspicion {
    case .always: content.notes == 0
    case .unlessTitled: content.titles == 0 && content.notes == 0
    case .whenLinked:
      content.titles == 0 && content.notes == 0
        && (content.linkText * 2 > content.text || content.text - content.linkText < 300)
    }
  }

  /// Whether a list, or a part of the page, is a menu: short links and next to nothing else.
  static func isMenu(_ content: Content) -> Bool {
    content.links >= 4 && content.titles == 0 && content.notes == 0 && content.linkText * 10 > content.text * 8
      && content.linkText < content.links * 40
  }

  private static let navigationRoles: Set<String> = [
    "navigation", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog", "doc-toc", "doc-pagelist",
  ]

  private static let noticeWords: Set<String> = ["cookie", "cookies", "consent", "gdpr", "ccpa", "skip", "skiplink"]

  private static let furnitureWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "footer", "masthead", "menu", "nav",
    "navbar", "navigation", "newsletter", "pager", "pagination", "popup", "promo", "related", "share", "sharing",
    "sidebar", "sitemap", "social", "subscribe", "toolbar", "topbar",
  ]

  /// The words of `site-footer`, `siteFooter` and `site_footer`.
  static func words(of attribute: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for scalar in attribute.unicodeScalars.prefix(500) {
      let isLetter = scalar.properties.isAlphabetic
      let isCapital = scalar.properties.isUppercase
      if !isLetter || isCapital && wasSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isLetter { word += scalar.properties.lowercaseMapping }
      wasSmall = isLetter && !isCapital
    }
    return word.isEmpty ? words : words + [word]
  }
}
