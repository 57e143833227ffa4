/// One side of a document pair, reduced to what the bead score looks at. Everything is by segment
/// number, in reading order.
public struct Side: Sendable {
  /// Letters and digits in each segment; the unit of the length evidence.
  public var lengths: [Float]
  /// Segment `i` holds the tokens `tokenOffsets[i]..<tokenOffsets[i + 1]`; one element more than segments.
  public var tokenOffsets: [Int32]
  /// Document-local type numbers, see `LinkTable`.
  public var tokens: [Int32]
  /// For each type: the share of its occurrences that a translation is expected *not* to show, 0…1.
  public var nullProbability: [Float]
  /// For each type: how many times as often the document holds it as other text does, 1 where it is no more often.
  /// What is met everywhere in a document says little of which of its segments belong together.
  public var typeProminence: [Float]
  /// What the segment's punctuation says.
  public var marks: [Marks]
  /// Whether a paragraph starts with the segment.
  public var startsParagraph: [Bool]
  /// Sentence vectors, `dimension` numbers a segment, not normalised, so that a bead's vector is a sum; may be empty.
  public var vectors: [Float]

  public init(
    lengths: [Float], tokenOffsets: [Int32], tokens: [Int32], nullProbability: [Float], typeProminence: [Float] = [],
    marks: [Marks] = [], startsParagraph: [Bool] = [], vectors: [Float] = []
  ) {
    precondition(tokenOffsets.count == lengths.count + 1, "one token offset more than segments")
    precondition(typeProminence.isEmpty || typeProminence.count == nullProbability.count)
    precondition(marks.isEmpty || marks.count == lengths.count)
    precondition(startsParagraph.isEmpty || startsParagraph.count == lengths.count)
    self.lengths = lengths
    self.tokenOffsets = tokenOffsets
    self.tokens = tokens
    self.nullProbability = nullProbability
    self.typeProminence = typeProminence.isEmpty ? Array(repeating: 1, count: nullProbability.count) : typeProminence
    self.marks = marks.isEmpty ? Array(repeating: [], count: lengths.count) : marks
    self.startsParagraph =
      startsParagraph.isEmpty ? Array(repeating: false, count: lengths.count) : startsParagraph
    self.vectors = vectors
  }

  public var count: Int { lengths.count }

  package func tokenCount(_ segment: Int) -> Int { Int(tokenOffsets[segment + 1] - tokenOffsets[segment]) }
}

/// Punctuation that a translator tends to carry over.
public struct Marks: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Ends in a question mark.
  public static let question = Marks(rawValue: 1)
  /// Ends in an exclamation mark.
  public static let exclamation = Marks(rawValue: 2)
  /// Ends in a colon.
  public static let colon = Marks(rawValue: 4)
  /// Ends in a full stop or an ellipsis.
  public static let fullStop = Marks(rawValue: 8)
  /// Ends without any mark, as headings do.
  public static let unterminated = Marks(rawValue: 16)
  /// Holds a quotation.
  public static let quotation = Marks(rawValue: 32)
  /// Holds parentheses or brackets.
  public static let parenthesis = Marks(rawValue: 64)
  /// Starts with a list number or bullet.
  public static let listItem = Marks(rawValue: 128)

  /// A short line that ends without a mark and holds a number: a page number, a running title, the number of a verse, the
  /// heading of an article.
  public static let label = Marks(rawValue: 256)

  /// No letters and no digits: a bullet, an arrow, a rule, three asterisks.
  public static let symbol = Marks(rawValue: 512)

  package static let endings: Marks = [.question, .exclamation, .colon, .fullStop, .unterminated]
  package static let contents: Marks = [.quotation, .parenthesis, .listItem]
}

/// What is known of the words of a document pair: for each target type, the source types that may
/// stand for it, and how much more probable each makes the other than chance does.
public struct LinkTable: Sendable {
  public struct Link: Sendable {
    /// Source type.
    public var source: Int32
    /// t(target|source) / u(target): 1 says nothing.
    public var targetRatio: Float
    /// t(source|target) / u(source).
    public var sourceRatio: Float

    public init(source: Int32, targetRatio: Float, sourceRatio: Float) {
      self.source = source
      self.targetRatio = targetRatio
      self.sourceRatio = sourceRatio
    }
  }

  /// Target type `t` has the links `offsets[t]..<offsets[t + 1]`; one element more than target types.
  public var offsets: [Int32]
  public var links: [Link]

  public init(offsets: [Int32], links: [Link]) {
    precondition(offsets.first == 0, "offsets must start at 0")
    precondition(Int(offsets.last ?? 0) == links.count, "offsets must end at the number of links")
    precondition(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "offsets must ascend")
    self.offsets = offsets
    self.links = links
  }

  /// Links gathered in any order, one list a target type.
  public init(_ lists: [[Link]]) {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(lists.count + 1)
    var links: [Link] = []
    for list in lists {
      links += list
      offsets.append(Int32(links.count))
    }
    self.init(offsets: offsets, links: links)
  }
}

/// Two sides and what links them: all that the aligner needs, without text.
public struct AlignmentProblem: Sendable {
  public var source: Side
  public var target: Side
  public var links: LinkTable
  /// Numbers in a sentence vector; 0 when there are none.
  public var vectorDimension: Int

  public init(source: Side, target: Side, links: LinkTable, vectorDimension: Int = 0) {
    precondition(links.offsets.count == target.nullProbability.count + 1, "one link list for each target type")
    precondition(source.vectors.count == vectorDimension * source.count)
    precondition(target.vectors.count == vectorDimension * target.count)
    self.source = source
    self.target = target
    self.links = links
    self.vectorDimension = vectorDimension
  }
}
