/// How many of a number of things are right.
public struct Tally: Sendable, Hashable {
  public var correct = 0
  public var total = 0

  public init(correct: Int = 0, total: Int = 0) {
    self.correct = correct
    self.total = total
  }

  /// 0 when there is nothing to count.
  public var share: Double { total == 0 ? 0 : Double(correct) / Double(total) }

  public static func += (left: inout Tally, right: Tally) {
    left.correct += right.correct
    left.total += right.total
  }
}

/// Precision and recall as counts, so that documents can be pooled.
public struct Score: Sendable, Hashable {
  /// Of what the hypothesis says, how much is right.
  public var precision = Tally()
  /// Of what the gold says, how much the hypothesis found.
  public var recall = Tally()

  public init(precision: Tally = Tally(), recall: Tally = Tally()) {
    self.precision = precision
    self.recall = recall
  }

  /// The harmonic mean of precision and recall, 0 when both are.
  public var f1: Double {
    let sum = precision.share + recall.share
    return sum == 0 ? 0 : 2 * (precision.share * recall.share) / sum
  }

  public static func += (left: inout Score, right: Score) {
    left.precision += right.precision
    left.recall += right.recall
  }
}
