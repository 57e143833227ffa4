internal import WaslBitext
internal import WaslSystemIO

/// The text of a file in Rich Text Format (version 1.9.1).
///
/// Footnotes come after the paragraph or table that refers to them, text boxes after the paragraph that they hang on. Left
/// out and counted: comments, tracked deletions, hidden text, heads and feet of pages, embedded objects.
struct RTFText {
  private var tokens: RTFTokenizer
  private var flow = OfficeFlow()
  private var fonts = RTFFonts()
  private var styles = RTFStyles()
  private var groups = [RTFState()]
  private var paragraphs = [RTFParagraph()]
  /// By how deep a table lies in others, one list a story.
  private var rows: [[RTFRow]] = [[]]
  private var mark = ""
  private var pending: [UInt8] = []
  private var pendingFont: Int?
  private var highSurrogate: UInt32?
  private var substitutesLeft = 0
  /// The next control word names a destination that may be passed over where it is not known.
  private var isOptional = false

  static func document(_ bytes: [UInt8], name: String) throws(WaslError) -> DocumentBuilder {
    guard bytes.starts(with: Array("{\\rtf".utf8)) else {
      throw WaslError(
        .input, "it does not begin as RTF does", at: .init(file: name),
        advice: "open it in its own program and save it again")
    }
    var text = RTFText(tokens: RTFTokenizer(bytes))
    return try text.read(name)
  }

  private init(tokens: RTFTokenizer) { self.tokens = tokens }

  private mutating func read(_ name: String) throws(WaslError) -> DocumentBuilder {
    while let token = tokens.next() {
      switch token {
      case .groupStart:
        flush()
        substitutesLeft = 0
        guard groups.count <= InputLimits.greatestDepth else {
          throw WaslError(
            .format, "groups are more than \(InputLimits.greatestDepth) deep",
            at: .init(file: name, byte: tokens.index), advice: "open it in its own program and save it again")
        }
        var inner = groups[groups.count - 1]
        inner.isStory = false
        if inner.destination == .styles {
          inner.destination = .style
          styles.beginStyle()
        }
        groups.append(inner)
      case .groupEnd:
        flush()
        substitutesLeft = 0
        endGroup()
        if groups.count == 1 { return flow.finished() }
      case .byte(let byte): read(byte)
      case .symbol(let symbol): read(symbol: symbol)
      case .word(let word, let number): read(word, number)
      }
    }
    throw WaslError(
      .format, "the file ends inside a group", at: .init(file: name, byte: tokens.index),
      advice: "it was cut short: copy it again")
  }

  private var state: RTFState {
    get { groups[groups.count - 1] }
    _modify { yield &groups[groups.count - 1] }
  }

  private var paragraph: RTFParagraph {
    get { paragraphs[paragraphs.count - 1] }
    _modify { yield &paragraphs[paragraphs.count - 1] }
  }

  private mutating func endGroup() {
    let ended = groups.removeLast()
    if groups.isEmpty { groups = [RTFState()] }
    if ended.destination == .style, state.destination == .styles { styles.endStyle() }
    if ended.destination == .mark, state.destination != .mark {
      setParagraph(mark: mark)
      mark = ""
    }
    if ended.isStory {
      endParagraph()
      flow.endStory()
      if paragraphs.count > 1 { _ = (paragraphs.removeLast(), rows.removeLast()) }
    }
  }

  // MARK: Characters

  private mutating func read(_ byte: UInt8) {
    if substitutesLeft > 0 {
      substitutesLeft -= 1
      return
    }
    switch state.destination {
    case .fonts: fonts.read(byte)
    case .style: styles.read(byte)
    case .text, .mark:
      if pendingFont != state.font { flush() }
      pendingFont = state.font
      pending.append(byte)
    case .styles, .skipped, .shape: break
    }
  }

  private mutating func flush() {
    if !pending.isEmpty {
      let bytes = pending
      pending = []
      append(fonts.text(bytes, font: pendingFont))
    }
    if highSurrogate != nil {
      highSurrogate = nil
      append("\u{FFFD}")
    }
  }

