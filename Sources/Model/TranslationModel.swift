public import WaslBitext
internal import WaslText

/// All that Wasl knows of the two languages, read in place from a model file.
public struct TranslationModel: Sendable {
  public let file: ModelFile
  package let arabicKeys: KeyTable
  package let englishKeys: KeyTable
  package let table: TranslationTable
  public let vectors: WordVectors
  /// Which words start and end sentences; empty when the model does not say.
  public let sentenceEdges: SentenceEdges
  /// How names are written in the other script; nil when the model has none.
  public let transliteration: TransliterationModel?

  public init(_ file: ModelFile) {
    self.file = file
    arabicKeys = KeyTable(file, prefix: "ar")
    englishKeys = KeyTable(file, prefix: "en")
    table = TranslationTable(file)
    vectors = WordVectors(file)
    sentenceEdges = SentenceEdges(file.section("edges"))
    transliteration = try? TransliterationModel(parameters: file.copy("translit"))
  }

  package func keys(_ language: Language) -> KeyTable { language == .arabic ? arabicKeys : englishKeys }

  /// Keys known of a language.
  public func keyCount(_ language: Language) -> Int { keys(language).count }

  /// Entries of the translation table.
  public var entryCount: Int { table.count }

  /// A key itself: a stem as it is looked up, not as it is written.
  public func text(_ key: Int, _ language: Language) -> String { keys(language).text(key) }

  /// log2(1 + occurrences in training) of a key.
  public func logCount(_ key: Int, _ language: Language) -> Float { keys(language).logCount(key) }

  /// A key's share of the training text's words; below 0, that of a rare word.
  public func frequency(_ key: Int, _ language: Language) -> Float { keys(language).frequency(key) }

  /// The share of a known key's occurrences that no word of the other side explains; for an unknown key most,
  /// since nothing can be expected of it.
  public func nullProbability(_ key: Int, _ language: Language) -> Float {
    key < 0 ? 0.7 : max(0.1, min(0.9, keys(language).nullProbability(key)))
  }

  /// Calls `body` with each English key that an Arabic key may stand for, and how many times more probable
  /// than by chance each makes the other.
  ///
  /// Ratios are less 1, so that 0 says nothing.
  @inline(__always)
  public func forEachTranslation(
    ofArabic key: Int, _ body: (_ english: Int, _ englishRatio: Float, _ arabicRatio: Float) -> Void
  ) {
    table.forEach(key, body)
  }

  /// What the model's maker wrote about it: a line `name = value` each.
  public var description: String { String(decoding: file.section("about"), as: UTF8.self) }
}
