internal import WaslModel

extension TransliterationTrainer {
  /// Fits the calibration on pairs that the model has not learnt from: how often does a log ratio occur among true
  /// pairs, how often among words that meet by chance?
  /// - Parameters:
  ///   - pairs: held-out pairs.
  ///   - arabicWords: what the names meet by chance; without any, the other names.
  func calibrate(
    _ model: TransliterationModel, _ pairs: [NamePair], _ arabicWords: [[UInt8]]
  ) -> TransliterationModel.RatioCalibration {
    // Between these the two overlap. Above, most words that meet "by chance" are the same name in truth.
    let (lowest, highest): (Float, Float) = (-4, 6)
    let others = arabicWords.isEmpty ? pairs.map(\.arabic) : every(arabicWords.count / 20_000 + 1, of: arabicWords)
    let links = model.links(
      model.arabicWords(others), model.latinWords(pairs.map(\.latin)), threshold: lowest, limit: .max)
    let chance = links.filter { $0.logRatio < highest && (!arabicWords.isEmpty || $0.arabic != $0.latin) }
    let scores = pairs.map { pair in
      pair.arabic.withUnsafeBufferPointer { arabic in
        pair.latin.withUnsafeBufferPointer { model.logRatio(arabic: arabic, latin: $0, strippingClitics: true) }
      }
    }
    let found = scores.filter { $0 >= lowest && $0 < highest }
    guard found.count >= 20, chance.count >= 20 else { return .init(cap: cap) }
    let (slope, intercept) = logistic(found.map(Double.init), chance.map { Double($0.logRatio) })
    let priorOdds = logarithm(Double(pairs.count)) - logarithm(Double(pairs.count) * Double(others.count))
    guard slope > 0 else { return .init(cap: cap) }
    return .init(slope: Float(slope), offset: Float(intercept - priorOdds), cap: cap)
  }

  private func every<Element>(_ step: Int, of elements: [Element]) -> [Element] {
    stride(from: 0, to: elements.count, by: step).map { elements[$0] }
  }

  /// Logistic regression on one variable by Newton's method: the log odds of a true pair are slope × score + intercept.
  private func logistic(_ positive: [Double], _ negative: [Double]) -> (slope: Double, intercept: Double) {
    var (slope, intercept) = (0.5, 0.0)
    for _ in 0..<30 {
      // A weak pull of the slope to its start keeps it finite where the two sides do not overlap.
      var gradient = (slope: 0.5 - slope, intercept: 0.0)
      var curvature = (slope: 1.0, both: 0.0, intercept: 1e-9)
      for (scores, label) in [(positive, 1.0), (negative, 0.0)] {
        for score in scores {
          let probability = 1 / (1 + exponential(-slope * score - intercept))
          let weight = probability * (1 - probability)
          gradient.slope += (label - probability) * score
          gradient.intercept += label - probability
          curvature.slope += weight * score * score
          curvature.both += weight * score
          curvature.intercept += weight
        }
      }
      let determinant = curvature.slope * curvature.intercept - curvature.both * curvature.both
      guard determinant > 1e-12 else { break }
      slope += (gradient.slope * curvature.intercept - gradient.intercept * curvature.both) / determinant
      intercept += (gradient.intercept * curvature.slope - gradient.slope * curvature.both) / determinant
    }
    return (slope, intercept)
  }
}
