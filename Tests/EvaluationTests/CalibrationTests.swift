import Testing
import WaslBitext
import WaslEvaluation

@Suite struct CalibrationTests {
  /// Four beads, counted by hand; the gold has all but the second.
  ///
  ///     confidence  right  bin
  ///     1.00        yes    .9 to 1
  ///     0.90        no     .9 to 1
  ///     0.70        yes    .7 to .8
  ///     0.20        yes    .2 to .3
  @Test func countsByHand() {
    let hypothesis = [1.0, 0.9, 0.7, 0.2].enumerated().map { index, confidence in
      Bead(source: index..<index + 1, target: index..<index + 1, confidence: confidence)
    }
    var gold = hypothesis
    gold[1].target = 1..<1
    var calibration = Calibration()
    calibration.add(gold: gold, hypothesis: hypothesis)

    #expect(calibration.bins.map(\.tally.total) == [0, 0, 1, 0, 0, 0, 0, 1, 0, 2])
    #expect(calibration.bins[9].tally == Tally(correct: 1, total: 2))
    #expect(abs(calibration.bins[9].meanConfidence - 0.95) < 1e-12)
    // (2·|.95 − .5| + |.7 − 1| + |.2 − 1|) / 4
    #expect(abs(calibration.expectedError - 0.5) < 1e-12)
    #expect(calibration.thresholds.map(\.minimum) == [0.5, 0.7, 0.9, 0.95, 0.99])
    #expect(calibration.thresholds.map(\.coverage.correct) == [3, 3, 2, 1, 1])
    #expect(calibration.thresholds.allSatisfy { $0.coverage.total == 4 })
    #expect(calibration.thresholds.map(\.precision.correct) == [2, 2, 1, 1, 1])
    #expect(calibration.thresholds.map(\.precision.total) == [3, 3, 2, 1, 1])
  }

  @Test func gapsCountAndNonsenseIsNoConfidence() {
    var calibration = Calibration()
    let gap = Bead(source: 0..<1, target: 0..<0, confidence: 1)
    calibration.add(
      gold: [gap],
      hypothesis: [
        gap, Bead(source: 1..<2, target: 1..<2, confidence: .nan), Bead(source: 2..<3, target: 2..<3, confidence: -1),
        Bead(source: 3..<4, target: 3..<4, confidence: 7), Bead(source: 4..<4, target: 4..<4, confidence: 1),
      ])
    #expect(calibration.bins[9].tally == Tally(correct: 1, total: 2))
    #expect(calibration.bins[0].tally == Tally(correct: 0, total: 2))
    #expect(calibration.expectedError == 0.25)
  }

  @Test func nothingHasNoError() {
    #expect(Calibration().expectedError == 0)
  }

  /// Beads that are right as often as they say have an error near 0; the opposite a large one.
  @Test func honestConfidencesHaveASmallError() {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: 7))
    var honest = Calibration()
    var reversed = Calibration()
    for _ in 0..<20_000 {
      let confidence = Double.random(in: 0...1, using: &generator)
      let isRight = Double.random(in: 0..<1, using: &generator) < confidence
      let gold = [Bead(source: 0..<1, target: isRight ? 0..<1 : 1..<2)]
      honest.add(gold: gold, hypothesis: [Bead(source: 0..<1, target: 0..<1, confidence: confidence)])
      reversed.add(gold: gold, hypothesis: [Bead(source: 0..<1, target: 0..<1, confidence: 1 - confidence)])
    }
    #expect(honest.expectedError < 0.02)
    #expect(abs(reversed.expectedError - 0.5) < 0.05)
  }
}
