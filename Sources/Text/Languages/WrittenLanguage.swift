/// A language that a text may be in, by its tag of BCP 47.
public enum WrittenLanguage: String, Sendable, Hashable, CaseIterable {
  case arabic = "ar"
  case persian = "fa"
  case urdu = "ur"
  case sorani = "ckb"
  case pashto = "ps"
  case uyghur = "ug"
  /// In Arabic script, Jawi.
  case malay = "ms"
  case sindhi = "sd"
  case english = "en"
  case french = "fr"
  case german = "de"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"
  case dutch = "nl"
  case turkish = "tr"
  case indonesian = "id"
  case polish = "pl"
  case romanian = "ro"
  case swedish = "sv"

  /// In English, for messages.
  public var name: String {
    switch self {
    case .sorani: "Central Kurdish"
    case .malay: "Malay (Jawi)"
    default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
    }
  }
}
