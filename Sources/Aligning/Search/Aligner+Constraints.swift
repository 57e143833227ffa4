public import WaslBitext

extension Aligner {
  /// The beads of the document pair under what is known of them; beads that were given have the confidence 1.
  ///
  /// Where the alignment that knows nothing keeps to the constraints, it stays; only about the others is it made anew,
  /// for a short block says little of what the document is like.
  ///
  /// - Parameter constraints: in order on both sides, without overlaps, none empty.
  /// - Complexity: at most three times that of aligning without constraints.
  public func align(_ problem: AlignmentProblem, under constraints: [Constraint]) -> Alignment {
    if constraints.isEmpty { return align(problem) }
    var blocks = ConstrainedBlocks(self, problem)
    for constraint in constraints { blocks.add(constraint) }
    blocks.close(problem.source.count, problem.target.count)
    return Alignment(beads: blocks.beads)
  }
}

/// Aligns what lies between one constraint and the next.
private struct ConstrainedBlocks {
  /// How many beads are aligned anew beside a constraint that the free path does not keep to.
  private static let context = 24

  private let aligner: Aligner
  /// The alignment that knows nothing, and the places it passes: before its first bead, and after each.
  private let free: [Bead]
  private let nodes: [(row: Int, column: Int)]
  private var slicer: ProblemSlicer
  /// Of the whole: a block is too short to tell.
  private let lengths: LengthModel
  package private(set) var beads: [Bead] = []
  /// Where the beads so far end.
  private var (row, column) = (0, 0)
  /// Gaps whose place on the other side the next block will tell.
  private var waiting: [Constraint] = []

  init(_ aligner: Aligner, _ problem: AlignmentProblem) {
    self.aligner = aligner
    slicer = ProblemSlicer(problem)
    free = aligner.align(problem).beads
    lengths = LengthModel(problem.source, problem.target, aligned: free)
    var nodes = [(row: 0, column: 0)]
    for bead in free {
      let last = nodes[nodes.count - 1]
      nodes.append((last.row + bead.source.count, last.column + bead.target.count))
    }
    self.nodes = nodes
  }

  mutating func add(_ constraint: Constraint) {
    switch constraint {
    case .cut(let source, let target): close(source, target)
    case .bead(let source, let target):
      close(source.lowerBound, target.lowerBound)
      append(source, target)
    case .sourceGap, .targetGap: waiting.append(constraint)
    }
  }

  /// Aligns up to a place that the path must pass.
  mutating func close(_ rowEnd: Int, _ columnEnd: Int) {
    let path = block(row..<rowEnd, column..<columnEnd)
    guard !waiting.isEmpty else {
      beads += path
      (row, column) = (rowEnd, columnEnd)
      return
    }
    let gaps = waiting
    waiting = []
    // No gap may go beyond where a later one stands.
    var ends = [(row: rowEnd, column: columnEnd)]
    for gap in gaps.reversed() {
      let last = ends[ends.count - 1]
      switch gap {
      case .sourceGap(let range): ends.append((range.lowerBound, last.column))
      case .targetGap(let range): ends.append((last.row, range.lowerBound))
      case .bead, .cut: ends.append(last)
      }
    }
    for (gap, end) in zip(gaps, ends.dropLast().reversed()) {
      switch gap {
      case .sourceGap(let range):
        let place = min(max(Self.place(of: range, in: path, \.source, \.target) ?? column, column), end.column)
        close(range.lowerBound, place)
        append(range, place..<place)
      case .targetGap(let range):
        let place = min(max(Self.place(of: range, in: path, \.target, \.source) ?? row, row), end.row)
        close(place, range.lowerBound)
        append(place..<place, range)
      case .bead, .cut: break
      }
    }
    close(rowEnd, columnEnd)
  }

  private mutating func append(_ source: Range<Int>, _ target: Range<Int>) {
    beads.append(Bead(source: source, target: target))
    (row, column) = (source.upperBound, target.upperBound)
  }

  /// The free path as far as it leads from the start of the block to its end, joined to both.
  private mutating func block(_ source: Range<Int>, _ target: Range<Int>) -> [Bead] {
    let first = index { $0.row >= source.lowerBound && $0.column >= target.lowerBound }
    let last = index { $0.row > source.upperBound || $0.column > target.upperBound } - 1
    guard first <= last else { return aligned(source, target) }
    let startsOnPath = nodes[first] == (source.lowerBound, target.lowerBound)
    let endsOnPath = nodes[last] == (source.upperBound, target.upperBound)
    let from = startsOnPath ? first : first + Self.context
    let to = endsOnPath ? last : last - Self.context
    guard from <= to else { return aligned(source, target) }
    return aligned(source.lowerBound..<nodes[from].row, target.lowerBound..<nodes[from].column) + free[from..<to]
      + aligned(nodes[to].row..<source.upperBound, nodes[to].column..<target.upperBound)
  }

  /// The first node of which something holds that holds of all later ones.
  private func index(where holds: ((row: Int, column: Int)) -> Bool) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(nodes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func aligned(_ source: Range<Int>, _ target: Range<Int>) -> [Bead] {
    if source.isEmpty && target.isEmpty { return [] }
    return aligner.align(slicer.slice(source, target), lengths: lengths).beads.map { bead in
      Bead(
        source: bead.source.lowerBound + source.lowerBound..<bead.source.upperBound + source.lowerBound,
        target: bead.target.lowerBound + target.lowerBound..<bead.target.upperBound + target.lowerBound,
        confidence: bead.confidence)
    }
  }

  /// Before which segment of the other side a path that knows nothing of the gap would have it.
  private static func place(
    of gap: Range<Int>, in path: [Bead], _ side: KeyPath<Bead, Range<Int>>, _ other: KeyPath<Bead, Range<Int>>
  ) -> Int? {
    var place: Int?
    for bead in path {
      if bead[keyPath: side].contains(gap.lowerBound) {
        if bead[keyPath: other].isEmpty { return place }
        // Of a bead that starts before the gap, the counterpart stands before it too.
        let startsBefore = bead[keyPath: side].lowerBound < gap.lowerBound
        return startsBefore ? bead[keyPath: other].upperBound : bead[keyPath: other].lowerBound
      }
      if !bead[keyPath: other].isEmpty { place = bead[keyPath: other].upperBound }
    }
    return place
  }
}
