public import WaslBitext

/// What is known of an alignment before it is looked for.
public enum Constraint: Sendable, Hashable {
  /// These segments belong together, and no others with them.
  case bead(source: Range<Int>, target: Range<Int>)
  /// These source segments have no counterpart.
  case sourceGap(Range<Int>)
  /// These target segments have no counterpart.
  case targetGap(Range<Int>)
  /// No bead reaches over this place: what stands before it on one side belongs to what stands before it on the other.
  case cut(source: Int, target: Int)

  /// That the bead stands as it is.
  public init(_ bead: Bead) {
    self =
      bead.target.isEmpty
      ? .sourceGap(bead.source)
      : bead.source.isEmpty ? .targetGap(bead.target) : .bead(source: bead.source, target: bead.target)
  }
}
