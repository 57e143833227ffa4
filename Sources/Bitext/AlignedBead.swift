/// One bead of an aligned text with all that is known of it: what both sides say, where it stands, and how sure it is.
public struct AlignedBead: Sendable, Hashable, Codable {
  /// Nil for a gap: what the target alone has.
  public var source: TextSpan?
  /// Nil for a gap: what the source alone has.
  public var target: TextSpan?
  /// How sure the aligner is that exactly these segments belong together: 0…1.
  public var confidence: Double
  /// Whether a person has said that the bead is right.
  public var isConfirmed: Bool
  /// Whether the bead is out of order on the target side.
  public var isCrossing: Bool
  /// The words that stand for each other; empty when they were not looked for.
  public var wordLinks: [WordLink]
  /// What speaks for the bead, the strongest first; empty when that was not asked.
  public var evidence: [BeadEvidence]

  /// A bead with its texts.
  public init(
    source: TextSpan?, target: TextSpan?, confidence: Double, isConfirmed: Bool = false, isCrossing: Bool = false,
    wordLinks: [WordLink] = [], evidence: [BeadEvidence] = []
  ) {
    self.source = source
    self.target = target
    self.confidence = confidence
    self.isConfirmed = isConfirmed
    self.isCrossing = isCrossing
    self.wordLinks = wordLinks
    self.evidence = evidence
  }

  /// What the source says; empty for a gap.
  public var sourceText: String { source?.text ?? "" }

  /// What the target says; empty for a gap.
  public var targetText: String { target?.text ?? "" }

  /// Whether one of the sides is missing.
  public var isGap: Bool { source == nil || target == nil }

  /// The field's name for the bead's form, such as `1-2`.
  public var shape: String { "\(source?.segments.count ?? 0)-\(target?.segments.count ?? 0)" }
}

extension AlignedText {
  /// The beads with their texts and places, in the order of the alignment.
  ///
  /// - Complexity: O(*n*) in bytes of the texts, at each call.
  public var beads: [AlignedBead] {
    let (sources, targets) = (ScalarCounts(source.text.bytes), ScalarCounts(target.text.bytes))
    return alignment.beads.enumerated().map { index, bead in
      AlignedBead(
        source: source.span(of: bead.source, sources), target: target.span(of: bead.target, targets),
        confidence: bead.confidence, isConfirmed: bead.isConfirmed, isCrossing: bead.isCrossing,
        wordLinks: wordLinks.isEmpty ? [] : wordLinks[index], evidence: evidence.isEmpty ? [] : evidence[index])
    }
  }
}

extension Document {
  fileprivate func span(of side: Range<Int>, _ counts: ScalarCounts) -> TextSpan? {
    guard let bytes = byteRange(of: side) else { return nil }
    let scalars = counts.scalars(before: bytes.lowerBound)..<counts.scalars(before: bytes.upperBound)
    return TextSpan(text: side.map(text(of:)).joined(separator: " "), segments: side, bytes: bytes, scalars: scalars)
  }
}
