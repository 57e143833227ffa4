import Testing
import WaslBitext
import WaslValues

/// What single expressions of each language say.
@Suite struct ValueReaderTests {
  private static func value(_ text: String, _ language: Language) -> Value? {
    let values = ValueReader(language: language).values(in: Array(text.utf8))
    return values.count == 1 ? values[0] : nil
  }

  @Test(arguments: [
    ("أحد عشر", 11), ("إحدى عشرة", 11), ("اثنتي عشرة", 12), ("ثماني عشرة", 18), ("خمسة وعشرون", 25), ("مئتان", 200),
    ("مائتين", 200), ("ثلاثمائة", 300), ("ثلاث مئة وسبع", 307), ("ألفان", 2000), ("ألفين وستة عشر", 2016),
    ("أربعة آلاف ومئة واثنان وثلاثون", 4132), ("مليون ومئتا ألف", 1_200_000), ("خمسمئة ألف", 500_000),
    ("ستة و ثلاثون", 36), ("ثلاثُمِائةٍ", 300), ("تسعة ملايين ونصف", 9_500_000), ("١٬٢٣٤٬٥٦٧", 1_234_567),
    ("٣ آلاف و٥٠", 3050),
  ])
  func readsArabicNumbers(text: String, number: Int64) {
    #expect(Self.value(text, .arabic)?.quantity == Quantity(number))
  }

  @Test(arguments: [
    ("eleven", 11), ("forty-two", 42), ("three hundred and seven", 307), ("nineteen eighty-four", 1984),
    ("one thousand, two hundred", 1200), ("two and a half million", 2_500_000), ("half a dozen", 6),
    ("1,234,567", 1_234_567),
    ("12k", 12_000), ("3.5 billion", 3_500_000_000), ("twenty-first", 21), ("the hundredth", 100),
  ])
  func readsEnglishNumbers(text: String, number: Int64) {
    #expect(Self.value(text, .english)?.quantity == Quantity(number))
  }

  @Test(arguments: [
    ("ثلاثة أرباع", "75%"), ("٪١٢", "twelve per cent"), ("خُمسا", "two fifths"), ("واحد من كل ستة", "one in six"),
    ("السابعة والربع", "7:15"), ("الساعة الرابعة إلا ثلثا", "3:40"), ("١٨:٠٥", "6:05 p.m."),
    ("منتصف الليل", "midnight"),
    ("٤ شباط ١٩٨٧", "February 4, 1987"), ("18 غشت 2003", "18 August 2003"), ("٦ الطير ١٩٩٩", "April 6, 1999"),
    ("الثلاثاء", "Tuesday"), ("٧ جمادى الآخرة ١٤٤٠هـ", "7 Jumada II 1440 AH"), ("١٠٫٥ كغ", "10.5 kg"),
    ("طنان", "two tonnes"),
    ("٤٠ كم/س", "40 km/h"), ("٨ م²", "8 square metres"), ("−٣°م", "-3 °C"), ("خمسة جنيهات وعشرون قرشا", "£5.20"),
    ("٢٫٥ مليون ريال", "SAR 2,500,000"), ("من ٣ إلى ٩", "3–9"), ("تسعة أضعاف", "ninefold"), ("(د) الرسوم", "(d) fees"),
    ("الفصل السابع", "Chapter VII"), ("الإصدار ٣٫١٢", "v3.12"), ("+٩٦٦ ١١ ٤٣٢ ١٠٠٠", "+966-11-432-1000"),
    ("عام ٩٠ ق.م", "90 BC"),
    ("ثمانينيات", "the 1980s"), ("يومين ونصف", "2.5 days"), ("سالب تسعة", "minus nine"), ("١٫٢٥٠٫٠٠٠", "1.250.000"),
  ])
  func agrees(arabic: String, english: String) {
    let agreement = ValueAgreement(
      ValueReader(language: .arabic).values(in: Array(arabic.utf8)),
      ValueReader(language: .english).values(in: Array(english.utf8)))
    #expect(!agreement.agreeing.isEmpty && agreement.contradicting.isEmpty)
  }

  @Test(arguments: [
    ("٣٤ يوما", "43 days"), ("الثلاثاء", "Wednesday"), ("الساعة الخامسة", "six o'clock"), ("٢٠٪", "30%"),
    ("٤ شباط ١٩٨٧", "February 5, 1987"), ("خمسة دولارات", "$6"),
  ])
  func contradicts(arabic: String, english: String) {
    let agreement = ValueAgreement(
      ValueReader(language: .arabic).values(in: Array(arabic.utf8)),
      ValueReader(language: .english).values(in: Array(english.utf8)))
    #expect(agreement.agreeing.isEmpty && agreement.contradicting.count == 1)
  }

  @Test func leavesOrdinaryWordsInDoubt() {
    for (text, language) in [("one may march on", Language.english), ("في أحد الأيام", .arabic), ("ست البيت", .arabic)]
    {
      // One of these is still taken for certain.
      withKnownIssue(isIntermittent: true) {
        #expect(ValueReader(language: language).values(in: Array(text.utf8)).allSatisfy { !$0.isCertain }, "\(text)")
      }
    }
  }

  @Test func rangesAreThoseOfTheText() {
    let text = Array("ثمن التذكرة خمسون دينارا للكبار".utf8)
    let values = ValueReader(language: .arabic).values(in: text[4...])
    #expect(values.map { String(decoding: text[$0.range], as: UTF8.self) } == ["خمسون دينارا"])
  }

  /// Random pieces of expressions, cut anywhere: no trap, ranges in order and inside.
  @Test func survivesAnything() {
    let pieces = [
      "خمسة", "و", "عشر", "٣", "1,234", ".", "/", "-", ":", "%", "(", "أ", ")", "هـ", "م", "إلا", "ربعا", "الساعة",
      "ألف", "مليون",
      "May", "of", "the", "twenty", "and", "half", "a", "$", "€", "99999999999999999999", "0", "ونصف", "من", "إلى",
      "كل", "trillion",
      "quadrillion", "\u{202F}", "²", "½", "\u{FF}", "'", "st", "pm", "شهر", "رمضان", "XIV", "+", "00", "بعد", "المئة",
      "°", "point",
    ]
    var random = SplitMix64(state: 18)
    for _ in 0..<5_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        text += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        if Bool.random(using: &random) { text.append(0x20) }
      }
      if Int.random(in: 0..<4, using: &random) == 0 { text.removeLast() }
      if !text.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
        text[Int.random(in: 0..<text.count, using: &random)] ^= 0x81
      }
      for language in Language.allCases {
        var end = 0
        for value in ValueReader(language: language).values(in: text) {
          #expect(value.range.lowerBound >= end && value.range.upperBound <= text.count && !value.range.isEmpty)
          end = value.range.upperBound
          _ = value.keys
        }
      }
    }
  }
}
