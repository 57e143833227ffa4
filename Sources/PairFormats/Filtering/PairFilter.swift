public import WaslBitext

/// What pairs a corpus takes. A rule that is nil or false is not applied.
public struct FilterRules: Sendable, Hashable {
  public enum Duplicates: String, Sendable, Hashable, CaseIterable {
    /// The same characters on both sides.
    case exact
    /// The same after vowel signs, letter variants, case and punctuation are folded.
    case folded
    /// Almost the same after folding: `nearShare` of their runs of five characters are common.
    case near
    case none
  }

  /// How many times longer one side may be than the other, in characters, 15 being added to both so that short
  /// pairs are not judged by a word more or less.
  public var maximumRatio: Double? = 3
  /// The least share of a side's letters in the script of its language, 0…1.
  public var minimumScript: Double? = 0.5
  /// Whether a side in another language of the same script is rejected.
  public var rejectsOtherLanguages = true
  public var rejectsIdentical = true
  public var rejectsGaps = true
  /// Whether both sides must have the same numbers in digits, whatever the digits and separators.
  public var matchesNumbers = false
  public var duplicates = Duplicates.exact
  /// For near duplicates: the least share of common runs of five characters among all of both pairs, above 0 up to 1.
  public var nearShare = 0.8
  /// Pairs without a confidence pass.
  public var minimumConfidence = 0.0
  /// In characters, for each side.
  public var minimumLength = 1
  public var maximumLength: Int?

  public init() {}
}

/// Judges pairs one after the other; what it has seen before decides on duplicates.
public struct PairFilter {
  public let rules: FilterRules
  private let source: Language
  private let fold: (String) -> String
  private let foreignLanguage: (String, Language) -> String?
  private let differingNumbers: ((_ source: String, _ target: String) -> String?)?
  private var seen: Set<[[UInt8]]> = []
  private var near: NearDuplicates

  /// - Parameters:
  ///   - source: the language of the source side.
  ///   - fold: what makes spellings of the same text equal, for `.folded` and `.near` duplicates.
  ///   - foreignLanguage: the name of the language that a text is in instead of the given one, nil where it may be in it.
  ///   - differingNumbers: for `matchesNumbers`: what two texts' numbers differ in, or nil where they agree. Without it,
  ///     numbers in digits are compared.
  public init(
    _ rules: FilterRules, source: Language, fold: @escaping (String) -> String,
    foreignLanguage: @escaping (String, Language) -> String? = { _, _ in nil },
    differingNumbers: ((_ source: String, _ target: String) -> String?)? = nil
  ) {
    self.rules = rules
    self.source = source
    self.fold = fold
    self.foreignLanguage = foreignLanguage
    self.differingNumbers = differingNumbers
    near = NearDuplicates(threshold: rules.nearShare)
  }

  /// Why the pair is rejected, such as `length ratio 4.20`, or nil when it is kept. The first word or words name
  /// the rule.
  public mutating func rejection(of record: PairRecord) -> String? {
    guard let source = record.source, let target = record.target else { return rules.rejectsGaps ? "gap" : nil }
    if let confidence = record.confidence, confidence < rules.minimumConfidence {
      return "confidence \(decimals(confidence))"
    }
    let texts = [source.text, target.text]
    if let reason = lengthRejection(texts) { return reason }
    // Folding costs more than all else: done once, and only where a rule asks for it.
    let mayBeIdentical = rules.rejectsIdentical
    let isFolded = rules.duplicates == .folded || rules.duplicates == .near
    let folded = mayBeIdentical || isFolded ? texts.map(fold) : []
    if mayBeIdentical, folded[0] == folded[1] { return "identical sides" }
    if let reason = scriptRejection(texts) { return reason }
    if rules.rejectsOtherLanguages {
      for (text, language) in zip(texts, [self.source, self.source.other]) {
        if let name = foreignLanguage(text, language) { return "language \(name) in \(language.rawValue)" }
      }
    }
    if rules.matchesNumbers, let reason = numberRejection(texts) { return reason }
    switch rules.duplicates {
    case .none: return nil
    // Bytes, for Swift takes canonically equivalent strings for equal.
    case .exact: return seen.insert(texts.map { Array($0.utf8) }).inserted ? nil : "duplicate exact"
    case .folded, .near:
      guard seen.insert(folded.map { Array($0.utf8) }).inserted else { return "duplicate folded" }
      guard rules.duplicates == .near, let match = near.match(folded, line: record.line) else { return nil }
      return "duplicate near \(decimals(match.share)) of line \(match.line)"
    }
  }

  private func lengthRejection(_ texts: [String]) -> String? {
    let lengths = texts.map(\.unicodeScalars.count)
    for length in lengths {
      if length < rules.minimumLength { return "length \(length)" }
      if let most = rules.maximumLength, length > most { return "length \(length)" }
    }
    guard let most = rules.maximumRatio else { return nil }
    let sizes = lengths.map { Double($0 + 15) }
    let ratio = max(sizes[0] / sizes[1], sizes[1] / sizes[0])
    return ratio > most ? "length ratio \(decimals(ratio))" : nil
  }

  private func scriptRejection(_ texts: [String]) -> String? {
    guard let least = rules.minimumScript else { return nil }
    for (text, language) in zip(texts, [source, source.other]) {
      let letters = ScriptLetters(text)
      guard letters.all > 0 else { return "script no letters in \(language.rawValue)" }
      let share = Double(language == .arabic ? letters.arabic : letters.latin) / Double(letters.all)
      if share < least { return "script \(decimals(share)) in \(language.rawValue)" }
    }
    return nil
  }

  private func numberRejection(_ texts: [String]) -> String? {
    if let differingNumbers { return differingNumbers(texts[0], texts[1]).map { "numbers \($0)" } }
    let numbers = texts.map { DigitNumbers.of($0).sorted() }
    guard numbers[0] != numbers[1] else { return nil }
    let lists = numbers.map { $0.isEmpty ? "none" : $0.joined(separator: " ") }
    return "numbers \(lists[0]) / \(lists[1])"
  }

  private func decimals(_ number: Double) -> String {
    let hundredths = Int((min(number, 1e9) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
