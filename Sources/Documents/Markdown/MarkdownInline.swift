internal import WaslSyntax

/// Emphasis, code, links and images inside a paragraph.
struct MarkdownInline {
  /// The text that is seen; `\n` is a line end.
  private(set) var text = ""
  /// The notes that are referred to, and where in `text`, in bytes.
  private(set) var references: [(name: String, place: Int)] = []
  /// Notes that stand in the text, `^[…]`, and where.
  private(set) var notes: [(text: String, place: Int)] = []
  private let definitions: Set<String>

  /// - Parameter definitions: names of links that are defined elsewhere, in small letters.
  init(_ markdown: String, definitions: Set<String> = []) {
    self.definitions = definitions
    read(Array(markdown))
  }

  private mutating func append(_ part: String) {
    text += String(decoding: CharacterReferences.decoded(Array(part.utf8)[...]), as: UTF8.self)
  }

  private mutating func read(_ characters: [Character]) {
    var index = 0
    // Plain characters are added together, for references go over several.
    var plain = ""
    func next(_ offset: Int = 1) -> Character {
      index + offset < characters.count ? characters[index + offset] : " "
    }
    while index < characters.count {
      let character = characters[index]
      var end: Int?
      switch character {
      case "\\":
        if next().isPunctuation || next().isSymbol {
          plain.append(next())
          index += 2
          continue
        }
      case "`":
        if let code = code(characters, index) {
          append(plain)
          plain = ""
          text += String(characters[code.text])
          end = MarkdownAttributes.end(characters, code.end, followsSpan: true) ?? code.end
        }
      case "!" where next() == "[" && link(characters, index + 1) != nil:
        index += 1
        continue
      case "^" where next() == "[":
        if let close = Self.matching(characters, index + 1, "[", "]") {
          append(plain)
          plain = ""
          notes.append((String(characters[index + 2..<close]), text.utf8.count))
          end = close + 1
        }
      case "[":
        if next() == "^", let close = Self.matching(characters, index, "[", "]") {
          append(plain)
          plain = ""
          references.append((String(characters[index + 2..<close]).lowercased(), text.utf8.count))
          end = close + 1
        } else if let link = link(characters, index) {
          append(plain)
          plain = ""
          read(Array(characters[link.text]))
          end = MarkdownAttributes.end(characters, link.end, followsSpan: true) ?? link.end
        }
      case "{":
        end = MarkdownAttributes.end(characters, index, followsSpan: false)
        if end != nil { while plain.last == " " { plain.removeLast() } }
      case "<":
        if let close = Self.tagEnd(characters, index) {
          // An address in angle brackets is text.
          let inside = String(characters[index + 1..<close])
          if inside.contains("://") && !inside.contains(" ") || inside.contains("@") && !inside.contains("=") {
            plain += inside
          }
          if inside.lowercased().hasPrefix("br") { plain += "\n" }
          end = close + 1
        }
      case "*", "_", "~":
        let runEnd = characters[index...].firstIndex { $0 != character } ?? characters.count
        if !Self.isMark(characters, index..<runEnd) { plain += String(characters[index..<runEnd]) }
        end = runEnd
      default: break
      }
      if let end {
        index = end
      } else {
        plain.append(character)
        index += 1
      }
    }
    append(plain)
  }

  /// How far the other end of a link or of emphasis is looked for, so that no text costs its square.
  private static let reach = 2000

  /// A code span: as many `` ` `` behind it as before it.
  private func code(_ characters: [Character], _ start: Int) -> (text: Range<Int>, end: Int)? {
    let limit = min(characters.count, start + Self.reach)
    func runEnd(_ index: Int) -> Int { characters[index..<limit].firstIndex { $0 != "`" } ?? limit }
    let open = runEnd(start)
    var index = open
    while let tick = characters[index..<limit].firstIndex(of: "`") {
      let close = runEnd(tick)
      if close - tick == open - start {
        var text = open..<tick
        // A space on both sides keeps marks apart.
        if text.count > 2, characters[open] == " ", characters[tick - 1] == " " { text = open + 1..<tick - 1 }
        return (text, close)
      }
      index = close
    }
    return nil
  }

  /// Whether a run of `*`, `_` or `~~` is a mark: it touches a word, and another such run is there.
  private static func isMark(_ characters: [Character], _ run: Range<Int>) -> Bool {
    guard touches(characters, run) else { return false }
    let mark = characters[run.lowerBound]
    var index = max(0, run.lowerBound - reach)
    while index < min(characters.count, run.upperBound + reach) {
      guard characters[index] == mark else {
        index += 1
        continue
      }
      let end = characters[index...].firstIndex { $0 != mark } ?? characters.count
      if index != run.lowerBound, touches(characters, index..<end) { return true }
      index = end
    }
    return false
  }

  private static func touches(_ characters: [Character], _ run: Range<Int>) -> Bool {
    let mark = characters[run.lowerBound]
    if mark == "~" && run.count < 2 { return false }
    let before = run.lowerBound > 0 ? characters[run.lowerBound - 1] : " "
    let after = run.upperBound < characters.count ? characters[run.upperBound] : " "
    if before.isWhitespace && after.isWhitespace { return false }
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    return !(mark == "_" && isWord(before) && isWord(after))
  }

  /// `[text](target)`, `[text][name]`, `[[page|text]]`, `[name]`: the text's range, and where the link ends.
  private func link(_ characters: [Character], _ start: Int) -> (text: Range<Int>, end: Int)? {
    guard let close = Self.matching(characters, start, "[", "]") else { return nil }
    let text = start + 1..<close
    let after = close + 1 < characters.count ? characters[close + 1] : " "
    if after == "(", let end = Self.matching(characters, close + 1, "(", ")") { return (text, end + 1) }
    if after == "[", let end = Self.matching(characters, close + 1, "[", "]") { return (text, end + 1) }
    if text.count > 2, characters[start + 1] == "[", characters[close - 1] == "]" {
      let bar = characters[text].firstIndex(of: "|").map { $0 + 1 } ?? start + 2
      return (bar..<close - 1, close + 1)
    }
    if definitions.contains(String(characters[text]).lowercased()) { return (text, close + 1) }
    return nil
  }

  private static func matching(
    _ characters: [Character], _ start: Int, _ open: Character, _ close: Character
  ) -> Int? {
    var depth = 0
    for index in start..<min(characters.count, start + reach) {
      if characters[index] == open { depth += 1 }
      if characters[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func tagEnd(_ characters: [Character], _ start: Int) -> Int? {
    guard start + 1 < characters.count, characters[start + 1].isLetter || "/!".contains(characters[start + 1]) else {
      return nil
    }
    return characters[start...].prefix(reach).firstIndex(of: ">")
  }
}
