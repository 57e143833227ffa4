public import Bitext
internal import Text

/// Cuts a sentence of one side where the other side ends one.
///
/// A comma or a semicolon may stand in one language where a full stop stands in the other, and careless or
/// classical text goes on for pages without a full stop. So long sentences are aligned in pieces, and the pieces put
/// together again wherever the other side has no sentence end either:
///
///     let joint = JointSegmentation(arabic, english)
///     let text = joint.rejoined(aligner.align(aligner.problem(joint.source, joint.target)))
public struct JointSegmentation: Sendable {
  /// The source in pieces: these, not its segments, are to be aligned.
  public let source: Document
  /// The target in pieces.
  public let target: Document
  private let sourceContinues: [Bool]
  private let targetContinues: [Bool]

  /// Cuts the long segments of both sides.
  public init(_ source: Document, _ target: Document) {
    (self.source, sourceContinues) = Self.cut(source)
    (self.target, targetContinues) = Self.cut(target)
  }

  private static func cut(_ document: Document) -> (Document, [Bool]) {
    let long = LongSegments(cutting: document.segments, of: document.text)
    return (Document(text: document.text, language: document.language, segments: long.pieces), long.isContinuation)
  }

  /// The alignment of the pieces as one of sentences, or of parts of them where the other side calls for it.
  ///
  /// Two beads become one where the border between them lies inside a sentence on both sides, or where one of
  /// them is a gap inside a sentence: a clause that the translation leaves out is no reason to cut. The confidence
  /// is the least of the parts'.
  ///
  /// - Precondition: `alignment` covers the pieces, each once and in order.
  public func rejoined(_ alignment: Alignment) -> AlignedText {
    var beads: [Bead] = []
    for bead in alignment.beads {
      guard let last = beads.last, belongTogether(last, bead) else {
        beads.append(bead)
        continue
      }
      beads[beads.count - 1] = Bead(
        source: Self.union(last.source, bead.source), target: Self.union(last.target, bead.target),
        confidence: min(last.confidence, bead.confidence))
    }
    var (sources, targets) = (SegmentJoiner(source, sourceContinues), SegmentJoiner(target, targetContinues))
    let renumbered = beads.map { bead in
      Bead(source: sources.join(bead.source), target: targets.join(bead.target), confidence: bead.confidence)
    }
    return AlignedText(
      source: sources.document, target: targets.document, alignment: Alignment(beads: renumbered))
  }

  private func belongTogether(_ bead: Bead, _ next: Bead) -> Bool {
    let isInSource = continues(sourceContinues, bead.source, next.source)
    let isInTarget = continues(targetContinues, bead.target, next.target)
    if bead.isGap || next.isGap { return isInSource || isInTarget }
    return isInSource && isInTarget
  }

  /// Whether the second range goes on with the sentence that the first ends in.
  private func continues(_ isContinuation: [Bool], _ range: Range<Int>, _ next: Range<Int>) -> Bool {
    !range.isEmpty && !next.isEmpty && range.upperBound == next.lowerBound && isContinuation[next.lowerBound]
  }

  private static func union(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    return first.lowerBound..<second.upperBound
  }
}

/// Numbers the segments anew while pieces of one sentence within a bead become one segment.
private struct SegmentJoiner {
  private let pieces: Document
  private let isContinuation: [Bool]
  private var segments: [Segment] = []

  init(_ pieces: Document, _ isContinuation: [Bool]) {
    self.pieces = pieces
    self.isContinuation = isContinuation
  }

  /// The new numbers of the pieces of one bead.
  mutating func join(_ range: Range<Int>) -> Range<Int> {
    let first = segments.count
    for index in range {
      let piece = pieces.segments[index]
      if isContinuation[index] && segments.count > first {
        segments[segments.count - 1].range = segments[segments.count - 1].range.lowerBound..<piece.range.upperBound
      } else {
        segments.append(piece)
      }
    }
    return first..<segments.count
  }

  var document: Document { Document(text: pieces.text, language: pieces.language, segments: segments) }
}
