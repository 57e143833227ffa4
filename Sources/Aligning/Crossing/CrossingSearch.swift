package import WaslBitext

/// Finds what has changed places in an alignment that keeps order.
///
/// In overlapping windows of the path, pairs of segments that are each other's best partners by far, and that the path
/// leaves open, are put together to blocks where they follow each other. A block is moved when the segments about it
/// are more probable with it taken out and aligned alone than in order, by the same lattice and the same scores, a
/// fixed cost for the move counted. The ends of the block are shifted as long as that makes it more probable. What
/// remains in order is aligned anew without it.
package struct CrossingSearch {
  /// Segments of a side in a window; windows overlap by half.
  package static let windowSize = 64
  /// What a move over one bead costs, in nats; over more, the logarithm of their number more.
  package static let cost = 10.0
  /// By how much a pair must be better than what else its segments could be joined to, in nats.
  package static let leastMargin: Float = 2
  /// Beads on either side of what changes that are aligned anew.
  package static let context = 3
  /// The share of segments without a counterpart in a window in which nothing is looked for.
  package static let mostGaps: Float = 0.75
  /// The confidence from which a bead of one and one is not in question.
  package static let sure = 0.9
  /// How far apart two pairs of a block may be.
  package static let reach = 3
  /// By which the gain of a move is multiplied to be the logit of its probability; the scores are too sure.
  package static let slope = 0.36

  private let aligner: Aligner
  private let lengths: LengthModel
  private let gapShift: Float
  private let weights: AlignerWeights
  private var slicer: ProblemSlicer
  private let cuts: Set<[Int]>
  /// The beads that keep order, without those that have moved.
  package private(set) var path: [Bead]
  /// The beads of each block that has moved.
  package private(set) var blocks: [[Bead]] = []

  package init(
    _ aligner: Aligner, _ problem: AlignmentProblem, _ alignment: Alignment, cuts: [(source: Int, target: Int)]
  ) {
    self.aligner = aligner
    slicer = ProblemSlicer(problem)
    lengths = LengthModel(problem.source, problem.target, aligned: alignment.beads)
    path = alignment.beads
    self.cuts = Set(cuts.map { [$0.source, $0.target] })
    let gaps = path.reduce(0) { $0 + ($1.isGap ? $1.source.count + $1.target.count : 0) }
    gapShift = Lattice.gapShift(
      expected: Float(gaps), segments: problem.source.count + problem.target.count,
      strength: aligner.gapAdaptation)
    weights = aligner.weights.suited(to: lengths)
  }

  /// By source; a moved block stands after the bead that its first segment follows.
  package var alignment: Alignment {
    var beads: [Bead] = []
    var waiting = blocks.sorted { Self.start($0) < Self.start($1) }[...]
    func takeBlocks(before segment: Int) {
      while let block = waiting.first, Self.start(block) < segment {
        beads += block
        waiting.removeFirst()
      }
    }
    for bead in path {
      if !bead.source.isEmpty { takeBlocks(before: bead.source.lowerBound) }
      beads.append(bead)
    }
    takeBlocks(before: .max)
    // Where the empty side of a gap stands follows from what is around it.
    var (row, column) = (0, 0)
    for index in beads.indices {
      if beads[index].source.isEmpty { beads[index].source = row..<row }
      if beads[index].target.isEmpty { beads[index].target = column..<column }
      (row, column) = (beads[index].source.upperBound, beads[index].target.upperBound)
    }
    return Alignment(beads: beads)
  }

  private static func start(_ block: [Bead]) -> Int {
    block.first { !$0.source.isEmpty }?.source.lowerBound ?? 0
  }

  package mutating func run() {
    var first = 0
    while first < path.count {
      let end = windowEnd(from: first)
      let before = path.count
      search(first..<end)
      // The window's own beads may have become more or fewer.
      let count = end - first + path.count - before
      if first + count >= path.count { return }
      first += max(1, count / 2)
    }
  }

  private func windowEnd(from first: Int) -> Int {
    var (rows, columns, end) = (0, 0, first)
    while end < path.count {
      rows += path[end].source.count
      columns += path[end].target.count
      if max(rows, columns) > Self.windowSize && end > first { break }
      end += 1
    }
    return end
  }

  /// Whether a bead may be part of something that has moved.
  private static func isOpen(_ bead: Bead) -> Bool {
    if bead.isConfirmed { return false }
    return bead.source.count != 1 || bead.target.count != 1 || bead.confidence < sure
  }

  private mutating func search(_ range: Range<Int>) {
    let beads = path[range]
    let source = Self.hull(beads.map(\.source))
    let target = Self.hull(beads.map(\.target))
    let open = beads.filter(Self.isOpen)
    guard !source.isEmpty, !target.isEmpty, open.contains(where: { !$0.source.isEmpty }),
      open.contains(where: { !$0.target.isEmpty })
    else { return }
    // A bead that a person has made of very many segments.
    guard max(source.count, target.count) <= 4 * Self.windowSize else { return }
    let gaps = beads.reduce(0) { $0 + ($1.isGap ? $1.source.count + $1.target.count : 0) }
    let gapShare = Float(gaps) / Float(beads.reduce(0) { $0 + $1.source.count + $1.target.count })
    // Between strangers, chance looks like a match.
    if gapShare > Self.mostGaps { return }
    let window = CrossingWindow(
      source, target, path: beads, slicer: &slicer, lengths: lengths, weights: weights, gapShift: gapShift,
      gapShare: gapShare)
    var range = range
    // Each move changes what remains.
    for _ in 0..<Self.windowSize {
      let seeds = CrossingSeeds(path[range], window, isOpen: Self.isOpen, margin: Self.leastMargin)
      let candidates = seeds.blocks(reach: Self.reach).compactMap { candidate($0, in: range, window) }
      guard let best = candidates.max(by: { $0.gain < $1.gain }) else { return }
      let count = path.count
      move(best, in: window)
      range = range.lowerBound..<range.upperBound + path.count - count
    }
  }

  private struct Candidate {
    var block: CrossingBlock
    /// The beads of the path about it.
    var beads: Range<Int>
    var region: CrossingRegion
    /// The logarithm of how much more probable the move is than no move, its cost counted.
    var gain: Double
  }

  /// How many beads lie between what a block joins.
  private func distance(_ block: CrossingBlock, in beads: Range<Int>) -> Int {
    guard let row = beads.first(where: { path[$0].source.contains(block.source.lowerBound) }),
      let column = beads.first(where: { path[$0].target.contains(block.target.lowerBound) })
    else { return 1 }
    return max(1, abs(row - column))
  }

  /// The block with its best ends, or nil where it does not pay.
  private func candidate(_ start: CrossingBlock, in range: Range<Int>, _ window: CrossingWindow) -> Candidate? {
    let (beads, region) = region(about: start, in: range)
    let rows = Set(region.pieces.flatMap(\.rows))
    let columns = Set(region.pieces.flatMap(\.columns))
    let inOrder = region.logPartition(in: window)
    let distance = distance(start, in: beads)
    // The farther, the more places there are to move to.
    let cost = Self.cost + Double(fastLog(Float(distance)))
    func gain(_ block: CrossingBlock) -> Double? {
      guard block.source.allSatisfy(rows.contains), block.target.allSatisfy(columns.contains) else { return nil }
      let inside = window.lattice(Array(block.source), Array(block.target)).logPartition()
      return region.without(block.source, block.target).logPartition(in: window) + inside - inOrder - cost
    }
    guard var best = gain(start).map({ (block: start, gain: $0) }), best.gain > -cost else { return nil }
    // Blocks do not grow far beyond what was found of them.
    for _ in 0..<8 {
      let better = best.block.neighbours.compactMap { block in gain(block).map { (block: block, gain: $0) } }
        .max { $0.gain < $1.gain }
      guard let better, better.gain > best.gain + 0.1 else { break }
      best = better
    }
    return best.gain > 0 ? Candidate(block: best.block, beads: beads, region: region, gain: best.gain) : nil
  }

  /// The beads that a block is part of and those between and about them.
  private func region(about block: CrossingBlock, in range: Range<Int>) -> (beads: Range<Int>, region: CrossingRegion) {
    func touches(_ bead: Bead) -> Bool { bead.source.overlaps(block.source) || bead.target.overlaps(block.target) }
    let touched = range.filter { touches(path[$0]) }
    let first = max(range.lowerBound, (touched.first ?? range.lowerBound) - Self.context)
    let end = min(range.upperBound, (touched.last ?? range.upperBound - 1) + 1 + Self.context)
    var region = CrossingRegion()
    for index in first..<end {
      let bead = path[index]
      if cuts.contains([bead.source.lowerBound, bead.target.lowerBound]) { region.add(boundary: nil) }
      // What is sure stays: a window says less of it than the search that saw more of the document.
      let stays = bead.isConfirmed || !bead.isGap && bead.confidence >= Self.sure && !touches(bead)
      if stays { region.add(boundary: bead) } else { region.add(bead) }
    }
    return (first..<end, region)
  }

  private mutating func move(_ candidate: Candidate, in window: CrossingWindow) {
    let probability = 1 / (1 + fastExp(-Self.slope * candidate.gain))
    func confidence(_ posterior: Double) -> Double { probability * aligner.calibration.confidence(posterior) }
    let (source, target) = (candidate.block.source, candidate.block.target)
    let block = CrossingRegion.Piece(rows: Array(source), columns: Array(target))
    blocks.append(
      CrossingRegion.path(block, in: window, beadCost: aligner.beadCost).map { bead in
        Bead(source: bead.source, target: bead.target, confidence: confidence(bead.confidence))
      })
    let before = Dictionary(
      path[candidate.beads].map { ([$0.source, $0.target], $0.confidence) }, uniquingKeysWith: { first, _ in first })
    let rest = candidate.region.without(source, target).path(in: window, beadCost: aligner.beadCost)
    let boundaries = Set(candidate.region.boundaries)
    path.replaceSubrange(
      candidate.beads,
      with: rest.map { bead in
        if boundaries.contains(bead) { return bead }
        // The bead is right if the block moved and it is then, or if it did not and it is all the same.
        let otherwise = (1 - probability) * (before[[bead.source, bead.target]] ?? 0)
        return Bead(source: bead.source, target: bead.target, confidence: confidence(bead.confidence) + otherwise)
      })
  }

  private static func hull(_ ranges: [Range<Int>]) -> Range<Int> {
    let filled = ranges.filter { !$0.isEmpty }
    guard let first = filled.first, let last = filled.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
}
