public import Bitext
public import Text

/// Turns what a user gives, one bilingual text or two texts, into the two sides to be aligned.
public struct BilingualInput: Sendable {
  public var segmentation: SegmentationOptions

  public init(segmentation: SegmentationOptions = .init()) {
    self.segmentation = segmentation
  }

  /// Both sides of one text that holds both languages, in halves or interleaved.
  /// - Throws: `.nothingToAlign` when one of the languages is missing.
  public func sides(of text: SourceText) throws(WaslError) -> (arabic: Document, english: Document) {
    let runs = LanguageSplitter().split(text)
    func side(_ language: Language) -> Document {
      document(text, language, runs.filter { $0.language == language }.map(\.range))
    }
    let sides = (arabic: side(.arabic), english: side(.english))
    for side in [sides.arabic, sides.english] where side.segments.isEmpty {
      throw WaslError(
        .nothingToAlign, "the text has no \(side.language == .arabic ? "Arabic" : "English") part",
        at: .init(file: text.name),
        advice: runs.isEmpty ? "it is empty" : "give the other language as a second file")
    }
    return sides
  }

  /// The two sides given as two texts, in either order: their scripts tell which is which.
  /// - Throws: `.input` when both are in the same language, `.nothingToAlign` when one holds no letters.
  public func sides(
    of first: SourceText, _ second: SourceText
  ) throws(WaslError) -> (arabic: Document, english: Document) {
    func language(_ text: SourceText) throws(WaslError) -> Language {
      guard let language = LanguageSplitter.dominantLanguage(of: text) else {
        throw WaslError(
          .nothingToAlign, "no Arabic or Latin letters in it", at: .init(file: text.name),
          advice: "give a text in Arabic or English")
      }
      return language
    }
    let (one, other) = (try language(first), try language(second))
    guard one != other else {
      throw WaslError(
        .input, "both files are \(one == .arabic ? "Arabic" : "English")", at: .init(file: second.name),
        advice: "give one Arabic and one English text")
    }
    let (arabic, english) = one == .arabic ? (first, second) : (second, first)
    let sides = (
      arabic: document(arabic, .arabic, [0..<arabic.bytes.count]),
      english: document(english, .english, [0..<english.bytes.count])
    )
    return sides
  }

  private func document(_ text: SourceText, _ language: Language, _ ranges: [Range<Int>]) -> Document {
    let segmenter = SentenceSegmenter(language: language, options: segmentation)
    return Document(text: text, language: language, segments: segmenter.segments(of: text, in: ranges))
  }

  /// A text of one segment a line, each kept as it is: an empty line is an empty segment, so that segment
  /// numbers are line numbers.
  public static func lines(of text: SourceText, _ language: Language) -> Document {
    let bytes = text.bytes
    var segments: [Segment] = []
    var start = 0
    func take(_ end: Int) {
      var (low, high) = (start, end)
      func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
      while low < high, isSpace(bytes[low]) { low += 1 }
      while high > low, isSpace(bytes[high - 1]) { high -= 1 }
      segments.append(Segment(range: low..<high))
      start = end + 1
    }
    for (index, byte) in bytes.enumerated() where byte == 0x0A { take(index) }
    if start < bytes.count { take(bytes.count) }
    return Document(text: text, language: language, segments: segments)
  }
}
