public import WaslBitext

/// What the formats say of the two sides: the texts' names and the languages.
public struct OutputSides: Sendable, Hashable {
  public struct Side: Sendable, Hashable {
    /// As messages call it: a path, or `<stdin>`.
    public var name: String
    public var language: Language
    /// A BCP 47 tag of that language.
    public var tag: String
    /// Whether some of its texts have other tags of the same language.
    public var hasSeveralTags = false

    /// - Parameter tag: nil for the language's own, `ar` or `en`.
    public init(name: String, language: Language, tag: String? = nil) {
      self.name = name
      self.language = language
      self.tag = tag ?? language.rawValue
    }
  }

  public var source: Side
  public var target: Side

  public init(source: Side, target: Side) {
    self.source = source
    self.target = target
  }

  public init(_ text: AlignedText) {
    source = Side(name: text.source.text.name, language: text.source.language)
    target = Side(name: text.target.text.name, language: text.target.language)
  }
}
