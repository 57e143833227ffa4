public import WaslModel

/// What tells whether both sides of a bead can be cut at a pair of places.
public enum BoundaryFeature: Int, CaseIterable, Sendable {
  /// Always 1.
  case bias
  /// What cutting gains in lexical score, in tens of nats, and over the root of the number of words.
  case gain, gainRoot
  /// How far the halves' length ratios are from the whole's, as a log-density.
  case length
  /// A half has no more than three words; log of the words of the shortest half.
  case isShort, logLeast
  /// What stands at the Arabic place: a sentence's end, or a kind of `InnerBoundary`.
  case arabicEnd, arabicTerminator, arabicSemicolon, arabicColon, arabicComma, arabicDash, arabicQuotation,
    arabicCapital, arabicSpace
  /// What stands at the English place, likewise.
  case englishEnd, englishTerminator, englishSemicolon, englishColon, englishComma, englishDash, englishQuotation,
    englishCapital, englishSpace
  /// How much likelier the words about the place stand first and last in a sentence; where no sentence ends. The first
  /// of an English sentence has a capital.
  case arabicFirst, arabicLast, englishFirst, englishLast
  /// The English word has a capital after a mark that ends no sentence, and anywhere with neither neighbour having one.
  case capitalAfterMark, loneCapital
  /// How much likelier such a word is inside a sentence with a capital than without one, as names are.
  case usualCapital
  /// The place lies inside brackets or quotation marks.
  case arabicInside, englishInside
  /// The word is the number or letter of a list's item.
  case arabicItem, englishItem
  /// The same mark stands on both sides, and no sentence ends.
  case sameMark
  /// Nothing but a space stands there, and a mark at most four words away: where a side is punctuated, it is cut there.
  case arabicNearMark, englishNearMark
  /// The words on both sides of the English place start with capitals, as in a name; where no sentence ends.
  case insideName
  /// A sentence ends on one side only: log of how many more sentences that side has in the whole document. Where full
  /// stops are missing, they are missing often.
  case sentenceExcess
  /// On neither side does a sentence end there.
  case neitherEnds
  /// There, log of how many English sentences seem to hold another's start, see `UnmarkedStarts`: where lines were put
  /// together, headings and items have no full stops.
  case unmarkedStarts
  /// There, words of the first half that come again in the second, up to four, as a headline's do.
  case repetition
  /// There, at the documents' start: a headline.
  case title
  /// The alignment of a very long sentence's pieces has a boundary there.
  case pieceBoundary

  /// How many features there are.
  public static let count = allCases.count

  /// What the feature is called in weights of version 0.1, if it was called otherwise.
  var formerName: String? {
    switch self {
    case .unmarkedStarts: "hiddenStarts"
    case .pieceBoundary: "pieceBorder"
    default: nil
    }
  }
}

/// The weights of `BoundaryFeature`s: their sum is the log-odds of a cut against leaving the bead whole.
public struct BoundaryWeights: Sendable, Hashable {
  /// One for each feature, in their order.
  public var values: [Float]

  /// Weights in the order of the features.
  public init(values: [Float]) {
    precondition(values.count == BoundaryFeature.count, "one weight for each feature")
    self.values = values
  }

  /// Finds no boundary at all.
  public static let none: BoundaryWeights = {
    var values = Array(repeating: Float(0), count: BoundaryFeature.count)
    values[BoundaryFeature.bias.rawValue] = -1
    return BoundaryWeights(values: values)
  }()

  /// The weights in a model file, or nil if it has none, or those of another set of features.
  public init?(_ model: TranslationModel) {
    self.init(parsing: String(decoding: Self.section(of: model.file), as: UTF8.self))
  }

  /// The name of the section that a model file has the weights in, and its name in version 0.1.
  public static let sectionName = "boundary"
  private static let formerSectionName = "borders"

  /// The section of a model file with the weights, as text; empty if it has none.
  public static func section(of file: ModelFile) -> [UInt8] {
    let section = file.copy(sectionName)
    return section.isEmpty ? file.copy(formerSectionName) : section
  }

  /// The weights in text: a line `name weight` for each feature.
  ///
  /// - Returns: nil if a line is broken or a name is missing.
  public init?(parsing text: String) {
    guard let named = NamedWeights.parse(text) else { return nil }
    var values: [Float] = []
    for feature in BoundaryFeature.allCases {
      guard let value = named["\(feature)"] ?? feature.formerName.flatMap({ named[$0] }) else { return nil }
      values.append(value)
    }
    self.init(values: values)
  }

  /// A line `name weight` for each feature, as the model file has it.
  public var text: String {
    BoundaryFeature.allCases.map { "\($0) \(values[$0.rawValue])\n" }.joined()
  }
}
