internal import WaslBitext

/// A mark inside a text that is no text: a tag, a placeholder, a line break (`ph`, `bpt`, `ept`, `it` of TMX; `g`, `x`,
/// `pc`, `sc` and others of XLIFF).
public struct InlineCode: Sendable, Hashable {
  public enum Role: Sendable, Hashable { case start, end, standalone }

  public var role: Role
  /// Pairs a start with its end; of a standalone code, what pairs it with the one on the other side.
  public var id: String?
  /// What pairs a start with the one on the other side, where the format says it apart from `id` (TMX's `x`).
  public var match: String?
  public var type: String?
  /// What stands for it in the original: `<b>`, `%d`, `\tab`.
  public var native: String
  /// A start without its end in the text, or the other way round (`it` of TMX, `isolated` of XLIFF).
  public var isIsolated = false
  /// A part of the text that is marked and not enclosed in native code (`hi` of TMX).
  public var isHighlight = false

  public init(_ role: Role, id: String? = nil, match: String? = nil, type: String? = nil, native: String = "") {
    self.role = role
    self.id = id
    self.match = match
    self.type = type
    self.native = native
  }

  /// What a format without codes has in its place: a placeholder is a word, a break a space, all else nothing.
  var plainText: String {
    if Placeholders.isPlaceholder(native) { return native }
    return isBreak ? " " : ""
  }

  private static let breakTypes: Set<String> = [
    "lb", "pb", "br", "tab", "x-lb", "x-pb", "x-br", "x-tab", "x-html-br", "xlf:lb", "xlf:pb", "linebreak", "newline",
    "x-linebreak", "x-newline", "x-nbsp", "nbsp", "line_break", "x-line_break",
  ]
  private static let breakElements: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "lb",
    "tab", "w:br", "w:tab", "w:cr", "text:line-break", "text:tab", "text:s", "dt", "dd", "blockquote", "line-break",
  ]
  private static let breakCodes: Set<String> = [
    "\\tab", "\\line", "\\par", "\\page", "\\n", "\\r", "\\r\\n", "\\t", "&nbsp;", "&#160;", "&#xa0;", "&#10;", "\\~",
    "\\cell", "\\row", "\\N", "[br]", "{br}", "{tab}", "↵",
  ]

  /// Whether the words on its two sides are not one word.
  public var isBreak: Bool {
    if let type = type?.lowercased(), Self.breakTypes.contains(type) { return true }
    let code = native.drop { $0 == " " }
    // Line ends and tabs themselves, no-break spaces too.
    if !native.isEmpty, native.allSatisfy(\.isWhitespace) { return true }
    let trimmed = String(code.reversed().drop { $0.isWhitespace }.reversed())
    if Self.breakCodes.contains(trimmed) || Self.breakCodes.contains(trimmed.lowercased()) { return true }
    // Any of several tags side by side.
    return code.split(separator: "<", omittingEmptySubsequences: false).dropFirst().contains { tag in
      let name = tag.drop { $0 == "/" }.prefix { !" />\t\n".contains($0) }
      return Self.breakElements.contains(name.lowercased())
    }
  }
}
