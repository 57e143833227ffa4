/// One of the two languages Wasl aligns.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case arabic = "ar"
  case english = "en"

  /// The language on the other side.
  public var other: Language { self == .arabic ? .english : .arabic }
}
