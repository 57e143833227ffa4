/// The weighted sums of the features of all beads that start at a node, up to eight target sides at once.
///
/// Lane `t` of a vector stands for the bead with `t + 1` target segments. The features, and the order in which they
/// are added up, are those of `BeadFeatures.write` and `dot`, so the scores are the same to the last bit; what
/// depends on one side alone is worked out once a segment.
package struct BeadScorer: ~Copyable {
  package typealias Eight = SIMD8<Float>

  private let features: BeadFeatures
  private let weights: FlatBuffer<Float>
  private let biases: FlatBuffer<Float>
  private let source: SideRuns
  private let target: SideRuns
  private let marks: MarkFeatures
  private let targetWindows: UnsafePointer<Float>
  private let sourceWindows: UnsafePointer<Float>
  /// `VectorScores.sums`; nil when there are no vectors.
  private let dots: UnsafePointer<Float>?
  /// For each number of target segments from 1, by source side: what these score in all, and the least mean of one.
  private let windowSums = FlatBuffer(repeating: Eight(), count: 8)
  private let windowLeast = FlatBuffer(repeating: Eight(), count: 8)

  /// - Parameters: pointers to what `features` holds, which the caller keeps in place.
  package init(
    _ features: BeadFeatures, _ weights: AlignerWeights, targetWindows: UnsafePointer<Float>,
    sourceWindows: UnsafePointer<Float>, dots: UnsafePointer<Float>?
  ) {
    self.features = features
    self.weights = FlatBuffer(weights.features)
    biases = FlatBuffer(weights.shapes + Array(repeating: 0, count: 8))
    let vectors = features.vectors
    source = SideRuns(features.problem.source, inverseNorms: vectors.sourceInverse)
    target = SideRuns(features.problem.target, inverseNorms: vectors.targetInverse)
    marks = MarkFeatures(features.problem.source.marks, features.problem.target.marks)
    self.targetWindows = targetWindows
    self.sourceWindows = sourceWindows
    self.dots = dots
  }

  /// The score of each segment's gap, which is the same wherever the path passes.
  package func gaps() -> (source: [Float], target: [Float]) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Feature.count) { buffer in
      func score(_ source: Range<Int>, _ target: Range<Int>, _ shape: Int) -> Float {
        features.write(source, target, into: buffer.baseAddress!)
        return dot(buffer.baseAddress!, self.weights.base, Feature.count) + biases[shape]
      }
      return (
        (0..<source.count).map { score($0..<$0 + 1, 0..<0, BeadShape.gapSource) },
        (0..<target.count).map { score(0..<0, $0..<$0 + 1, BeadShape.gapTarget) }
      )
    }
  }

  /// Writes the scores of the beads with both sides that start at a node, those outside the search band left as they are.
  package func write(_ row: Int, _ column: Int, _ band: SearchBand, into scores: UnsafeMutablePointer<Float>) {
    let rows = min(8, source.count - row)
    let columns = min(8, target.count - column)
    if rows <= 0 || columns <= 0 { return }
    sumWindows(row, column, columns)
    var run = Run<Eight>()
    for side in 1...rows {
      extend(&run, row + side - 1, column)
      let (first, count) = Lattice.shapes(sourceSide: side)
      let (low, high) = (Int(band.lower[row + side]), Int(band.upper[row + side]))
      let (least, most) = (max(1, low - column), min(count, high - column))
      if least > most { continue }
      // Of several source segments, four lanes are enough for the shapes that there are.
      if side == 1 {
        store(score(run, row, column, side), first, least...most, into: scores)
      } else {
        store(score(run.half, row, column, side), first, least...most, into: scores)
      }
    }
  }

  /// Writes the scores of some widths, the shapes' biases added.
  @inline(__always)
  private func store<Lanes: ScoreLanes>(
    _ scores: Lanes, _ first: Int, _ widths: ClosedRange<Int>, into all: UnsafeMutablePointer<Float>
  ) {
    let biased: Lanes = scores + lanes(biases.base, first)
    let place = all + first
    if widths.lowerBound == 1 && widths.upperBound == Lanes.scalarCount {
      UnsafeMutableRawPointer(place).storeBytes(of: biased, as: Lanes.self)
    } else {
      for width in widths { place[width - 1] = biased[width - 1] }
    }
  }

  /// Sums over the source segments of a run, by target lane.
  fileprivate struct Run<Lanes: ScoreLanes> {
    /// What the source's tokens score, and the least mean of a segment.
    var lexical = Lanes()
    var least = Lanes(repeating: .infinity)
    /// Dot products with all target segments of the lane, and with the last one alone.
    var product = Lanes()
    var single = Lanes()
    /// The least cosine of a source segment with the lane's target side.
    var weakest = Lanes(repeating: 1)
  }

  private func sumWindows(_ row: Int, _ column: Int, _ columns: Int) {
    var (sum, least) = (Eight(), Eight(repeating: .infinity))
    var place = features.grid.index(row, column) * LexicalScores.windowLimit
    for lane in 0..<columns {
      let scores = load(targetWindows, place)
      sum += scores
      least = lesser(least, scores / target.tokensAndOne[column + lane])
      windowSums[lane] = sum
      windowLeast[lane] = least
      place += LexicalScores.windowLimit
    }
  }

  @inline(__always)
  private func extend(_ run: inout Run<Eight>, _ row: Int, _ column: Int) {
    let cell = features.grid.index(row, column)
    let scores = load(sourceWindows, cell * LexicalScores.windowLimit)
    run.lexical += scores
    run.least = lesser(run.least, scores / source.tokensAndOne[row])
    if let dots {
      let through = load(dots, cell + row + 1)
      let product = through - dots[cell + row]
      run.product += product
      run.single += through - load(dots, cell + row)
      run.weakest = lesser(run.weakest, product * source.inverse[row * 8] * target.inverseNorms(column))
    }
  }

  @inline(__always)
  private func score<Lanes: ScoreLanes>(_ run: Run<Lanes>, _ row: Int, _ column: Int, _ side: Int) -> Lanes {
    let last = row + side - 1
    var sums = FeatureSums<Lanes>()
    @inline(__always) func add(_ feature: Feature, _ value: Lanes) {
      sums.add(feature, value * weights[feature.rawValue])
    }
    let sourceSize = source.tokens[last + 1] - source.tokens[row]
    let targetSize: Lanes = lanes(target.tokens.base, column + 1) - target.tokens[column]
    let sourceRoot = (sourceSize + 1).squareRoot()
    let targetSum: Lanes = transposed(windowSums, side - 1)
    let targetMean = features.targetNormalization.of(targetSum / (targetSize + 1))
    add(.targetLexical, targetSum * 0.1)
    add(.targetLexicalRoot, targetMean * Lanes(first: target.roots[column]))
    add(.targetLexicalMean, targetMean * Lanes(first: target.fourthRoots[column]))
    let sourceMean = features.sourceNormalization.of(run.lexical / (sourceSize + 1))
    add(.sourceLexical, run.lexical * 0.1)
    add(.sourceLexicalRoot, sourceMean * sourceRoot)
    add(.sourceLexicalMean, sourceMean * sourceRoot.squareRoot())
    if side < 5 {
      var weakest: Lanes = features.targetNormalization.of(transposed(windowLeast, side - 1))
      weakest[0] = 0
      add(.targetWeakest, weakest)
    }
    if side > 1 { add(.sourceWeakest, features.sourceNormalization.of(run.least)) }
    if dots != nil {
      let inverse = source.inverse[row * 8 + side - 1]
      let cosine = run.product * inverse * Lanes(first: target.inverseNorms(column))
      add(.cosine, cosine)
      add(.cosineRoot, cosine * (sourceSize + targetSize).squareRoot() * 0.2)
      add(.cosineWeakest, weakestCosine(run, side, run.single * inverse * lanes(target.ownInverse.base, column)))
    }
    let sourceLetters = features.sourceLength[last + 1] - features.sourceLength[row]
    let targetLetters: Lanes = lanes(target.letters.base, column + 1) - target.letters[column]
    let deviation = ((targetLetters + 3) / (sourceLetters + 3)).fastLogs - features.lengthModel.logRatio
    let distance = -deviation.magnitudes
    add(.length, LengthModel.logDensity(deviation, sourceLetters, targetLetters))
    add(.lengthDeviation, distance)
    add(.lengthDeviationRoot, distance * (sourceLetters + targetLetters).squareRoot() * 0.05)
    let sourceStarts = source.starts[row + 1] - source.starts[row]
    let targetStarts = target.starts[column + 1] - target.starts[column]
    if sourceStarts > 0 && targetStarts > 0 {
      add(.paragraphBoth, Lanes(repeating: 1))
    } else if sourceStarts != targetStarts {
      add(.paragraphOne, Lanes(repeating: 1))
    }
    let inside: Lanes = lanes(target.starts.base, column + 1) - target.starts[column + 1]
    add(.paragraphInside, inside + (source.starts[last + 1] - source.starts[row + 1]))
    let endings = marks.endings(source: last, target: column)
    add(.endingAgrees, Lanes(first: endings.agree))
    add(.endingDiffers, Lanes(first: endings.differ))
    add(.headingDiffers, Lanes(first: endings.heading))
    let contents = marks.contents(source: row, side, target: column)
    add(.contentAgrees, Lanes(first: contents.agree))
    add(.contentDiffers, Lanes(first: contents.differ))
    // The features past the last whole vector come after its sum.
    let widths = Lanes(first: Eight(1, 2, 3, 4, 5, 6, 7, 8))
    return sums.total + (widths - Float(side)) * features.countRatio * weights[Feature.shapeSkew.rawValue]
  }

  /// The least cosine of a segment of either side of several with the whole other side; 0 for 1-1.
  @inline(__always)
  private func weakestCosine<Lanes: ScoreLanes>(_ run: Run<Lanes>, _ side: Int, _ own: Lanes) -> Lanes {
    var result = side > 1 ? run.weakest : Lanes(repeating: 1)
    if side == 1 { result[0] = 0 }
    if side > 4 { return result }
    var least = min(1, own[0])
    for lane in 1..<Lanes.scalarCount {
      least = min(least, own[lane])
      result[lane] = min(result[lane], least)
    }
    return result
  }

  /// One lane of eight vectors.
  @inline(__always)
  private func transposed<Lanes: ScoreLanes>(_ vectors: borrowing FlatBuffer<Eight>, _ lane: Int) -> Lanes {
    Lanes(eighths: UnsafeRawPointer(vectors.base).assumingMemoryBound(to: Float.self) + lane)
  }

  @inline(__always)
  private func load(_ base: UnsafePointer<Float>, _ index: Int) -> Eight { lanes(base, index) }

  @inline(__always)
  private func lanes<Lanes: ScoreLanes>(_ base: UnsafePointer<Float>, _ index: Int) -> Lanes {
    UnsafeRawPointer(base + index).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  private func lesser(_ a: Eight, _ b: Eight) -> Eight { a.replacing(with: b, where: b .< a) }

}

extension BeadScorer.Run where Lanes == SIMD8<Float> {
  /// The first four lanes.
  fileprivate var half: BeadScorer.Run<SIMD4<Float>> {
    @inline(__always) get {
      .init(
        lexical: lexical.lowHalf, least: least.lowHalf, product: product.lowHalf, single: single.lowHalf,
        weakest: weakest.lowHalf)
    }
  }
}

/// Sums of weighted features in the order in which `dot` adds them: every eighth feature to one sum, and then the
/// eight sums one after the other.
private struct FeatureSums<Lanes: ScoreLanes> {
  private var s0 = Lanes(), s1 = Lanes(), s2 = Lanes(), s3 = Lanes()
  private var s4 = Lanes(), s5 = Lanes(), s6 = Lanes(), s7 = Lanes()

  @inline(__always)
  mutating func add(_ feature: Feature, _ value: Lanes) {
    switch feature.rawValue & 7 {
    case 0: s0 += value
    case 1: s1 += value
    case 2: s2 += value
    case 3: s3 += value
    case 4: s4 += value
    case 5: s5 += value
    case 6: s6 += value
    default: s7 += value
    }
  }

  var total: Lanes { @inline(__always) get { s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 } }
}
