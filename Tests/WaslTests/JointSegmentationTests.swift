import Bitext
import Testing

@testable import Wasl

@Suite struct JointSegmentationTests {
  private func pairs(_ arabic: String, _ english: String) throws -> [String] {
    try DocumentAligner().align(arabic, english).pairs.map { "\($0.source) | \($0.target)" }
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

  @Test func aCommaIsNoSentenceEnd() throws {
    #expect(
      try pairs(
        "زار الوزير المدرسة الجديدة في القرية، وتحدث مع المعلمة عن المكتبة الكبيرة.",
        "The minister visited the new school in the village. He talked with the teacher about the big library."
      ).count == 1)
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
    #expect(text.pairs.map(\.source).joined(separator: " ") == arabic.joined(separator: " "))
    #expect(text.pairs.map(\.target).joined(separator: " ") == english.joined(separator: " "))
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
    #expect(letters(aligned.pairs.map(\.source).joined()) == letters(arabic))
    #expect(letters(aligned.pairs.map(\.target).joined()) == letters(english))
  }

  @Test func weightsAreReadAsWritten() {
    let weights = BorderWeights(values: (0..<BorderFeature.count).map { Float($0) / 7 - 2 })
    #expect(BorderWeights(parsing: weights.text) == weights)
    #expect(BorderWeights(parsing: weights.text.replacing("gain ", with: "loss ")) == nil)
    #expect(BorderWeights(parsing: "bias x") == nil)
  }
}
