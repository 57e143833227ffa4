public import WaslBitext
public import WaslModel
internal import WaslText

/// How many of a document's content words a model has a translation for.
public struct Coverage: Sendable {
  /// Words of the document, function words and numbers left out.
  public private(set) var words = 0
  /// Those of them that the translation table has an entry for.
  public private(set) var covered = 0

  /// The share of the words that are covered, 0…1; 0 of none.
  public var share: Double { words == 0 ? 0 : Double(covered) / Double(words) }

  /// Measures documents by one model.
  public struct Measure {
    private let model: TranslationModel
    private let tokenizer: KeyTokenizer
    private var translated: [Language: [Bool]] = [:]
    private var commonest: [Language: Float] = [:]

    /// - Throws: an `.input` error when ICU's data are not installed.
    public init(_ model: TranslationModel) throws(WaslError) {
      self.model = model
      tokenizer = try KeyTokenizer()
      var arabic = Array(repeating: false, count: model.keyCount(.arabic))
      var english = Array(repeating: false, count: model.keyCount(.english))
      for key in arabic.indices {
        model.forEachTranslation(ofArabic: key) { other, _, _ in
          arabic[key] = true
          if other < english.count { english[other] = true }
        }
      }
      translated = [.arabic: arabic, .english: english]
      for language in [Language.arabic, .english] {
        // A word that makes up more than a thousandth of all text says how, not what.
        let logCounts = (0..<model.keyCount(language)).map { model.logCount($0, language) }
        let total = logCounts.reduce(0) { $0 + Self.count($1) }
        commonest[language] = logCounts.filter { Self.count($0) > total / 1000 }.min() ?? .infinity
      }
    }

    /// How much of a document's words the model knows.
    public func coverage(of document: Document) -> Coverage {
      var coverage = Coverage()
      var stemmer = KeyStemmer(model, document.language)
      let (known, limit) = (translated[document.language]!, commonest[document.language]!)
      for segment in document.segments {
        tokenizer.forEachKey(in: document.text.bytes, range: segment.range) { token, key in
          guard token.kind == .word else { return }
          let stem = stemmer.stem(key)
          if stem >= 0 && model.logCount(stem, document.language) >= limit { return }
          coverage.words += 1
          if stem >= 0 && known[stem] { coverage.covered += 1 }
        }
      }
      return coverage
    }

    /// Occurrences from their logarithm to base 2, as the model keeps it.
    private static func count(_ logCount: Float) -> Float {
      var (count, rest) = (Float(1), logCount)
      while rest >= 1 {
        count *= 2
        rest -= 1
      }
      return count * (1 + rest) - 1
    }
  }
}
