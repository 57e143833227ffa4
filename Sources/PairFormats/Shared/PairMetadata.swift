/// What a memory says of a pair or of one of its sides besides the text.
public struct PairMetadata: Sendable, Hashable {
  public struct Property: Sendable, Hashable {
    /// `creationdate`, `x-domain`, …
    public var name: String
    public var value: String
    /// The language of the value, where the file says it.
    public var tag: String?

    public init(_ name: String, _ value: String, tag: String? = nil) {
      self.name = name
      self.value = value
      self.tag = tag
    }
  }

  /// The pair's name in its file: `tuid` of TMX, the `id` of a unit, the key of a message.
  public var id: String?
  /// Dates, users and tools, by the names that TMX has for them.
  public var attributes: [Property] = []
  public var notes: [Property] = []
  public var properties: [Property] = []

  public init() {}

  public var isEmpty: Bool { id == nil && !hasNotes }

  var hasNotes: Bool { !(attributes.isEmpty && notes.isEmpty && properties.isEmpty) }

  /// How a note without a name is called.
  static let note = "note"
}
