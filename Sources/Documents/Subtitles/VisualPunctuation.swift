/// Arabic subtitles whose marks were typed for players that do not know the direction of text.
///
/// Such a player shows a full stop at the right end of an Arabic line, where the line starts, unless it is typed at
/// the start. A whole file is of one kind, so the lines are counted before any is changed.
enum VisualPunctuation {
  /// Whether the marks of a file's Arabic lines stand at their starts.
  static func isTyped(in lines: [String]) -> Bool {
    var (leading, trailing) = (0, 0)
    for line in lines where LineScript(line) == .arabic {
      let marks = line.prefix { sentenceMarks.contains($0) }
      // An ellipsis at the start is usual where a sentence goes on.
      if !marks.isEmpty, !(marks.count > 1 && marks.allSatisfy { $0 == "." }) {
        leading += 1
      } else if let last = line.last(where: { !quotes.contains($0) }), sentenceMarks.contains(last) {
        trailing += 1
      }
    }
    return leading > trailing && leading >= (trailing == 0 ? 2 : 3)
  }

  /// The line with its marks at the right end, or nil when they stand there already.
  static func repaired(_ line: String) -> String? {
    guard LineScript(line) == .arabic else { return nil }
    var text = line[...]
    var marks = text.prefix { ellipsesAndMarks.contains($0) }
    text = text.dropFirst(marks.count)
    if !marks.isEmpty, let quote = text.first, quotes.contains(quote), closesLast(quote, of: text.dropFirst()) {
      marks = line[..<text.index(after: text.startIndex)]
      text = text.dropFirst()
    }
    // The dash of a speaker.
    var dash = ""
    if let last = text.last, dashes.contains(last), text.dropLast().last == " ",
      !(text.first.map { dashes.contains($0) } ?? false)
    {
      text = text.dropLast()
      dash = "\(last) "
    }
    if marks.isEmpty && dash.isEmpty { return nil }
    return dash + text.trimmingSpaces + String(marks.reversed())
  }

  /// Whether a quotation mark that stands at the start of the line belongs behind its end: the last one opens.
  private static func closesLast(_ quote: Character, of text: Substring) -> Bool {
    guard let last = text.lastIndex(of: quote) else { return false }
    let before = last > text.startIndex ? text[text.index(before: last)] : " "
    let after = text.index(after: last) < text.endIndex ? text[text.index(after: last)] : " "
    return before.isWhitespace && !after.isWhitespace
  }

  private static let sentenceMarks: Set<Character> = [".", "،", ",", "؟", "?", "!", "؛", ":"]
  private static let ellipsesAndMarks = sentenceMarks.union(["…"])
  private static let quotes: Set<Character> = ["\"", "'", "”", "“"]
  private static let dashes: Set<Character> = ["-", "–", "—"]
}

/// The script that most letters of a line are in.
enum LineScript {
  case arabic
  case latin

  init?(_ line: String) {
    var (arabic, latin) = (0, 0)
    for scalar in line.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: arabic += 1
      case 0...0x24F, 0x1E00...0x1EFF: latin += 1
      default: break
      }
    }
    if arabic + latin == 0 { return nil }
    self = arabic >= latin ? .arabic : .latin
  }
}
