import Testing

@testable import Aligning

@Suite struct SplitScoresTests {
  /// Source and target types stand for each other one by one.
  private func links(_ count: Int) -> SplitLinks {
    SplitLinks(
      AlignmentProblem(
        source: side(count), target: side(count),
        links: LinkTable((0..<count).map { [.init(source: Int32($0), targetRatio: 200, sourceRatio: 100)] })))
  }

  private func side(_ count: Int) -> Side {
    Side(
      lengths: [Float(count)], tokenOffsets: [0, Int32(count)], tokens: (0..<Int32(count)).map { $0 },
      typeSlack: Array(repeating: 0.2, count: count))
  }

  @Test(arguments: 1..<8) func theRightCutGainsMost(row: Int) {
    let words = Array(Int32(0)..<8)
    let scores = SplitScores(source: words[...], target: words[...], links: links(8))
    #expect(scores.gain(0, 0) == 0)
    #expect(scores.gain(row, row) > 0)
    for column in 0...8 where column != row { #expect(scores.gain(row, column) < scores.gain(row, row)) }
  }

  @Test func partingWordsFromTheirTranslationsLoses() {
    let words = Array(Int32(0)..<8)
    let scores = SplitScores(source: words[...], target: words.reversed()[...], links: links(8))
    #expect(scores.gain(4, 4) < 0)
  }

  /// A word that comes twice is linked at both places, and the scores are those of the formula.
  @Test func scoresFollowTheFormula() {
    let scores = SplitScores(source: [0, 1, 0], target: [0, 1], links: links(2))
    func score(_ sum: Float, _ count: Float) -> Float { fastLog(0.2 + 0.8 * (1 + sum) / (count + 1)) }
    let whole = score(400, 3) + score(200, 3) + 3 * score(100, 2)
    // Words 0 and 1 of the source with word 0 of the target, word 0 with word 1.
    let cut = score(200, 2) + score(0, 1) + score(100, 1) + score(0, 1) + score(0, 1)
    #expect(abs(scores.gain(2, 1) - (cut - whole)) < 1e-3)
  }
}
