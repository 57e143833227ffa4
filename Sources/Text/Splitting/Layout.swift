/// How the two languages of a file may follow each other: where the language changes, and how readily.
///
/// Each layout is a model of the file, and the file is given the layout under which it is most likely.
struct Layout {
  /// −log probability of a change of language at a gap, by `GapKind.rawValue`, in nats.
  var switchCost: [Float]
  /// −log probability of no change there.
  var stayCost: [Float]
  /// −log probability of the layout itself.
  var prior: Float

  /// - Parameter probability: of a change of language at a gap of each kind, in the order of `GapKind`.
  private init(probability: [Double], prior: Float) {
    switchCost = probability.map { -NaturalLogarithm.of($0) }
    stayCost = probability.map { -NaturalLogarithm.of(1 - $0) }
    self.prior = prior
  }

  /// Changes of language anywhere but inside a sentence, by what the file is made of. Text inside a sentence
  /// stays in its language, however long the foreign phrase: that is what quotations and terms are.
  static let repeating: [Layout] = [
    // Whole paragraphs, or blocks of several.
    Layout(probability: [1e-9, 1e-9, 1e-5, 0.003, 0.01, 0.5], prior: 2),
    // Line by line.
    Layout(probability: [1e-9, 1e-9, 1e-5, 0.003, 0.5, 0.5], prior: 2),
    // Sentence by sentence.
    Layout(probability: [1e-9, 1e-7, 1e-3, 0.5, 0.5, 0.5], prior: 4),
    // Side by side: two columns, or `العنوان – Title`.
    Layout(probability: [1e-9, 1e-7, 0.5, 0.003, 0.5, 0.5], prior: 4),
    // A few blocks of the other language in a long text.
    Layout(probability: [1e-9, 1e-9, 1e-6, 0.001, 0.01, 0.03], prior: 4),
  ]

  /// The cost of the only change of language in a file of two halves.
  ///
  /// - Parameter ratio: bytes of Arabic to bytes of English.
  static func halvesCost(gap: GapKind, ratio: Double) -> Double {
    // Arabic takes about 1.5 times the bytes of its English translation. Halves that differ by more than e are
    // less and less likely to be halves: the last words of a text may be a foreign name.
    let imbalance = abs(Double(NaturalLogarithm.of(max(ratio, 1e-9) / 1.5)))
    return halvesGapCost[Int(gap.rawValue)] + 2 * max(0, imbalance - 1)
  }

  private static let halvesGapCost = [6.5, 6, 4, 3, 2, 1]
}

/// The logarithm, which the standard library lacks, for a handful of constants.
enum NaturalLogarithm {
  /// - Precondition: `value` is positive and finite.
  static func of(_ value: Double) -> Float {
    // value = m · 2^e with m in 1..<2; ln m by the series of artanh, whose terms fall by at least 9.
    let ratio = (value.significand - 1) / (value.significand + 1)
    var (sum, term) = (0.0, ratio)
    for odd in stride(from: 1.0, through: 31, by: 2) {
      sum += term / odd
      term *= ratio * ratio
    }
    return Float(2 * sum + Double(value.exponent) * 0.693147180559945309)
  }
}
