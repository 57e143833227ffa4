/// What one source of evidence says for a bead.
public struct BeadEvidence: Sendable, Hashable, Codable {
  /// The source, such as `words` or `length`.
  public var name: String
  /// What it adds to the bead's score, in nats; below zero it speaks against the bead.
  public var score: Double

  /// One source's contribution.
  public init(name: String, score: Double) {
    self.name = name
    self.score = score
  }
}
