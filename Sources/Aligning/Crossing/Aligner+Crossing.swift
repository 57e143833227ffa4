public import WaslBitext

extension Aligner {
  /// An alignment of a problem with what has changed places joined: a second pass over one that keeps order.
  ///
  /// Segments that are left over on both sides, or stand in doubtful beads, and match each other out of order, alone or
  /// as the start of a block, are taken out of the path, and become beads of their own where that is more probable
  /// than the best account that keeps order, see `CrossingSearch`. Where nothing is found the alignment comes back as
  /// it was.
  ///
  /// - Parameters:
  ///   - alignment: of the problem, in order. Confirmed beads stay.
  ///   - problem: its sides.
  ///   - cuts: places that no bead may reach over.
  /// - Returns: every segment in one bead, by source; those out of order are marked.
  /// - Complexity: linear in the number of segments.
  public func crossed(
    _ alignment: Alignment, of problem: AlignmentProblem, cuts: [(source: Int, target: Int)] = []
  ) -> Alignment {
    if problem.source.count == 0 || problem.target.count == 0 { return alignment }
    var search = CrossingSearch(self, problem, alignment, cuts: cuts)
    search.run()
    guard !search.blocks.isEmpty else { return alignment }
    let crossed = search.alignment.markingCrossing()
    assert(crossed.defect(sourceCount: problem.source.count, targetCount: problem.target.count) == nil)
    return crossed
  }
}
