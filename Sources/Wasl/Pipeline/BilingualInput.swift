public import WaslBitext
public import WaslText

/// Turns what a user gives, one bilingual text or two texts, into the two sides to be aligned.
///
///     let (arabic, english) = try BilingualInput().sides(of: text)
public struct BilingualInput: Sendable {
  /// How the text is cut. With `presplit` the segments are the lines of the text, see `lines(of:_:)`.
  public var segmentation: SegmentationOptions

  /// Sentences are cut by the rules of each language unless the options say otherwise.
  public init(segmentation: SegmentationOptions = .init()) {
    self.segmentation = segmentation
  }

  /// Both sides of one text that holds both languages, in halves or interleaved.
  ///
  /// Given lines belong to the language that most of the line is in; blank lines separate and are no segments.
  ///
  /// - Throws: `.nothingToAlign` when one of the languages is missing.
  public func sides(of text: SourceText) throws(WaslError) -> (arabic: Document, english: Document) {
    let runs = text.languageRuns(correcting: LanguageSplitter().split(text))
    func side(_ language: Language) throws(WaslError) -> Document {
      let ranges = runs.filter { $0.language == language }.map(\.range)
      let side =
        segmentation.presplit ? lines(of: text, language, in: runs) : sentences(of: text, language, in: ranges)
      if side.segments.isEmpty { throw missing(language, from: text, isBlank: runs.isEmpty) }
      return side
    }
    let sides = (arabic: try side(.arabic), english: try side(.english))
    assert(text.firstLoss(in: [sides.arabic, sides.english]) == nil)
    return sides
  }

  /// The two sides given as two texts, in either order: the one with more Arabic letters for its Latin ones is the
  /// Arabic one.
  ///
  /// - Parameter languages: of the texts, in their order, where that is known.
  /// - Throws: `.input` when both are in the same language, `.nothingToAlign` when one holds no letters.
  public func sides(
    of first: SourceText, _ second: SourceText, languages: (Language, Language)? = nil
  ) throws(WaslError) -> (arabic: Document, english: Document) {
    let one: Language
    if let languages { one = languages.0 } else { one = try language(of: first, beside: second) }
    let (arabic, english) = one == .arabic ? (first, second) : (second, first)
    func side(_ text: SourceText, _ language: Language) -> Document {
      segmentation.presplit
        ? Self.lines(of: text, language) : sentences(of: text, language, in: [0..<text.bytes.count])
    }
    let sides = (arabic: side(arabic, .arabic), english: side(english, .english))
    assert(arabic.firstLoss(in: [sides.arabic]) == nil && english.firstLoss(in: [sides.english]) == nil)
    return sides
  }

  private func sentences(of text: SourceText, _ language: Language, in ranges: [Range<Int>]) -> Document {
    let segmenter = SentenceSegmenter(language: language, options: segmentation)
    return Document(text: text, language: language, segments: segmenter.segments(of: text, in: ranges))
  }

  /// The language of the first of two texts.
  private func language(of first: SourceText, beside second: SourceText) throws(WaslError) -> Language {
    let (one, other) = (try arabicShare(of: first), try arabicShare(of: second))
    let (most, least) = (max(one, other), min(one, other))
    // Code, references and names can be most of an Arabic text, and quotations much of an English one.
    let differ = most >= 0.5 ? least < 0.5 || most - least >= 0.3 : most >= 0.1 && most >= 4 * least
    guard differ else {
      throw WaslError(
        .input, "both files are \(name(least >= 0.5 ? .arabic : .english))", at: .init(file: second.name),
        advice: "give one Arabic and one English text, or say which is which by --languages")
    }
    return one > other ? .arabic : .english
  }

  private func arabicShare(of text: SourceText) throws(WaslError) -> Double {
    if let share = LanguageSplitter.arabicShare(of: text) { return share }
    throw WaslError(
      .nothingToAlign, "no Arabic or Latin letters in it", at: .init(file: text.name),
      advice: "give a text in Arabic or English")
  }

  private func missing(_ language: Language, from text: SourceText, isBlank: Bool) -> WaslError {
    let location = WaslError.Location(file: text.name)
    if isBlank {
      return WaslError(
        .nothingToAlign, "it is empty", at: location, advice: "give a text in both languages, or two texts")
    }
    return WaslError(
      .nothingToAlign, "the text has no \(name(language)) part", at: location,
      advice: "give the other language as a second file")
  }

  private func name(_ language: Language) -> String { language == .arabic ? "Arabic" : "English" }
}
