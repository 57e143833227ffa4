/// Joins the lines of a paragraph to one text.
enum LineJoiner {
  static func text(_ lines: [[LogicalOrder.Item]]) -> String {
    lines.reduce(into: "") { text, line in append(LineReader.text(line), to: &text) }
  }

  /// Adds a line: after a space, or at once where the line before ends within a word.
  static func append(_ line: String, to text: inout String) {
    guard !text.isEmpty, !line.isEmpty else {
      text += line
      return
    }
    let scalars = text.unicodeScalars
    if scalars.last == "\u{AD}" {
      text.unicodeScalars.removeLast()
    } else if scalars.last == "-" || scalars.last == "\u{2010}" {
      let before = scalars.dropLast().last
      // A word divided at the line's end; a number or a name keeps its hyphen.
      if before?.properties.isLowercase == true, line.unicodeScalars.first?.properties.isLowercase == true {
        text.unicodeScalars.removeLast()
      }
    } else {
      text += " "
    }
    text += line
  }
}
