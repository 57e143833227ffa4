import Testing
import WaslAligning
import WaslBitext

@Suite struct ConstraintTests {
  /// Constraints in order on both sides, anywhere: right ones are the rare case.
  private static func constraints(_ random: inout SplitMix64, _ rows: Int, _ columns: Int) -> [Constraint] {
    var (row, column) = (0, 0)
    var constraints: [Constraint] = []
    while constraints.count < 6 {
      row += Int.random(in: 0...3, using: &random)
      column += Int.random(in: 0...3, using: &random)
      let (height, width) = (Int.random(in: 1...3, using: &random), Int.random(in: 1...3, using: &random))
      guard row + height <= rows, column + width <= columns else { break }
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        constraints.append(.bead(source: row..<row + height, target: column..<column + width))
        (row, column) = (row + height, column + width)
      case 1:
        constraints.append(.sourceGap(row..<row + height))
        row += height
      case 2:
        constraints.append(.targetGap(column..<column + width))
        column += width
      default: constraints.append(.cut(source: row, target: column))
      }
    }
    return constraints
  }

  private static func isKept(_ constraint: Constraint, in alignment: Alignment) -> Bool {
    switch constraint {
    case .bead(let source, let target):
      alignment.beads.contains { $0.source == source && $0.target == target && $0.confidence == 1 }
    case .sourceGap(let source): alignment.beads.contains { $0.source == source && $0.target.isEmpty }
    case .targetGap(let target): alignment.beads.contains { $0.target == target && $0.source.isEmpty }
    case .cut(let source, let target):
      alignment.beads.allSatisfy { bead in
        bead.isGap
          ? !(bead.source.lowerBound < source && source < bead.source.upperBound)
            && !(bead.target.lowerBound < target && target < bead.target.upperBound)
          : bead.source.upperBound <= source && bead.target.upperBound <= target
            || bead.source.lowerBound >= source && bead.target.lowerBound >= target
      }
    }
  }

  @Test(arguments: UInt64(0)..<40) func whatIsKnownStands(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for _ in 0..<20 {
      let problem = RandomProblem.noise(&random)
      let constraints = Self.constraints(&random, problem.source.count, problem.target.count)
      let alignment = Aligner().align(problem, under: constraints)
      let defect = alignment.defect(sourceCount: problem.source.count, targetCount: problem.target.count)
      #expect(defect == nil, "\(constraints)")
      for constraint in constraints { #expect(Self.isKept(constraint, in: alignment), "\(constraint)") }
    }
  }

  @Test(arguments: UInt64(0)..<4) func rightBeadsHelpTheRest(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (problem, gold) = RandomProblem.translated(&random, .init(beads: 200, gaps: 0.1, merges: 0.2, known: 0.25))
    let known = gold.beads.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
    let constraints = known.map { bead -> Constraint in
      if bead.target.isEmpty { return .sourceGap(bead.source) }
      return bead.source.isEmpty ? .targetGap(bead.target) : .bead(source: bead.source, target: bead.target)
    }
    let rest = Alignment(beads: gold.beads.filter { !known.contains($0) })
    let free = RandomProblem.recall(Aligner().align(problem), rest)
    let guided = RandomProblem.recall(Aligner().align(problem, under: constraints), rest)
    #expect(guided >= free, "\(free) became \(guided)")
  }

  /// What the aligner finds by itself changes nothing by being known.
  @Test(arguments: [1, 2, 7, 1000]) func whatIsFoundAnywayChangesNothing(step: Int) {
    var random = SplitMix64(state: 9)
    let problem = RandomProblem.translated(&random, .init(gaps: 0.1, merges: 0.2)).problem
    let free = Aligner().align(problem).beads
    let known = free.enumerated().filter { $0.offset % step == step - 1 && !$0.element.isGap }.map(\.element)
    let guided = Aligner().align(problem, under: known.map { .bead(source: $0.source, target: $0.target) }).beads
    #expect(guided.map(\.source.count) == free.map(\.source.count))
    #expect(guided.map(\.target.count) == free.map(\.target.count))
    #expect(zip(guided, free).allSatisfy { $0 == $1 || $0.confidence == 1 })
  }
}
