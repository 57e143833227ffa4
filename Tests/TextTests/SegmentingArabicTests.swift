import Testing
import WaslBitext

@testable import WaslText

@Suite struct SegmentingArabicTests {
  @Test(arguments: terminators + quotes + abbreviations + ambiguous + numbers + latin + spacing + brackets + lists)
  func sentencesEndWhereMarked(example: SegmentingCase) { example.check(.arabic) }

  static let terminators: [SegmentingCase] = [
    .init("full stop", "انطفأ المصباح. ¦لم يتحرك أحد."),
    .init("question mark", "من هناك؟ ¦لم يجب أحد."),
    .init("exclamation mark", "أوقفوا العربة! ¦لكنها لم تتوقف."),
    .init("both", "أبعت البيت؟! ¦نعم، بعته."),
    .init("exclamation before question", "أبعت البيت!؟ ¦نعم، بعته."),
    .init("several", "مستحيل!!! ¦لن أذهب."),
    .init("Urdu full stop", "انطفأ المصباح۔ ¦لم يتحرك أحد۔"),
    .init("Latin question mark", "من هناك? ¦لم يجب أحد."),
    .init("comma", "جاء، ورأى، وانتصر."),
    .init("Latin comma", "جاء, ورأى, وانتصر."),
    .init("semicolon", "تأخر القطار؛ لأن الثلج غطى السكة. ¦انتظرنا."),
    .init("colon", "قال له: اجلس. ¦فجلس."),
    .init("ellipsis in the middle", "كان يفكر... ربما في البحر."),
    .init("ellipsis sign in the middle", "كان يفكر… ربما في البحر."),
    .init("ellipsis before a starter", "سكت الجميع... ¦هل سمعوا شيئا؟"),
    .init("ellipsis between words", "كان يفكر...ربما في البحر."),
    .init("leading ellipsis", "... ثم عاد. ¦انتهى."),
    .init("one sentence, no stop", "عنوان بلا نقطة"),
    .init("vocalised", "ذَهَبَ الوَلَدُ. ¦عَادَ مَسَاءً."),
    .init("tatweel", "انتهـــى. ¦عـــاد."),
    .init("right-to-left mark", "انتهى العرض.\u{200F} ¦عاد الناس."),
    .init("triple dot punctuation mark", "أهذا كل شيء؞ ¦نعم."),
    .init("several questions", "لماذا؟ ¦متى؟ ¦أين؟"),
    .init("no letters", "؟؟ !! ..."),
  ]

  static let quotes: [SegmentingCase] = [
    .init("stop inside", "«أنا متعب.» ¦كان الليل طويلا."),
    .init("stop outside", "قال: «أنا متعب». ¦ثم نام."),
    .init("straight", "قال: \"أنا متعب.\" ¦كان الليل طويلا."),
    .init("straight, stop outside", "قال: \"أنا متعب\". ¦ثم نام."),
    .init("curly", "قال: “أنا متعب.” ¦وأضاف أنه جائع."),
    .init("question, reporting verb", "«من هناك؟» سأل الحارس."),
    .init("question, said", "«من هناك؟» قالت سلمى. ¦لم يجب أحد."),
    .init("exclamation, shouted", "\"اهربوا!\" صاح الرجل. ¦فهربوا."),
    .init("question, a new sentence", "«من هناك؟» ¦فتح الباب ببطء."),
    .init("verb that introduces speech", "«من هناك؟» ¦أجاب الرجل: «أنا»."),
    .init("question mark and stop", "سأل: «من هناك؟». ¦فتح الباب."),
    .init("opening quote next", "جلس العجوز. ¦«ابدأ»، قال له."),
    .init("several sentences", "«اجلس. ¦كل. ¦ثم نم»، قال له."),
    .init("spaces inside", "قال: « أنا متعب. » ¦كان الليل طويلا."),
    .init("bracketed mark", "دفع عشرة آلاف (!) ثم غادر."),
    .init("quoted question in the middle", "كتب كلمة «لماذا؟» على الجدار."),
    .init("mark displaced by direction", "تطبيق \"!StopNow\" مجاني. ¦جربه."),
  ]

