/// What a reader has left out of a document on purpose, and how often, so that nothing goes in silence.
public struct Omissions: Sendable, Hashable {
  /// A kind of thing that is left out.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case comments = "comment"
    /// Text whose deletion, or move to another place, is recorded but not yet accepted.
    case deletions = "tracked deletion"
    case headersAndFooters = "header or footer"
    /// Text that its program does not show.
    case hiddenText = "stretch of hidden text"
    case hiddenSheets = "hidden sheet"
    case hiddenSlides = "hidden slide"
    /// Charts, diagrams and documents inside the document, which have files of their own.
    case embeddedObjects = "embedded object"
  }

  private var counts: [Kind: Int] = [:]

  public init() {}

  /// How many things of a kind were left out.
  public subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

  public var isEmpty: Bool { counts.isEmpty }

  /// Such as `left out: 3 comments, 1 tracked deletion`, or nil when nothing was.
  public var message: String? {
    let parts = Kind.allCases.compactMap { kind in
      counts[kind].map { count in "\(count) \(count == 1 ? kind.rawValue : kind.plural)" }
    }
    return parts.isEmpty ? nil : "left out: " + parts.joined(separator: ", ")
  }

  package mutating func add(_ kind: Kind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  package mutating func merge(_ other: Omissions) {
    for (kind, count) in other.counts { add(kind, count) }
  }
}

extension Omissions.Kind {
  fileprivate var plural: String {
    switch self {
    case .headersAndFooters: "headers and footers"
    case .hiddenText: "stretches of hidden text"
    default: rawValue + "s"
    }
  }
}
