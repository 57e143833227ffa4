import Testing
import WaslBitext

@testable import WaslText

/// A text with `¦` at each change of language, which is taken out before splitting.
struct SplittingCase: Sendable, CustomTestStringConvertible {
  var name: String
  var first: Language
  var marked: String
  var testDescription: String { name }

  init(_ name: String, _ first: Language, _ marked: String) {
    (self.name, self.first, self.marked) = (name, first, marked)
  }
}

@Suite struct SplittingTableTests {
  @Test(arguments: oneLine + mixedWords + lines + paragraphs + neutral + inline)
  func languagesChangeWhereMarked(example: SplittingCase) {
    let parts = example.marked.split(separator: "¦", omittingEmptySubsequences: false).map(String.init)
    let text = SourceText(name: "test", bytes: Array(parts.joined().utf8))
    var language = example.first
    var expected: [String] = []
    for part in parts {
      expected.append("\(language.rawValue) \(trimmed(part))")
      language = language.other
    }
    let runs = LanguageSplitter().split(text).map { "\($0.language.rawValue) \(text[$0.range])" }
    #expect(runs == expected)
  }

  private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  /// Two halves in one line.
  static let oneLine: [SplittingCase] = [
    .init(
      "Arabic first", .arabic, "زار الوفد المدينة القديمة صباحاً. ¦The delegation visited the old city in the morning."),
    .init("English first", .english, "The delegation visited the old city. ¦زار الوفد المدينة القديمة."),
    .init("no space between", .arabic, "زار الوفد المدينة القديمة.¦The delegation visited the old city."),
    .init("no full stop", .arabic, "زار الوفد المدينة القديمة ¦The delegation visited the old city"),
    .init("question", .arabic, "هل وصل القطار؟ نعم، وصل. ¦Has the train arrived? Yes, it has."),
    .init("closing quote", .arabic, "وقال الحارس: \"لن أفتح الباب\" ¦The guard said, \"I will not open the door\""),
    .init(
      "quote after the stop", .arabic, "وقال الحارس: «لن أفتح الباب.» ¦\"I will not open the door,\" said the guard."),
    .init("curly quote opens", .arabic, "جلس العجوز قرب النافذة. ¦“Come in,” said the old man."),
    .init("single quote opens", .arabic, "جلس العجوز قرب النافذة. ¦'Come in,' said the old man."),
    .init("guillemet opens", .english, "The old man sat by the window. ¦«ادخل»، قال العجوز."),
    .init("bracket opens", .arabic, "انتهى الفصل الأول. ¦(The first chapter ends here.) The second follows."),
    .init("bracket closes", .english, "The first chapter ends here (see below). ¦انتهى الفصل الأول هنا (انظر أدناه)."),
    .init("number ends the Arabic", .arabic, "بُني الجسر عام 1932. ¦The bridge was built in 1932."),
    .init("number without a stop", .arabic, "بُني الجسر عام 1932 ¦The bridge was built in 1932"),
    .init("Arabic digits open", .english, "Only three of the boats came back. ¦٣ قوارب فقط عادت إلى الميناء."),
    .init(
      "Arabic digits without a stop", .english,
      "Only three boats came back to the harbour ¦٣ قوارب فقط عادت إلى الميناء"),
    .init("the number that opens both", .arabic, "25 عاملاً غادروا المصنع أمس ¦25 workers left the plant yesterday"),
    .init(
      "the section number that opens both", .arabic,
      "6.2.2. التثبيت والإزالة والترقية ¦6.2.2. Installing, removing and upgrading"),
    .init("section number after a stop", .english, "This ends the section. ¦4.2. نطاق هذا النص ومصطلحاته."),
    .init("version at the end", .arabic, "نزّل الآن الإصدار 2.0.1. ¦Download version 2.0.1 now."),
    .init("time at the end", .arabic, "يبدأ الاجتماع في الساعة 10:30 ¦The meeting starts at half past ten"),
    .init("ellipsis", .arabic, "ثم سكت الجميع... ¦Then everyone fell silent..."),
    .init("dash between", .arabic, "كتاب الرحلات – ¦The Book of Journeys"),
    .init("several stops", .arabic, "انتظر لحظة!! ¦Wait a moment!!"),
    .init("space before the stop", .arabic, "وصل الضيوف مساءً . ¦The guests arrived in the evening ."),
    .init("list numbers", .arabic, "١. الهدف من الاتفاق. ٢. مدة الاتفاق. ¦1. The aim of the agreement. 2. Its term."),
    .init("tab between", .arabic, "مفتاح الباب\t¦the key of the door"),
  ]

