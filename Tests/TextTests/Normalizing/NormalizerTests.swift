import Testing

@testable import WaslText

@Suite struct NormalizerTests {
  static func scalars(_ text: String) -> [String] { text.unicodeScalars.map { String($0.value, radix: 16) } }

  // One case for each rule: what it changes, then what it leaves.
  @Test(
    arguments: [
      (NormalizationOptions.harakat, "كِتَابٌ مُحَمَّدٍ هٰذا", "كتاب محمد هٰذا"),
      (.marks, "قُرْآنۖ ا\u{653}\u{615}", "قُرْآن ا"),
      (.daggerAlef, "هٰذَا", "هذَا"),
      (.daggerAlefToAlef, "السَّمٰوَات على\u{64E}\u{670}", "السَّماوَات على\u{64E}"),
      (.smallLetters, "لَهُۥ بِهِۦ", "لَهُ بِهِ"),
      (.quranSigns, "۞ نص ۩", " نص "),
      (.tatweel, "عـــربي ـ هـ", "عربي  ه"),
      ([.tatweel, .tatweelMarks], "عـــربي ـ ١٤٤٥هـ ــ", "عربي ـ ١٤٤٥هـ ـ"),
      (.alef, "أإآٱٲ", "اااٱٲ"),
      (.alefWasla, "ٱلله آ", "الله آ"),
      (.alefWavy, "ٲٳٵ أ", "ااا أ"),
      (.alefMaksura, "على ی", "علي ی"),
      (.alefMaksuraToAlef, "على", "علا"),
      (.farsiYeh, "علی ى", "علي ى"),
      (.persianLetters, "کتاب ہے گ پ", "كتاب هي گ پ"),
      (.tehMarbuta, "مدرسة", "مدرسه"),
      (.hamzaCarriers, "سؤال رئيس ء أ", "سوال رييس ء أ"),
      (.digits, "٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"),
      (.numberMarks, "٥٠٪ ٣٫٥ ١٬٠٠٠ 628،1 ٦،٢ نعم، 5، 6", "٥٠% ٣.٥ ١,٠٠٠ 628,1 ٦,٢ نعم، 5، 6"),
      (.punctuation, "نعم، لا؛ هل؟ كلا۔ ٭ ﴿نص﴾", "نعم, لا; هل? كلا. * (نص)"),
      (.quotes, "«نص» “a” ‘b’ ‹c› don’t", "\"نص\" \"a\" 'b' \"c\" don't"),
      (.dashes, "a–b — c−d", "a-b - c-d"),
      (.zeroWidth, "a\u{200B}b\u{AD}c\u{FEFF}d\u{200C}e", "abcd\u{200C}e"),
      (.joiners, "می\u{200C}رود \u{200D}", "میرود "),
      ([.joiners, .nonJoinerToSpace], "می\u{200C}رود", "می رود"),
      (.bidi, "\u{200F}نص\u{200E} \u{202B}a\u{202C}\u{2067}b\u{2069}\u{61C}", "نص ab"),
      (.prefixSigns, "\u{600}١ \u{6DD}٢", "١ ٢"),
      (.spaces, "a\u{A0}b\u{3000}c\u{2028}d\u{85}e", "a b c\nd\ne"),
      (.lowercase, "Wasl ÉCOLE Ωμέγα ÇA Ⓐ", "wasl école ωμέγα ça ⓐ"),
      (.presentationForms, "ﻋﺮﺑﻲ ﻻ ﻷ ﷲ ﷼ ﷺ ﬁn \u{FE76}ب\u{FE7D}", "عربي لا لأ الله ريال ﷺ fin \u{64E}ب\u{651}"),
      (.phrases, "محمد ﷺ ﷻ ﷽", "محمد صلى الله عليه وسلم جل جلاله بسم الله الرحمن الرحيم"),
      (.plainLamAlef, "ﻵ ﻷ ﻹ ﻻ ﻶ", "لا لا لا لا ﻶ"),
      (.nfc, "ا\u{653} \u{651}\u{64E} و\u{654} e\u{301} ﬁ", "آ \u{64E}\u{651} ؤ é ﬁ"),
      (.nfkc, "ﬁ ² ﻻ ｗ", "fi 2 لا w"),
      ([], "كِتَابٌ ـ ﻻ e\u{301}", "كِتَابٌ ـ ﻻ e\u{301}"),
    ] as [(NormalizationOptions, String, String)])
  func eachRuleDoesWhatItSays(options: NormalizationOptions, text: String, expected: String) throws {
    #expect(try Self.scalars(Normalizer(options).normalized(text)) == Self.scalars(expected))
  }

