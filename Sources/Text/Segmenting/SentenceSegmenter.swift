public import WaslBitext

/// Cuts text into sentences, headings and list items.
///
///     let segmenter = SentenceSegmenter(language: .arabic)
///     let segments = segmenter.segments(of: text, in: [0..<text.bytes.count])
///
/// A sentence ends at `. ! ? … ؟ ۔` with the quotation marks and brackets that close after it, when a space, the
/// end of the line or, in Arabic, the next sentence follows; never at `،` or `,`. Full stops of abbreviations,
/// initials, list numbers, decimals, addresses and short parentheses end nothing. Every line end ends a segment
/// unless the options say that lines are wrapped. See `BoundaryRules` for the rules, and for what Unicode's own
/// (UAX #29) lack for these two languages the words in `Data/`.
public struct SentenceSegmenter: Sendable {
  /// The language of the text. Foreign words in it follow the rules of their own.
  public let language: Language
  public let options: SegmentationOptions

  public init(language: Language, options: SegmentationOptions = .init()) {
    self.language = language
    self.options = options
  }

  /// The segments of the parts of `text` that `runs` name, in order; a run's end ends a segment.
  ///
  /// Every character of the runs that is not white space lies in exactly one segment. The first segment starts a
  /// paragraph, and so does each that a line end (a blank line, where lines are wrapped) stands before.
  ///
  /// - Parameter runs: byte ranges on scalar boundaries that ascend and do not overlap.
  /// - Complexity: linear in the length of the runs and of the text between them.
  public func segments(of text: SourceText, in runs: [Range<Int>]) -> [Segment] {
    segments(of: text, in: runs, instructions: Instructions.best)
  }

  /// - Parameter instructions: nil to stop at every byte that may be a candidate, as tests do.
  package func segments(of text: SourceText, in runs: [Range<Int>], instructions: Int32?) -> [Segment] {
    ByteView.with(text.bytes) { view in
      var scanner = SegmentScanner(view: view, language: language, options: options, instructions: instructions)
      var end = 0
      for run in runs {
        let run = run.clamped(to: end..<max(end, view.count))
        let lastText = scanner.segments.last?.range.upperBound
        let startsParagraph =
          lastText.map { view.separatesParagraphs($0..<run.lowerBound, wrapped: options.wrapped) } ?? true
        scanner.scan(run, startsParagraph: startsParagraph)
        end = run.upperBound
      }
      return scanner.segments
    }
  }

  /// The segments of the whole text.
  public func segments(of text: SourceText) -> [Segment] { segments(of: text, in: [0..<text.bytes.count]) }
}

extension ByteView {
  /// Whether a line end, or a blank line where lines are wrapped, lies in `range`.
  func separatesParagraphs(_ range: Range<Int>, wrapped: Bool) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if lineEndLength(at: index) > 0 {
        let (next, count) = lineEnds(at: index, upTo: range.upperBound)
        if !wrapped || count > 1 { return true }
        index = next
      } else {
        index += 1
      }
    }
    return false
  }
}