  /// Words of the other language inside.
  static let mixedWords: [SplittingCase] = [
    .init(
      "Latin names", .arabic,
      "أعلنت شركة Microsoft و Google عن شراكة مع جامعة MIT في مدينة Boston الأمريكية. ¦Microsoft and Google announced a partnership."
    ),
    .init(
      "Latin at the end of the Arabic", .arabic,
      "يمكنك تنزيل الشفرة من موقع GitHub. ¦You can download the code from the site and build it."),
    .init(
      "English phrases in technical Arabic", .arabic,
      "افتح pull request جديد ثم اطلب code review من أحد maintainers قبل أن تدمج الفرع main branch في المشروع. ¦Open a new pull request and ask for a review."
    ),
    .init(
      "all Arabic, bracketed terms", .arabic,
      "يعتمد التعلم العميق (Deep Learning) على الشبكات العصبية (Neural Networks)."),
    .init(
      "all Arabic, address", .arabic,
      "راسلنا على info@example.org أو زر https://example.org/ar/page?id=3 لمزيد من المعلومات."),
    .init("all Arabic, commands", .arabic, "نفّذ الأمر git commit -m ثم git push origin main لرفع التغييرات."),
    .init("all Arabic, starts in Latin", .arabic, "Linux نظام تشغيل حر طوّره Linus Torvalds عام 1991."),
    .init("all English, an Arabic word", .english, "The word كتاب means book, and مكتبة means library."),
    .init(
      "all English, a quoted sentence", .english, "He whispered \"لا إله إلا الله\" and closed his eyes. Nobody spoke."),
    .init(
      "all English, starts in Arabic", .english, "سوق is the Arabic word for market, and it is used in English too."),
    .init(
      "all Arabic, a quoted title", .arabic,
      "قرأت رواية \"The Old Man and the Sea\" مرتين في الصيف الماضي. ثم أعرتها لصديقي."),
    .init(
      "accents and ligatures", .arabic,
      "سافر إلى São Paulo ثم عاد إلى Zürich. ¦He travelled to São Paulo, then returned to Zürich."),
    .init(
      "presentation forms", .arabic,
      "\u{FEB3}\u{FEFC}\u{FEE1} \u{FECB}\u{FEE0}\u{FEF4}\u{FEDC}\u{FEE2}. ¦Peace be with you."),
    .init("bidi marks", .arabic, "\u{200F}وصل القطار.\u{200F} ¦\u{200E}The train has arrived."),
    .init("byte order mark", .english, "\u{FEFF}The train has arrived. ¦وصل القطار."),
  ]

  /// Line by line.
  static let lines: [SplittingCase] = [
    .init("halves in two lines", .arabic, "وصل القطار متأخراً.\n¦The train arrived late."),
    .init(
      "halves in many lines", .arabic,
      "العنوان\nوصل القطار.\nنزل الركاب.\n¦Title\nThe train arrived.\nThe passengers got off."),
    .init("interleaved", .arabic, "صباح الخير.\n¦Good morning.\n¦كيف حالك؟\n¦How are you?\n¦بخير.\n¦Fine."),
    .init("interleaved, English first", .english, "Good morning.\n¦صباح الخير.\n¦How are you?\n¦كيف حالك؟"),
    .init("single words", .arabic, "قلم\n¦pen\n¦كتاب\n¦book\n¦باب\n¦door"),
    .init("CRLF", .arabic, "صباح الخير.\r\n¦Good morning.\r\n¦مساء الخير.\r\n¦Good evening."),
    .init("CR", .arabic, "صباح الخير.\r¦Good morning.\r¦مساء الخير.\r¦Good evening."),
    .init("line separator", .arabic, "صباح الخير.\u{2028}¦Good morning.\u{2028}¦مساء الخير.\u{2028}¦Good evening."),
    .init(
      "list numbers", .arabic,
      "1. اغسل الأرز.\n¦1. Wash the rice.\n¦2. اسلقه عشر دقائق.\n¦2. Boil it for ten minutes.\n¦3. قدّمه ساخناً.\n¦3. Serve it hot."
    ),
    .init("bullets", .english, "- Flour\n¦- طحين\n¦- Sugar\n¦- سكر\n¦- Salt\n¦- ملح"),
    .init(
      "interleaved with Latin words", .arabic,
      "استخدم Python 3 لتشغيل البرنامج.\n¦Use Python 3 to run the program.\n¦افتح ملف README.md أولاً.\n¦Open the file README.md first."
    ),
    .init(
      "a foreign line in a half", .arabic,
      "شغّل الأمر الآتي:\nnpm install\nثم انتظر حتى ينتهي.\nبعد ذلك افتح المتصفح.\nستظهر الصفحة الأولى.\n¦Run this command:\nnpm install\nThen wait until it is done.\nAfter that open the browser.\nThe first page will be shown."
    ),
  ]

