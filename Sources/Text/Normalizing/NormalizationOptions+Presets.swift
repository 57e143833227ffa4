extension NormalizationOptions {
  /// What makes two spellings of a word the same key for matching; the default.
  public static let match: Self = [
    .nfc, .presentationForms, .harakat, .marks, .daggerAlef, .smallLetters, .quranSigns, .tatweel, .alef, .alefWasla,
    .alefWavy, .alefMaksura, .farsiYeh, .persianLetters, .tehMarbuta, .digits, .numberMarks, .punctuation, .quotes,
    .dashes, .zeroWidth, .joiners, .bidi, .prefixSigns, .spaces, .lowercase,
  ]

  /// For a search field: `match`, with hamza carriers, compatibility forms and phrases resolved as well.
  public static let search: Self = match.union([.nfkc, .phrases, .hamzaCarriers])

  /// Vocalised text without its vowels: what CAMeL Tools' `dediac_ar` deletes.
  public static let dediac: Self = [.harakat, .daggerAlef]

  /// Text to be read: repaired presentation forms, canonical order, no stretching, plain spaces.
  public static let display: Self = [.nfc, .presentationForms, .tatweel, .tatweelMarks, .zeroWidth, .spaces]

  /// Nothing at all.
  public static let none: Self = []

  /// What Lucene's `ArabicNormalizer` does, and light10 before it stems (see `Light10Stemmer`).
  public static let lucene: Self = [.harakat, .tatweel, .alef, .alefMaksura, .tehMarbuta]

  /// CAMeL Tools' `normalize_unicode`, `normalize_alef_ar`, `normalize_alef_maksura_ar`,
  /// `normalize_teh_marbuta_ar` and `dediac_ar` one after the other.
  public static let camel: Self = [
    .nfkc, .phrases, .alef, .alefWasla, .alefMaksura, .tehMarbuta, .harakat, .daggerAlef,
  ]

  /// PyArabic's `strip_tashkeel`, `strip_tatweel`, `normalize_ligature`, `normalize_alef`, `normalize_teh`
  /// and the letters of `normalize_hamza` by its method "tasheel", one after the other.
  public static let pyarabic: Self = [
    .harakat, .tatweel, .plainLamAlef, .alef, .alefWasla, .alefMaksuraToAlef, .daggerAlefToAlef, .tehMarbuta,
    .hamzaCarriers,
  ]

  /// The presets by name, as the command line knows them.
  public static let presets: [(name: String, options: Self)] = [
    ("match", .match), ("search", .search), ("dediac", .dediac), ("display", .display), ("none", .none),
    ("lucene", .lucene), ("camel", .camel), ("pyarabic", .pyarabic),
  ]

  /// The single rules by name, as the command line knows them.
  public static let rules: [(name: String, options: Self)] = [
    ("nfc", .nfc), ("nfkc", .nfkc), ("presentation-forms", .presentationForms), ("phrases", .phrases),
    ("harakat", .harakat), ("marks", .marks), ("dagger-alef", .daggerAlef), ("dagger-alef-to-alef", .daggerAlefToAlef),
    ("small-letters", .smallLetters), ("quran-signs", .quranSigns), ("tatweel", .tatweel),
    ("tatweel-marks", .tatweelMarks), ("alef", .alef), ("alef-wasla", .alefWasla), ("alef-wavy", .alefWavy),
    ("alef-maksura", .alefMaksura), ("alef-maksura-to-alef", .alefMaksuraToAlef), ("farsi-yeh", .farsiYeh),
    ("persian-letters", .persianLetters), ("teh-marbuta", .tehMarbuta), ("hamza-carriers", .hamzaCarriers),
    ("digits", .digits), ("number-marks", .numberMarks), ("punctuation", .punctuation), ("quotes", .quotes),
    ("dashes", .dashes), ("zero-width", .zeroWidth), ("joiners", .joiners),
    ("non-joiner-to-space", .nonJoinerToSpace), ("bidi", .bidi), ("prefix-signs", .prefixSigns), ("spaces", .spaces),
    ("lowercase", .lowercase), ("plain-lam-alef", .plainLamAlef),
  ]
}
