public import WaslBitext

/// A segment of a text that is read bit by bit.
public struct StreamedSegment {
  /// The text of the segment, UTF-8, as it stands in the input.
  public let bytes: ArraySlice<UInt8>
  /// Where the segment starts and ends in the input, in Unicode scalars.
  public let scalars: Range<Int>
  /// Whether a paragraph starts here, as `Segment` says.
  public let startsParagraph: Bool
}

/// Cuts a text of any length into segments while it is read, in memory bounded by the longest segment and a
/// buffer: what `SentenceSegmenter` makes of the whole text.
///
///     var segmenter = StreamingSegmenter(language: .arabic)
///     while let chunk = try read() { try segmenter.append(chunk) { print($0.bytes) } }
///     try segmenter.finish { print($0.bytes) }
public struct StreamingSegmenter {
  private let language: Language?
  private let options: SegmentationOptions
  private let name: String
  private let capacity: Int
  private let margin: Int
  private var isDecoded = false

  /// What was appended and not yet handed out.
  private var buffer: [UInt8] = []
  /// The bytes and scalars of the input before the buffer.
  private var bytesBefore = 0
  private var scalarsBefore = 0
  /// Whether the first segment of the buffer starts a paragraph.
  private var startsParagraph = true
  /// How full the buffer is when segments are next looked for.
  private var threshold: Int

  /// - Parameters:
  ///   - language: the language of the text, nil to take each segment's first letter for it.
  ///   - name: what messages call the input.
  ///   - isDecoded: whether the pieces come from a decoder, so that their UTF-8 need not be validated again.
  public init(
    language: Language?, options: SegmentationOptions = .init(), name: String = "<stdin>", isDecoded: Bool = false
  ) {
    self.init(language: language, options: options, name: name, capacity: 1 << 20, margin: 1 << 13)
    self.isDecoded = isDecoded
  }

  /// - Parameters:
  ///   - capacity: how many bytes to collect before looking for segments.
  ///   - margin: how much text, in bytes, the rules may look at behind the end of a segment.
  init(language: Language?, options: SegmentationOptions, name: String, capacity: Int, margin: Int) {
    self.language = language
    self.options = options
    self.name = name
    self.capacity = capacity
    self.margin = margin
    threshold = capacity
  }

  /// Appends a piece of UTF-8 text, which may end inside a character, and hands out the segments that are complete.
  ///
  /// - Throws: `WaslError` with code `.encoding` and the byte's number in the input where the text is not UTF-8;
  ///   and what `body` throws.
  public mutating func append(
    _ bytes: some Collection<UInt8>, _ body: (StreamedSegment) throws -> Void
  ) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= threshold { try flush(isLast: false, body) }
  }

  /// Hands out the remaining segments.
  public mutating func finish(_ body: (StreamedSegment) throws -> Void) throws {
    try flush(isLast: true, body)
  }

  private mutating func flush(isLast: Bool, _ body: (StreamedSegment) throws -> Void) throws {
    let complete = isLast ? buffer.count : endOfLastScalar
    if !isDecoded { try validate(complete) }
    // Whole paragraphs are segmented for themselves. A paragraph larger than the buffer is segmented as far as it
    // has come, and again from the first segment that the text to come may still change.
    let paragraphs = isLast ? buffer.count : endOfLastParagraph(before: complete)
    let end = paragraphs > 0 ? paragraphs : complete
    let (segments, separates) = ByteView.with(buffer) { view in
      var scanner = SegmentScanner(view: view, language: language, options: options)
      scanner.scan(0..<end, startsParagraph: startsParagraph)
      let last = scanner.segments.last?.range.upperBound ?? 0
      return (scanner.segments, view.separatesParagraphs(last..<end, wrapped: options.wrapped))
    }
    var kept = segments.count
    if paragraphs == 0 {
      kept = max(0, kept - 1)
      while kept > 0, segments[kept].range.lowerBound + margin > end { kept -= 1 }
    }
    let counted = try handOut(segments[..<kept], body)
    if paragraphs > 0 {
      startsParagraph = separates || (startsParagraph && segments.isEmpty)
      discard(end, counted)
    } else if segments.isEmpty {
      startsParagraph = startsParagraph || separates
      discard(end, counted)
    } else {
      startsParagraph = segments[kept].startsParagraph
      discard(segments[kept].range.lowerBound, counted)
    }
    threshold = max(capacity, 2 * buffer.count)
  }

  /// Returns a byte of the buffer and the number of its scalar in the input, to go on counting from.
  private func handOut(
    _ segments: ArraySlice<Segment>, _ body: (StreamedSegment) throws -> Void
  ) throws -> (byte: Int, scalar: Int) {
    var (byte, scalar) = (0, scalarsBefore)
    for segment in segments {
      scalar += scalars(in: byte..<segment.range.lowerBound)
      let end = scalar + scalars(in: segment.range)
      try body(
        StreamedSegment(
          bytes: buffer[segment.range], scalars: scalar..<end, startsParagraph: segment.startsParagraph))
      (byte, scalar) = (segment.range.upperBound, end)
    }
    return (byte, scalar)
  }

  private func scalars(in range: Range<Int>) -> Int {
    ByteView.with(buffer) { $0.scalarCount(in: range) }
  }

  private mutating func discard(_ count: Int, _ counted: (byte: Int, scalar: Int)) {
    scalarsBefore = counted.scalar + scalars(in: counted.byte..<count)
    bytesBefore += count
    buffer.removeSubrange(0..<count)
  }

  /// The end of the last character that is there as a whole.
  private var endOfLastScalar: Int {
    var index = buffer.count - 1
    while index > 0, buffer.count - index < 4, buffer[index] & 0xC0 == 0x80 { index -= 1 }
    guard index >= 0 else { return 0 }
    let length = buffer[index] < 0xC0 ? 1 : buffer[index] < 0xE0 ? 2 : buffer[index] < 0xF0 ? 3 : 4
    return index + length <= buffer.count ? buffer.count : index
  }

  /// The end of the last line that more text follows, or where lines are wrapped of the last blank line; 0 if there
  /// is none. Only line feeds count: the rest is found when the text is segmented.
  private func endOfLastParagraph(before end: Int) -> Int {
    var index = end - 1
    while index > 0 {
      guard let lineFeed = buffer[..<index].lastIndex(of: 0x0A) else { return 0 }
      if !options.wrapped { return lineFeed + 1 }
      var before = lineFeed - 1
      while before >= 0, buffer[before] == 0x20 || buffer[before] == 0x0D || buffer[before] == 0x09 { before -= 1 }
      if before >= 0, buffer[before] == 0x0A { return lineFeed + 1 }
      index = max(lineFeed, 0)
    }
    return 0
  }

  private func validate(_ count: Int) throws {
    do {
      _ = try UTF8Span(validating: buffer.span.extracting(0..<count))
    } catch {
      throw WaslError(
        .encoding, "not valid UTF-8",
        at: .init(file: name, byte: bytesBefore + error.byteOffsets.lowerBound),
        advice: "convert the text to UTF-8, with iconv for example")
    }
  }
}
