import Testing
import WaslBitext

@testable import WaslText

/// Note marks after the full stop, verse numbers, quotations that end in a mark of their own, and pauses.
@Suite struct SegmentingMarksTests {
  @Test(arguments: notes + verses + quotations + pauses)
  func arabic(example: SegmentingCase) { example.check(.arabic) }

  @Test(arguments: englishNotes + englishVerses + englishPauses)
  func english(example: SegmentingCase) { example.check(.english) }

  static let notes: [SegmentingCase] = [
    .init(".1", "فتح الصندوق القديم.1 ¦كانت رائحته كالمطر.2 ¦ثم أغلقه."),
    .init(".١", "فتح الصندوق القديم.١ ¦كانت رائحته كالمطر.١٢ ¦ثم أغلقه."),
    .init(".¹", "فتح الصندوق القديم.¹ ¦كانت رائحته كالمطر.²³ ¦ثم أغلقه."),
    .init(".(1)", "فتح الصندوق القديم.(1) ¦كانت رائحته كالمطر.(١) ¦ثم أغلقه."),
    .init(".[1]", "فتح الصندوق القديم.[1] ¦كانت رائحته كالمطر."),
    .init(".†", "فتح الصندوق القديم.† ¦كانت رائحته كالمطر.‡ ¦ثم أغلقه."),
    .init(".*", "فتح الصندوق القديم.* ¦كانت رائحته كالمطر.(*) ¦ثم أغلقه."),
    .init("؟1", "من فتح الصندوق؟1 ¦لا أحد يعرف!٢ ¦ثم أغلقه."),
    .init(".»1", "قال: «أغلقه.»1 ¦كانت رائحته كالمطر.»² ¦ثم خرج."),
    .init("».1", "قال: «أغلقه».1 ¦كانت رائحته كالمطر."),
    .init("several", "فتح الصندوق القديم.1،2 ¦كانت رائحته كالمطر.³،⁴ ¦ثم أغلقه."),
    .init("a range", "فتح الصندوق القديم.3-5 ¦كانت رائحته كالمطر."),
    .init("before the stop", "فتح الصندوق القديم1. ¦كانت رائحته كالمطر². ¦ثم أغلقه."),
    .init("a space before", "فتح الصندوق القديم. ¹ ¦كانت رائحته كالمطر."),
    .init("at the end", "فتح الصندوق القديم.1"),
    .init("vocalised", "فُتِحَ الصُّندوقُ.1 ¦كانَ قديمًا."),
    .init("a decimal", "ارتفع بنسبة 3.5 في المئة."),
    .init("a year", "الإصدار الجديد.2020 وما بعده"),
    .init("an article", "وفق المادة.5 من النظام وبالمادة.7 منه."),
    .init("a number sign", "وفق القرار رقم.5 من النظام."),
    .init("a table", "كما يبين الجدول.2 أدناه."),
    .init("a list", "يُعمل بهذا النظام.¦2- يُنشر في الجريدة."),
  ]

  static let englishNotes: [SegmentingCase] = [
    .init(".1", "He opened the old chest.1 ¦It smelled of rain.2 ¦Then he left."),
    .init(".¹", "He opened the old chest.¹ ¦It smelled of rain.¹² ¦Then he left."),
    .init(".(1)", "He opened the old chest.(1) ¦It smelled of rain."),
    .init(".†", "He opened the old chest.† ¦It smelled of rain."),
    .init("?1", "Who opened the chest?1 ¦Nobody knew."),
    .init("quoted", "“Open the chest.”1 ¦It smelled of rain.”² ¦Then he left."),
    .init("several", "He opened the old chest.1,2 ¦It smelled of rain.3–5 ¦Then he left."),
    .init("before a quotation", "He opened the old chest.1 ¦“Rain,” he said."),
    .init("before lower case", "Load the file data.1 and the rest."),
    .init("a section", "See Sec.5 Below for more and Art.7 There."),
    .init("a decimal", "It rose by 3.5 Percent."),
    .init("a table", "See Table.1 For the sums."),
  ]

