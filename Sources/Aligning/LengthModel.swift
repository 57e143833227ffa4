/// How long a translation is: log-normal about a ratio estimated on the document itself, with a
/// spread that shrinks as segments grow (after Gale and Church 1993).
struct LengthModel: Sendable {
  /// log(target segments / source segments), drawn towards 0 by fifteen segments' weight.
  let countRatio: Float
  /// Mean of log(target length / source length) over the document.
  let logRatio: Float
  /// How much longer the target is than the source's length lets expect, in logs.
  let excess: Float

  /// A document's ratio, from its totals drawn towards the languages' usual one by a hundred letters' weight.
  init(_ source: Side, _ target: Side) {
    countRatio = fastLog(Float(target.count + 15) / Float(source.count + 15))
    let usual: Float = 1.22  // English letters and digits for each Arabic one
    let weight: Float = 100
    let sourceTotal = source.lengths.reduce(0, +) + weight
    let targetTotal = target.lengths.reduce(0, +) + weight * usual
    // A side with a long block that the other lacks says nothing about the ratio: stay near the usual one.
    let ratio = max(usual / 1.8, min(usual * 1.8, targetTotal / sourceTotal))
    logRatio = fastLog(ratio)
    excess = fastLog((targetTotal + 3000 * usual) / (sourceTotal + 3000) / usual)
  }

  /// Deviation of a bead's lengths from the ratio, in logs.
  @inline(__always)
  func deviation(_ source: Float, _ target: Float) -> Float {
    fastLog((target + 3) / (source + 3)) - logRatio
  }

  /// Log-density of a deviation up to a constant.
  @inline(__always)
  static func logDensity(_ deviation: Float, _ source: Float, _ target: Float) -> Float {
    let variance = 0.03 + 3 / (source + target + 6)
    return -0.5 * deviation * deviation / variance
  }

  /// The same for several targets of one source.
  @inline(__always)
  static func logDensity<Lanes: ScoreLanes>(_ deviation: Lanes, _ source: Float, _ target: Lanes) -> Lanes {
    let variance = 0.03 + 3 / (source + target + 6)
    return -0.5 * deviation * deviation / variance
  }
}