  static let abbreviations: [SegmentingCase] = [
    .init("د.", "زارنا د. سامي. ¦كان لطيفا."),
    .init("أ.", "كتب أ. خالد المقال. ¦قرأناه."),
    .init("م.", "أشرف م. حسن على البناء. ¦انتهى العمل."),
    .init("أ.د.", "ألقى أ.د. سعيد المحاضرة. ¦صفق الطلاب."),
    .init("أ.م.د.", "حضرت أ.م.د. ليلى الندوة. ¦تحدثت أولا."),
    .init("أ. د. with a space", "ألقى أ. د. سعيد المحاضرة. ¦صفق الطلاب."),
    .init("no space", "زارنا د.سامي أمس. ¦كان لطيفا."),
    .init("ق.م.", "بُني المعبد سنة 500 ق.م. تقريبا. ¦ثم هُدم."),
    .init("هـ.", "توفي سنة 450 هـ. الموافق 1058 م. تقريبا."),
    .init("هـ. touching", "توفي سنة 450هـ. الموافق لذلك العام."),
    .init("ص.", "راجع ص. 15 من الكتاب. ¦ستجد الجواب."),
    .init("ج.", "ورد في ج. 3 من الموسوعة. ¦راجعه."),
    .init("ط.", "صدرت ط. 2 منه. ¦نفدت سريعا."),
    .init("ت.", "اتصل بنا ت. 5551234. ¦نحن في انتظارك."),
    .init("رقم.", "انظر القرار رقم. 12 لهذا العام. ¦صدر أمس."),
    .init("ص.ب.", "أرسله إلى ص.ب. 1200 في عمّان. ¦سيصل."),
    .init("initials", "كتب ج. ر. تولكين الرواية. ¦قرأناها."),
    .init("spelled initials", "كتبت جيه. كيه. رولينغ الرواية. ¦قرأناها."),
    .init("spelled middle initial", "انتُخب جورج دبليو. بوش رئيسا. ¦ثم أعيد انتخابه."),
    .init("country", "قنصلية ج.م.ع. بالمدينة مغلقة."),
    .init("company", "شركة النور ش.م.م. للتجارة أفلست."),
    .init("after the article", "ألقى الأ.د. سعيد المحاضرة."),
    .init("before a comma", "زارنا د.، ثم غادر."),
  ]

  static let ambiguous: [SegmentingCase] = [
    .init("era at the end", "بُني المعبد سنة 500 ق.م. ¦وكان كبيرا."),
    .init("hijri at the end", "توفي سنة 450 هـ. ¦وقد ترك كتبا."),
    .init("letter at the end", "اختر المجموعة ب. ¦ثم ابدأ."),
    .init("country at the end", "عاد إلى ج.م.ع. ¦وكان متعبا."),
    .init("alif", "هذه الفئة أ. ¦أما الثانية فأكبر."),
    .init("year with م", "عاد سنة 1995م. ¦وقد كبر أولاده."),
    .init("letter names in a row", "أعلنت ذلك بي بي سي. ¦نقلت الصحف الخبر."),
    .init("vitamin", "هذا غني بفيتامين سي. ¦يباع في السوق."),
    .init("number at the end", "عاد سنة 1995. ¦كان متعبا."),
    .init("unit at the end", "يبلغ طوله 24 مم. ¦هذا قليل."),
    .init("whole word before a stop", "هذا رقم. ¦وهذا حرف."),
  ]

  static let numbers: [SegmentingCase] = [
    .init("decimal", "ارتفع بنسبة 3.5 في المئة. ¦ثم انخفض."),
    .init("Arabic decimal", "ارتفع بنسبة ٣٫٥ في المئة. ¦ثم انخفض."),
    .init("Arabic digits with a stop", "ارتفع بنسبة ٣.٥ في المئة. ¦ثم انخفض."),
    .init("thousands", "يبلغ عددهم 1.250.000 نسمة. ¦يعيشون هنا."),
    .init("date", "وُقّع في ١.٢.١٩٩٩ في بيروت. ¦ما زال ساريا."),
    .init("version", "صدر الإصدار 2.0.1 أمس. ¦نزّله."),
    .init("time", "يبدأ في الساعة 10:30. ¦لا تتأخر."),
    .init("Arabic digits at the end", "عاد سنة ١٩٩٥. ¦كان متعبا."),
    .init("number next", "في البيت خمس غرف. ¦٣ منها خالية."),
    .init("percent", "انخفض بنسبة ٥٪. ¦هذا كثير."),
  ]

  static let latin: [SegmentingCase] = [
    .init("Latin word at the end", "نزّله من GitHub. ¦إنه مجاني."),
    .init("Latin word in lower case next", "هذا أمر بسيط. ¦git أداة معروفة."),
    .init("lower case after a number", "صدر الإصدار 2.0. ¦npm يدعمه."),
    .init("address", "زر www.example.org للمزيد. ¦إنه مجاني."),
    .init("address at the end", "زر موقع example.com. ¦إنه مجاني."),
    .init("mail", "راسل joe.hill@example.org الآن. ¦سيرد."),
    .init("file", "افتح ملف README.md أولا. ¦ثم شغّله."),
    .init("Node.js", "نستخدم Node.js في العمل. ¦هو سريع."),
    .init("English abbreviation", "التقى Dr. Stone أمس. ¦كان لطيفا."),
    .init("letter at the end", "هذا غني بفيتامين C. ¦يباع في السوق."),
    .init("code at the end", "اسم الفيروس 229E. ¦اكتُشف قديما."),
    .init("English in quotes", "قال \"Who is there?\" ثم سكت. ¦لم يجب أحد."),
    .init("Latin next without a space", "انتهى الدرس.¦GitHub موقع معروف."),
    .init("Arabic next without a space", "نزّله من GitHub.¦ثم شغّله."),
    .init(".NET", "يكتب شفرة .NET جيدا. ¦هي سريعة."),
  ]