  static let verses: [SegmentingCase] = [
    .init("۝١", "فتح الصباح أبواب المدينة ۝١ ¦وخرج الناس إلى البحر ۝٢ ¦وعادوا فرحين ۝٣"),
    .init("۝ touching", "فتح الصباح أبواب المدينة۝١ ¦وخرج الناس إلى البحر۝٢ ¦وعادوا فرحين۝٣"),
    .init("١۝", "فتح الصباح أبواب المدينة ١۝ ¦وخرج الناس إلى البحر ٢۝ ¦وعادوا فرحين ٣۝"),
    .init("۝ alone", "فتح الصباح أبواب المدينة ۝ ¦وخرج الناس إلى البحر ۝ ¦وعادوا فرحين ۝"),
    .init("۝ before", "۝ فتح الصباح أبواب المدينة ¦۝ وخرج الناس إلى البحر ¦۝ وعادوا فرحين"),
    .init("﴿١﴾", "فتح الصباح أبواب المدينة ﴿١﴾ ¦وخرج الناس إلى البحر ﴿٢﴾ ¦وعادوا فرحين ﴿٣﴾"),
    .init("﴿1﴾", "فتح الصباح أبواب المدينة ﴿1﴾ ¦وخرج الناس إلى البحر ﴿2﴾ ¦وعادوا فرحين ﴿3﴾"),
    .init("﴾١﴿", "فتح الصباح أبواب المدينة ﴾١﴿ ¦وخرج الناس إلى البحر ﴾٢﴿ ¦وعادوا فرحين ﴾٣﴿"),
    .init("(١)", "فتح الصباح أبواب المدينة (١) ¦وخرج الناس إلى البحر (٢) ¦وعادوا فرحين (٣)"),
    .init("(1)", "فتح الصباح أبواب المدينة (1) ¦وخرج الناس إلى البحر (2) ¦وعادوا فرحين (3)"),
    .init("( ١ )", "فتح الصباح أبواب المدينة ( ١ ) ¦وخرج الناس إلى البحر ( ٢ ) ¦وعادوا فرحين ( ٣ )"),
    .init("from the middle", "فتح الصباح أبواب المدينة (25) ¦وخرج الناس إلى البحر (26) ¦وعادوا فرحين (27)"),
    .init("two", "فتح الصباح أبواب المدينة (١) ¦وخرج الناس جميعا إلى البحر قبل الفجر (٢)"),
    .init("no-break space", "فتح الصباح أبواب المدينة\u{A0}١ ¦وخرج الناس إلى البحر\u{A0}٢ ¦وعادوا فرحين\u{A0}٣"),
    .init("after stops", "فتح الصباح أبواب المدينة. ﴿١﴾ ¦وخرج الناس إلى البحر. ﴿٢﴾ ¦وعادوا فرحين. ﴿٣﴾"),
    .init("plain, after stops", "فتح الصباح أبواب المدينة. (١) ¦وخرج الناس إلى البحر. (٢) ¦وعادوا فرحين. (٣)"),
    .init("vocalised", "فَتَحَ الصَّبَاحُ الأَبْوَابَ ۝١ ¦وَخَرَجَ النَّاسُ ۝٢ ¦وَعَادُوا ۝٣"),
    .init("a title before", "سورة الصباح\n¦فتح الصباح أبواب المدينة ﴿١﴾ ¦وخرج الناس ﴿٢﴾"),
    .init("quoted words", "قرأ ﴿فتح الصباح﴾ ثم سكت."),
    .init("a quoted pair", "قرأ ﴿فتح الصباح ۝١ ¦وخرج الناس ۝٢﴾ ثم سكت."),
    .init("tables", "هذه مقارنة بين الجدول (1) والجدول (2) والجدول (3)"),
    .init("notes", "ذكر الكاتب (1) أن القرية قديمة (2) وأنها جميلة."),
    .init("a list", "على الطرف: (1) أن يدفع الثمن (2) أن يسلم البيت (3) أن يوقع العقد."),
    .init("a list of stops", "(1) يدفع الثمن. ¦(2) يسلم البيت. ¦(3) يوقع العقد."),
    .init("a list in a line", "(1) أن يدفع الثمن ¦(2) أن يسلم البيت ¦(3) أن يوقع العقد"),
    .init("a year", "ولد الكاتب في القرية (1950) وتوفي فيها (2020)"),
  ]

