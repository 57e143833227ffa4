/// Cuts blocks out of a long document pair, as problems of their own: types renumbered, links
/// between types that do not occur left out.
package struct ProblemSlicer {
  private let problem: AlignmentProblem
  /// The slice's number of each type, or -1; all -1 between slices.
  private var sourceNumber: [Int32]
  private var targetNumber: [Int32]

  package init(_ problem: AlignmentProblem) {
    self.problem = problem
    sourceNumber = Array(repeating: -1, count: problem.source.nullProbability.count)
    targetNumber = Array(repeating: -1, count: problem.target.nullProbability.count)
  }

  /// - Complexity: the tokens in the block and the links of their types, besides a copy of the vectors.
  package mutating func slice(_ sourceRange: Range<Int>, _ targetRange: Range<Int>) -> AlignmentProblem {
    if sourceRange.count == problem.source.count && targetRange.count == problem.target.count { return problem }
    let dimension = problem.vectorDimension
    let (source, sourceVocabulary) = Self.slice(problem.source, sourceRange, dimension, &sourceNumber)
    let (target, targetVocabulary) = Self.slice(problem.target, targetRange, dimension, &targetNumber)
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(targetVocabulary.count + 1)
    var links: [LinkTable.Link] = []
    for type in targetVocabulary {
      for index in Int(problem.links.offsets[Int(type)])..<Int(problem.links.offsets[Int(type) + 1]) {
        var link = problem.links.links[index]
        let number = sourceNumber[Int(link.source)]
        if number < 0 { continue }
        link.source = number
        links.append(link)
      }
      offsets.append(Int32(links.count))
    }
    for type in sourceVocabulary { sourceNumber[Int(type)] = -1 }
    for type in targetVocabulary { targetNumber[Int(type)] = -1 }
    return AlignmentProblem(
      source: source, target: target, links: LinkTable(offsets: offsets, links: links), vectorDimension: dimension)
  }

  private static func slice(
    _ side: Side, _ range: Range<Int>, _ dimension: Int, _ numbers: inout [Int32]
  ) -> (side: Side, types: [Int32]) {
    let first = side.tokenOffsets[range.lowerBound]
    var types: [Int32] = []
    var tokens: [Int32] = []
    tokens.reserveCapacity(Int(side.tokenOffsets[range.upperBound] - first))
    for type in side.tokens[Int(first)..<Int(side.tokenOffsets[range.upperBound])] {
      var number = numbers[Int(type)]
      if number < 0 {
        number = Int32(types.count)
        numbers[Int(type)] = number
        types.append(type)
      }
      tokens.append(number)
    }
    let slice = Side(
      lengths: Array(side.lengths[range]),
      tokenOffsets: side.tokenOffsets[range.lowerBound...range.upperBound].map { $0 - first }, tokens: tokens,
      nullProbability: types.map { side.nullProbability[Int($0)] },
      typeProminence: types.map { side.typeProminence[Int($0)] }, marks: Array(side.marks[range]),
      startsParagraph: Array(side.startsParagraph[range]),
      vectors: Array(side.vectors[range.lowerBound * dimension..<range.upperBound * dimension]))
    return (slice, types)
  }
}
