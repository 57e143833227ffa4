import Testing
import WaslBitext

@Suite struct CrossingTests {
  /// Beads of one and one, by the target segment of each source segment.
  private static func alignment(_ targets: [Int]) -> Alignment {
    Alignment(beads: targets.enumerated().map { Bead(source: $0..<$0 + 1, target: $1..<$1 + 1) })
  }

  @Test(arguments: [
    ([0, 1, 2, 3], []), ([1, 0], [0]), ([0, 3, 1, 2, 4], [1]), ([3, 0, 1, 2], [0]), ([1, 2, 3, 0], [3]),
    ([2, 3, 0, 1, 4], [0, 1]), ([4, 3, 2, 1, 0], [0, 1, 2, 3]),
  ])
  func theFewestAreMarked(targets: [Int], crossing: [Int]) {
    let marked = Self.alignment(targets).markingCrossing()
    let found = marked.beads.indices.filter { marked.beads[$0].isCrossing }
    // Which of two equals is marked is of no concern.
    #expect(found.count == crossing.count)
    #expect(marked.hasCrossing != crossing.isEmpty)
    #expect(marked.defect(sourceCount: targets.count, targetCount: targets.count) == nil)
    let rest = targets.indices.filter { !found.contains($0) }.map { targets[$0] }
    #expect(rest == rest.sorted())
  }

  @Test func largeBeadsStayInOrder() {
    let beads = [Bead(source: 0..<1, target: 3..<4), Bead(source: 1..<4, target: 0..<3)]
    let marked = Alignment(beads: beads).markingCrossing()
    #expect(marked.beads.map(\.isCrossing) == [true, false])
  }

  @Test func withoutAMarkOrderIsAskedFor() {
    let alignment = Self.alignment([1, 0])
    #expect(alignment.defect(sourceCount: 2, targetCount: 2) != nil)
    #expect(alignment.markingCrossing().defect(sourceCount: 2, targetCount: 2) == nil)
  }

  @Test(arguments: [
    // A segment twice, none, out of the text, a source out of order, a bead out of order that is not marked.
    [Bead(source: 0..<1, target: 1..<2), Bead(source: 1..<2, target: 1..<2)],
    [Bead(source: 0..<1, target: 1..<2), Bead(source: 1..<2, target: 2..<2)],
    [Bead(source: 0..<1, target: 1..<3), Bead(source: 1..<2, target: 0..<1)],
    [Bead(source: 1..<2, target: 1..<2), Bead(source: 0..<1, target: 0..<1)],
    [Bead(source: 0..<1, target: 1..<2), Bead(source: 1..<2, target: 2..<3), Bead(source: 2..<2, target: 0..<1)],
    [Bead(source: 0..<2, target: 0..<2, confidence: 2)],
    [Bead(source: 0..<2, target: 0..<2), Bead(source: 2..<2, target: 2..<2)],
  ])
  func aBrokenAlignmentIsNamed(beads: [Bead]) {
    var beads = beads
    beads[0].isCrossing = true
    #expect(Alignment(beads: beads).defect(sourceCount: 2, targetCount: 2) != nil)
  }
}
