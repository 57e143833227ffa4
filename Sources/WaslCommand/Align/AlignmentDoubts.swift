import Wasl
import WaslBitext
import WaslText

/// Warnings about what was aligned: texts in other languages, and texts that do not belong together.
enum AlignmentDoubts {
  /// How many segments of a side are looked at.
  private static let sample = 400

  static func warn(_ text: AlignedText, _ relatedness: Relatedness, _ messages: MessageOptions) {
    for side in [text.source, text.target] {
      if let doubt = language(of: side) { messages.warn(doubt) }
    }
    guard relatedness.isDoubtful else { return }
    let (source, target) = (text.source.language, text.target.language)
    messages.warn(
      """
      the texts may not belong together: words speak for the pairs of \(percent(relatedness.source)) of the \
      \(name(source)) and \(percent(relatedness.target)) of the \(name(target)) text only; \
      \(percent(relatedness.gaps)) is in gaps, mean confidence of the pairs \(TextTable.share(relatedness.confidence))
      """)
  }

  /// What the summary says of texts that may not belong together; nil where they do.
  static func summary(_ relatedness: Relatedness) -> String? {
    guard relatedness.isDoubtful else { return nil }
    return "doubtful: \(percent(min(relatedness.source, relatedness.target))) of the text seems translated"
  }

  /// What a side seems to be in, where that is neither Arabic nor English.
  private static func language(of document: Document) -> String? {
    let segments = document.segments
    var whole = LanguageEvidence(document.language)
    var (foreign, looked) = ([WrittenLanguage: Int](), 0)
    for index in stride(from: 0, to: segments.count, by: max(1, segments.count / sample)) {
      let text = document.text[segments[index].range]
      whole.read(text)
      looked += 1
      if let guess = LanguageGuess(foreignTo: document.language, text: text) {
        foreign[guess.language, default: 0] += 1
      }
    }
    let ours = name(document.language)
    if let guess = whole.guess {
      return """
        \(document.text.name): this looks like \(guess.language.name), not \(ours) \
        (confidence \(TextTable.share(guess.confidence))); Wasl knows Arabic and English only
        """
    }
    guard let most = foreign.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
      most.value >= 3, most.value * 10 >= looked
    else { return nil }
    return """
      \(document.text.name): \(percent(Double(most.value) / Double(looked))) of the segments look like \
      \(most.key.name), not \(ours)
      """
  }

  private static func name(_ language: Language) -> String { language == .arabic ? "Arabic" : "English" }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
