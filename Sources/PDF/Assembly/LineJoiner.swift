/// Joins the lines of a paragraph to one text.
enum LineJoiner {
  /// - Parameter isJustified: whether the lines end below one another, as they do where words are divided.
  static func text(_ lines: [[LogicalOrder.Item]], isJustified: Bool) -> String {
    lines.reduce(into: "") { text, line in append(LineReader.text(line), to: &text, isJustified: isJustified) }
  }

  /// Adds a line: after a space, or at once where the line before ends within a word.
  static func append(_ line: String, to text: inout String, isJustified: Bool = false) {
    guard !text.isEmpty, !line.isEmpty else {
      text += line
      return
    }
    let scalars = text.unicodeScalars
    if scalars.last == "\u{AD}" {
      text.unicodeScalars.removeLast()
    } else if scalars.last == "-" || scalars.last == "\u{2010}" {
      let before = scalars.dropLast().last
      let word = scalars.dropLast().reversed().prefix { $0 != " " }
      // A word divided at the line's end; a number, a name or a compound keeps its hyphen.
      if isJustified, !word.contains("-"), before?.properties.isLowercase == true,
        line.unicodeScalars.first?.properties.isLowercase == true
      {
        text.unicodeScalars.removeLast()
      }
    } else {
      text += " "
    }
    text += line
  }
}
