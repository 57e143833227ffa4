/// The plural categories of CLDR.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other

  /// A number of each category in Arabic; English has `one` and `other` alone.
  var arabicSample: Int {
    switch self {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .few: 3
    case .many: 11
    case .other: 100
    }
  }
}

/// A text of a program in one language, as a localisation file has it.
public struct KeyedMessage: Sendable, Hashable {
  /// What names the message in every language.
  public struct Identity: Sendable, Hashable {
    public var key: String
    /// What tells messages with the same key apart, if the format has such a thing.
    public var context: String?
    public var plural: PluralCategory?
  }

  public var identity: Identity
  public var content: InlineContent
  public var comment: String?
  /// Where it stands in its file, from 1.
  public var line: Int

  public var text: String { content.plainText }

  public init(
    _ key: String, _ content: InlineContent, plural: PluralCategory? = nil, context: String? = nil,
    comment: String? = nil, line: Int
  ) {
    identity = Identity(key: key, context: context, plural: plural)
    self.content = content
    self.comment = comment
    self.line = line
  }

  public init(
    _ key: String, _ text: String, plural: PluralCategory? = nil, context: String? = nil, comment: String? = nil,
    line: Int
  ) {
    self.init(
      key, InlineContent([.text(text)]), plural: plural, context: context, comment: comment, line: line)
  }
}
