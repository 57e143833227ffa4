/// Weights as text, a line `name weight` each; lines that start with `#` are comments.
enum NamedWeights {
  /// - Returns: nil if a line is broken.
  static func parse(_ text: String) -> [String: Float]? {
    var weights: [String: Float] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      guard fields.count == 2, let weight = Float(fields[1]), weight.isFinite else { return nil }
      weights[String(fields[0])] = weight
    }
    return weights
  }
}