  static let englishVerses: [SegmentingCase] = [
    .init("before", "(1) Morning opened the gates. ¦(2) The fishermen went out. ¦(3) They came back."),
    .init("before, no stops", "(1) Morning opened the gates ¦(2) The fishermen went out, ¦(3) They came back"),
    .init("after", "Morning opened the gates (1) ¦The fishermen went out to sea (2) ¦They came back (3)"),
    .init("after stops", "Morning opened the gates. (1) ¦The fishermen went out. (2) ¦They came back. (3)"),
    .init("references", "(1) See Table (2) and Table (3) below."),
  ]

  static let quotations: [SegmentingCase] = [
    .init("then", "«متى تعود؟» ثم خرج. ¦لم يسمع الجواب."),
    .init("then, said", "سألته أمه: «متى تعود؟» ثم خرجت. ¦لم تسمع الجواب."),
    .init("then, straight", "سألته أمه: \"متى تعود؟\" ثم خرجت."),
    .init("then, curly", "سألته أمه: “متى تعود؟!” ثم خرجت."),
    .init("then, stop", "قال: «أنا متعب.» ثم نام. ¦مر الليل."),
    .init("then, exclamation", "صاح: «اهربوا!» ثم ركض."),
    .init("but", "سأل: «من هناك؟» لكن أحدا لم يجب."),
    .init("while he laughs", "سأل: «من هناك؟» وهو يضحك."),
    .init("so she answered", "سألها: «من هناك؟» فأجابت أنها لا تعرف."),
    .init("in a voice", "سأل: «من هناك؟» بصوت خافت."),
    .init("saying", "اقترب منه: «من هناك؟» قائلا ومبتسما."),
    .init("a sign", "علّق لافتة «ممنوع الدخول.» على الباب. ¦لم يدخل أحد."),
    .init("a title", "قرأت رواية «أين القمر؟» مرتين."),
    .init("a new speech", "سألها: «من هناك؟» ¦فأجابت: «لا أعرف»."),
    .init("a new sentence", "سأل: «من هناك؟» ¦كان الباب مفتوحا."),
    .init("stop outside", "سأل: «من هناك؟». ¦ثم خرج."),
    .init("a long quotation", "قال: «هذا البيت قديم جدا وقد سكنه جدي وأبوه من قبله.» ¦ثم انتقل إلى الحديث عن غيره."),
    .init("and he added", "قال: «نحن سعداء بالنتيجة.» ¦وأضاف أن العمل مستمر."),
  ]

  static let pauses: [SegmentingCase] = [
    .init("then", "سكت الجميع... ثم ضحكوا. ¦عاد الهدوء."),
    .init("but", "أردت أن أخبرك… لكن الوقت لم يسمح."),
    .init("and but", "أردت أن أخبرك... ولكن الوقت لم يسمح."),
    .init("in", "كان يمشي... في طريق طويل."),
    .init("until", "بقي ينتظر... حتى طلع الفجر."),
    .init("again", "أنا... أنا لا أعرف."),
    .init("no, no", "لا… لا أريد ذلك."),
    .init("two dots", "كان يفكر.. ثم نام."),
    .init("a question next", "سكت الجميع... ¦هل سمعوا شيئا؟"),
    .init("a statement next", "سكت الجميع… ¦لقد سمعوا شيئا."),
    .init("quoted", "قال: «كنت أظن...» ثم سكت."),
  ]

  static let englishPauses: [SegmentingCase] = [
    .init("again", "I... I do not know. ¦He left."),
    .init("no, no", "No… No, he cannot."),
    .init("a capital", "He waited... ¦Nothing came."),
  ]
}