  private mutating func append(_ text: String) {
    switch state.destination {
    case .mark: mark += text
    case .text:
      if state.isDeleted {
        flow.omit(.deletions)
      } else if state.isHidden {
        flow.omit(.hiddenText)
      } else {
        enterCell(text)
        flow.append(text, language: state.stated)
      }
    default: break
    }
  }

  /// A character by its number, which is signed and has sixteen bits.
  private mutating func read(unit: Int) {
    let value = UInt32(truncatingIfNeeded: unit & 0xFFFF)
    if !pending.isEmpty { flush() }
    if let high = highSurrogate, (0xDC00...0xDFFF).contains(value) {
      highSurrogate = nil
      if let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)) { append(String(scalar)) }
    } else {
      flush()
      if (0xD800...0xDBFF).contains(value) {
        highSurrogate = value
      } else if (0xF000...0xF0FF).contains(value) {
        let name = fonts.fonts[state.font ?? fonts.usual]?.name
        append(SymbolFonts.text(String(Unicode.Scalar(value) ?? " "), font: name))
      } else {
        append(String(Unicode.Scalar(value) ?? "\u{FFFD}"))
      }
    }
    substitutesLeft = state.substitutes
  }

  private mutating func read(symbol: UInt8) {
    if symbol == UInt8(ascii: "*") {
      isOptional = true
      return
    }
    if substitutesLeft > 0 {
      substitutesLeft -= 1
      return
    }
    flush()
    switch symbol {
    case UInt8(ascii: "~"): append("\u{A0}")
    case UInt8(ascii: "_"): append("\u{2011}")
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): read(symbol)
    default: break
    }
  }

  // MARK: Control words

  private mutating func read(_ word: String, _ number: Int?) {
    let wasOptional = isOptional
    isOptional = false
    if word == "u" {
      read(unit: number ?? 0)
      return
    }
    if substitutesLeft > 0 {
      substitutesLeft -= 1
      return
    }
    flush()
    switch state.destination {
    case .skipped: return
    case .fonts:
      if wasOptional { state.destination = .skipped } else { fonts.read(word, number) }
      return
    case .style:
      if wasOptional, word != "cs", word != "ts", word != "ds" { state.destination = .skipped }
      styles.read(word, number)
      return
    case .shape where word != "shptxt" && word != "dptxbxtext":
      if word == "sp" || word == "shprslt" || word == "pict" { state.destination = .skipped }
      return
    default: break
    }
    if let destination = RTFDestinations.destination(word) {
      enter(destination)
    } else if wasOptional {
      state.destination = .skipped
    } else if let text = RTFDestinations.characters[word] {
      append(text)
    } else {
      readProperty(word, number)
    }
  }

  private mutating func enter(_ destination: RTFDestinations.Kind) {
    switch destination {
    case .skipped(let omission):
      state.destination = .skipped
      if let omission { flow.omit(omission) }
    case .fonts: state.destination = .fonts
    case .styles: state.destination = .styles
    case .mark: state.destination = .mark
    case .shape: state.destination = .shape
    case .text: state.destination = .text
    case .note where state.isDeleted: state.destination = .skipped
    case .note, .box:
      let isNote = if case .note = destination { true } else { false }
      state.destination = .text
      state.isStory = true
      state.resetCharacters()
      flow.beginStory(isNote: isNote)
      paragraphs.append(RTFParagraph())
      rows.append([])
    }
  }

  private mutating func readProperty(_ word: String, _ number: Int?) {
    let isOn = number != 0
    switch word {
    case "ansicpg": fonts.documentPage = number ?? 1252
    case "deff": fonts.usual = number ?? 0
    case "mac": fonts.documentPage = 10_000
    case "pc": fonts.documentPage = 437
    case "pca": fonts.documentPage = 850
    case "uc": state.substitutes = max(0, min(number ?? 1, 16))
    case "f": state.font = number
    case "lang": state.language = number
    case "v": state.isHidden = isOn
    case "deleted": state.isDeleted = isOn
    case "plain": state.resetCharacters()
    case "par", "sect", "page": endParagraph()
    case "line", "lbr": if state.destination == .text { flow.breakLine() }
    case "tab": append(" ")
    case "pard": paragraph = RTFParagraph()
    case "s": paragraph.style = number ?? 0
    case "outlinelevel": paragraph.outlineLevel = number
    case "ilvl": paragraph.listLevel = max(0, min(number ?? 0, 8))
    case "rtlpar": paragraph.isRightToLeft = true
    case "ltrpar": paragraph.isRightToLeft = false
    case "intbl": paragraph.tables = max(1, paragraph.tables)
    case "itap": paragraph.tables = max(0, min(number ?? 0, 20))
    default: readTable(word)
    }
  }

  // MARK: Paragraphs and tables

  private mutating func setParagraph(mark: String? = nil) {
    var kind = styles.kind(paragraph.style)
    if let level = paragraph.outlineLevel, (0...8).contains(level) { kind = .heading(level: level + 1) }
    var mark = mark?[...]
    while let first = mark?.first, first.isWhitespace { mark?.removeFirst() }
    while let last = mark?.last, last.isWhitespace { mark?.removeLast() }
    if let mark, !mark.isEmpty { isItem = true }
    if isItem, kind == .paragraph { kind = .listItem(level: paragraph.listLevel + 1, markLength: 0) }
    let direction = paragraph.isRightToLeft.map { $0 ? Block.Direction.rightToLeft : .leftToRight }
    flow.paragraph(kind, direction: direction, mark: mark.flatMap { $0.isEmpty ? nil : String($0) })
  }

  private var isItem = false

  private mutating func endParagraph() {
    guard state.destination == .text else { return }
    setParagraph()
    flow.endParagraph()
    isItem = false
  }

  private var storyRows: [RTFRow] {
    get { rows[rows.count - 1] }
    _modify { yield &rows[rows.count - 1] }
  }

  /// Opens and closes tables, so that the text of the paragraph in hand stands in as many as it says.
  private mutating func enterCell(_ text: String) {
    if flow.hasText || !text.utf8.contains(where: { $0 > 0x20 }) { return }
    enterCell()
  }

  private mutating func enterCell() {
    let depth = paragraph.tables
    while storyRows.count > depth {
      flow.endTable()
      storyRows.removeLast()
    }
    while storyRows.count < depth {
      flow.beginTable()
      storyRows.append(pendingRow)
    }
    guard depth > 0 else { return }
    if !storyRows[depth - 1].isOpen {
      flow.beginRow(isHeader: storyRows[depth - 1].isHeader)
      storyRows[depth - 1].isOpen = true
    }
    if !storyRows[depth - 1].isCellOpen {
      flow.beginCell()
      storyRows[depth - 1].isCellOpen = true
    }
  }

  /// The definition of a row whose table has not begun.
  private var pendingRow = RTFRow()

  private mutating func readTable(_ word: String) {
    switch word {
    case "trowd": withRow { $0.define() }
    case "trhdr": withRow { $0.isHeader = true }
    case "clvmrg": withRow { $0.continueAbove() }
    case "cellx": withRow { $0.defineCell() }
    case "cell", "nestcell":
      guard state.destination == .text else { return }
      paragraph.tables = word == "cell" ? 1 : max(2, paragraph.tables)
      if !flow.hasText || storyRows.count != paragraph.tables { enterCell() }
      setParagraph()
      let row = storyRows[storyRows.count - 1]
      let continues = row.continuesAbove.indices.contains(row.cell) && row.continuesAbove[row.cell]
      flow.setCell(columnSpan: 1, continuesAbove: continues)
      flow.endCell()
      isItem = false
      storyRows[storyRows.count - 1].isCellOpen = false
      storyRows[storyRows.count - 1].cell += 1
    case "row", "nestrow":
      let depth = word == "row" ? 1 : max(2, storyRows.count)
      while storyRows.count > depth {
        flow.endTable()
        storyRows.removeLast()
      }
      guard !storyRows.isEmpty else { return }
      storyRows[storyRows.count - 1].isOpen = false
      storyRows[storyRows.count - 1].isCellOpen = false
      storyRows[storyRows.count - 1].cell = 0
    default: break
    }
  }

  private mutating func withRow(_ body: (inout RTFRow) -> Void) {
    body(&pendingRow)
    if !storyRows.isEmpty { body(&storyRows[storyRows.count - 1]) }
  }
}
