/// Estimates which words translate which, from sentence pairs.
///
/// IBM Model 1 with a NULL word (Brown et al. 1993) in both directions at once, with the preference
/// for the diagonal of fast_align (Dyer et al. 2013), a Dirichlet prior by variational Bayes (Riley
/// and Gildea 2012), and, after the first iterations, agreement of the directions (Liang et al.
/// 2006): each link counts by the product of its posteriors.
///
/// Threads work on fixed halves of the pairs, so the result does not depend on their number.
public struct LexiconTrainer: Sendable {
  public var iterations = 6
  /// The iteration from which on the directions must agree.
  public var agreesFrom = 2
  /// Concentration of the prior over each word's translations: small values keep rare words from
  /// collecting what no other word explains.
  public var concentration: Float = 0.005
  /// Probability that a word has no counterpart, before the data speak.
  public var nullProbability: Float = 0.12
  /// Strength of the preference for words at the same relative position.
  public var diagonal: Float = 3
  /// Pairs with more cells than this are too long to say which word goes with which.
  public var cellLimit = 10_000
  /// Nil for as many as there are cores.
  public var threads: Int?

  public init() {}

  /// - Parameters:
  ///   - pairs: keys numbered from 0 to `sourceVocabularySize` and `targetVocabularySize`.
  ///   - report: called after each iteration with its number and the mean log-likelihood a target word.
  public func train(
    _ pairs: SentencePairs, sourceVocabularySize: Int, targetVocabularySize: Int,
    report: (Int, Double) -> Void = { _, _ in }
  ) -> Lexicon {
    // A state that is kept nowhere cannot fail.
    var state = try! TrainingState(nil, fingerprint: 0)
    return try! train(
      pairs, sourceVocabularySize: sourceVocabularySize, targetVocabularySize: targetVocabularySize, state: &state,
      report: report)
  }

  /// Goes on from what `state` holds, and has it kept after each round.
  package func train(
    _ pairs: SentencePairs, sourceVocabularySize: Int, targetVocabularySize: Int, state: inout TrainingState,
    report: (Int, Double) -> Void
  ) throws -> Lexicon {
    let table = CooccurrenceTable(pairs, sourceVocabularySize: sourceVocabularySize, cellLimit: cellLimit)
    var lexicon = Lexicon(table, targetVocabularySize: targetVocabularySize)
    let done = try state.restore(&lexicon)
    let halves = [table.usable[..<(table.usable.count / 2)], table.usable[(table.usable.count / 2)...]]
    for iteration in min(done, iterations)..<iterations {
      let current = lexicon
      let agree = iteration >= agreesFrom
      let counts = concurrentMap(halves, threads: threads) { self.expect(pairs, table, $0, current, agree: agree) }
      lexicon.update(counts, table, concentration: concentration)
      try state.save(lexicon, rounds: iteration + 1)
      report(
        iteration,
        (counts[0].logLikelihood + counts[1].logLikelihood) / Double(max(1, counts[0].words + counts[1].words)))
    }
    return lexicon
  }

  /// Expected counts of all links over some of the pairs.
  private func expect(
    _ pairs: SentencePairs, _ table: CooccurrenceTable, _ selection: Range<Int>, _ lexicon: Lexicon, agree: Bool
  ) -> ExpectedCounts {
    var counts = ExpectedCounts(
      entries: table.targets.count, sourceVocabularySize: lexicon.sourceNull.count,
      targetVocabularySize: lexicon.targetNull.count)
    var forward: [Float] = []
    var backward: [Float] = []
    for slot in selection {
      let pair = table.pairs[slot]
      let source = pairs.source[pairs.sourceOffsets[pair]..<pairs.sourceOffsets[pair + 1]]
      let target = pairs.target[pairs.targetOffsets[pair]..<pairs.targetOffsets[pair + 1]]
      let (n, m) = (source.count, target.count)
      let weight = pairs.weights[pair]
      let cells = table.cells(slot)
      forward.removeAll(keepingCapacity: true)
      forward.append(contentsOf: repeatElement(0, count: n * m))
      backward.removeAll(keepingCapacity: true)
      backward.append(contentsOf: repeatElement(0, count: n * m))
      for i in 0..<n {
        for j in 0..<m {
          let entry = Int(cells[cells.startIndex + i * m + j])
          let distance = abs((Float(i) + 0.5) / Float(n) - (Float(j) + 0.5) / Float(m))
          let prior = 1 / (1 + diagonal * distance)
          forward[i * m + j] = lexicon.targetGivenSource[entry] * prior
          backward[i * m + j] = lexicon.sourceGivenTarget[entry] * prior
        }
      }
      for (j, word) in target.enumerated() {
        var sum: Float = 0
        for i in 0..<n { sum += forward[i * m + j] }
        let scale = (1 - nullProbability) / Float(n)
        let null = nullProbability * lexicon.targetNull[Int(word)]
        let total = max(null + sum * scale, 1e-30)
        for i in 0..<n { forward[i * m + j] *= scale / total }
        counts.targetNull[Int(word)] += weight * null / total
        counts.targetSeen[Int(word)] += weight
        counts.logLikelihood += Double(logarithm(total))
        counts.words += 1
      }
      for (i, word) in source.enumerated() {
        var sum: Float = 0
        for j in 0..<m { sum += backward[i * m + j] }
        let scale = (1 - nullProbability) / Float(m)
        let null = nullProbability * lexicon.sourceNull[Int(word)]
        let total = max(null + sum * scale, 1e-30)
        for j in 0..<m { backward[i * m + j] *= scale / total }
        counts.sourceNull[Int(word)] += weight * null / total
        counts.sourceSeen[Int(word)] += weight
      }
      for k in 0..<(n * m) {
        let entry = Int(cells[cells.startIndex + k])
        if agree {
          let both = weight * forward[k] * backward[k]
          counts.targetGivenSource[entry] += both
          counts.sourceGivenTarget[entry] += both
        } else {
          counts.targetGivenSource[entry] += weight * forward[k]
          counts.sourceGivenTarget[entry] += weight * backward[k]
        }
      }
    }
    return counts
  }
}

/// Sums of posteriors over pairs.
package struct ExpectedCounts: Sendable {
  package var targetGivenSource: [Float]
  package var sourceGivenTarget: [Float]
  package var sourceNull: [Float]
  package var targetNull: [Float]
  package var sourceSeen: [Float]
  package var targetSeen: [Float]
  package var logLikelihood = 0.0
  package var words = 0

  package init(entries: Int, sourceVocabularySize: Int, targetVocabularySize: Int) {
    targetGivenSource = Array(repeating: 0, count: entries)
    sourceGivenTarget = Array(repeating: 0, count: entries)
    sourceNull = Array(repeating: 0, count: sourceVocabularySize)
    targetNull = Array(repeating: 0, count: targetVocabularySize)
    sourceSeen = sourceNull
    targetSeen = targetNull
  }
}
