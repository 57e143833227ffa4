import Testing
import WaslBitext

@testable import WaslText

/// Abbreviations behind proclitics, titles of the region, initials, and years with the letter of their era.
@Suite struct SegmentingAbbreviationTests {
  @Test(arguments: proclitics + notProclitics + eras)
  func arabic(example: SegmentingCase) { example.check(.arabic) }

  @Test(arguments: titles + initials)
  func english(example: SegmentingCase) { example.check(.english) }

  static let proclitics: [SegmentingCase] = [
    .init("ود.", "حضر د. سامي ود. ليلى الندوة. ¦ثم غادرا."),
    .init("وم.", "شكرت اللجنة م. كريم وم. هدى أمس. ¦انتهى الحفل."),
    .init("وأ.", "تحدث أ. منير وأ. سلوى عن الخطة. ¦وافق الجميع."),
    .init("وا. without hamza", "تحدث ا. منير وا. سلوى عن الخطة."),
    .init("لد.", "سُلّمت الجائزة لد. سمير أمس. ¦صفق الحضور."),
    .init("للد.", "سُلّمت الجائزة للد. سمير أمس."),
    .init("الد.", "وصل الد. سمير متأخرا."),
    .init("والد.", "وصل الد. سمير والد. ندى معا."),
    .init("بد.", "التقيت بد. فاطمة في المعرض. ¦تحدثنا طويلا."),
    .init("بم.", "استعانت الشركة بم. طارق لإصلاح المضخة."),
    .init("فم.", "بدأ الحديث د. رامي فم. هالة ثم الحضور."),
    .init("كأ.", "عُرف مدرسون كبار كأ. جميل وأ. وداد."),
    .init("tatweel", "شكر لـد. كريم ولـد. هدى على العون. ¦ابتسما."),
    .init("a proclitic apart", "منح الجائزة لـ د. كريم ولـ د. هدى."),
    .init("vocalised", "حضر وَد. ليلى الندوة."),
    .init("وص.", "انظر ص. 5 وص. 9 من التقرير. ¦ففيهما الجواب."),
    .init("بص.", "ورد بص. 12 من الدليل."),
    .init("وج.", "راجع ج. 1 وج. ٣ من الموسوعة."),
    .init("وق.", "تنص م. 4 وق. 7 على ذلك."),
    .init("وط.", "صدرت ط. 2 وط. 3 في عام واحد."),
    .init("ومج.", "راجع مج. 2 ومج. 5 من المجلة."),
    .init("والفاكس", "وفاكس. 5551234 وهاتف. 5554321 للاتصال."),
    .init("وأ.د.", "كرّم المعهد أ.د. نبيل وأ.د. سحر. ¦كان الحفل بهيجا."),
    .init("لأ.د.", "أهدى الكتاب لأ.د. نبيل قبل سفره."),
    .init("وأ.م.د.", "ناقشها أ.د. نبيل وأ.م.د. رنا معا."),
    .init("وق.م.", "بين 300 وق.م. تقريبا."),
    .init("no space", "حضر د.سامي ود.ليلى الندوة. ¦ثم غادرا."),
    .init("an initial", "كتب ج. ر. تولكين وك. س. لويس معا."),
    .init("before a starter", "اختر المجموعة أ وب. ¦ثم ابدأ."),
  ]

  static let notProclitics: [SegmentingCase] = [
    .init("must", "قال إنه لا بد. ¦سافر أخوه."),
    .init("boy", "جاء إلى البيت ولد. ¦اسمه كريم."),
    .init("film", "شاهدنا أمس فلم. ¦أعجبنا كثيرا."),
    .init("art", "هذا فن. ¦يحتاج إلى صبر."),
    .init("with you", "نحن معك وبك. ¦سنمضي قدما."),
    .init("to him", "الكتاب له. ¦اشتراه أمس."),
    .init("thief", "هرب من السوق لص. ¦طارده الشرطي."),
    .init("blood", "على القميص دم. ¦سألناه عنه."),
    .init("all", "حضر الكل. ¦شربوا الشاي."),
    .init("father", "زارنا الوالد. ¦جلس قليلا."),
  ]

