import WaslBitext

/// A word while it is read, and what its letters speak for.
struct LanguageWord {
  private(set) var text = ""
  private(set) var letters = 0
  /// Languages that have a letter of the word and Arabic and English do not, each once.
  private(set) var marks: [WrittenLanguage: Float] = [:]
  private var (hasMarbuta, hasForeign) = (false, false)

  /// - Returns: false where the scalar ends the word.
  mutating func append(_ scalar: Unicode.Scalar, _ script: Language) -> Bool {
    switch script {
    case .arabic: appendArabic(scalar)
    case .english: appendLatin(scalar)
    }
  }

  private mutating func appendArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Vowel signs, signs of recitation, tatweel.
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: return true
    // A key to press, in the text of a button: `ح_فظ`, `&حفظ`.
    case 0x26, 0x5F: return true
    case 0x200C:
      // Persian parts its prefixes and suffixes so: `می‌روم`, `کتاب‌ها`.
      if letters > 1 {
        marks[.persian] = 1.5
        for language in [WrittenLanguage.urdu, .sorani] { marks[language] = max(marks[language] ?? 0, 0.7) }
      }
    case 0x621...0x64A, 0x66E...0x6D3, 0x6D5, 0x6FA...0x6FF, 0x750...0x77F: letters += 1
    default: return false
    }
    if letters == 0 { return true }
    text.unicodeScalars.append(scalar == "\u{671}" ? "\u{627}" : scalar)
    if scalar.value == 0x629 { hasMarbuta = true }
    // Uyghur and Kurdish words that start with a vowel; no Arabic word does.
    if scalar.value == 0x626, letters == 1 { (marks[.uyghur], marks[.sorani], hasForeign) = (1.2, 1, true) }
    if let found = Self.arabicScript[scalar.value] {
      hasForeign = true
      for (language, weight) in found { marks[language] = max(marks[language] ?? 0, weight) }
    }
    return true
  }

  private mutating func appendLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case 0x61...0x7A: text.unicodeScalars.append(scalar)
    case 0x26, 0x5F: return true
    case 0x27, 0x2019:
      if letters == 0 { return false }
      text += "'"
      return true
    case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7:
      text += scalar.properties.lowercaseMapping
      for (language, weight) in Self.latinScript[scalar.properties.lowercaseMapping] ?? [:] {
        marks[language] = max(marks[language] ?? 0, weight)
      }
    default: return false
    }
    letters += 1
    return true
  }

  /// What speaks for Arabic in a word that is not listed: the article, ة, hamza on the alif.
  var arabicWeight: Float {
    if hasForeign { return 0 }
    if hasMarbuta { return 1 }
    for prefix in ["ال", "وال", "بال", "فال", "كال", "لل", "ولل"] {
      let scalars = prefix.unicodeScalars
      if letters > scalars.count + 1, text.unicodeScalars.starts(with: scalars) { return 1 }
    }
    guard let first = text.unicodeScalars.first else { return 0 }
    return first == "\u{623}" || first == "\u{625}" ? 0.7 : 0
  }

  /// Letters that Arabic lacks, or has in a few names only.
  private static let arabicScript: [UInt32: [WrittenLanguage: Float]] = {
    var table: [UInt32: [WrittenLanguage: Float]] = [:]
    func add(_ letters: String, _ languages: [WrittenLanguage], _ weight: Float) {
      for letter in letters.unicodeScalars {
        for language in languages { table[letter.value, default: [:]][language] = weight }
      }
    }
    // Names and dialects have them in Arabic too.
    add("پچگ", [.persian, .urdu, .sorani, .uyghur], 0.7)
    add("چ", [.malay], 0.5)
    add("ژ", [.persian, .urdu, .sorani, .uyghur, .pashto], 0.7)
    add("پچ", [.pashto], 0.6)
    add("ڤ", [.malay, .sorani], 0.5)
    // Keyboards and old files have these for ي, ك and ه.
    add("یک", [.persian, .urdu, .sorani, .pashto], 0.3)
    add("ک", [.malay], 0.3)
    add("ھ", [.urdu, .uyghur, .sorani], 0.5)
    add("ےںٹڈڑہۃ", [.urdu], 1.5)
    add("ەێۆڵڕ", [.sorani], 1.2)
    add("ۇۈۋڭ", [.uyghur], 1.5)
    add("ەۆې", [.uyghur], 0.9)
    add("ټډړږښګڼۍځڅ", [.pashto], 1.5)
    add("ې", [.pashto], 1)
    add("ڠڽݢۏ", [.malay], 1.5)
    add("ڪٻڀٺٽڃڄڇڊڌڍڏڙڦڱڳڻ", [.sindhi], 1.5)
    return table
  }()

  private static let latinScript: [String: [WrittenLanguage: Float]] = {
    var table: [String: [WrittenLanguage: Float]] = [:]
    func add(_ letters: String, _ languages: [WrittenLanguage], _ weight: Float) {
      for letter in letters { for language in languages { table[String(letter), default: [:]][language] = weight } }
    }
    // English has words and names with some of them.
    add("éèêçàâîôûùëï", [.french], 0.5)
    add("œ", [.french], 0.7)
    add("äöü", [.german], 0.5)
    add("ß", [.german], 1)
    add("áéíóúñ", [.spanish], 0.5)
    add("àèéìòù", [.italian], 0.5)
    add("ãõçáâéêíóú", [.portuguese], 0.5)
    add("ğışİ", [.turkish], 0.7)
    add("çöü", [.turkish], 0.5)
    add("ąćęłńśźż", [.polish], 0.7)
    add("ășțâî", [.romanian], 0.7)
    add("åäö", [.swedish], 0.5)
    return table
  }()
}
