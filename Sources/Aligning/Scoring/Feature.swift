/// The numbers that the score of a bead is a weighted sum of.
///
/// "Mean" features divide a sum over tokens by a power of the bead's number of tokens: one over a
/// small power of the length measured best, and learning mixes the powers.
public enum Feature: Int, CaseIterable, Sendable {
  /// Lexical score of the target's tokens given the source: the plain sum, and over n^0.5 and n^0.8.
  case targetLexical, targetLexicalRoot, targetLexicalMean
  /// The same for the source's tokens given the target.
  case sourceLexical, sourceLexicalRoot, sourceLexicalMean
  /// In a bead of several segments on a side: the mean score of the one that fits least.
  case targetWeakest, sourceWeakest
  /// Cosine of the summed vectors, and times the root of the number of tokens.
  case cosine, cosineRoot
  /// Cosine of the worst-fitting single segment of a side of several with the whole other side.
  case cosineWeakest
  /// The length ratio: its log-likelihood, its plain deviation, and that times the root of the length.
  case length, lengthDeviation, lengthDeviationRoot
  /// A paragraph starts with the bead on both sides, on one side only, and inside the bead.
  case paragraphBoth, paragraphOne, paragraphInside
  /// Final punctuation agrees on a question, an exclamation or a colon; or only one side has it.
  case endingAgrees, endingDiffers
  /// One side ends in a full stop, the other has no final mark, as a heading.
  case headingDiffers
  /// Quotation, parentheses, list number: on both sides, or on one.
  case contentAgrees, contentDiffers
  /// A gap's log length; how well its segment fits the best single segment on the other side.
  case gapLength, gapBestLexical, gapBestCosine
  /// A gap right after a gap of the same side.
  case gapContinues
  /// For a gap: how well the document's segments fit their best partners on the whole (a free translation
  /// fits badly everywhere, so a bad fit says less), how far the document's lengths are in favour of gaps on
  /// this side, and how far its numbers of segments are.
  case gapDocumentFit, gapLengthExcess, gapCountExcess
  /// For a bead of unequal sides: how far the document's numbers of segments favour its longer side.
  case shapeSkew

  public static let count = allCases.count
}

/// What the score of each bead is made of: a weight for each feature and a bias for each shape.
public struct AlignerWeights: Sendable, Hashable {
  /// By `Feature.rawValue`.
  public var features: [Float]
  /// By index into `BeadShape.all`.
  public var shapes: [Float]
  /// By `RescoringFeature.rawValue`; where all are 0 the first score stands.
  public var rescoring: [Float]

  public init(
    features: [Float], shapes: [Float],
    rescoring: [Float] = Array(repeating: 0, count: RescoringFeature.count)
  ) {
    precondition(features.count == Feature.count && shapes.count == BeadShape.all.count)
    precondition(rescoring.count == RescoringFeature.count)
    self.features = features
    self.shapes = shapes
    self.rescoring = rescoring
  }

  /// Whether beads that the first score leaves in doubt are looked at a second time.
  package var rescores: Bool { rescoring.contains { $0 != 0 } }

  public subscript(feature: Feature) -> Float {
    get { features[feature.rawValue] }
    set { features[feature.rawValue] = newValue }
  }

  /// Zero for every feature and shape.
  public static var zero: AlignerWeights {
    AlignerWeights(
      features: Array(repeating: 0, count: Feature.count), shapes: Array(repeating: 0, count: BeadShape.all.count))
  }

  /// Weights set by hand, from which learning starts.
  public static let initial: AlignerWeights = {
    var weights = zero
    weights[.targetLexicalRoot] = 0.6
    weights[.sourceLexicalRoot] = 0.6
    weights[.cosineRoot] = 1
    weights[.length] = 1
    weights[.endingAgrees] = 0.5
    weights[.endingDiffers] = -0.5
    weights[.paragraphBoth] = 0.5
    weights[.paragraphOne] = -0.5
    weights[.paragraphInside] = -1
    for (index, shape) in BeadShape.all.enumerated() {
      let extra = Float(shape.source + shape.target - 2)
      weights.shapes[index] = shape.source == 0 || shape.target == 0 ? -4 : (extra == 0 ? 0 : -1 - 1.5 * extra)
    }
    return weights
  }()
}
