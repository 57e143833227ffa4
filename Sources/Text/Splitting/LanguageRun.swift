public import WaslBitext

/// A stretch of a text that is in one language.
public struct LanguageRun: Sendable, Hashable {
  /// Bytes into the text, without the white space around the run.
  public var range: Range<Int>
  public var language: Language

  public init(range: Range<Int>, language: Language) {
    self.range = range
    self.language = language
  }
}
