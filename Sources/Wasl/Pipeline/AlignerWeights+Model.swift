public import WaslAligning
public import WaslModel

extension AlignerWeights {
  /// The weights in a model file, or nil if it has none, or those of another set of features.
  ///
  /// The section is text: a line `name weight` for each feature, shape and rescoring feature.
  public init?(_ model: TranslationModel) {
    let text = String(decoding: model.file.copy("weights"), as: UTF8.self)
    guard !text.isEmpty else { return nil }
    self.init(parsing: text)
  }

  /// - Returns: nil if a line is broken or a name is missing.
  public init?(parsing text: String) {
    guard let values = NamedWeights.parse(text) else { return nil }
    var weights = Self.zero
    for feature in Feature.allCases {
      guard let value = values["\(feature)"] else { return nil }
      weights[feature] = value
    }
    for (index, shape) in BeadShape.all.enumerated() {
      guard let value = values["\(shape.source)-\(shape.target)"] else { return nil }
      weights.shapes[index] = value
    }
    // Weights learnt before there was a rescoring have none for it.
    if values["\(RescoringFeature.firstScore)"] != nil {
      for feature in RescoringFeature.allCases {
        guard let value = values["\(feature)"] else { return nil }
        weights.rescoring[feature.rawValue] = value
      }
    }
    self = weights
  }

  /// The text of the model file's section.
  public var text: String {
    let features = Feature.allCases.map { "\($0) \(self[$0])" }
    let shapes = zip(BeadShape.all, self.shapes).map { "\($0.source)-\($0.target) \($1)" }
    let rescoring = zip(RescoringFeature.allCases, self.rescoring).map { "\($0) \($1)" }
    return (features + shapes + rescoring).joined(separator: "\n") + "\n"
  }
}
