import Testing
import WaslBitext

@Suite struct AlignmentTests {
  @Test func aCompleteAlignmentHasNoDefect() {
    let alignment = Alignment(beads: [
      Bead(source: 0..<1, target: 0..<2), Bead(source: 1..<2, target: 2..<2), Bead(source: 2..<2, target: 2..<3),
    ])
    #expect(alignment.defect(sourceCount: 2, targetCount: 3) == nil)
    #expect(alignment.beads.map(\.shape) == ["1-2", "1-0", "0-1"])
  }

  @Test(arguments: [
    [Bead(source: 0..<1, target: 0..<1)],
    [Bead(source: 0..<2, target: 0..<1), Bead(source: 1..<2, target: 1..<2)],
    [Bead(source: 1..<2, target: 0..<2), Bead(source: 0..<1, target: 2..<2)],
    [Bead(source: 0..<2, target: 0..<2, confidence: .nan)],
    [Bead(source: 0..<2, target: 0..<2), Bead(source: 2..<2, target: 2..<2)],
  ])
  func aBrokenAlignmentIsNamed(beads: [Bead]) {
    #expect(Alignment(beads: beads).defect(sourceCount: 2, targetCount: 2) != nil)
  }
}
