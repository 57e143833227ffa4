/// How well the evidence alone finds each segment's counterpart among all segments of the other
/// side: the measure of a translation model without the aligner's knowledge of order.
public struct Retrieval: Sendable {
  /// Share of segments whose best-scored candidate is the one with the same number, both directions averaged.
  public let lexical: Double
  public let cosine: Double
  public let both: Double
  /// Both, with lengths.
  public let withLengths: Double

  /// - Parameter problem: sides of equal length, segment `i` translating segment `i`.
  public init(_ problem: AlignmentProblem, weights: AlignerWeights = .initial) {
    let count = problem.source.count
    precondition(count == problem.target.count, "retrieval needs sides of equal length")
    let features = BeadFeatures(problem, band: SearchBand(full: count, count))
    var scores = Array(repeating: Array(repeating: Float(0), count: count * count), count: 4)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Feature.count) { row in
      for source in 0..<count {
        for target in 0..<count {
          features.write(source..<source + 1, target..<target + 1, into: row.baseAddress!)
          let cell = source * count + target
          func sum(_ parts: [Feature]) -> Float { parts.reduce(0) { $0 + row[$1.rawValue] * weights[$1] } }
          scores[0][cell] = sum([.targetLexicalRoot, .sourceLexicalRoot, .targetLexicalMean, .sourceLexicalMean])
          scores[1][cell] = row[Feature.cosine.rawValue]
          scores[2][cell] = scores[0][cell] + 10 * row[Feature.cosine.rawValue]
          scores[3][cell] = scores[2][cell] + sum([.length, .endingAgrees, .endingDiffers])
        }
      }
    }
    lexical = Self.precisionAtOne(scores[0], count)
    cosine = Self.precisionAtOne(scores[1], count)
    both = Self.precisionAtOne(scores[2], count)
    withLengths = Self.precisionAtOne(scores[3], count)
  }

  /// Scores less the mean of the four best on either side: a segment that fits everything is nobody's counterpart.
  package static func precisionAtOne(_ scores: [Float], _ count: Int) -> Double {
    let neighbours = min(4, count)
    func margin(_ line: [Float]) -> Float { line.sorted(by: >).prefix(neighbours).reduce(0, +) / Float(neighbours) }
    let rows = (0..<count).map { row in margin(Array(scores[row * count..<(row + 1) * count])) }
    let columns = (0..<count).map { column in margin((0..<count).map { scores[$0 * count + column] }) }
    func value(_ row: Int, _ column: Int) -> Float { scores[row * count + column] - (rows[row] + columns[column]) / 2 }
    var hits = 0
    for index in 0..<count {
      if (0..<count).max(by: { value(index, $0) < value(index, $1) }) == index { hits += 1 }
      if (0..<count).max(by: { value($0, index) < value($1, index) }) == index { hits += 1 }
    }
    return Double(hits) / Double(2 * count)
  }
}
