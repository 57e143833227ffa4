import Testing
import WaslBitext

@testable import Wasl

@Suite struct JointSegmentationTests {
  private func pairs(_ arabic: String, _ english: String) throws -> [String] {
    try DocumentAligner().align(arabic, english).beads.map { "\($0.sourceText) | \($0.targetText)" }
  }

  @Test func aSentenceIsCutWhereItsFullStopIsMissing() throws {
    #expect(
      try pairs(
        "زار الوزير المدرسة الجديدة في القرية صباح الخميس قالت المعلمة إن الأطفال سعداء بالمكتبة الكبيرة.",
        "The minister visited the new school in the village on Thursday morning. The teacher said that the children are happy with the big library."
      ) == [
        "زار الوزير المدرسة الجديدة في القرية صباح الخميس | The minister visited the new school in the village on Thursday morning.",
        "قالت المعلمة إن الأطفال سعداء بالمكتبة الكبيرة. | The teacher said that the children are happy with the big library.",
      ])
  }

  @Test func aHeadlineWithoutFullStopStandsAlone() throws {
    #expect(
      try pairs(
        "الحكومة تفتح مستشفى جديدا في المدينة أعلنت الحكومة يوم الأحد أنها ستفتح مستشفى جديدا في المدينة القديمة.",
        "Government opens new hospital in the city The government announced on Sunday that it will open a new hospital in the old city."
      ).first == "الحكومة تفتح مستشفى جديدا في المدينة | Government opens new hospital in the city")
  }

  /// As when the lines of a page were put together.
  @Test func headingsStandAloneInAPageWithoutLineBreaks() throws {
    let page = [
      ("اقرأ الرسالة قبل الرد", "Read the letter before you answer"),
      ("يكتب الناس رسائل طويلة عندما يغضبون.", "People write long letters when they are angry."),
      ("اشكر من ساعدك", "Thank those who helped you"),
      ("كلمة قصيرة تكفي في معظم الأيام.", "A short word is enough on most days."),
      ("احفظ كتبك في البيت", "Keep your books at home"),
      (
        "عندما تعود من المدرسة سترى الأوراق على الطاولة.",
        "When you return from school you will see the papers on the table."
      ),
    ]
    #expect(
      try pairs(page.map(\.0).joined(separator: " "), page.map(\.1).joined(separator: " "))
        == page.map { "\($0) | \($1)" })
  }

  /// The project's first document was cut between title and name.
  @Test func aNameAfterItsTitleIsNoStart() throws {
    let found = try pairs(
      "تأتي هذه الخطوة بعد زيارة الرئيس السوري إلى روسيا ولقائه الرئيس الروسي فلاديمير بوتين في أكتوبر الماضي، ووفقا لمصادر متطابقة فإن الوفد وصل إلى روسيا.",
      "This step comes after the Syrian President's visit to Russia and his meeting with Russian President Vladimir Putin last October. According to matching sources, the delegation arrived in Russia."
    )
    #expect(!found.contains { $0.hasPrefix("فلاديمير") })
  }

  @Test func aNameIsNoStart() throws {
    #expect(
      try pairs(
        "زار الوزير يوم الأحد لندن وباريس مع محمد وعاد إلى القاهرة صباح الثلاثاء.",
        "The minister visited London and Paris on Sunday with Muhammad and returned to Cairo on Tuesday morning."
      ).count == 1)
  }

  /// The date in one of the sample documents was cut.
  @Test func aDateIsNotCut() throws {
    #expect(
      try pairs("التاريخ: الأربعاء ١٤ أكتوبر ٢٠٢٦", "Date: Wednesday, 14 October 2026")
        == ["التاريخ: الأربعاء ١٤ أكتوبر ٢٠٢٦ | Date: Wednesday, 14 October 2026"])
  }

  @Test(arguments: [
    ("one (two three) four", [2]),
    ("one “two “three” four” five six", [2, 3]),
    ("one \"two three\" four \"five six\"", [2, 5]),
    ("one (two three four", []),
    ("one) two (three [four) five", [3]),
    ("قال «نعم يا أخي» ثم ذهب", [2, 3]),
  ]) func wordsInsideBracketsAndQuotationMarksAreFound(_ text: String, _ inside: [Int]) {
    var enclosures = Enclosures()
    let bytes = Array(text.utf8)
    var (last, count) = (0, 0)
    // Words are what lies between spaces and marks.
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0xD8 && byte < 0xE0 || byte >= 0x61 && byte <= 0x7A }
    var index = 0
    while index < bytes.count {
      guard isLetter(bytes[index]) else {
        index += 1
        continue
      }
      enclosures.read(bytes[last..<index], before: count)
      while index < bytes.count, isLetter(bytes[index]) { index += bytes[index] < 0x80 ? 1 : 2 }
      (last, count) = (index, count + 1)
    }
    enclosures.read(bytes[last...], before: count)
    let flags = enclosures.flags(count)
    #expect(flags.indices.filter { flags[$0] } == inside)
  }

  /// A bracket before each of so many words, and another that closes none of them: by the square this takes minutes.
  @Test func bracketsMayBeNestedForALongWay() {
    var enclosures = Enclosures()
    let count = 100_000
    for word in 0..<count { enclosures.read(Array(" (".utf8)[...], before: word) }
    for word in 0..<count { enclosures.read(Array(" ]".utf8)[...], before: count + word) }
    for word in 0..<count { enclosures.read(Array(") ".utf8)[...], before: 2 * count + word) }
    #expect(enclosures.flags(3 * count).count { $0 } == count + 30)
  }

  @Test func aCommaIsNoSentenceEnd() throws {
    #expect(
      try pairs(
        "زار الوزير المدرسة الجديدة في القرية، وتحدث مع المعلمة عن المكتبة الكبيرة.",
        "The minister visited the new school in the village. He talked with the teacher about the big library."
      ).count == 1)
  }

  /// A very long sentence is paired in parts with two, and was then put together and cut a word behind its comma.
  @Test func aVeryLongSentenceIsCutAtTheCommaWhereTheOtherSideEndsOne() throws {
    let pairs = try pairs(
      """
      يلتزم أمين المكتبة بترتيب الكتب على الرفوف وفق أرقامها وتسجيل ما يعار منها في دفتر خاص يوضع عند الباب ويحفظ في درج \
      مقفل كل مساء بعد خروج القراء من القاعة الكبرى وإطفاء مصابيحها، ويتولى الحارس إغلاق النوافذ وفحص الأبواب الخلفية كل \
      ليلة قبل منتصف الليل وإبلاغ المدير هاتفيا عن كل عطل يجده في الأقفال أو في أجراس الإنذار أو في المصاعد.
      """,
      """
      The librarian shall arrange the books on the shelves by their numbers and record what is lent in a special \
      register that is kept by the door and locked in a drawer every evening after the readers have left the great \
      hall and its lamps are out. The guard closes the windows and checks the back doors every night before midnight \
      and reports to the director by telephone any fault that he finds in the locks, the alarm bells or the lifts.
      """)
    #expect(pairs.count == 2)
    #expect(pairs[0].contains("مصابيحها، | The librarian") && pairs[0].hasSuffix("its lamps are out."))
  }

  @Test func veryLongSentencesArePairedInParts() throws {
    let arabic = [
      "زار الوزير المدرسة الجديدة في القرية،", "وتحدث مع المعلمة عن كتب المكتبة،", "ثم شرب الأطفال الماء البارد،",
      "وذهب الطبيب إلى المستشفى في السيارة،", "وقرأت أختي رسالة طويلة من لندن،",
      "وكتب الملك قانونا عن التجارة والضرائب،",
      "وعادت السفينة من البحر بعد العاصفة،", "ونام الجنود تحت الشجرة ليلا.",
    ]
    let english = [
      "The minister visited the new school in the village.",
      "He talked with the teacher about the books of the library.",
      "Then the children drank cold water.", "The doctor went to the hospital by car.",
      "My sister read a long letter from London.", "The king wrote a law about trade and taxes.",
      "The ship returned from the sea after the storm.", "The soldiers slept under the tree at night.",
    ]
    let text = try DocumentAligner().align(arabic.joined(separator: " "), english.joined(separator: " "))
    #expect(text.alignment.beads.count > 1)
    #expect(text.beads.map(\.sourceText).joined(separator: " ") == arabic.joined(separator: " "))
    #expect(text.beads.map(\.targetText).joined(separator: " ") == english.joined(separator: " "))
  }

  /// Words of both languages without any punctuation that could guide a cut, and with too much of it.
  @Test(arguments: 0..<40) func nothingIsLostOrDoubled(seed: UInt64) throws {
    var random = RandomDocument(seed: seed)
    let marks = ["", "", "", "،", ".", "\"", ":", " -", "؛", "؟", "\n", "\n\n"]
    let arabicWords = ["المدرسة", "زار", "القرية", "ماء", "بيتنا", "٢٠٢٠", "كبيرة", "United", "الأطفال"]
    let englishWords = ["School", "visited", "village", "water", "our", "2020", "big", "United", "Children"]
    func text(_ words: [String]) -> String {
      (0..<Int.random(in: 1...120, using: &random)).map { _ in
        words.randomElement(using: &random)! + marks.randomElement(using: &random)!
      }.joined(separator: " ")
    }
    let (arabic, english) = ("زار " + text(arabicWords), "He " + text(englishWords))
    let aligned = try DocumentAligner().align(arabic, english)
    #expect(
      aligned.alignment.defect(
        sourceCount: aligned.source.segments.count, targetCount: aligned.target.segments.count) == nil)
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(letters(aligned.beads.map(\.sourceText).joined()) == letters(arabic))
    #expect(letters(aligned.beads.map(\.targetText).joined()) == letters(english))
  }

  @Test func weightsAreReadAsWritten() {
    let weights = BoundaryWeights(values: (0..<BoundaryFeature.count).map { Float($0) / 7 - 2 })
    #expect(BoundaryWeights(parsing: weights.text) == weights)
    #expect(BoundaryWeights(parsing: weights.text.replacing("gain ", with: "loss ")) == nil)
    #expect(BoundaryWeights(parsing: "bias x") == nil)
  }
}
