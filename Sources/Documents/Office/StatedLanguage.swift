internal import WaslBitext

/// The language that a document states for a paragraph, from what it says of each stretch of it.
///
/// Programs state the language of their user's keyboard for whatever is typed, so a statement counts only where the letters
/// do not speak against it, and where no other language is stated for part of the paragraph.
struct StatedLanguage {
  private var stated: [Language: Int] = [:]
  private var unstated = 0
  private var arabic = 0
  private var latin = 0

  mutating func add(_ text: String, _ language: Language?) {
    var letters = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: (latin, letters) = (latin + 1, letters + 1)
      case 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
        (arabic, letters) = (arabic + 1, letters + 1)
      default: break
      }
    }
    if let language { stated[language, default: 0] += letters } else { unstated += letters }
  }

  var verdict: Language? {
    guard unstated == 0, let (language, letters) = stated.max(by: { $0.value < $1.value }), letters == arabic + latin
    else { return nil }
    let own = language == .arabic ? arabic : latin
    return own > 0 && 2 * own >= letters ? language : nil
  }
}

extension Language {
  /// Of a tag such as `ar-SY` or `en`, nil for other languages.
  init?(tag: String?) {
    guard let tag else { return nil }
    self.init(rawValue: tag.prefix { $0 != "-" && $0 != "_" }.lowercased())
  }
}