  static let eras: [SegmentingCase] = [
    .init("2023م.", "افتُتح الجسر عام 2023م. ¦عبره آلاف الناس."),
    .init("٢٠٢٣م.", "افتُتح الجسر عام ٢٠٢٣م. ¦عبره آلاف الناس."),
    .init("2023 م.", "افتُتح الجسر عام 2023 م. ¦عبره آلاف الناس."),
    .init("1445هـ.", "افتُتح الجسر عام 1445هـ. ¦عبره آلاف الناس."),
    .init("١٤٤٥ هـ.", "افتُتح الجسر عام ١٤٤٥ هـ. ¦عبره آلاف الناس."),
    .init("of that year", "توفي عام 450هـ. الموافق 1058م. ¦دُفن في قريته."),
    .init("a dash", "حكم من 1250م. - 1260م. ¦خلفه ابنه."),
    .init("brackets", "توفي عام 450هـ. (1058م) في بغداد."),
    .init("a date", "وُقّع العقد في 1/5/2023م. ¦بدأ العمل بعده."),
    .init("metres", "يبلغ عرض الطريق 24 م. تقريبا."),
    .init("high metres", "يرتفع الجبل 3088 م. فوق سطح البحر."),
    .init("at the end", "افتُتح الجسر عام 2023م."),
  ]

  static let titles: [SegmentingCase] = [
    .init("Eng.", "We thanked Eng. Karim and Eng. Huda. ¦They smiled."),
    .init("Engr.", "The plan was drawn by Engr. Salem in May."),
    .init("Arch.", "Arch. Nadia drew the hall. ¦It is large."),
    .init("Sh.", "Sh. Khalid opened the fair. ¦Many came."),
    .init("Haj.", "Haj. Mahmoud sold the mill. ¦He was old."),
    .init("Adv.", "Adv. Rana spoke for the tenant. ¦She won."),
    .init("Est.", "Al Noor Est. Riyadh sent the goods. ¦We paid."),
    .init("Est. before a year", "The bakery, Est. 1931, has moved."),
    .init("Cl.", "See Cl. 4 and Cl. B of the lease. ¦It is clear."),
    .init("Reg. No.", "The van, Reg. No. 4417, was sold. ¦It was old."),
    .init("Lic. No.", "Show your card, Lic. No. 12. ¦Then wait."),
    .init("ed.", "It is in the 2nd ed. London, 1990."),
    .init("ed. before a number", "See ed. 3 of the guide. ¦It is shorter."),
    .init("Eng. and Dr.", "Eng. Dr. Huda came with Prof. Sami."),
    .init("Maj. Gen.", "Maj. Gen. Saleh and H.E. Omar met Amb. Noor. ¦They talked."),
    .init("Arch. at the end", "They walked to the Arch. ¦The day was warm."),
    .init("Haj. at the end", "She has returned from the Haj. ¦It was crowded."),
  ]

  static let initials: [SegmentingCase] = [
    .init("K. A.", "It was written by K. A. Saleh. ¦We read it."),
    .init("R. I.", "Dr. R. I. Haddad checked it. ¦Then it was printed."),
    .init("A. I.", "We met A. I. Cohen at noon."),
    .init("I. A.", "We met I. A. Mansour at noon."),
    .init("three", "W. A. S. Porter built it. ¦It stands."),
    .init("three, A last", "M. S. A. Karim and J. A. Lake came."),
    .init("A title", "Judge B. A. Nasser left. ¦A new one came."),
    .init("not spaced", "It was K.A. Saleh and R.I. Haddad."),
    .init("after a name", "Karim A. I. Saleh wrote it."),
    .init("a plan", "We need plan B. ¦A new start is hard."),
    .init("a plan and I", "We need plan B. ¦I will write it."),
    .init("a vitamin", "It holds vitamin C. ¦A glass is enough."),
    .init("an author's end", "The book is by K. A. ¦The other is not."),
    .init("and I", "He is as old as I. ¦A year makes no difference."),
  ]
}
