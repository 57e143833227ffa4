import Testing
import WaslBitext

@testable import WaslAligning

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
      nullProbability: Array(repeating: 0.2, count: count))
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

  /// Every split of random words with random links, against the formula taken word by word.
  @Test(arguments: [(1, 1), (3, 17), (8, 8), (9, 40), (33, 7)])
  func allSplitsOfRandomWordsFollowTheFormula(counts: (source: Int, target: Int)) {
    var random = SplitMix64(state: UInt64(counts.source * 100 + counts.target))
    let types = Int32(12)
    let links = LinkTable(
      (0..<types).map { _ in
        (0..<types).filter { _ in Bool.random(using: &random) }.map {
          .init(
            source: $0, targetRatio: .random(in: 1...300, using: &random),
            sourceRatio: .random(in: 1...300, using: &random))
        }
      })
    var side = side(Int(types))
    side.nullProbability = (0..<types).map { _ in .random(in: 0.05...0.9, using: &random) }
    let problem = AlignmentProblem(source: side, target: side, links: links)
    let source = (0..<counts.source).map { _ in Int32.random(in: 0..<types, using: &random) }
    let target = (0..<counts.target).map { _ in Int32.random(in: 0..<types, using: &random) }
    func link(_ source: Int32, _ target: Int32) -> LinkTable.Link? {
      links.links[Int(links.offsets[Int(target)])..<Int(links.offsets[Int(target) + 1])].first { $0.source == source }
    }
    func pair(_ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>) -> Float {
      func score(_ ratios: [Float], _ type: Int32) -> Float {
        let nullProbability = side.nullProbability[Int(type)]
        return fastLog(nullProbability + (1 - nullProbability) * (1 + ratios.reduce(0, +)) / Float(ratios.count + 1))
      }
      return target.reduce(0) { sum, word in sum + score(source.map { link($0, word)?.targetRatio ?? 0 }, word) }
        + source.reduce(0) { sum, word in sum + score(target.map { link(word, $0)?.sourceRatio ?? 0 }, word) }
    }
    let scores = SplitScores(source: source[...], target: target[...], links: SplitLinks(problem))
    let whole = pair(source[...], target[...])
    for row in 0...counts.source {
      for column in 0...counts.target {
        let cut = pair(source[..<row], target[..<column]) + pair(source[row...], target[column...])
        #expect(abs(scores.gain(row, column) - (cut - whole)) < 2e-2)
      }
    }
  }
}
