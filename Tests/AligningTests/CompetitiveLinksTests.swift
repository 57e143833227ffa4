import Testing
import WaslBitext

@testable import WaslAligning

@Suite struct CompetitiveLinksTests {
  private func links(_ table: [[LinkTable.Link]], sources: Int) -> SplitLinks {
    func side(_ types: Int) -> Side {
      Side(lengths: [1], tokenOffsets: [0, 0], tokens: [], nullProbability: Array(repeating: 0.2, count: types))
    }
    return SplitLinks(
      AlignmentProblem(source: side(sources), target: side(table.count), links: LinkTable(table)))
  }

  private func pairs(_ links: SplitLinks, _ source: [Int32], _ target: [Int32]) -> [String] {
    links.competitiveLinks(source[...], target[...]).map { "\($0.source)-\($0.target)" }
  }

  @Test func theStrongestLinkComesFirst() {
    let links = links(
      [
        [.init(source: 0, targetRatio: 100, sourceRatio: 100), .init(source: 1, targetRatio: 50, sourceRatio: 50)],
        [.init(source: 0, targetRatio: 90, sourceRatio: 90)],
      ], sources: 2)
    #expect(pairs(links, [0, 1], [0, 1]) == ["0-0"])
    #expect(pairs(links, [1, 0], [0, 1]) == ["0-0", "1-1"])
  }

  @Test func ofEqualWordsTheNearestAreLinked() {
    let links = links([[.init(source: 0, targetRatio: 100, sourceRatio: 100)]], sources: 1)
    #expect(pairs(links, [0, 0], [0, 0]) == ["0-0", "1-1"])
    #expect(pairs(links, [0, 0, 0], [0]) == ["1-0"])
  }

  @Test func whatChanceExplainsIsNoLink() {
    let links = links([[.init(source: 0, targetRatio: 3, sourceRatio: 3)]], sources: 1)
    #expect(pairs(links, [0], [0]) == [])
    #expect(pairs(links, [], [0]) == [])
  }
}
