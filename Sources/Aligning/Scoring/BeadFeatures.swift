/// Computes the features of any bead inside a search band, from tables built once for the document pair.
package struct BeadFeatures {
  package let problem: AlignmentProblem
  package private(set) var grid: CellGrid
  package private(set) var targetLexical: LexicalScores
  package private(set) var sourceLexical: LexicalScores
  package private(set) var vectors: VectorScores
  package let lengthModel: LengthModel
  /// Sums over the segments before each.
  package let sourceLength: [Float]
  package let targetLength: [Float]
  private let sourceTokens: [Float]
  private let targetTokens: [Float]
  /// For each segment, its best mean lexical score and cosine against any single segment in reach.
  private let sourceBest: [(lexical: Float, cosine: Float)]
  private let targetBest: [(lexical: Float, cosine: Float)]

  /// What the mean lexical score of a token is in this document, for strangers and for partners.
  package let targetNormalization: ScoreNormalization
  package let sourceNormalization: ScoreNormalization
  /// Mean over all segments of their best lexical scores.
  private let documentFit: Float
  /// log(target segments / source segments).
  package let countRatio: Float

  package init(_ problem: AlignmentProblem, band: SearchBand) {
    self.init(
      problem, band: band, reach: band, source: SegmentVocabulary(problem.source),
      target: SegmentVocabulary(problem.target))
  }

  /// - Parameters:
  ///   - search band: the nodes whose beads can be asked for.
  ///   - lengths: of the whole document, where the problem is a part of one.
  ///   - reach: the nodes about which a segment's best partner and the document's standard are looked for.
  package init(
    _ problem: AlignmentProblem, band: SearchBand, reach: SearchBand, source sourceVocabulary: SegmentVocabulary,
    target targetVocabulary: SegmentVocabulary, lengths: LengthModel? = nil
  ) {
    self.problem = problem
    let grid = CellGrid(band, targetCount: problem.target.count)
    self.grid = grid
    let reach = CellGrid(reach, targetCount: problem.target.count)
    targetLexical = .ofTarget(problem, grid, reach: reach, source: sourceVocabulary, target: targetVocabulary)
    sourceLexical = .ofSource(problem, grid, reach: reach, source: sourceVocabulary, target: targetVocabulary)
    vectors = VectorScores(problem, grid)
    lengthModel = lengths ?? LengthModel(problem.source, problem.target)
    sourceLength = prefixSums(problem.source.lengths)
    targetLength = prefixSums(problem.target.lengths)
    sourceTokens = problem.source.tokenOffsets.map(Float.init)
    targetTokens = problem.target.tokenOffsets.map(Float.init)

    var sourceBest = Array(repeating: (lexical: Float(-4), cosine: Float(0)), count: problem.source.count)
    var targetBest = Array(repeating: (lexical: Float(-4), cosine: Float(0)), count: problem.target.count)
    var products: [Float] = []
    for row in 0..<reach.sourceCount {
      let rowTokens = sourceTokens[row + 1] - sourceTokens[row] + 1
      vectors.writeProducts(row, Int(reach.lower[row])..<Int(reach.upper[row]), problem, into: &products)
      for column in Int(reach.lower[row])..<Int(reach.upper[row]) {
        let cell = reach.index(row, column)
        let columnTokens = targetTokens[column + 1] - targetTokens[column] + 1
        sourceBest[row].lexical = max(sourceBest[row].lexical, sourceLexical.single[cell] / rowTokens)
        targetBest[column].lexical = max(targetBest[column].lexical, targetLexical.single[cell] / columnTokens)
        if !vectors.isEmpty {
          let cosine = vectors.cosine(products[column - Int(reach.lower[row])], row, column)
          sourceBest[row].cosine = max(sourceBest[row].cosine, cosine)
          targetBest[column].cosine = max(targetBest[column].cosine, cosine)
        }
      }
    }
    self.sourceBest = sourceBest
    self.targetBest = targetBest
    targetNormalization = ScoreNormalization(
      best: targetBest.map(\.lexical), all: targetLexical.single, usual: (-0.9, 1.1),
      perToken: { [targetTokens] column in targetTokens[column + 1] - targetTokens[column] + 1 }, grid: reach,
      byColumn: true)
    sourceNormalization = ScoreNormalization(
      best: sourceBest.map(\.lexical), all: sourceLexical.single, usual: (-0.9, 1.1),
      perToken: { [sourceTokens] row in sourceTokens[row + 1] - sourceTokens[row] + 1 }, grid: reach, byColumn: false)
    let fits = (sourceBest + targetBest).map(\.lexical)
    // What a document says of itself is drawn towards the usual by some thirty segments' weight.
    let raw = fits.reduce(0, +) / Float(max(1, fits.count))
    documentFit = min(0, raw - 1.1) * Float(fits.count) / Float(fits.count + 60)
    countRatio = lengthModel.countRatio
  }

  /// Writes the features of the bead that joins `source` and `target` into `out`, `Feature.count` numbers.
  ///
  /// `Feature.gapContinues` belongs to the path, not to the bead, and is left at 0.
  package func write(_ source: Range<Int>, _ target: Range<Int>, into out: UnsafeMutablePointer<Float>) {
    out.update(repeating: 0, count: Feature.count)
    @inline(__always) func set(_ feature: Feature, _ value: Float) { out[feature.rawValue] = value }
    if source.isEmpty || target.isEmpty {
      let best = source.isEmpty ? targetBest[target.lowerBound] : sourceBest[source.lowerBound]
      let tokens =
        source.isEmpty
        ? targetTokens[target.upperBound] - targetTokens[target.lowerBound]
        : sourceTokens[source.upperBound] - sourceTokens[source.lowerBound]
      set(.gapLength, fastLog(tokens + 1))
      set(.gapBestLexical, (source.isEmpty ? targetNormalization : sourceNormalization).of(best.lexical))
      set(.gapBestCosine, best.cosine)
      set(.gapDocumentFit, documentFit)
      set(.gapLengthExcess, source.isEmpty ? lengthModel.excess : -lengthModel.excess)
      set(.gapCountExcess, source.isEmpty ? countRatio : -countRatio)
      return
    }
    writeLexical(source, target, into: out)
    let sourceSize = sourceTokens[source.upperBound] - sourceTokens[source.lowerBound]
    let targetSize = targetTokens[target.upperBound] - targetTokens[target.lowerBound]
    if !vectors.isEmpty {
      let cosine = vectors.cosine(source, target, grid)
      set(.cosine, cosine)
      set(.cosineRoot, cosine * (sourceSize + targetSize).squareRoot() * 0.2)
      if source.count + target.count > 2 {
        var weakest: Float = 1
        if source.count > 1 {
          for segment in source { weakest = min(weakest, vectors.cosine(segment..<segment + 1, target, grid)) }
        }
        if target.count > 1 {
          for segment in target { weakest = min(weakest, vectors.cosine(source, segment..<segment + 1, grid)) }
        }
        set(.cosineWeakest, weakest)
      }
    }
    let sourceLetters = sourceLength[source.upperBound] - sourceLength[source.lowerBound]
    let targetLetters = targetLength[target.upperBound] - targetLength[target.lowerBound]
    let deviation = lengthModel.deviation(sourceLetters, targetLetters)
    set(.length, LengthModel.logDensity(deviation, sourceLetters, targetLetters))
    set(.lengthDeviation, -abs(deviation))
    set(.lengthDeviationRoot, -abs(deviation) * (sourceLetters + targetLetters).squareRoot() * 0.05)
    set(.shapeSkew, Float(target.count - source.count) * countRatio)
    writeStructure(source, target, into: out)
  }

  /// Hands out what scores beads by weights, and is worth its making for a whole lattice.
  package func withScorer(_ weights: AlignerWeights, _ body: (borrowing BeadScorer) -> Void) {
    targetLexical.windows.withUnsafeBufferPointer { targetWindows in
      sourceLexical.windows.withUnsafeBufferPointer { sourceWindows in
        vectors.sums.withUnsafeBufferPointer { dots in
          body(
            BeadScorer(
              self, weights, targetWindows: targetWindows.baseAddress!, sourceWindows: sourceWindows.baseAddress!,
              dots: vectors.isEmpty ? nil : dots.baseAddress))
        }
      }
    }
  }

  /// The features of the same problem in another search band, with what the two have in common.
  ///
  /// - Precondition: `reach` and the types are those that these features were made with.
  package func moved(
    to band: SearchBand, reach: SearchBand, source sourceVocabulary: SegmentVocabulary,
    target targetVocabulary: SegmentVocabulary
  ) -> BeadFeatures {
    var moved = self
    moved.grid = CellGrid(band, targetCount: problem.target.count)
    let reach = CellGrid(reach, targetCount: problem.target.count)
    moved.targetLexical = .ofTarget(
      problem, moved.grid, reach: reach, source: sourceVocabulary, target: targetVocabulary,
      earlier: (targetLexical, grid))
    moved.sourceLexical = .ofSource(
      problem, moved.grid, reach: reach, source: sourceVocabulary, target: targetVocabulary,
      earlier: (sourceLexical, grid))
    moved.vectors = VectorScores(problem, moved.grid, earlier: (vectors, grid))
    return moved
  }

  private func writeLexical(_ source: Range<Int>, _ target: Range<Int>, into out: UnsafeMutablePointer<Float>) {
    @inline(__always) func set(_ feature: Feature, _ value: Float) { out[feature.rawValue] = value }
    var targetSum: Float = 0
    var targetWeakest = Float.infinity
    for segment in target {
      let score = targetLexical.windows[
        grid.index(source.lowerBound, segment) * LexicalScores.windowLimit + source.count - 1]
      targetSum += score
      targetWeakest = min(targetWeakest, score / (targetTokens[segment + 1] - targetTokens[segment] + 1))
    }
    var sourceSum: Float = 0
    var sourceWeakest = Float.infinity
    for segment in source {
      let score = sourceLexical.windows[
        grid.index(segment, target.lowerBound) * LexicalScores.windowLimit + target.count - 1]
      sourceSum += score
      sourceWeakest = min(sourceWeakest, score / (sourceTokens[segment + 1] - sourceTokens[segment] + 1))
    }
    let sourceSize = sourceTokens[source.upperBound] - sourceTokens[source.lowerBound] + 1
    let targetSize = targetTokens[target.upperBound] - targetTokens[target.lowerBound] + 1
    set(.targetLexical, targetSum * 0.1)
    let targetMean = targetNormalization.of(targetSum / targetSize)
    let sourceMean = sourceNormalization.of(sourceSum / sourceSize)
    set(.targetLexicalRoot, targetMean * targetSize.squareRoot())
    set(.targetLexicalMean, targetMean * targetSize.squareRoot().squareRoot())
    set(.sourceLexical, sourceSum * 0.1)
    set(.sourceLexicalRoot, sourceMean * sourceSize.squareRoot())
    set(.sourceLexicalMean, sourceMean * sourceSize.squareRoot().squareRoot())
    if target.count > 1 { set(.targetWeakest, targetNormalization.of(targetWeakest)) }
    if source.count > 1 { set(.sourceWeakest, sourceNormalization.of(sourceWeakest)) }
  }

  private func writeStructure(_ source: Range<Int>, _ target: Range<Int>, into out: UnsafeMutablePointer<Float>) {
    @inline(__always) func add(_ feature: Feature, _ value: Float) { out[feature.rawValue] += value }
    let sourceStarts = problem.source.startsParagraph[source.lowerBound]
    let targetStarts = problem.target.startsParagraph[target.lowerBound]
    if sourceStarts && targetStarts {
      add(.paragraphBoth, 1)
    } else if sourceStarts != targetStarts {
      add(.paragraphOne, 1)
    }
    for segment in source.dropFirst() where problem.source.startsParagraph[segment] { add(.paragraphInside, 1) }
    for segment in target.dropFirst() where problem.target.startsParagraph[segment] { add(.paragraphInside, 1) }

    let sourceEnd = problem.source.marks[source.upperBound - 1].intersection(.endings)
    let targetEnd = problem.target.marks[target.upperBound - 1].intersection(.endings)
    let endings = EndingPair(sourceEnd, targetEnd)
    if endings.agrees { add(.endingAgrees, 1) }
    if endings.differs { add(.endingDiffers, 1) }
    if endings.isHeadingDifference { add(.headingDiffers, 1) }
    var sourceMarks: Marks = []
    for segment in source { sourceMarks.formUnion(problem.source.marks[segment]) }
    var targetMarks: Marks = []
    for segment in target { targetMarks.formUnion(problem.target.marks[segment]) }
    let both = sourceMarks.intersection(targetMarks).intersection(.contents)
    let one = sourceMarks.symmetricDifference(targetMarks).intersection(.contents)
    add(.contentAgrees, Float(both.rawValue.nonzeroBitCount))
    add(.contentDiffers, Float(one.rawValue.nonzeroBitCount))
  }
}

package func prefixSums(_ values: [Float]) -> [Float] {
  var sums: [Float] = [0]
  sums.reserveCapacity(values.count + 1)
  for value in values { sums.append(sums[sums.count - 1] + value) }
  return sums
}
