/// The lists of an OpenDocument file, and how far each has been counted (ODF 1.3 part 3, 5.3 and 16.30).
struct OpenDocumentLists {
  private struct Level {
    var form = NumberForm.decimal
    var bullet: String?
    var font: String?
    var prefix = ""
    var suffix = ""
    /// How many levels' numbers stand in the mark.
    var shown = 1
    var start = 1
    /// Such as `%1%.%2%`, which LibreOffice adds.
    var pattern: String?
  }

  private struct OpenList {
    var style: String
    var counter: Int
    /// Whether the item in hand has been counted; nil before the first.
    var isCounted = true
  }

  /// The style that numbers the headings.
  static let outline = "\u{0}outline"

  private var styles: [String: [Int: Level]] = [:]
  private var style = ""
  private var level = 0

  private var open: [OpenList] = []
  private var counters: [ListCounter] = []
  private var byIdentifier: [String: Int] = [:]
  private var lastOfStyle: [String: Int] = [:]

  /// How deep the item in hand lies; 0 outside of lists.
  var depth: Int { open.count }

  /// Leaves the lists that are open, at the start of a text box.
  mutating func close() { open = [] }

  /// Goes on with the lists that were open before, counters as they are now.
  mutating func reopen(as outer: OpenDocumentLists) { open = outer.open }

  // MARK: Styles

  mutating func startStyle(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "list-style": (style, level) = (attributes["style:name"] ?? "", 0)
    case "outline-style": (style, level) = (Self.outline, 0)
    case "list-level-style-number", "outline-level-style", "list-level-style-bullet", "list-level-style-image":
      level = attributes.localNumber("level") ?? 1
      var value = Level()
      value.form = Self.form(attributes["style:num-format"] ?? "")
      if name == "list-level-style-image" { value.bullet = "•" }
      if name == "list-level-style-bullet" { value.bullet = attributes["text:bullet-char"] ?? "•" }
      value.prefix = attributes["style:num-prefix"] ?? ""
      value.suffix = attributes["style:num-suffix"] ?? ""
      value.shown = max(1, attributes.localNumber("display-levels") ?? 1)
      value.start = attributes.localNumber("start-value") ?? 1
      value.pattern = attributes["loext:num-list-format"]
      styles[style, default: [:]][level] = value
    case "text-properties":
      if styles[style]?[level] != nil {
        styles[style]?[level]?.font = attributes["style:font-name"] ?? attributes["fo:font-family"]
      }
    case "style", "default-style": style = ""
    default: break
    }
  }

  private static func form(_ format: String) -> NumberForm {
    switch format {
    case "1": return .decimal
    case "01, 02, 03, ...": return .decimalZero
    case "a": return .lowerLetter
    case "A": return .upperLetter
    case "i": return .lowerRoman
    case "I": return .upperRoman
    case "": return .none
    default: break
    }
    // The form's first numbers, such as `أ, ب, ت, ...`.
    let scalars = format.unicodeScalars
    if scalars.contains("ج"), !scalars.contains("ت") { return .arabicAbjad }
    if scalars.contains("ب") { return .arabicAlpha }
    if scalars.contains("\u{661}") { return .arabicIndic }
    if scalars.contains("\u{6F1}") { return .extendedArabicIndic }
    if scalars.contains("\u{967}") { return .devanagari }
    return .decimal
  }

  // MARK: Items

  mutating func beginList(_ attributes: [String: String]) {
    let style = attributes["text:style-name"] ?? open.last?.style ?? ""
    var counter = open.last?.counter
    if counter == nil, let other = attributes["text:continue-list"] { counter = byIdentifier[other] }
    if counter == nil, attributes["text:continue-numbering"] == "true" { counter = lastOfStyle[style] }
    if counter == nil { counters.append(ListCounter()) }
    let number = counter ?? counters.count - 1
    if let id = attributes["xml:id"] { byIdentifier[id] = number }
    lastOfStyle[style] = number
    open.append(OpenList(style: style, counter: number))
  }

  mutating func endList() { _ = open.popLast() }

  /// - Parameter start: the number that the item asks for.
  mutating func beginItem(start: Int?) {
    guard let list = open.last else { return }
    open[open.count - 1].isCounted = false
    if let start { counters[list.counter].restart(level: open.count - 1, at: start) }
  }

  /// The mark of the item in hand, the first time that it is asked for.
  mutating func takeMark() -> String? {
    guard let list = open.last, !list.isCounted else { return nil }
    open[open.count - 1].isCounted = true
    return mark(list.style, list.counter, level: open.count)
  }

  /// The number of a heading that stands in no list.
  mutating func headingMark(level: Int) -> String? {
    guard let style = styles[Self.outline]?[level], style.form != .none else { return nil }
    if lastOfStyle[Self.outline] == nil {
      counters.append(ListCounter())
      lastOfStyle[Self.outline] = counters.count - 1
    }
    return mark(Self.outline, lastOfStyle[Self.outline] ?? 0, level: level)
  }

  private mutating func mark(_ name: String, _ counter: Int, level number: Int) -> String? {
    let levels = styles[name] ?? [:]
    let starts = (1...ListCounter.levels).map { levels[$0]?.start ?? 1 }
    counters[counter].count(level: number - 1, starts: starts)
    guard let level = levels[number] else { return nil }
    if let bullet = level.bullet { return SymbolFonts.text(bullet, font: level.font) }
    if level.form == .none { return level.prefix.isEmpty && level.suffix.isEmpty ? nil : level.prefix + level.suffix }
    func text(_ number: Int) -> String {
      (levels[number]?.form ?? .decimal).text(counters[counter].number(level: number - 1, starts: starts))
    }
    if let pattern = level.pattern {
      // `%1%` is the number of level 1.
      return pattern.split(separator: "%", omittingEmptySubsequences: false).enumerated().map { index, part in
        index.isMultiple(of: 2) ? String(part) : Int(part).map(text) ?? ""
      }.joined()
    }
    let first = max(1, number - level.shown + 1)
    let numbers = (first...number).filter { levels[$0].map { $0.form != .none && $0.bullet == nil } ?? true }
    return level.prefix + numbers.map(text).joined(separator: ".") + level.suffix
  }
}
