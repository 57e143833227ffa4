/// Aligns one block: finds the search band, sums over the paths in it, and widens it until hardly any
/// probability lies at its edge.
package struct BandSearch {
  /// A bead on the path with its posterior.
  package struct ScoredStep {
    package var step: Lattice.Step
    package var confidence: Float
    /// The lesser of what the first score and the second say. A path that has gone astray is known by the first, which
    /// weighs all others too; the second is sure of the best of what is left.
    package var sureness: Float

    package init(step: Lattice.Step, confidence: Float, first: Float = 1) {
      self.step = step
      self.confidence = confidence
      sureness = min(first, confidence)
    }
  }

  /// Lattices of no more nodes are searched whole.
  package var fullLimit = 600
  /// Columns on either side of the anchors' path at first, and where a segment's best partner is looked for.
  package var margin = 4
  package static let reach = 12
  /// Rows on either side of one to be widened that are widened with it at most.
  package static let reachOfWidening = 48
  /// The share of probability at the edge of a row that counts as too much.
  package static let edgeLimit: Float = 1e-3
  /// The widest rectangle between anchors.
  package static let widest = 1_500
  /// Nodes that a search band may have, at some 400 bytes each: what says nothing (a sentence repeated ten thousand
  /// times, texts without a common word) is searched about a straight line, in bounded memory.
  package static let nodeLimit = 1 << 20
  /// Columns that every row keeps.
  package static let narrowest = 24

  package var weights: AlignerWeights
  package let beadCost: Float
  package let gapAdaptation: Float
  /// Of the whole document: a block beside a block that one side lacks would mislead.
  package var lengths: LengthModel?

  package init(weights: AlignerWeights, beadCost: Float, gapAdaptation: Float) {
    self.weights = weights
    self.beadCost = beadCost
    self.gapAdaptation = gapAdaptation
  }

  package func path(
    _ problem: AlignmentProblem, _ source: SegmentVocabulary, _ target: SegmentVocabulary, _ anchors: Anchors
  )
    -> [ScoredStep]
  {
    let (n, m) = (problem.source.count, problem.target.count)
    let course = AnchoredPath(anchors.chain, sourceCount: n, targetCount: m)
    let widest = max(Self.narrowest, min(Self.widest, Self.nodeLimit / (n + 1)))
    let reach = course.band(margin: { _ in Self.reach }, widest: widest)
    var margins = Array(repeating: margin, count: n + 1)
    let isWhole = (n + 1) * (m + 1) <= fullLimit
    var band = isWhole ? SearchBand(full: n, m) : course.band(margin: { margins[$0] }, widest: widest)
    /// Takes the search band with the margins as they are now, unless nothing changed or it has grown too large.
    func widened(_ isWider: Bool) -> Bool {
      guard isWider else { return false }
      let wider = course.band(margin: { margins[$0] }, widest: widest)
      if wider == band || wider.nodeCount > Self.nodeLimit { return false }
      band = wider
      return true
    }
    let labels = LabelSupport(problem, source, target)
    var earlier: (features: BeadFeatures, lattice: Lattice)?
    while true {
      let features =
        earlier?.features.moved(to: band, reach: reach, source: source, target: target)
        ?? BeadFeatures(problem, band: band, reach: reach, source: source, target: target, lengths: lengths)
      let scored = Lattice(features, band, weights: weights, earlier: earlier?.lattice)
      earlier = (features, scored)
      var lattice = scored
      if let labels { lattice.keepApart(labels) }
      lattice.keepSymbolsAmongTheirLike(problem.source.marks, problem.target.marks)
      let probabilities = lattice.probabilities(gapAdaptation: gapAdaptation)
      if !isWhole {
        let (low, high) = probabilities.edgeRows(limit: Self.edgeLimit)
        if !low.isEmpty || !high.isEmpty {
          // Once a row is as wide as this, more would not find anything that the texts say.
          let most = max(Self.widest, m / max(1, n) * 8)
          if widened(widen(&margins, at: low + high, most: most)) { continue }
        }
      }
      let path = probabilities.mostExpectedPath(cost: beadCost)
      if !isWhole, widened(cover(Self.gapRuns(path), &margins, course)) { continue }
      guard weights.rescores else {
        return path.map { ScoredStep(step: $0, confidence: probabilities.confidence(of: $0)) }
      }
      let rescored = Rescoring(lattice, features, weights: weights).lattice(probabilities, path: path)
        .probabilities(gapAdaptation: gapAdaptation)
      return rescored.mostExpectedPath(cost: beadCost).map {
        ScoredStep(
          step: $0, confidence: rescored.confidence(of: $0), first: probabilities.confidence(of: $0))
      }
    }
  }

  /// The rectangles of nodes spanned by gaps of both sides with few beads between.
  ///
  /// All source gaps of a run come before its target gaps, so that the path leads through a corner of the
  /// rectangle; where the search band lacks it, beads that match nothing stand in between.
  package static func gapRuns(_ path: [Lattice.Step]) -> [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] {
    var runs: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
    var index = 0
    while index < path.count {
      guard BeadShape.isGap(path[index].shape) else {
        index += 1
        continue
      }
      var (last, next) = (index, index + 1)
      var hasOther = false
      while next < path.count, next - last <= 3 {
        if BeadShape.isGap(path[next].shape) {
          hasOther = hasOther || path[next].shape != path[index].shape
          last = next
        }
        next += 1
      }
      if hasOther {
        let (first, end) = (path[index], path[last])
        runs.append((first.row...end.source.upperBound, first.column...end.target.upperBound))
      }
      index = last + 1
    }
    return runs
  }

  /// Widens the search band to hold the rectangles, up to a limit.
  /// - Returns: whether any margin grew.
  private func cover(
    _ runs: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)], _ margins: inout [Int], _ course: AnchoredPath
  ) -> Bool {
    var grown = false
    for run in runs where run.rows.count * run.columns.count <= Self.widest * Self.widest {
      func needed(_ row: Int) -> Int {
        max(Int(course.lower[row]) - run.columns.lowerBound, run.columns.upperBound - Int(course.upper[row]))
      }
      guard run.rows.contains(where: { needed($0) > margins[$0] }) else { continue }
      grown = true
      // With a row more at either end: the beads there may be gaps too, less probably.
      for row in max(0, run.rows.lowerBound - 1)...min(margins.count - 1, run.rows.upperBound + 1) {
        margins[row] = max(margins[row], needed(row))
      }
    }
    return grown
  }

  /// Three times the margin about the rows given.
  /// - Returns: whether any margin grew.
  private func widen(_ margins: inout [Int], at rows: [Int], most: Int) -> Bool {
    var wanted = margins
    for row in rows {
      let margin = min(most, margins[row] * 3)
      let around = min(margin * 2, Self.reachOfWidening)
      for near in max(0, row - around)...min(margins.count - 1, row + around) {
        wanted[near] = max(wanted[near], margin)
      }
    }
    defer { margins = wanted }
    return wanted != margins
  }
}

extension Lattice {
  /// The rows whose first or last node is not the document's and yet has a share of the probability.
  package func edgeRows(_ posteriors: Posteriors, limit: Float) -> (low: [Int], high: [Int]) {
    func mass(_ node: Int) -> Float {
      var sum: Float = 0
      for index in node * Self.shapeCount..<(node + 1) * Self.shapeCount { sum += posteriors.beads[index] }
      return sum
    }
    var (low, high): ([Int], [Int]) = ([], [])
    for row in 0...sourceCount {
      if band.lower[row] > 0, mass(rowStart[row]) > limit { low.append(row) }
      if Int(band.upper[row]) < targetCount, mass(rowStart[row + 1] - 1) > limit { high.append(row) }
    }
    return (low, high)
  }
}
