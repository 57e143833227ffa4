public import WaslBitext

/// Cuts text into words, numbers, punctuation and symbols at the word boundaries of UAX #29, as CLDR has them.
///
///     let tokenizer = try Tokenizer()
///     tokenizer.forEachToken(in: bytes, range: 0..<bytes.count) { token in … }
///
/// The tokens come in order and do not overlap; what lies between them is white space. One object keeps its
/// buffers from call to call: use one per worker.
public final class Tokenizer {
  private var scanner: WordScanner

  /// - Throws: an `.input` error when ICU's data are not installed.
  public convenience init() throws(WaslError) { try self.init(usesFastPath: true) }

  package init(usesFastPath: Bool) throws(WaslError) { scanner = try WordScanner(usesFastPath: usesFastPath) }

  /// Calls `body` with each token of a range of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8. Bad sequences count as U+FFFD.
  ///   - range: bytes into `bytes`, on scalar boundaries; taken as a text of its own.
  public func forEachToken(
    in bytes: Span<UInt8>, range: Range<Int>, _ body: (Token) throws -> Void
  ) rethrows {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    try bytes.withUnsafeBytes { try Self.run(&scanner, $0, range, body) }
  }

  // Takes the scanner as an argument so that its exclusive use is checked once, not for each token.
  private static func run(
    _ scanner: inout WordScanner, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ body: (Token) throws -> Void
  ) rethrows {
    scanner.reset()
    var position = range.lowerBound
    while let segment = scanner.next(bytes, from: position, to: range.upperBound) {
      position = segment.range.upperBound
      guard let kind = kind(of: segment, in: bytes) else { continue }
      try body(Token(range: segment.range, kind: kind))
    }
  }

  /// Calls `body` with each token of a range of `bytes`.
  public func forEachToken(in bytes: [UInt8], range: Range<Int>, _ body: (Token) throws -> Void) rethrows {
    try forEachToken(in: bytes.span, range: range, body)
  }

  /// Calls `body` with each segment between two boundaries, white space too, and a number for what it holds.
  package func forEachSegment(in bytes: Span<UInt8>, _ body: (Range<Int>, UInt8) -> Void) {
    bytes.withUnsafeBytes {
      scanner.reset()
      var position = 0
      while let segment = scanner.next($0, from: position, to: $0.count) {
        position = segment.range.upperBound
        body(segment.range, segment.contents.rawValue)
      }
    }
  }

  /// The kind of a segment, or nil for white space.
  private static func kind(of segment: WordScanner.Segment, in bytes: UnsafeRawBufferPointer) -> TokenKind? {
    if segment.contents.contains(.letter) { return .word }
    if segment.contents.contains(.digit) { return .number }
    let first = bytes[segment.range.lowerBound]
    if first == 0x20 || first >= 0x09 && first <= 0x0D { return nil }
    let text = Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[segment.range]))
    var (position, hasSpace) = (0, false)
    while position < text.count {
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      position += length
      switch ICUProperties.category(of: scalar) {
      case .space: hasSpace = true
      case .control where scalar == 0x85: hasSpace = true
      case .letter: return .word
      case .digit, .otherNumber: return .number
      case .punctuation: return .punctuation
      case .symbol: return .symbol
      case .mark, .format: break
      default: return .other
      }
    }
    return hasSpace ? nil : .other
  }
}
