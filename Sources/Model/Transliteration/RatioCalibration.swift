extension TransliterationModel {
  /// From the model's log ratio, which takes the operations for independent of each other, to a ratio that holds on
  /// documents.
  public struct RatioCalibration: Sendable, Hashable {
    public var slope: Float
    public var offset: Float
    /// What a sure pair is worth; about the number of words in a document, as a name stands in few places.
    public var cap: Float

    public init(slope: Float = 1, offset: Float = 0, cap: Float = 1_000) {
      self.slope = slope
      self.offset = offset
      self.cap = cap
    }

    /// How many times more often a word stands beside the other than chance would have it, 0 up to the cap.
    ///
    /// The likelihood ratio is exp(slope × log ratio + offset); of that and the cap, half the harmonic mean.
    public func ratio(_ logRatio: Float) -> Float {
      cap / (1 + cap * exponential(min(-slope * logRatio - offset, 80)))
    }

    /// The log ratio at which the probability of a pair reaches a value between 0 and 1; see `probability(_:among:)`.
    public func threshold(probability: Float, among words: Int) -> Float {
      (logarithm(probability / (1 - probability) * Float(max(1, words))) - offset) / slope
    }

    /// The probability that two words are a pair, when one of them has that many words to choose from.
    public func probability(_ logRatio: Float, among words: Int) -> Float {
      1 / (1 + Float(max(1, words)) * exponential(min(-slope * logRatio - offset, 80)))
    }
  }
}
