import Foundation
import Testing
import WaslBitext

@testable import WaslAligning

/// The lexical scores of windows against the formula, token by token.
@Suite struct LexicalScoresTests {
  @Test(arguments: 0..<30) func scoresAreSumsOverTokens(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var problem =
      seed % 2 == 0
      ? RandomProblem.noise(&random, most: 40) : RandomProblem.translated(&random, .init(beads: 40)).problem
    let (n, m) = (problem.source.count, problem.target.count)
    if n == 0 || m == 0 { return }
    for type in problem.source.typeProminence.indices {
      problem.source.typeProminence[type] = .random(in: 1...20, using: &random)
    }
    for type in problem.target.typeProminence.indices {
      problem.target.typeProminence[type] = .random(in: 1...20, using: &random)
    }
    let grid = CellGrid(SearchBand(full: n, m), targetCount: m)
    let (source, target) = (SegmentVocabulary(problem.source), SegmentVocabulary(problem.target))
    let ofTarget = LexicalScores.ofTarget(problem, grid, reach: grid, source: source, target: target)
    let ofSource = LexicalScores.ofSource(problem, grid, reach: grid, source: source, target: target)
    for _ in 0..<200 {
      let (row, column) = (Int.random(in: 0..<n, using: &random), Int.random(in: 0..<m, using: &random))
      let cell = grid.index(row, column)
      let rows = row..<min(n, row + Int.random(in: 1...8, using: &random))
      let columns = column..<min(m, column + Int.random(in: 1...8, using: &random))
      let places = (cell * 8 + rows.count - 1, cell * 8 + columns.count - 1)
      expect(ofTarget.windows[places.0], Self.score(column, rows, problem, ofTarget: true))
      expect(ofSource.windows[places.1], Self.score(row, columns, problem, ofTarget: false))
      expect(ofTarget.single[cell], Self.score(column, row..<row + 1, problem, ofTarget: true))
      expect(ofSource.single[cell], Self.score(row, column..<column + 1, problem, ofTarget: false))
    }
  }

  private func expect(_ found: Float, _ wanted: Double) {
    #expect(abs(Double(found) - wanted) < 1e-3 * max(1, abs(wanted)))
  }

  private static func score(_ segment: Int, _ window: Range<Int>, _ problem: AlignmentProblem, ofTarget: Bool) -> Double
  {
    let (scored, given) = ofTarget ? (problem.target, problem.source) : (problem.source, problem.target)
    func tokens(_ side: Side, _ range: Range<Int>) -> ArraySlice<Int32> {
      side.tokens[Int(side.tokenOffsets[range.lowerBound])..<Int(side.tokenOffsets[range.upperBound])]
    }
    let others = tokens(given, window)
    let length = Double(LengthBucket.length(LengthBucket.index(others.count)))
    return tokens(scored, segment..<segment + 1).reduce(0.0) { sum, type in
      let ratio = others.reduce(0.0) { sum, other in
        let (from, to) = ofTarget ? (other, type) : (type, other)
        let links = problem.links.links[
          Int(problem.links.offsets[Int(to)])..<Int(problem.links.offsets[Int(to) + 1])]
        return sum
          + links.reduce(0.0) { $1.source == from ? $0 + Double(ofTarget ? $1.targetRatio : $1.sourceRatio) : $0 }
      }
      let nullProbability = Double(scored.nullProbability[Int(type)])
      let factor = 1 / Double(scored.typeProminence[Int(type)]).squareRoot()
      return sum + log(nullProbability + (1 - nullProbability) * (1 + ratio * factor) / (length + 1))
    }
  }
}
