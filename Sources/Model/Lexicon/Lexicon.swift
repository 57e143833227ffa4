/// Translation probabilities in both directions over every pair of keys that met in training.
public struct Lexicon: Sendable {
  /// Source key `f` has the entries `offsets[f]..<offsets[f + 1]`.
  public let offsets: [Int]
  /// The target key of each entry, ascending within a source key.
  public let targets: [Int32]
  /// t(target|source) by entry.
  public internal(set) var targetGivenSource: [Float]
  /// t(source|target) by entry.
  public internal(set) var sourceGivenTarget: [Float]
  /// t(target|NULL) by target key; sums to 1.
  public internal(set) var targetNull: [Float]
  public internal(set) var sourceNull: [Float]
  /// For each key, the share of its occurrences that no word of the other side explains.
  public internal(set) var sourceNullProbability: [Float]
  public internal(set) var targetNullProbability: [Float]
  /// Weighted occurrences of each key in the pairs that were learnt from.
  public internal(set) var sourceCounts: [Float]
  public internal(set) var targetCounts: [Float]

  /// Uniform probabilities, from which estimation starts.
  package init(_ table: CooccurrenceTable, targetVocabularySize: Int) {
    let sourceVocabularySize = table.offsets.count - 1
    offsets = table.offsets
    targets = table.targets
    targetGivenSource = Array(repeating: 1 / Float(targetVocabularySize), count: targets.count)
    sourceGivenTarget = Array(repeating: 1 / Float(sourceVocabularySize), count: targets.count)
    targetNull = Array(repeating: 1 / Float(targetVocabularySize), count: targetVocabularySize)
    sourceNull = Array(repeating: 1 / Float(sourceVocabularySize), count: sourceVocabularySize)
    sourceNullProbability = Array(repeating: 0.5, count: sourceVocabularySize)
    targetNullProbability = Array(repeating: 0.5, count: targetVocabularySize)
    sourceCounts = Array(repeating: 0, count: sourceVocabularySize)
    targetCounts = Array(repeating: 0, count: targetVocabularySize)
  }

  /// Maximisation: probabilities from expected counts, under the Dirichlet prior.
  package mutating func update(_ parts: [ExpectedCounts], _ table: CooccurrenceTable, concentration: Float) {
    var total = parts[0]
    for part in parts.dropFirst() {
      add(part.targetGivenSource, to: &total.targetGivenSource)
      add(part.sourceGivenTarget, to: &total.sourceGivenTarget)
      add(part.sourceNull, to: &total.sourceNull)
      add(part.targetNull, to: &total.targetNull)
      add(part.sourceSeen, to: &total.sourceSeen)
      add(part.targetSeen, to: &total.targetSeen)
    }
    let (sources, targetVocabularySize) = (offsets.count - 1, targetNull.count)
    var targetSums = Array(repeating: Float(0), count: targetVocabularySize)
    var targetEntries = Array(repeating: Float(0), count: targetVocabularySize)
    for source in 0..<sources {
      var sum: Float = 0
      for entry in offsets[source]..<offsets[source + 1] {
        sum += total.targetGivenSource[entry]
        targetSums[Int(targets[entry])] += total.sourceGivenTarget[entry]
        targetEntries[Int(targets[entry])] += 1
      }
      let entries = Float(offsets[source + 1] - offsets[source])
      let denominator = expDigamma(sum + concentration * entries)
      for entry in offsets[source]..<offsets[source + 1] {
        targetGivenSource[entry] = expDigamma(total.targetGivenSource[entry] + concentration) / denominator
      }
    }
    for entry in targets.indices {
      let target = Int(targets[entry])
      let denominator = expDigamma(targetSums[target] + concentration * targetEntries[target])
      sourceGivenTarget[entry] = expDigamma(total.sourceGivenTarget[entry] + concentration) / denominator
    }
    targetNull = normalised(total.targetNull)
    sourceNull = normalised(total.sourceNull)
    // Drawn towards one in two by a few imagined occurrences.
    sourceNullProbability = zip(total.sourceNull, total.sourceSeen).map { ($0 + 1) / ($1 + 2) }
    targetNullProbability = zip(total.targetNull, total.targetSeen).map { ($0 + 1) / ($1 + 2) }
    sourceCounts = total.sourceSeen
    targetCounts = total.targetSeen
  }
}

private func add(_ values: [Float], to sums: inout [Float]) {
  for index in sums.indices { sums[index] += values[index] }
}

/// Shares of the total, each raised by a thousandth of an occurrence so that none is zero.
private func normalised(_ counts: [Float]) -> [Float] {
  let total = counts.reduce(0) { $0 + $1 + 0.001 }
  return counts.map { ($0 + 0.001) / total }
}

/// e to the digamma function, by its asymptotic series after shifting the argument above 6.
package func expDigamma(_ x: Float) -> Float {
  var x = x
  var shift: Float = 0
  while x < 6 {
    shift -= 1 / x
    x += 1
  }
  let inverse = 1 / (x * x)
  let series = logarithm(x) - 0.5 / x - inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse / 252))
  return exponential(series + shift)
}
