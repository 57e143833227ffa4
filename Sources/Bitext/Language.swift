/// One of the two languages Wasl aligns.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Arabic, standard or classical.
  case arabic = "ar"
  /// English.
  case english = "en"

  /// The language on the other side.
  public var other: Language { self == .arabic ? .english : .arabic }
}
