/// Which rules a `Normalizer` applies. `ScalarRule.table` holds the code points of each.
///
///     let options: NormalizationOptions = [.nfc, .harakat, .tatweel]
///     let key = NormalizationOptions.match.subtracting(.tehMarbuta)
public struct NormalizationOptions: OptionSet, Sendable, Hashable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Canonical composition (UAX #15): `ا` + madda is `آ`, marks stand in canonical order.
  public static let nfc = Self(bit: 0)
  /// Compatibility composition: NFC, and ligatures, widths and superscripts become plain letters.
  public static let nfkc = Self(bit: 1)
  /// Arabic presentation forms and Latin ligatures become the letters they show, without the space or
  /// tatweel that compatibility decomposition puts under a single mark. U+FDFA, FDFB and FDFD stay: they are words.
  public static let presentationForms = Self(bit: 2)
  /// `ﷺ`, `ﷻ` and `﷽` become the words they stand for.
  public static let phrases = Self(bit: 3)
  /// Deletes fathatan to sukun: short vowels, tanwin, shadda.
  public static let harakat = Self(bit: 4)
  /// Deletes the other combining marks of Arabic: madda and hamza left over by NFC, Quranic marks, honorifics.
  public static let marks = Self(bit: 5)
  /// Deletes the superscript alef.
  public static let daggerAlef = Self(bit: 6)
  /// The superscript alef becomes an alef: `هٰذا` is `هاذا`. On an alef maksura, which it only confirms, it goes.
  /// Comes before `daggerAlef` and `marks`.
  public static let daggerAlefToAlef = Self(bit: 7)
  /// Deletes the small waw and yeh of the Quran.
  public static let smallLetters = Self(bit: 8)
  /// Deletes the Quran's signs for verses, quarters and prostration.
  public static let quranSigns = Self(bit: 9)
  /// Deletes tatweel.
  public static let tatweel = Self(bit: 10)
  /// Keeps, of the tatweels that `tatweel` deletes, the one that stands alone and that of `هـ`, anno Hegirae.
  public static let tatweelMarks = Self(bit: 11)
  /// Alef with madda or hamza becomes alef.
  public static let alef = Self(bit: 12)
  /// Alef with wasla becomes alef.
  public static let alefWasla = Self(bit: 13)
  /// Alef with wavy or high hamza becomes alef.
  public static let alefWavy = Self(bit: 14)
  /// Alef maksura becomes yeh.
  public static let alefMaksura = Self(bit: 15)
  /// Alef maksura becomes alef, as PyArabic has it. Comes before `alefMaksura`.
  public static let alefMaksuraToAlef = Self(bit: 16)
  /// Farsi yeh, which looks like either, becomes Arabic yeh.
  public static let farsiYeh = Self(bit: 17)
  /// Kaf, heh and yeh as Persian and Urdu type them become Arabic letters.
  public static let persianLetters = Self(bit: 18)
  /// Teh marbuta becomes heh.
  public static let tehMarbuta = Self(bit: 19)
  /// Hamza on waw and on yeh becomes waw and yeh.
  public static let hamzaCarriers = Self(bit: 20)
  /// Arabic-Indic digits and their eastern forms become ASCII digits.
  public static let digits = Self(bit: 21)
  /// Percent sign, decimal and thousands separator become ASCII, and so does a comma between two digits.
  public static let numberMarks = Self(bit: 22)
  /// Arabic comma, semicolon, question mark, full stop, star and ornate parentheses become ASCII.
  public static let punctuation = Self(bit: 23)
  /// Quotation marks of all kinds become `"`, single ones and apostrophes `'`.
  public static let quotes = Self(bit: 24)
  /// Hyphens, dashes and the minus sign become `-`.
  public static let dashes = Self(bit: 25)
  /// Deletes zero-width spaces, soft hyphens and byte order marks.
  public static let zeroWidth = Self(bit: 26)
  /// Deletes zero-width joiners and non-joiners.
  public static let joiners = Self(bit: 27)
  /// The zero-width non-joiner becomes a space. Comes before `joiners`.
  public static let nonJoinerToSpace = Self(bit: 28)
  /// Deletes the controls of the bidirectional algorithm (UAX #9).
  public static let bidi = Self(bit: 29)
  /// Deletes the signs that enclose a number, and prefixed format characters.
  public static let prefixSigns = Self(bit: 30)
  /// Spaces of every width become a space, line and paragraph separators a line feed.
  public static let spaces = Self(bit: 31)
  /// Case folding, one letter to one letter.
  public static let lowercase = Self(bit: 32)
  /// Lam-alef ligatures in isolated form become lam and alef, whatever hamza or madda they carry, as
  /// PyArabic has it. Comes before `presentationForms`.
  public static let plainLamAlef = Self(bit: 33)

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }
}
