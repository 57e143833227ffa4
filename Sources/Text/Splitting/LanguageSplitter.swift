public import WaslBitext

/// Says which part of a bilingual text is in which language, by the script of its words.
///
///     let runs = LanguageSplitter().split(text)
///     // [LanguageRun(range: 0..<2310, language: .arabic), LanguageRun(range: 2311..<4588, language: .english)]
///
/// A text in one language holds words of the other: names, terms, addresses, quotations. So the text is cut
/// into units of one script, and a two-state model finds the likeliest languages behind them: foreign words
/// cost a little each, a change of language costs more, the more the less the place looks like one. What a
/// change costs depends on how the file is laid out (two halves; paragraph, line or sentence in turn; columns);
/// the layout that explains the text best is taken. What has no letters (numbers, quotes, bullets, rules)
/// goes where a reader puts it, see `GapCut`.
public struct LanguageSplitter: Sendable {
  public init() {}

  /// The runs of the text in order, neighbours in different languages.
  ///
  /// Every character that is not white space lies in exactly one run. A text without Arabic or Latin letters is
  /// one run, Arabic if it holds Arabic digits or punctuation, else English. No runs for blank text.
  ///
  /// - Complexity: linear in the length of the text; about 50 bytes of memory a sentence besides the text.
  public func split(_ text: SourceText) -> [LanguageRun] {
    ByteView.with(text.bytes) { split($0) }
  }

  func split(_ view: ByteView) -> [LanguageRun] {
    let whole = view.trimmed(0..<view.count)
    if whole.isEmpty { return [] }
    let units = ScriptScanner.units(of: view)
    guard !units.isEmpty else {
      let arabic = ScriptCounts(of: view).arabicSigns > 0
      return [LanguageRun(range: whole, language: arabic ? .arabic : .english)]
    }
    if let runs = LinesInTurn(view).runs { return runs }
    let languages = SplitLattice(units: units).languages()
    let openingNumber = openingNumber(in: view, from: whole.lowerBound)

    var runs: [LanguageRun] = []
    var start = whole.lowerBound
    for index in units.indices.dropFirst() where languages[index] != languages[index - 1] {
      let gap = units[index - 1].range.upperBound..<units[index].range.lowerBound
      let cut = GapCut(view: view, gap: gap, following: languages[index], openingNumber: openingNumber).position()
      runs.append(LanguageRun(range: view.trimmed(start..<cut), language: languages[index - 1]))
      start = cut
    }
    runs.append(LanguageRun(range: view.trimmed(start..<whole.upperBound), language: languages[units.count - 1]))
    return runs
  }

  /// The number that the text begins with, with its signs (`25`, `1.`, `6.2.2.`); empty if it begins otherwise.
  private func openingNumber(in view: ByteView, from start: Int) -> [UInt8] {
    var number: [UInt8] = []
    for index in start..<min(start + 16, view.count) {
      let byte = view[index]
      if byte <= 0x20 { return number }
      let isSign = ".:-/,()%".utf8.contains(byte)
      if !(isSign || byte &- 0x30 < 10) || (number.isEmpty && isSign && byte != UInt8(ascii: "(")) { return [] }
      number.append(byte)
    }
    return []
  }

  /// The language that most letters of the text are written in, or nil if it holds neither Arabic nor Latin ones.
  ///
  /// For input that is one language a file. Equal counts count as Arabic: a Latin letter in Arabic text is
  /// common, the other way round it is not.
  public static func dominantLanguage(of text: SourceText) -> Language? {
    arabicShare(of: text).map { $0 >= 0.5 ? .arabic : .english }
  }

  /// How many of the Arabic and Latin letters of a text are Arabic, from 0 to 1, or nil if it holds neither. Program
  /// text that the document sets apart is not counted, unless there is nothing else.
  public static func arabicShare(of text: SourceText) -> Double? {
    let prose = text.blocks.filter { $0.kind != .code }
    return ByteView.with(text.bytes) { view in
      var counts = (arabic: 0, latin: 0)
      for block in prose where prose.count < text.blocks.count {
        let part = ScriptCounts(of: view, in: block.range)
        counts.arabic += part.arabicLetters
        counts.latin += part.latinLetters
      }
      if counts == (0, 0) {
        let all = ScriptCounts(of: view)
        counts = (all.arabicLetters, all.latinLetters)
      }
      let letters = counts.arabic + counts.latin
      return letters == 0 ? nil : Double(counts.arabic) / Double(letters)
    }
  }
}
