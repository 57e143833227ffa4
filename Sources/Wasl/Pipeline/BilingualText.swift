public import WaslBitext

/// What is aligned.
public enum BilingualText: Sendable {
  /// One text that holds both languages, in halves or in turn.
  case mixed(SourceText)
  /// Two texts, of which one is Arabic and one English, in either order: their letters say which is which.
  case texts(SourceText, SourceText)
  /// Two sides that have been cut into segments already.
  case segmented(source: Document, target: Document)

  /// A text that holds both languages.
  public static func mixed(_ text: String, name: String = "the text") -> BilingualText {
    .mixed(SourceText(name: name, text))
  }

  /// Two texts, of which one is Arabic and one English, in either order.
  public static func texts(_ first: String, _ second: String) -> BilingualText {
    .texts(SourceText(name: "the first text", first), SourceText(name: "the second text", second))
  }

  /// The texts of one document as they were read: one text with both languages, or two texts.
  ///
  /// - Throws: a usage error for none, and for more than two.
  public init(_ texts: [SourceText]) throws(WaslError) {
    switch texts.count {
    case 1: self = .mixed(texts[0])
    case 2: self = .texts(texts[0], texts[1])
    default:
      throw WaslError(.usage, "\(texts.count) texts are no pair", advice: "give one bilingual text, or two texts")
    }
  }
}