  @Test(arguments: [
    ("match", "إلى المَدْرَسَـةِ الكُبْرَى؟ ٣٫٥٪ «ﻋﺮﺑﻲ» Don’t", "الي المدرسه الكبري? 3.5% \"عربي\" don't"),
    ("match", "سى\u{654} مسؤول شي\u{654}", "سئ مسؤول شئ"),
    ("match", "و\u{200D}\u{654} ﻭ\u{654}", "ؤ ؤ"),
    ("search", "ﷺ رؤية ٢٠٣٠ m²", "صلي الله عليه وسلم رويه 2030 m2"),
    ("dediac", "هٰذَا كِتَابٌ ـ", "هذا كتاب ـ"),
    ("display", "ﻋــﺮﺑﻲ\u{A0}هـ \u{651}\u{64E}", "عربي هـ \u{64E}\u{651}"),
    ("none", "هٰذَا", "هٰذَا"),
    ("lucene", "إلى المَدْرَسَـةِ ٱ ٠", "الي المدرسه ٱ ٠"),
    ("camel", "إلى المَدْرَسَةِ ٱ ﷼ ـ", "الي المدرسه ا ريال ـ"),
    ("pyarabic", "على\u{670}", "علا"),
    ("pyarabic", "إلى المَدْرَسَـةِ ﻷ هٰذا سؤال", "الا المدرسه لا هاذا سوال"),
  ])
  func presets(name: String, text: String, expected: String) throws {
    let options = try #require(NormalizationOptions.presets.first { $0.name == name }?.options)
    #expect(try Self.scalars(Normalizer(options).normalized(text)) == Self.scalars(expected))
  }

  @Test(arguments: [
    // text, the piece of the normal form, its original
    ("قال كِتَابٌ جديد", "كتاب", "كِتَابٌ"),
    ("رقم ١٬٢٣٤ فقط", "1,234", "١٬٢٣٤"),
    ("في 628،15 مرة", "628,15", "628،15"),
    ("هي ﻻ تدري", "لا", "ﻻ"),
    ("هي ﻻ تدري", "ل", "ﻻ"),
    ("هي ﻻ تدري", "ا", "ﻻ"),
    ("\u{200F}نص\u{200F} آخر", "نص", "نص\u{200F}"),
    ("عـــربي", "عر", "عـــر"),
    ("مسو\u{654}ول", "ؤ", "و\u{654}"),
    ("“Hello”", "hello", "Hello"),
  ])
  func theWayBackLeadsToTheOriginal(text: String, piece: String, original: String) throws {
    var normalized = NormalizedText()
    let bytes = Array(text.utf8)
    try Normalizer(.match.subtracting(.punctuation)).normalize(bytes, into: &normalized)
    let wanted = Array(piece.utf8)
    let start = try #require(
      (0...normalized.bytes.count - wanted.count).first {
        normalized.bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
      })
    let range = normalized.originalRange(of: start..<start + wanted.count)
    #expect(Self.scalars(String(decoding: bytes[range], as: UTF8.self)) == Self.scalars(original))
  }

  @Test func aRangeIsATextOfItsOwn() throws {
    let bytes = Array("abc دَرْس def".utf8)
    var text = NormalizedText()
    try Normalizer(.match).normalize(bytes.span, range: 4..<14, into: &text)
    #expect(text.bytes == Array("درس".utf8))
    #expect(text.originalRange(of: 0..<6) == 4..<14)
    #expect(text.originalRange(of: 2..<2) == 8..<8)
  }

  @Test func everyRuleAndPresetHasItsName() {
    let union = NormalizationOptions.rules.reduce(into: NormalizationOptions()) { $0.formUnion($1.options) }
    #expect(union.rawValue == (1 << 34) - 1)
    #expect(Set(NormalizationOptions.rules.map(\.name)).count == NormalizationOptions.rules.count)
    for rule in ScalarRule.table { #expect(union.isSuperset(of: rule.option)) }
  }
}
