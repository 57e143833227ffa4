/// The numbers that the rescoring at a bead adds to its first score, each by its weight.
///
/// They are those that a sum over tokens cannot give, and that only the few beads are worth which the first score leaves
/// in doubt: where in the bead the words stand, and which of them stand for each other.
public enum RescoringFeature: Int, CaseIterable, Sendable {
  /// What the target's tokens score more, or less, where links between words at like places of both sides count more
  /// than others: over the root of their number, and over their number.
  case targetOrder, targetOrderMean
  /// The same for the source's tokens.
  case sourceOrder, sourceOrderMean
  /// The share of the target's tokens that stand for one of the source's, each for one only, and how far that is from
  /// half of them, times the root of their number. What is often left untranslated counts less.
  case targetCoverage, targetCoverageRoot
  /// The same for the source's tokens.
  case sourceCoverage, sourceCoverageRoot
  /// The lesser of the two shares.
  case leastCoverage
  /// How much stands before the first token of a side that has a counterpart, and after the last one.
  case targetHead, targetTail, sourceHead, sourceTail
  /// 1 for every bead with both sides, and the number of its segments beyond two.
  case joins, joinsMore
  /// A tenth of the first score, for gaps too.
  case firstScore

  public static let count = allCases.count
}
