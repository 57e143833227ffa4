public import WaslBitext

extension Feature {
  /// What the feature is evidence of, for people.
  package var evidence: String {
    switch self {
    case .targetLexical, .targetLexicalRoot, .targetLexicalMean, .sourceLexical, .sourceLexicalRoot,
      .sourceLexicalMean, .targetWeakest, .sourceWeakest:
      "words"
    case .cosine, .cosineRoot, .cosineWeakest: "vectors"
    case .length, .lengthDeviation, .lengthDeviationRoot: "length"
    case .paragraphBoth, .paragraphOne, .paragraphInside: "paragraphs"
    case .endingAgrees, .endingDiffers, .headingDiffers, .contentAgrees, .contentDiffers: "punctuation"
    case .gapLength, .gapBestLexical, .gapBestCosine, .gapContinues, .gapDocumentFit, .gapLengthExcess,
      .gapCountExcess:
      "gap"
    case .shapeSkew: "shape"
    }
  }
}

extension RescoringFeature {
  /// What the feature is evidence of, for people.
  package var evidence: String {
    switch self {
    case .targetOrder, .targetOrderMean, .sourceOrder, .sourceOrderMean: "order"
    case .targetCoverage, .targetCoverageRoot, .sourceCoverage, .sourceCoverageRoot, .leastCoverage, .targetHead,
      .targetTail, .sourceHead, .sourceTail:
      "coverage"
    case .joins, .joinsMore, .firstScore: "shape"
    }
  }
}

extension Aligner {
  /// What each source of evidence adds to the score of each bead of an alignment, the strongest first.
  ///
  /// Long gaps and beads of shapes that the search does not know, as a person may make them, have none.
  ///
  /// - Precondition: the alignment covers the problem's segments, each once, and in order but for beads that are marked
  ///   as crossing.
  public func evidence(for alignment: Alignment, of problem: AlignmentProblem) -> [[BeadEvidence]] {
    let (n, m) = (problem.source.count, problem.target.count)
    if n == 0 || m == 0 { return alignment.beads.map { _ in [] } }
    var lower = Array(repeating: Int32(m), count: n + 1)
    var upper = Array(repeating: Int32(0), count: n + 1)
    var (row, column) = (0, 0)
    for bead in alignment.beads {
      if !bead.source.isEmpty { row = bead.source.lowerBound }
      if !bead.target.isEmpty { column = bead.target.lowerBound }
      let (rowEnd, columnEnd) = (row + bead.source.count, column + bead.target.count)
      // The search band's bounds rise, so that it also holds what lies between a bead that crosses and its neighbours.
      for passed in row...rowEnd {
        lower[passed] = min(lower[passed], Int32(column))
        upper[passed] = max(upper[passed], Int32(columnEnd))
      }
      (row, column) = (rowEnd, columnEnd)
    }
    let weights = weights.suited(to: LengthModel(problem.source, problem.target))
    let features = BeadFeatures(problem, band: SearchBand(lower: lower, upper: upper, targetCount: m))
    var values = Array(repeating: Float(0), count: Feature.count)
    var words = WordOrder(features)
    return alignment.beads.map { bead in
      guard
        let shape = BeadShape.all.firstIndex(where: {
          $0.source == bead.source.count && $0.target == bead.target.count
        })
      else { return [] }
      values.withUnsafeMutableBufferPointer { features.write(bead.source, bead.target, into: $0.baseAddress!) }
      var scores = ["shape": Double(weights.shapes[shape])]
      for feature in Feature.allCases where values[feature.rawValue] != 0 {
        scores[feature.evidence, default: 0] += Double(values[feature.rawValue] * weights[feature])
      }
      guard weights.rescores else { return Self.sorted(scores) }
      for (name, score) in scores { scores[name] = score * Double(weights.firstScoreFactor) }
      if !bead.isGap {
        var values = Array(repeating: Float(0), count: RescoringFeature.count)
        values.withUnsafeMutableBufferPointer { words.write(bead.source, bead.target, into: $0.baseAddress!) }
        for feature in RescoringFeature.allCases where values[feature.rawValue] != 0 {
          scores[feature.evidence, default: 0] += Double(values[feature.rawValue] * weights[feature])
        }
      }
      return Self.sorted(scores)
    }
  }

  private static func sorted(_ scores: [String: Double]) -> [BeadEvidence] {
    scores.map { BeadEvidence(name: $0.key, score: $0.value) }
      .sorted { (abs($0.score), $1.name) > (abs($1.score), $0.name) }
  }
}
