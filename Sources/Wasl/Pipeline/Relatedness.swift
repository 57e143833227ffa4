public import WaslBitext

/// How much of two aligned documents is a translation of the other, by what speaks for the beads.
///
/// Confidence does not tell: it says which of the ways to pair two texts is the best one.
public struct Relatedness: Sendable, Hashable {
  /// The share of each side's text, 0…1, that stands in beads whose words and vectors speak for them.
  public var source: Double
  /// The same of the target.
  public var target: Double
  /// The share of both sides' text that stands in gaps.
  public var gaps: Double
  /// The mean confidence of the beads that are no gaps.
  public var confidence: Double
  /// Whether there is enough text to judge by.
  public var isTelling: Bool

  /// Whether half of a side or more seems to be no translation of the other.
  public var isDoubtful: Bool { isTelling && min(source, target) < 0.5 }
}

extension DocumentAligner {
  /// How many beads are looked at.
  private static var relatednessSample: Int { 400 }
  /// Beads with more bytes on a side are passed over: the cost of their evidence is the product of both sides' words.
  private static var mostBytes: Int { 4_000 }

  /// Judges by a sample of the beads, so the cost does not grow with the text.
  ///
  /// - Throws: an input error when ICU's data cannot be read.
  public func relatedness(of text: AlignedText) throws(WaslError) -> Relatedness {
    let beads = text.alignment.beads
    func size(_ numbers: Range<Int>, _ document: Document) -> Double {
      Double(numbers.reduce(0) { $0 + document.segments[$1].range.count })
    }
    // Bytes of each side, so that two for an Arabic letter weigh no more.
    var (sizes, gaps, borneOut, sampled) = ([0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0])
    var (confidence, pairs) = (0.0, 0)
    for bead in beads {
      for (side, size) in [size(bead.source, text.source), size(bead.target, text.target)].enumerated() {
        sizes[side] += size
        if bead.isGap { gaps[side] += size }
      }
      if !bead.isGap { (confidence, pairs) = (confidence + bead.confidence, pairs + 1) }
    }
    let sample = Self.sample(of: text, most: Self.relatednessSample)
    for (bead, evidence) in zip(sample.alignment.beads, try self.evidence(sample)) {
      let score = evidence.reduce(0) { $0 + ($1.name == "words" || $1.name == "vectors" ? $1.score : 0) }
      let isBorneOut = evidence.isEmpty ? bead.confidence > 0.5 : score > 0
      for (side, size) in [size(bead.source, sample.source), size(bead.target, sample.target)].enumerated() {
        sampled[side] += size
        if isBorneOut { borneOut[side] += size }
      }
    }
    func share(_ side: Int) -> Double {
      if sizes[side] == 0 || sampled[side] == 0 { return 0 }
      return (1 - gaps[side] / sizes[side]) * borneOut[side] / sampled[side]
    }
    let segments = min(text.source.segments.count, text.target.segments.count)
    let shares = [0, 1].map { sizes[$0] == 0 ? 0 : gaps[$0] / sizes[$0] }
    return Relatedness(
      source: share(0), target: share(1), gaps: (shares[0] + shares[1]) / 2,
      confidence: pairs == 0 ? 0 : confidence / Double(pairs),
      isTelling: segments >= 3 && sizes.min()! >= 120 && (pairs == 0 || sampled.min()! > 0))
  }

  private func evidence(_ text: AlignedText) throws(WaslError) -> [[BeadEvidence]] {
    search.evidence(for: text.alignment, of: try problem(text.source, text.target))
  }

  /// A text of some of the beads that are neither gaps nor out of order, evenly spread.
  private static func sample(of text: AlignedText, most: Int) -> AlignedText {
    var (pairs, end) = ([Bead](), 0)
    func isShort(_ numbers: Range<Int>, _ document: Document) -> Bool {
      numbers.reduce(0) { $0 + document.segments[$1].range.count } <= Self.mostBytes
    }
    for bead in text.alignment.beads
    where !bead.isGap && bead.target.lowerBound >= end && isShort(bead.source, text.source)
      && isShort(bead.target, text.target)
    {
      pairs.append(bead)
      end = bead.target.upperBound
    }
    let step = max(1, (pairs.count + most - 1) / most)
    var (source, target, beads) = ([Segment](), [Segment](), [Bead]())
    for index in stride(from: 0, to: pairs.count, by: step) {
      let bead = pairs[index]
      let (first, second) = (source.count, target.count)
      source += text.source.segments[bead.source]
      target += text.target.segments[bead.target]
      beads.append(Bead(source: first..<source.count, target: second..<target.count, confidence: bead.confidence))
    }
    return AlignedText(
      source: Document(text: text.source.text, language: text.source.language, segments: source),
      target: Document(text: text.target.text, language: text.target.language, segments: target),
      alignment: Alignment(beads: beads))
  }
}
