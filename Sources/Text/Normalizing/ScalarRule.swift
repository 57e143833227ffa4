/// What a rule of `NormalizationOptions` makes of its code points.
///
/// Sources: the Unicode Character Database 15.0 for what the code points are; the normalisers of Lucene,
/// CAMeL Tools and PyArabic for which of them users expect to be one letter.
struct ScalarRule: Sendable {
  var option: NormalizationOptions
  var scalars: [ClosedRange<UInt32>]
  /// Empty to delete.
  var replacement: [UInt32]

  private init(_ option: NormalizationOptions, _ scalars: [ClosedRange<UInt32>], to replacement: [UInt32]) {
    self.option = option
    self.scalars = scalars
    self.replacement = replacement
  }

  private static func delete(_ option: NormalizationOptions, _ scalars: ClosedRange<UInt32>...) -> Self {
    Self(option, scalars, to: [])
  }

  private static func fold(_ option: NormalizationOptions, _ scalars: [UInt32], to replacement: UInt32...) -> Self {
    Self(option, scalars.map { $0...$0 }, to: replacement)
  }

  private static func fold(_ option: NormalizationOptions, _ scalars: ClosedRange<UInt32>, to: UInt32) -> Self {
    Self(option, [scalars], to: [to])
  }

  /// The rules; of several that name a code point, the first whose option is set counts.
  static let table: [ScalarRule] =
    [
      // Words in one code point. FDFC is a currency, ريال, and comes with the presentation forms.
      fold(
        .phrases, [0xFDFA], to: 0x635, 0x644, 0x649, 0x20, 0x627, 0x644, 0x644, 0x647, 0x20, 0x639, 0x644, 0x64A,
        0x647, 0x20, 0x648, 0x633, 0x644, 0x645),
      fold(.phrases, [0xFDFB], to: 0x62C, 0x644, 0x20, 0x62C, 0x644, 0x627, 0x644, 0x647),
      fold(
        .phrases, [0xFDFD], to: 0x628, 0x633, 0x645, 0x20, 0x627, 0x644, 0x644, 0x647, 0x20, 0x627, 0x644, 0x631,
        0x62D, 0x645, 0x646, 0x20, 0x627, 0x644, 0x631, 0x62D, 0x64A, 0x645),
      fold(.phrases, [0xFDFC], to: 0x631, 0x64A, 0x627, 0x644),
      fold(.presentationForms, [0xFDFC], to: 0x631, 0x64A, 0x627, 0x644),
      fold(.plainLamAlef, [0xFEF5, 0xFEF7, 0xFEF9, 0xFEFB], to: 0x644, 0x627),

      // Marks
      fold(.daggerAlefToAlef, [0x670], to: 0x627),
      delete(.daggerAlef, 0x670...0x670),
      delete(.harakat, 0x64B...0x652),
      delete(
        .marks, 0x653...0x65F, 0x610...0x61A, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0x898...0x89F,
        0x8CA...0x8E1, 0x8E3...0x8FF, 0x10EFD...0x10EFF),
      delete(.smallLetters, 0x6E5...0x6E6),
      delete(.quranSigns, 0x6DD...0x6DE, 0x6E9...0x6E9),
      delete(.prefixSigns, 0x600...0x605, 0x6DD...0x6DD, 0x890...0x891, 0x8E2...0x8E2),
      delete(.tatweel, 0x640...0x640),

      // Letters
      fold(.alef, [0x622, 0x623, 0x625], to: 0x627),
      fold(.alefWasla, [0x671], to: 0x627),
      fold(.alefWavy, [0x672, 0x673, 0x675], to: 0x627),
      fold(.alefMaksuraToAlef, [0x649], to: 0x627),
      fold(.alefMaksura, [0x649], to: 0x64A),
      fold(.farsiYeh, [0x6CC], to: 0x64A),
      fold(.persianLetters, [0x6A9, 0x6AA], to: 0x643),
      fold(.persianLetters, [0x6BE, 0x6C0, 0x6C1, 0x6C2], to: 0x647),
      fold(.persianLetters, [0x6C3], to: 0x629),
      fold(.persianLetters, [0x6D2, 0x6D3], to: 0x64A),
      fold(.tehMarbuta, [0x629], to: 0x647),
      fold(.hamzaCarriers, [0x624], to: 0x648),
      fold(.hamzaCarriers, [0x626], to: 0x64A),

      // Numbers; the digits follow below.
      fold(.numberMarks, [0x66A], to: 0x25),
      fold(.numberMarks, [0x66B], to: 0x2E),
      fold(.numberMarks, [0x66C], to: 0x2C),

      // Punctuation
      fold(.punctuation, [0x60C], to: 0x2C),
      fold(.punctuation, [0x61B], to: 0x3B),
      fold(.punctuation, [0x61F], to: 0x3F),
      fold(.punctuation, [0x61D, 0x61E, 0x6D4], to: 0x2E),
      fold(.punctuation, [0x66D], to: 0x2A),
      fold(.punctuation, [0xFD3F], to: 0x28),
      fold(.punctuation, [0xFD3E], to: 0x29),
      fold(.quotes, [0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2039, 0x203A], to: 0x22),
      fold(.quotes, [0x2BC, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032], to: 0x27),
      fold(.dashes, 0x2010...0x2015, to: 0x2D),
      fold(.dashes, [0x2212], to: 0x2D),

      // What is not seen
      fold(.nonJoinerToSpace, [0x200C], to: 0x20),
      delete(.joiners, 0x200C...0x200D),
      delete(.zeroWidth, 0xAD...0xAD, 0x180E...0x180E, 0x200B...0x200B, 0x2060...0x2060, 0xFEFF...0xFEFF),
      delete(.bidi, 0x61C...0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069),
      fold(.spaces, [0xA0, 0x1680, 0x202F, 0x205F, 0x3000], to: 0x20),
      fold(.spaces, 0x2000...0x200A, to: 0x20),
      fold(.spaces, [0x85, 0x2028, 0x2029], to: 0x0A),
    ] + (0...9).map { fold(.digits, [0x660 + $0, 0x6F0 + $0], to: 0x30 + $0) }

  /// The rules that come before composition: what is not seen must not keep a mark from its letter.
  static let early: NormalizationOptions = [
    .phrases, .presentationForms, .plainLamAlef, .prefixSigns, .tatweel, .joiners, .nonJoinerToSpace, .zeroWidth, .bidi,
  ]

  /// The scalars the rules of `options` change, with what each becomes.
  static func replacements(for options: NormalizationOptions) -> [UInt32: [UInt32]] {
    var replacements: [UInt32: [UInt32]] = [:]
    for rule in table where options.contains(rule.option) {
      for scalar in rule.scalars.joined() where replacements[scalar] == nil {
        replacements[scalar] = rule.replacement
      }
    }
    return replacements
  }

  /// Where presentation forms lie: Latin ligatures, Arabic forms A and B. The rule takes their compatibility
  /// decomposition from ICU.
  static func isPresentationForm(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFB00...0xFB06, 0xFB50...0xFDF9, 0xFDFC, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
