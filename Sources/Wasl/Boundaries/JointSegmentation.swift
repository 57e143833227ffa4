package import WaslAligning
internal import WaslBitext
internal import WaslModel
internal import WaslText

/// Aligns sentences, and finds the boundaries between them that punctuation does not show.
///
/// A full stop may be missing on one side, or on both after a headline, and careless or classical text goes on for
/// pages without one. What the segmenter takes for one sentence is cut where the words of both sides call for it,
/// see `BoundaryFinder`. Very long sentences are aligned in pieces first, since a bead holds only so many segments, and
/// put together again before the search.
package struct JointSegmentation {
  private let source: Pieces
  private let target: Pieces

  package init(_ source: Document, _ target: Document) {
    self.source = Self.pieces(source)
    self.target = Self.pieces(target)
  }

  private static func pieces(_ document: Document) -> Pieces {
    let long = LongSegments(cutting: document.segments, of: document.text)
    return Pieces(
      document: Document(text: document.text, language: document.language, segments: long.pieces),
      isContinuation: long.isContinuation)
  }

  /// A bead of whole sentences, with what the boundary search looks at.
  package struct SentenceBead {
    package var bead: Bead
    package var source: BeadWords
    package var target: BeadWords
    /// The words that start beads of pieces, where the bead was put together from some: source and target.
    package var pieceBoundaries: Set<[Int]>
    /// Whether it was known beforehand, and is neither joined nor cut.
    package var isKept: Bool
    /// Who sets a comma goes on with the sentence, so only a very long one is cut there, or what stands for three
    /// sentences and more.
    package var canCutAtCommas: Bool

    /// All of it, to be left whole or cut.
    package var pair: BoundaryFinder.Pair {
      .init(
        source: 0..<source.count, target: 0..<target.count,
        isFirst: bead.source.lowerBound == 0 && bead.target.lowerBound == 0)
    }
  }

  /// The aligned sentences, cut where both sides call for it, and the pair of pieces that they were made from. The parts
  /// of a bead have its confidence.
  ///
  /// - Parameter guide: what is known of the sentences; a confirmed bead is not cut.
  func align(in run: AlignmentRun, _ guide: AlignmentGuide) -> (AlignedText, PreparedPair) {
    var (sources, targets) = (SegmentCutter(source), SegmentCutter(target))
    var beads: [Bead] = []
    let constraints = guide.constraints(on: source.document, target.document)
    let pair = forEachBead(in: run, under: constraints) { bead, finder in
      let cuts = finder.cuts(bead)
      let sourceParts = sources.cut(bead.bead.source, at: cuts.map { bead.source.boundaries[$0.source]! })
      let targetParts = targets.cut(bead.bead.target, at: cuts.map { bead.target.boundaries[$0.target]! })
      for (source, target) in zip(sourceParts, targetParts) {
        beads.append(Bead(source: source, target: target, confidence: bead.bead.confidence))
      }
    }
    let alignment = Alignment(beads: beads)
    return (AlignedText(source: sources.document, target: targets.document, alignment: alignment), pair)
  }

  /// Calls `body` with each bead of whole sentences, and what finds boundaries in it.
  ///
  /// - Returns: the pair of pieces.
  @discardableResult
  package func forEachBead(
    in run: AlignmentRun, under constraints: [Constraint] = [], _ body: (SentenceBead, BoundaryFinder) -> Void
  ) -> PreparedPair {
    let aligner = run.aligner
    let granularity = run.options.granularity
    var pair = run.prepare(source.document, target.document)
    let (sourceVocabulary, targetVocabulary) = (pair.sourceVocabulary, pair.targetVocabulary)
    let alignment = run.alignment(of: &pair, under: constraints)
    let finder = BoundaryFinder(
      links: SplitLinks(pair.problem), edges: aligner.model.sentenceEdges, weights: aligner.boundaryWeights,
      leastScore: granularity.leastScore,
      sentenceExcess: fastLog(Float(target.sentenceCount + 5) / Float(source.sentenceCount + 5)),
      unmarkedStarts: UnmarkedStarts.logShare(
        [(source, sourceVocabulary), (target, targetVocabulary)], aligner.model.sentenceEdges))
    let kept = Set(constraints)
    for group in groups(alignment, kept) {
      let bead = group.joined
      // A gap is not cut, nor what is far too long, so nobody asks for their words.
      let isLeft = bead.isGap || byteCount(bead) > Self.mostBytesCut
      let source = BeadWords(isLeft ? 0..<0 : bead.source, of: source, sourceVocabulary)
      let target = BeadWords(isLeft ? 0..<0 : bead.target, of: target, targetVocabulary)
      let boundaries = group.dropFirst().map { [source.word(startOf: $0.source), target.word(startOf: $0.target)] }
      let hasPieces =
        bead.source.contains { self.source.isContinuation[$0] }
        || bead.target.contains { self.target.isContinuation[$0] }
      body(
        SentenceBead(
          bead: bead, source: source, target: target, pieceBoundaries: Set(boundaries),
          isKept: kept.contains(Constraint(bead)),
          canCutAtCommas: granularity == .clause || hasPieces || bead.source.count > 2 || bead.target.count > 2),
        finder)
    }
    return pair
  }

  /// No more bytes are put together on a side than this: in long blocks without punctuation the boundaries that the
  /// pieces' alignment found are worth more than what a search by words alone finds.
  package static let mostBytes = 1_000

  /// The least confidence of two beads that a boundary is kept between.
  package static let sure = 0.9

  /// Beads with more bytes on a side are left whole unseen: words of less than 125 bytes make more of them than
  /// `BoundaryFinder.mostWords`, and what is kept of each would fill the memory where a text is one line.
  package static let mostBytesCut = 100_000

  /// The beads of the pieces, in groups that share a sentence.
  private func groups(_ alignment: Alignment, _ kept: Set<Constraint>) -> [ArraySlice<Bead>] {
    var groups: [ArraySlice<Bead>] = []
    var first = 0
    let beads = alignment.beads
    for index in beads.indices.dropFirst() {
      let isKept = kept.contains(Constraint(beads[index])) || kept.contains(Constraint(beads[index - 1]))
      if isKept || !shareSentence(beads[index - 1], beads[index]) || isTooLong(beads[first...index].joined) {
        groups.append(beads[first..<index])
        first = index
      }
    }
    if first < beads.count { groups.append(beads[first...]) }
    return groups
  }

  private func isTooLong(_ bead: Bead) -> Bool { byteCount(bead) > Self.mostBytes }

  /// Of the longer side.
  private func byteCount(_ bead: Bead) -> Int {
    max(source.byteCount(bead.source), target.byteCount(bead.target))
  }

  /// Whether two beads are put together. Where both are sure, and a sentence ends between them on one side, the other
  /// side's long sentence holds two.
  private func shareSentence(_ bead: Bead, _ next: Bead) -> Bool {
    let (sourceGoesOn, targetGoesOn) = (
      source.goesOn(bead.source, next.source), target.goesOn(bead.target, next.target)
    )
    if bead.isGap || next.isGap || min(bead.confidence, next.confidence) < Self.sure {
      return sourceGoesOn || targetGoesOn
    }
    return sourceGoesOn && targetGoesOn
  }
}

extension ArraySlice<Bead> {
  /// One bead of all; its confidence is the least of theirs.
  package var joined: Bead {
    func union(_ ranges: [Range<Int>]) -> Range<Int> {
      let filled = ranges.filter { !$0.isEmpty }
      guard let first = filled.first, let last = filled.last else { return ranges[0] }
      return first.lowerBound..<last.upperBound
    }
    return Bead(source: union(map(\.source)), target: union(map(\.target)), confidence: map(\.confidence).min() ?? 1)
  }
}
