import Testing
import WaslBitext

@testable import WaslAligning

@Suite struct CrossingSearchTests {
  /// A problem in which every so many beads two neighbouring blocks have changed places in the target, and its gold.
  static func swapped(
    _ seed: UInt64, first: Int, second: Int, every: Int
  ) -> (problem: AlignmentProblem, gold: Alignment, moved: Int) {
    var random = SplitMix64(state: seed)
    let shape = RandomProblem.Translation(beads: 80, gaps: 0.03, merges: 0.06)
    let (problem, gold) = RandomProblem.translated(&random, shape)
    var order = Array(gold.beads.indices)
    var (place, moved) = (3, 0)
    while place + first + second <= order.count {
      let blocks = (order[place..<place + first], order[place + first..<place + first + second])
      order.replaceSubrange(place..<place + first + second, with: blocks.1 + blocks.0)
      place += first + second + every
      moved += 1
    }
    var segments: [Int] = []
    var starts = Array(repeating: 0, count: order.count)
    for index in order {
      starts[index] = segments.count
      segments += gold.beads[index].target
    }
    var beads = gold.beads
    for index in beads.indices {
      beads[index].target = starts[index]..<starts[index] + gold.beads[index].target.count
    }
    var result = problem
    result.target = problem.target.reordered(segments)
    return (result, Alignment(beads: beads).markingCrossing(), moved)
  }

  @Test(arguments: [(1, 4), (3, 1), (3, 3), (2, 5)], UInt64(1)...1)
  func whatHasChangedPlacesIsFound(sizes: (Int, Int), seed: UInt64) {
    let (problem, gold, moved) = Self.swapped(seed, first: sizes.0, second: sizes.1, every: 9)
    let aligner = Aligner(weights: .initial)
    let plain = aligner.align(problem)
    let crossed = aligner.crossed(plain, of: problem)
    let defect = crossed.defect(sourceCount: problem.source.count, targetCount: problem.target.count)
    #expect(defect == nil, "\(defect ?? "")")
    #expect(moved > 3)
    let (before, after) = (RandomProblem.recall(plain, gold), RandomProblem.recall(crossed, gold))
    #expect(after > before)
    #expect(after > 0.9, "\(before) \(after)")
    let right = Set(gold.beads.map { [$0.source, $0.target] })
    let crossing = crossed.beads.filter { $0.isCrossing && !$0.isGap }
    #expect(crossing.count { right.contains([$0.source, $0.target]) } * 20 >= crossing.count * 19)
  }

  @Test(arguments: UInt64(0)..<4) func nothingIsFoundInOrder(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let problem = RandomProblem.translated(&random, .init(gaps: 0.1, merges: 0.1)).problem
    let plain = Aligner(weights: .initial).align(problem)
    #expect(Aligner(weights: .initial).crossed(plain, of: problem) == plain)
  }

  /// Whatever the scores are, the result is sound.
  @Test(arguments: UInt64(0)..<8) func everySegmentStandsInOneBead(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for _ in 0..<12 {
      let problem = RandomProblem.noise(&random, most: 14)
      let aligner = Aligner(weights: AlignerTests.weights(&random))
      var plain = aligner.align(problem)
      if !plain.beads.isEmpty { plain.beads[plain.beads.count / 2].isConfirmed = true }
      let crossed = aligner.crossed(plain, of: problem)
      let defect = crossed.defect(sourceCount: problem.source.count, targetCount: problem.target.count)
      #expect(defect == nil, "seed \(seed): \(defect ?? "")")
      for bead in plain.beads where bead.isConfirmed {
        #expect(
          crossed.beads.contains {
            $0.isConfirmed && $0.source.elementsEqual(bead.source) && $0.target.elementsEqual(bead.target)
          })
      }
      _ = aligner.evidence(for: crossed, of: problem)
    }
  }

  @Test func aCutStaysACut() {
    let (problem, _, _) = Self.swapped(4, first: 1, second: 1, every: 5)
    let aligner = Aligner(weights: .initial)
    let plain = aligner.align(problem)
    let cuts = plain.beads.map { (source: $0.source.lowerBound, target: $0.target.lowerBound) }
    let crossed = aligner.crossed(plain, of: problem, cuts: cuts)
    for cut in cuts {
      #expect(
        crossed.beads.allSatisfy {
          !($0.source.lowerBound < cut.source && cut.source < $0.source.upperBound)
            && !($0.target.lowerBound < cut.target && cut.target < $0.target.upperBound)
        })
    }
  }
}

extension Side {
  /// The segments in another order.
  fileprivate func reordered(_ order: [Int]) -> Side {
    var offsets: [Int32] = [0]
    var tokens: [Int32] = []
    for segment in order {
      tokens += self.tokens[Int(tokenOffsets[segment])..<Int(tokenOffsets[segment + 1])]
      offsets.append(Int32(tokens.count))
    }
    return Side(
      lengths: order.map { lengths[$0] }, tokenOffsets: offsets, tokens: tokens, nullProbability: nullProbability,
      marks: order.map { marks[$0] }, startsParagraph: order.map { startsParagraph[$0] })
  }
}
