public import WaslBitext
public import WaslPairFormats
public import WaslText

/// What a user can choose about an alignment. The usual settings need no choice.
///
///     var options = AlignmentOptions()
///     options.allowsCrossing = true
///     options.glossary = terms
///     let aligned = try aligner.align(.texts(arabic, english), options: options)
public struct AlignmentOptions: Sendable {
  /// How texts are cut into segments. With `presplit` each line is a segment, and none is cut.
  public var segmentation = SegmentationOptions()
  /// The language of the first of two texts; nil for what their letters say.
  public var firstLanguage: Language?
  /// The language of the side that comes first in the result. Given segments name their own source.
  public var sourceLanguage = Language.arabic
  /// How large the pieces are that are paired.
  public var granularity = Granularity.sentence
  /// Whether every segment stays whole. Otherwise a sentence is cut where the other side calls for it.
  public var keepsSentences = false
  /// Whether sentences and paragraphs that have changed places are looked for, and joined to beads that cross others.
  public var allowsCrossing = false
  /// Whether and how a long document teaches the aligner its own words.
  public var adaptation = DocumentAdaptation()
  /// The user's own terms.
  public var glossary = Glossary()
  /// Beads of an earlier alignment of the same texts, of which those that are confirmed stand as they are.
  public var confirmed: [PairRecord] = []
  /// What messages call the place that `confirmed` comes from.
  public var confirmedName = ""
  /// What is told of each bead besides its segments and confidence.
  public var detail = AlignmentDetail.beads
  /// Whether the result is checked: every character of the texts stands in one segment, every segment in one bead, in
  /// order where none cross, and every confidence is in 0…1.
  public var verifies = false

  /// The usual settings.
  public init() {}

  /// Whether sentences are cut where both sides call for it.
  var cutsSentences: Bool { !keepsSentences && !segmentation.presplit }

  /// - Throws: a usage error for options that contradict each other.
  func check() throws(WaslError) {
    if segmentation.presplit && granularity != .sentence {
      throw WaslError(
        .usage, "presplit lines are paired as they are, not by \(granularity.rawValue)",
        advice: "leave presplit or the granularity out")
    }
    if keepsSentences && granularity == .clause {
      throw WaslError(
        .usage, "sentences that are kept whole cannot be paired by clause",
        advice: "leave keepsSentences or the granularity out")
    }
  }
}

/// How much is told of each bead.
public enum AlignmentDetail: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Its segments and its confidence.
  case beads
  /// Also the words that stand for each other.
  case wordLinks
  /// Also what speaks for the bead.
  case evidence

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
