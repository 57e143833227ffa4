public import WaslBitext

/// What language a text seems to be in, among those that are taken for Arabic or English by their script.
///
///     if let guess = LanguageGuess(foreignTo: .arabic, text: "پنجره را ببندید.") { print(guess.language.name) }
///
/// Letters that a language has of its own and its frequent words speak for it, and so they do for Arabic and English.
/// The spelling of Egypt (ى for ي, ه for ة), the dialects, and single names with پ چ ژ گ ڤ stay Arabic. Few words tell
/// nothing: then there is no guess.
public struct LanguageGuess: Sendable, Hashable {
  public var language: WrittenLanguage
  /// The share of the evidence that speaks for the language, 0…1.
  public var confidence: Double
  /// How much speaks for it: about two for each telling word.
  public var evidence: Double

  /// Nil where the text may well be in `expected`.
  ///
  /// - Complexity: linear in the length of the text.
  public init?(foreignTo expected: Language, text: some StringProtocol) {
    var evidence = LanguageEvidence(expected)
    evidence.read(text)
    guard let guess = evidence.guess else { return nil }
    self = guess
  }

  init(language: WrittenLanguage, confidence: Double, evidence: Double) {
    self.language = language
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// What speaks for each language, added up over texts.
public struct LanguageEvidence: Sendable {
  private let expected: Language
  private var scores: [WrittenLanguage: Float] = [:]
  private var words = 0

  /// - Parameter expected: the language that the text should be in.
  public init(_ expected: Language) { self.expected = expected }

  public mutating func read(_ text: some StringProtocol) {
    var word = LanguageWord()
    for scalar in text.unicodeScalars where !word.append(scalar, expected) {
      finish(&word)
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout LanguageWord) {
    guard word.letters > 0 else {
      word = LanguageWord()
      return
    }
    words += 1
    let table = expected == .arabic ? LanguageWords.arabicScript : LanguageWords.latinScript
    let entries = table[word.text]
    for entry in entries { scores[entry.language, default: 0] += entry.weight }
    let isOurs = entries.contains { $0.language == expected.written }
    for (language, weight) in word.marks where !isOurs { scores[language, default: 0] += weight }
    if expected == .arabic, !isOurs { scores[.arabic, default: 0] += word.arabicWeight }
    word = LanguageWord()
  }

  /// The foreign language that most speaks for; nil if little does, or more speaks for the expected one.
  public var guess: LanguageGuess? {
    let ours = scores[expected.written] ?? 0
    let foreign = scores.filter { $0.key != expected.written }
    guard let best = foreign.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) else { return nil }
    let (least, margin): (Float, Float) = expected == .arabic ? (2, 2) : (4, 3)
    guard best.value >= least, best.value > margin * ours, best.value >= 0.25 * Float(words) else { return nil }
    return LanguageGuess(
      language: best.key, confidence: Double(best.value / (best.value + ours + 0.5)), evidence: Double(best.value))
  }
}

extension Language {
  var written: WrittenLanguage { self == .arabic ? .arabic : .english }
}
