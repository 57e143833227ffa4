internal import WaslBitext

/// One bead as a file of pairs holds it: the texts themselves, and where they came from if the file says so.
public struct PairRecord: Sendable, Hashable {
  public struct Side: Sendable, Hashable {
    public var text: String
    /// In Unicode scalars of the input file.
    public var span: Range<Int>?
    public var segments: Range<Int>?
    /// The text with its inline codes; nil where it has none.
    public var content: InlineContent? {
      get { annex.first?.content }
      set { annex.update { $0.content = newValue } }
    }
    /// The BCP 47 tag of this text, where the file gives each its own.
    public var tag: String? {
      get { annex.first?.tag }
      set { annex.update { $0.tag = newValue } }
    }
    public var metadata: PairMetadata {
      get { annex.first?.metadata ?? PairMetadata() }
      set { annex.update { $0.metadata = newValue } }
    }
    /// One or none: what few files have takes no room in the records of the others.
    fileprivate var annex: [Annex] = []

    public init(text: String, span: Range<Int>? = nil, segments: Range<Int>? = nil) {
      self.text = text
      self.span = span
      self.segments = segments
    }
  }

  /// Nil for a gap; never nil on both sides.
  public var source: Side?
  public var target: Side?
  /// 0…1.
  public var confidence: Double?
  /// Whether a person has said that the pair is right.
  public var isConfirmed = false
  /// Whether it is out of order on the target side.
  public var isCrossing = false
  public var metadata: PairMetadata {
    get { annex.first?.metadata ?? PairMetadata() }
    set { annex.update { $0.metadata = newValue } }
  }
  private var annex: [Annex] = []
  /// Where it stands in its file, from 1.
  public var line: Int

  public init(source: Side?, target: Side?, confidence: Double? = nil, line: Int) {
    self.source = source
    self.target = target
    self.confidence = confidence
    self.line = line
  }
}

extension PairRecord {
  /// No text has so many segments or characters; sums of smaller numbers cannot overflow.
  static let mostCounted = 1 << 40

  /// Segment numbers that follow each other, given one by one.
  static func segments(_ numbers: [Int], file: String, line: Int) throws(WaslError) -> Range<Int>? {
    guard let first = numbers.first else { return nil }
    let error = WaslError(
      .format, "segment numbers \(numbers.prefix(8).map(String.init).joined(separator: " ")) do not follow each other",
      at: .init(file: file, line: line), advice: "a bead joins neighbours, counted from 0")
    guard first >= 0, first < mostCounted else { throw error }
    for (index, number) in numbers.enumerated() where number != first + index { throw error }
    return first..<first + numbers.count
  }

  static func check(confidence: Double, file: String, line: Int) throws(WaslError) {
    guard (0...1).contains(confidence) else {
      throw WaslError(.format, "confidence \(confidence) is outside 0…1", at: .init(file: file, line: line))
    }
  }
}

extension PairRecord {
  /// The same pair with its sides changed over.
  var reversed: PairRecord {
    var record = self
    (record.source, record.target) = (target, source)
    return record
  }
}

extension PairRecord.Side {
  /// A text with codes; its plain form is `text`.
  init(_ content: InlineContent) {
    self.init(text: content.plainText)
    if content.hasCodes { self.content = content }
  }
}

/// What few pairs have.
private struct Annex: Sendable, Hashable {
  var content: InlineContent?
  var tag: String?
  var metadata = PairMetadata()
}

extension [Annex] {
  fileprivate mutating func update(_ change: (inout Annex) -> Void) {
    var annex = first ?? Annex()
    change(&annex)
    self = annex == Annex() ? [] : [annex]
  }
}
