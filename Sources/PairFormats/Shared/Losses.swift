/// What a format cannot hold of the pairs that were written in it, as numbers of pairs.
public struct Losses: Sendable, Hashable {
  /// Inline codes: placeholders became words, breaks spaces, the others nothing.
  public var codes = 0
  /// Keys and other names of pairs.
  public var names = 0
  /// Notes, properties, dates, users.
  public var metadata = 0
  /// Language tags that differ from pair to pair.
  public var tags = 0

  public init() {}

  /// For people; nil when nothing was lost.
  public func text(_ format: Format) -> String? {
    let parts = [
      (codes, "inline codes"), (metadata, "notes, dates or users"), (names, "a name"), (tags, "a tag of its own"),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) pair\($0.0 == 1 ? "" : "s") with \($0.1)" }
    return parts.isEmpty ? nil : "\(format.rawValue) cannot hold all of \(parts.joined(separator: ", "))"
  }

  static func += (left: inout Losses, right: Losses) {
    left.codes += right.codes
    left.names += right.names
    left.metadata += right.metadata
    left.tags += right.tags
  }

  mutating func count(_ bead: BeadText, _ sides: OutputSides, in format: Format) {
    guard format != .tmx else { return }
    let parts = [bead.source, bead.target].compactMap { $0 }
    if format != .xliff {
      if parts.contains(where: { $0.content != nil }) { codes += 1 }
      if bead.metadata.id != nil { names += 1 }
      if ([bead.metadata] + parts.map(\.metadata)).contains(where: \.hasNotes) { metadata += 1 }
    }
    if sides.source.hasSeveralTags || sides.target.hasSeveralTags { tags += 1 }
  }
}

extension AlignedTextWriter {
  /// The tags that the user asks for stand for those of the pairs.
  func tagged(_ bead: BeadText) -> BeadText {
    var bead = bead
    if options.sourceTag != nil { bead.source?.tag = nil }
    if options.targetTag != nil { bead.target?.tag = nil }
    return bead
  }
}