  static let spacing: [SegmentingCase] = [
    .init("missing space", "انتهى العرض.¦عاد الناس."),
    .init("missing space before a list letter", "شركة التضامن.¦ب- شركة التوصية.¦ج- شركة المساهمة."),
    .init("missing space before a letter with tatweel", "شركة المساهمة.¦هـ- الشركة المحدودة."),
    .init("missing space before a list number", "يُعمل بهذا النظام.¦2- يُنشر في الجريدة."),
    .init("missing space before a bracketed letter", "يُعمل بهذا النظام.¦(ب) يُنشر في الجريدة."),
    .init("missing space after a question", "من هناك؟¦لم يجب أحد."),
    .init("missing space after an exclamation", "اهربوا!¦فهربوا."),
    .init("missing space after a bracket", "انتهى العرض (مساء).¦عاد الناس."),
    .init("missing space after a year", "عاد سنة 1995.¦كان متعبا."),
    .init("missing space, vocalised", "انتهى العرضُ.¦عادَ الناس."),
    .init("single letters stay", "هذا أ.ب.ج من الحروف."),
    .init("article and number stay", "وفق المادة رقم.5 من النظام."),
    .init("space before the stop", "انتهى العرض . ¦عاد الناس ."),
    .init("space before the question mark", "من هناك ؟ ¦لا أحد ."),
    .init("several spaces", "انتهى العرض.   ¦عاد الناس."),
    .init("no-break space", "انتهى العرض.\u{A0}¦عاد الناس."),
    .init("line feed", "عنوان النص\n¦بدأ النص هنا."),
    .init("CRLF", "عنوان النص\r\n¦بدأ النص هنا.\r\n"),
    .init("CR", "عنوان النص\r¦بدأ النص هنا."),
    .init("NEL", "عنوان النص\u{85}¦بدأ النص هنا."),
    .init("line separator", "عنوان النص\u{2028}¦بدأ النص هنا."),
    .init("abbreviation at a line's end", "زارنا د.\n¦سامي"),
  ]

  static let brackets: [SegmentingCase] = [
    .init("sentences in brackets", "جاء المطر (كعادته. دائما.) ثم توقف."),
    .init("brackets after a sentence", "جاء المطر. ¦(هذه عادته.) ¦ثم غادرنا."),
    .init("footnote", "جاء المطر.[3] ¦ثم غادرنا."),
    .init("note in words", "جاء المطر.[بحاجة لمصدر] ¦ثم غادرنا."),
    .init("unclosed", "جاء المطر (كعادته. ¦ثم غادرنا."),
    .init("ellipsis in brackets", "جاء المطر (...) ثم توقف."),
    .init("ornate brackets", "قرأ ﴿اقرأ باسم ربك﴾. ¦ثم سكت."),
    .init("stop after a bracketed exclamation", "قبل الأمر (بل رحب به!). ¦استخدم القوم السفن."),
    .init("abbreviation in brackets", "زارنا طبيب (د. سامي) أمس."),
  ]

  static let lists: [SegmentingCase] = [
    .init("digits", "1. اغسل الأرز. ¦2. اسلقه."),
    .init("Arabic digits", "١. اغسل الأرز. ¦٢. اسلقه."),
    .init("Arabic digits on lines", "١. اغسل الأرز.\n¦٢. اسلقه."),
    .init("letters", "أ. اغسل الأرز.\n¦ب. اسلقه."),
    .init("letters and a starter", "أ. وقد نص العقد على ذلك.\n¦ب. ثم عُدّل."),
    .init("letter with a dash", "أ- اغسل الأرز. ¦ب- اسلقه."),
    .init("letter in brackets", "(أ) اغسل الأرز. ¦(ب) اسلقه."),
    .init("digit and bracket", "1) اغسل الأرز. ¦2) اسلقه."),
    .init("no space", "1.المقدمة\n¦2.الخاتمة"),
    .init("levels", "1.2. نطاق هذا النص.\n¦1.2.1. المصطلحات."),
    .init("after a colon", "افعل الآتي: 1. اغسل الأرز. ¦2. اسلقه."),
    .init("article with a number", "المادة 5. يلتزم الطرفان بذلك. ¦ثم يوقعان."),
    .init("article with an Arabic number", "المادة ٥. يلتزم الطرفان بذلك."),
    .init("bullets", "- اغسل الأرز.\n¦- اسلقه."),
    .init("dots as bullets", "• اغسل الأرز.\n¦• اسلقه."),
    .init("bullet without a space before", "يتم ما يأتي.¦- الغسل."),
  ]
}
