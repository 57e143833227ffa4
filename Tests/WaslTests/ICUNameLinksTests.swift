import Testing
import Wasl
import WaslBitext
import WaslModel

/// What ICU knows of both languages aligns text for which there is no model.
@Suite struct ICUNameLinksTests {
  private static func empty() throws -> TranslationModel {
    TranslationModel(try ModelFile(ModelFile.assemble([]), name: "empty"))
  }

  /// Lines of about one length, with one thing each that ICU has names for; the English side lacks the third.
  private static let arabic = [
    "ثم زرنا سوريا في ذلك العام", "ثم جئنا في تشرين الأول ذاك", "ثم قضينا كل العام ببلجيكا", "ثم عدنا يوم الأربعاء هذا",
    "ثم دفعنا خمسة وعشرين هناك", "ثم سمعنا من قال باليابانية", "ثم دفعنا بالجنيه المصري كله",
    "ثم عدنا في شهر دجنبر ذاك",
  ]
  private static let english = [
    "Syria was where we went", "We came there in October", "It was a Wednesday again", "There we paid twenty-five",
    "Someone spoke in Japanese", "Egyptian pounds were taken", "December saw us go home",
  ]

  @Test func alignsWithoutAModel() throws {
    let aligned = try DocumentAligner(model: Self.empty()).align(
      TestDocument.lines(Self.arabic, .arabic), TestDocument.lines(Self.english, .english))
    #expect(
      aligned.alignment.beads.map { [$0.source, $0.target] } == [
        [0..<1, 0..<1], [1..<2, 1..<2], [2..<3, 2..<2], [3..<4, 2..<3], [4..<5, 3..<4], [5..<6, 4..<5], [6..<7, 5..<6],
        [7..<8, 6..<7],
      ])
  }

  /// The links of one word or name each, by what ICU calls it.
  @Test(arguments: [
    ("فرنسا", "France"), ("وبفرنسا", "France"), ("المملكة المتحدة", "the United Kingdom"), ("كانون الثاني", "January"),
    ("غشت", "August"), ("جويلية", "July"), ("أيلول", "September"), ("الخميس", "Thursday"), ("الصينية", "Chinese"),
    ("دينار", "dinar"), ("للدولار", "dollars"), ("سبعة", "seven"), ("سبعة", "7"), ("١٧", "seventeen"),
    ("ثلاثون", "thirty"), ("الثلاثين", "thirty"), ("ألف", "one thousand"),
  ])
  func knowsNames(arabic: String, english: String) throws {
    let aligner = try DocumentAligner(model: Self.empty())
    let (source, target) = (TestDocument.lines([arabic], .arabic), TestDocument.lines([english], .english))
    #expect(try !aligner.problem(source, target).links.links.isEmpty)
    // In either order of the sides.
    #expect(try !aligner.problem(target, source).links.links.isEmpty)
  }

  @Test(arguments: [("فرنسا", "Spain"), ("تشرين", "October"), ("سبعة", "8"), ("الأول", "October")])
  func linksNothingElse(arabic: String, english: String) throws {
    let aligner = try DocumentAligner(model: Self.empty())
    let problem = try aligner.problem(TestDocument.lines([arabic], .arabic), TestDocument.lines([english], .english))
    #expect(problem.links.links.isEmpty)
  }
}
