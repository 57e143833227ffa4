/// The decoded text of one input: valid UTF-8, and what it was decoded from.
///
/// Nothing in Wasl rewrites this text. Every later stage speaks of ranges of `bytes`, and what is
/// written out is cut from them. A byte order mark at the start of a UTF-8 file stays in `bytes`,
/// so that offsets count what the file holds.
public struct SourceText: Sendable {
  /// What messages call the input: a path as the user gave it, or `<stdin>`.
  public let name: String
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// The IANA name of the encoding the input was decoded from, such as `UTF-8` or `windows-1256`.
  public let encoding: String
  /// When each stretch of the text is shown, if it comes from subtitles; in the order of the file.
  public let cues: [Cue]
  /// The parts that the document sets apart, in the order of the text and without overlaps. Every character that is not
  /// white space lies in one of them; empty for plain text.
  public let blocks: [Block]

  /// - Precondition: `bytes` is valid UTF-8 (checked in debug builds only).
  public init(name: String, bytes: [UInt8], encoding: String = "UTF-8", cues: [Cue] = [], blocks: [Block] = []) {
    assert(String(validating: bytes, as: UTF8.self) != nil, "SourceText must be valid UTF-8")
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    self.cues = cues
    self.blocks = blocks
    assert(blockDefect == nil, blockDefect ?? "")
  }

  /// A text that a program has as a string.
  public init(name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The text of a byte range, which must lie on scalar boundaries.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