  static let paragraphs: [SplittingCase] = [
    .init(
      "halves of paragraphs", .arabic,
      "وصل القطار.\n\nنزل الركاب وتفرقوا.\n\nأظلمت المحطة.\n\n¦The train arrived.\n\nThe passengers got off and dispersed.\n\nThe station went dark."
    ),
    .init(
      "interleaved", .english,
      "The train arrived. The doors opened.\n\n¦وصل القطار. فُتحت الأبواب.\n\n¦The passengers got off.\nThey dispersed.\n\n¦نزل الركاب.\nوتفرقوا."
    ),
    .init(
      "interview", .arabic,
      "س: متى بدأت الكتابة؟\n¦Q: When did you start to write?\n\n¦ج: في العاشرة من عمري.\n¦A: When I was ten years old.\n\n¦س: ولماذا؟\n¦Q: And why?"
    ),
    .init(
      "title and byline in both", .arabic,
      "الميناء القديم\nبقلم سلمى حداد\n\nكان الميناء هادئاً.\n\n¦The Old Harbour\nBy Salma Haddad\n\nThe harbour was quiet."
    ),
    .init(
      "one English abstract", .arabic,
      "تدرس هذه الورقة حركة السفن في الخليج خلال عشرين عاماً.\n\n¦This paper studies the movement of ships in the gulf over twenty years, and it shows that the number of small boats has fallen.\n\n¦بدأ العمل في جمع البيانات عام 2001.\n\nثم توسع ليشمل خمسة موانئ.\n\nوانتهى بعد عامين من ذلك."
    ),
  ]

  /// What has no letters.
  static let neutral: [SplittingCase] = [
    .init("rule of dashes", .arabic, "انتهى النص العربي.\n-----\n¦The English text begins."),
    .init("rule of stars, blank lines", .arabic, "انتهى النص العربي.\n\n* * *\n\n¦The English text begins."),
    .init("page number", .arabic, "آخر سطر في الصفحة.\n12\n¦The first line of the page."),
    .init("page number in dashes", .english, "The last line of the page.\n- 7 -\n¦أول سطر في الصفحة."),
    .init("number line at the top", .arabic, "1\nوصل القطار.\n¦1\nThe train arrived."),
    .init("list number after a stop", .arabic, "انتهت المادة الأولى. ¦1. The first article."),
    .init("bracketed list number", .english, "The first article ends. ¦(١) المادة الأولى."),
    .init("bracket before the stop", .arabic, "صدر الكتاب في جزأين (جزء 1، جزء 2). ¦The book has two volumes."),
    .init("footnote mark", .arabic, "صدر الكتاب في جزأين.[2] ¦The book has two volumes.[2]"),
    .init("bullet after a stop", .arabic, "هذه آخر نقطة.\n¦• The first point."),
    .init("dialogue dash", .arabic, "قال: لا أدري.\n¦– I do not know, he said."),
    .init("question mark alone", .arabic, "ماذا تريد ؟ ¦What do you want ?"),
    .init("only digits and signs", .english, "12 + 30 = 42"),
    .init("only Arabic digits", .arabic, "١٢ + ٣٠"),
    .init("other scripts stay", .english, "The city is called 東京 in Japanese. ¦تسمى المدينة 東京 باليابانية."),
    .init("emoji", .arabic, "شكراً لكم جميعاً على حضوركم 🙏 ¦Thank you all for coming 🙏"),
  ]

  /// Both languages in turn inside one line.
  static let inline: [SplittingCase] = [
    .init(
      "sentence by sentence", .arabic,
      "وصل القطار إلى المحطة. ¦The train arrived at the station. ¦نزل الركاب منه. ¦The passengers got off it. ¦أظلمت المحطة بعد ذلك. ¦The station went dark after that."
    ),
    .init(
      "columns of tabs", .english,
      "key of the house\t¦مفتاح البيت\n¦door of the house\t¦باب البيت\n¦roof of the house\t¦سقف البيت"),
    .init(
      "bilingual headings", .arabic,
      "الفصل الأول – ¦Chapter One\n¦الفصل الثاني – ¦Chapter Two\n¦الفصل الثالث – ¦Chapter Three\n¦الفصل الرابع – ¦Chapter Four"
    ),
  ]
}
