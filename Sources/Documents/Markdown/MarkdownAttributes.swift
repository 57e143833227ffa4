/// Attribute lists: `{: .class}` of Kramdown and MkDocs, `{#id .class key=value}` of Pandoc and Docusaurus.
enum MarkdownAttributes {
  /// The end of the list that starts at a `{`, or nil when there is none.
  ///
  /// - Parameter followsSpan: whether a link or code stands before it, so that `{width=50%}` is one too.
  static func end(_ characters: [Character], _ start: Int, followsSpan: Bool) -> Int? {
    guard start + 2 < characters.count, characters[start] == "{" else { return nil }
    let limit = min(characters.count, start + 400)
    guard let close = characters[start..<limit].firstIndex(of: "}") else { return nil }
    let inside = characters[start + 1..<close]
    guard let first = inside.first, let second = inside.dropFirst().first else { return nil }
    let isList =
      switch first {
      case ":": true
      case "#", ".": second.isLetter || second == "_"
      default: followsSpan && inside.contains("=") && (first.isLetter || first == " ")
      }
    return isList ? close + 1 : nil
  }
}
