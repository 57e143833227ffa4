internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// What the writers write: a bead with its texts, whether these come from a document or from a file of pairs.
struct BeadText {
  /// Nil for a gap's empty side.
  var source: Side?
  var target: Side?
  /// 0…1; nil when the file the bead comes from does not say.
  var confidence: Double?
  var isConfirmed = false
  /// Whether it is out of order on the target side.
  var isCrossing = false
  /// In bytes of the sides.
  var wordLinks: [WordLink] = []
  /// What speaks for the bead; nil when that was not asked.
  var evidence: [BeadEvidence]?

  /// Of a pair from a file that says more of it.
  var metadata = PairMetadata()

  var isGap: Bool { source == nil || target == nil }

  struct Side {
    /// UTF-8; the segments are ranges of it.
    let bytes: [UInt8]
    /// At least one.
    let segments: ArraySlice<Segment>
    /// The segments' numbers from 0, if known. A pair from a file has one segment for all its numbers.
    let numbers: Range<Int>?
    /// The blocks of the text that the segments lie in, and others; empty where there are none.
    fileprivate let blocks: [Block]
    fileprivate let place: Place
    /// The text with its inline codes, where it has any.
    var content: InlineContent?
    /// The text's own BCP 47 tag, where it has one.
    var tag: String?
    var metadata = PairMetadata()

    /// The block that the first segment lies in.
    var block: Block? {
      guard let first = segments.first, !first.range.isEmpty else { return nil }
      return blocks.index(at: first.range.lowerBound).map { blocks[$0] }
    }

    /// The segments' texts, joined by single spaces.
    func append(_ escaping: Escaping, to sink: inout ByteSink) {
      for (index, segment) in segments.enumerated() {
        if index > 0 { sink.append(UInt8(ascii: " ")) }
        escaping.append(bytes, segment.range, to: &sink)
      }
    }

    /// From the first segment to the last, in Unicode scalars of the input file, if known.
    func span(_ cursor: inout ScalarCursor) -> Range<Int>? {
      switch place {
      case .given(let span): return span
      case .inBytes:
        guard let first = segments.first, let last = segments.last else { return nil }
        let start = cursor.scalars(before: first.range.lowerBound, in: bytes)
        return start..<cursor.scalars(before: last.range.upperBound, in: bytes)
      }
    }

    /// Each segment as a side of its own.
    var parts: [Side] {
      segments.indices.map { index in
        let number = numbers.map { $0.lowerBound + index - segments.startIndex }
        return Side(
          bytes: bytes, segments: segments[index...index],
          numbers: segments.count == 1 ? numbers : number.map { $0..<$0 + 1 }, blocks: blocks, place: place)
      }
    }
  }

  /// Where a side's text stands in the input file.
  fileprivate enum Place {
    /// `bytes` is the input file.
    case inBytes
    case given(Range<Int>?)
  }
}

extension BeadText {
  /// - Parameter index: of the bead in the alignment.
  init(_ index: Int, of text: AlignedText) {
    let bead = text.alignment.beads[index]
    source = Side(bead.source, of: text.source)
    target = Side(bead.target, of: text.target)
    confidence = bead.confidence
    isConfirmed = bead.isConfirmed
    isCrossing = bead.isCrossing
    if !text.wordLinks.isEmpty { wordLinks = text.wordLinks[index] }
    if !text.evidence.isEmpty { evidence = text.evidence[index] }
  }

  init(_ record: PairRecord) {
    source = record.source.map(Side.init)
    target = record.target.map(Side.init)
    confidence = record.confidence
    isConfirmed = record.isConfirmed
    isCrossing = record.isCrossing
    metadata = record.metadata
  }
}

extension BeadText.Side {
  fileprivate init?(_ side: Range<Int>, of document: Document) {
    if side.isEmpty { return nil }
    self.init(
      bytes: document.text.bytes, segments: document.segments[side], numbers: side, blocks: document.text.blocks,
      place: .inBytes)
  }

  fileprivate init(_ side: PairRecord.Side) {
    let bytes = Array(side.text.utf8)
    self.init(
      bytes: bytes, segments: [Segment(range: 0..<bytes.count)], numbers: side.segments, blocks: [],
      place: .given(side.span))
    content = side.content
    tag = side.tag
    metadata = side.metadata
  }
}
