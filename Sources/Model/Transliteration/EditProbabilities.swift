/// Joint probabilities of the edit operations, and expected counts of them, while they are being estimated.
package struct EditProbabilities: Sendable {
  package let arabic: LetterUnits
  package let latin: LetterUnits
  /// Row by Arabic unit, column by Latin unit; 0 for what is no operation.
  package var values: [Double]

  package init(arabic: LetterUnits, latin: LetterUnits) {
    self.arabic = arabic
    self.latin = latin
    values = Array(repeating: 0, count: arabic.count * latin.count)
  }

  /// Whether the model has such an operation: pairs of letters are never written without a counterpart.
  package func isOperation(_ row: Int, _ column: Int) -> Bool {
    if row == 0 { return column > 0 && column < latin.letters }
    if column == 0 { return row < arabic.letters }
    return true
  }

  /// Scales the values so that they sum to one.
  package mutating func normalize() {
    let sum = values.reduce(0, +)
    for index in values.indices { values[index] /= sum }
  }

  /// Adds the expected number of each operation in a pair of words, by the forward–backward algorithm.
  /// - Returns: the logarithm of the probability of the pair; nil when the model cannot write it.
  package func expect(_ pair: CodedPair, weight: Double, into counts: inout [Double], _ scratch: inout Scratch)
    -> Double?
  {
    let (n, m, width) = (pair.arabic.count, pair.latin.count, pair.latin.count + 1)
    let stride = latin.count
    scratch.reset((n + 1) * width)
    scratch.forward[0] = 1
    forEachStep(pair) { from, to, operation in
      scratch.forward[to] += scratch.forward[from] * values[operation]
    }
    let total = scratch.forward[n * width + m]
    guard total > 0, total.isFinite else { return nil }
    scratch.backward[n * width + m] = 1
    // The steps into a cell come after all steps out of the cells before it; backwards they turn round.
    for i in (0...n).reversed() {
      for j in (0...m).reversed() where i + j > 0 {
        let to = i * width + j
        let after = scratch.backward[to]
        if after == 0 { continue }
        forEachStep(into: i, j, pair, stride: stride) { from, operation in
          let step = values[operation] * after
          scratch.backward[from] += step
          counts[operation] += weight * scratch.forward[from] * step / total
        }
      }
    }
    return logarithm(total)
  }

  private func forEachStep(_ pair: CodedPair, _ body: (Int, Int, Int) -> Void) {
    for i in 0...pair.arabic.count {
      for j in 0...pair.latin.count where i + j > 0 {
        let to = i * (pair.latin.count + 1) + j
        forEachStep(into: i, j, pair, stride: latin.count) { body($0, to, $1) }
      }
    }
  }

  /// The operations that end after `i` Arabic and `j` Latin letters: the cell each starts from, and its index.
  @inline(__always)
  private func forEachStep(into i: Int, _ j: Int, _ pair: CodedPair, stride: Int, _ body: (Int, Int) -> Void) {
    let width = pair.latin.count + 1
    let to = i * width + j
    if j > 0 { body(to - 1, Int(pair.latin[j - 1])) }
    if i > 0 {
      let row = Int(pair.arabic[i - 1]) * stride
      body(to - width, row)
      if j > 0 { body(to - width - 1, row + Int(pair.latin[j - 1])) }
      if j > 1, pair.latinPairs[j - 1] > 0 { body(to - width - 2, row + Int(pair.latinPairs[j - 1])) }
    }
    if i > 1, pair.arabicPairs[i - 1] > 0 {
      let row = Int(pair.arabicPairs[i - 1]) * stride
      if j > 0 { body(to - 2 * width - 1, row + Int(pair.latin[j - 1])) }
      if j > 1, pair.latinPairs[j - 1] > 0 { body(to - 2 * width - 2, row + Int(pair.latinPairs[j - 1])) }
    }
  }

  package struct Scratch {
    package var forward: [Double] = []
    package var backward: [Double] = []

    package init() {}

    package mutating func reset(_ count: Int) {
      forward.removeAll(keepingCapacity: true)
      forward.append(contentsOf: repeatElement(0, count: count))
      backward.removeAll(keepingCapacity: true)
      backward.append(contentsOf: repeatElement(0, count: count))
    }
  }
}
