package import WaslBitext

/// How long a translation is: log-normal about a ratio estimated on the document itself, with a
/// spread that shrinks as segments grow (after Gale and Church 1993).
package struct LengthModel: Sendable {
  /// log(target segments / source segments), drawn towards 0 by fifteen segments' weight.
  package let countRatio: Float
  /// Mean of log(target length / source length) over the document.
  package let logRatio: Float
  /// How much longer the target is than the source's length lets expect, in logs.
  package let excess: Float

  /// English letters and digits for each Arabic one.
  private static let usual: Float = 1.22
  /// How many letters that counts for.
  private static let weight: Float = 100
  /// From which excess on one side lacks much of what the other has: the whole then says nothing of the ratios.
  private static let oneSided: Float = 0.5

  /// Whether one side lacks so much that the ratios have to be learnt from what has a counterpart.
  package var isOneSided: Bool { abs(excess) > Self.oneSided }

  /// What a gap on the side that is too long gains for each unit of excess, and on the other loses: in all nothing
  /// where one side just begins to lack much, and soon some eight nats.
  package var gainOfGaps: Float { isOneSided ? min(8, 24 * (abs(excess) - Self.oneSided)) / abs(excess) : 0 }

  private init(countRatio: Float, logRatio: Float, excess: Float) {
    self.countRatio = countRatio
    self.logRatio = logRatio
    self.excess = excess
  }

  /// A document's ratio, from its totals drawn towards the languages' usual one by a hundred letters' weight.
  package init(_ source: Side, _ target: Side) {
    countRatio = fastLog(Float(target.count + 15) / Float(source.count + 15))
    let (usual, weight) = (Self.usual, Self.weight)
    let sourceTotal = source.lengths.reduce(0, +) + weight
    let targetTotal = target.lengths.reduce(0, +) + weight * usual
    logRatio = Self.logRatio(sourceTotal, targetTotal)
    excess = fastLog((targetTotal + 3000 * usual) / (sourceTotal + 3000) / usual)
  }

  /// The ratios of a document that has been aligned.
  package init(_ source: Side, _ target: Side, aligned beads: [Bead]) {
    let whole = LengthModel(source, target)
    self = whole.isOneSided ? whole.learnt(from: beads, source, target) : whole
  }

  /// The usual ratios, with the document's excess: for a first alignment of one-sided documents.
  package var usualRatios: LengthModel { LengthModel(countRatio: 0, logRatio: fastLog(Self.usual), excess: excess) }

  /// The ratios in the beads of an alignment that have both sides, with the document's excess.
  package func learnt(from beads: some Sequence<Bead>, _ source: Side, _ target: Side) -> LengthModel {
    var (rows, columns) = (Float(15), Float(15))
    var (sourceTotal, targetTotal) = (Self.weight, Self.weight * Self.usual)
    for bead in beads where !bead.isGap {
      rows += Float(bead.source.count)
      columns += Float(bead.target.count)
      sourceTotal += source.lengths[bead.source].reduce(0, +)
      targetTotal += target.lengths[bead.target].reduce(0, +)
    }
    return LengthModel(
      countRatio: fastLog(columns / rows), logRatio: Self.logRatio(sourceTotal, targetTotal), excess: excess)
  }

  /// A side with a long block that the other lacks says nothing about the ratio: it stays near the usual one.
  private static func logRatio(_ source: Float, _ target: Float) -> Float {
    fastLog(max(usual / 1.8, min(usual * 1.8, target / source)))
  }

  /// Deviation of a bead's lengths from the ratio, in logs.
  @inline(__always)
  package func deviation(_ source: Float, _ target: Float) -> Float {
    fastLog((target + 3) / (source + 3)) - logRatio
  }

  /// Log-density of a deviation up to a constant.
  @inline(__always)
  package static func logDensity(_ deviation: Float, _ source: Float, _ target: Float) -> Float {
    let variance = 0.03 + 3 / (source + target + 6)
    return -0.5 * deviation * deviation / variance
  }

  /// The same for several targets of one source.
  @inline(__always)
  package static func logDensity<Lanes: ScoreLanes>(_ deviation: Lanes, _ source: Float, _ target: Lanes) -> Lanes {
    let variance = 0.03 + 3 / (source + target + 6)
    return -0.5 * deviation * deviation / variance
  }
}

extension AlignerWeights {
  /// The weights for a document of such lengths; those given unless one side lacks much of the other.
  ///
  /// Documents that weights are learnt from have a counterpart for most segments. In one that has not, what is learnt
  /// of lengths goes astray where it is extended: a negative weight of a squared deviation speaks for beads of eight
  /// segments against one. And of so much more text on one side, most must be gaps. Measured by
  /// `Benchmarks/evaluate_robustness`.
  package func suited(to lengths: LengthModel) -> AlignerWeights {
    if !lengths.isOneSided { return self }
    var weights = self
    weights[.length] = max(0, weights[.length])
    weights[.gapLengthExcess] = max(weights[.gapLengthExcess], lengths.gainOfGaps)
    return weights
  }
}
