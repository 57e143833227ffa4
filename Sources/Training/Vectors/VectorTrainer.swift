internal import WaslBitext
internal import WaslModel

/// Learns word vectors for both languages in one space, such that the sums of a pair's two sides are alike and those
/// of different pairs are not.
///
/// The loss is the softmax over the pairs of a batch in both directions (Yang et al., "Improving multilingual
/// sentence embedding using bi-directional dual encoder", 2019), the steps are AdaGrad's by rows (Duchi et al. 2011).
/// It starts from the lexicon: an English word has a random vector, an Arabic one the mean of its translations'.
///
/// Each number is computed by one thread from others that are complete, so the result does not depend on how many
/// threads there are.
public struct VectorTrainer: Sendable {
  public var dimension = 128
  public var epochs = 3
  /// Pairs in a batch: each is told from all others of it.
  public var batch = 512
  /// The first step, for a gradient of any size.
  public var rate: Float = 0.05
  /// How long a word's first vector is for each factor of e that it is rarer than all words together.
  public var initialLength: Float = 0.1
  /// How sharply the softmax tells apart; cosines lie within 1.
  public var sharpness: Float = 20
  /// Words met less often are known by their pieces only.
  public var minimumCount: Float = 4
  public var wordLimit = 30_000
  public var pieceLimit = 8_000
  /// Share of the frequent words' occurrences that are taken as their pieces, to teach those.
  public var pieceShare: Float = 0.1
  /// Nil for as many as there are cores.
  public var threads: Int?

  public init() {}

  /// - Parameters:
  ///   - start: the vector of each Arabic and English word to begin with, see `LexiconVectors`.
  ///   - report: called after each epoch with its number and the mean loss of a pair.
  func train(
    _ text: TrainingText, start: LexiconVectors, state: TrainingState, report: (Int, Double) -> Void
  ) throws -> [WordVectors.Unit] {
    let units = VectorUnits(text, minimum: minimumCount, wordLimit: wordLimit, pieceLimit: pieceLimit)
    var vectors = start.vectors(of: units, dimension, scale: initialLength)
    var squares = Array(repeating: Float(0), count: units.units.count)
    let pairs = (0..<text.pairs.count).filter { text.pairs.weights[$0] > 0 }
    let done = try state.restore(&vectors, &squares)
    for epoch in min(done, epochs)..<epochs {
      // Of the epoch's own, so that one that is resumed is as it would have been.
      var random = SplitMix64(state: UInt64(epoch) + 1)
      let order = pairs.shuffled(using: &random)
      let steps = order.count / batch + 1
      var step = -1
      var (loss, seen) = (0.0, 0)
      for first in stride(from: 0, to: order.count, by: batch) {
        let pairs = order[first..<min(order.count, first + batch)]
        step += 1
        var work = VectorBatch(pairs, text, units, pieceShare: pieceShare, dimension: dimension, random: &random)
        if work.count < 2 { continue }
        loss += work.computeGradients(vectors, sharpness: sharpness, threads: threads)
        seen += work.count
        // Down to nothing at the end of the last epoch.
        let rate = rate * (1 - (Float(epoch) + Float(step) / Float(steps)) / Float(epochs))
        work.apply(to: &vectors, &squares, rate: rate)
      }
      try state.save(vectors, squares, epochs: epoch + 1)
      report(epoch, loss / Double(max(1, seen)))
    }
    return units.units.enumerated().compactMap { unit, description in
      let vector = Array(vectors[unit * dimension..<(unit + 1) * dimension])
      if vector.allSatisfy({ $0 == 0 }) { return nil }
      return .init(text: description.text, isPiece: description.isPiece, vector: vector)
    }
  }
}
