import Testing
import Wasl
import WaslBitext

/// Terms that the model does not know decide an alignment once they are given.
@Suite struct GlossaryTests {
  private func glossary(_ text: String) throws -> Glossary {
    var glossary = Glossary()
    try glossary.read(Array(text.utf8), name: "terms.tsv")
    return glossary
  }

  /// Which of two Arabic lines the one English line is linked to is what the glossary says.
  @Test(arguments: [
    ("فنق", "frindle", ["1-1", "1-0"]), ("برشاق", "frindle", ["1-0", "1-1"]),
    ("فنق كبير", "red frindle", ["1-1", "1-0"]),
    ("برشاق صغير", "red frindle", ["1-0", "1-1"]), ("frindle", "برشاق", ["1-0", "1-1"]),
  ])
  func changesTheAlignment(first: String, second: String, expected: [String]) throws {
    var options = AlignmentOptions()
    options.glossary = try glossary("\(first)\t\(second)\n")
    let aligned = try DocumentAligner().align(
      TestDocument.lines(["الفنق الكبير.", "البرشاق الصغير."], .arabic),
      TestDocument.lines(["A red frindle."], .english), options: options)
    #expect(aligned.alignment.beads.map(\.shape) == expected)
  }

  @Test func linksTermsOfSeveralWordsOnlyWhereTheyStandTogether() throws {
    let aligner = try DocumentAligner()
    var options = AlignmentOptions()
    options.glossary = try glossary("زمخدور كبير\tgreat wibbet\n")
    func links(_ arabic: String, _ english: String) throws -> Int {
      try aligner.problem(
        TestDocument.lines([arabic], .arabic), TestDocument.lines([english], .english), options: options
      ).links.links.count
    }
    #expect(try links("والزمخدور الكبير", "great wibbets") == 4)
    #expect(try links("زمخدور", "great wibbet") == 0)
    #expect(try links("زمخدور ليس كبير", "great wibbet") == links("ليس كبير", "great wibbet"))
  }

  @Test func namesTheLineOfABadTerm() throws {

    do {
      _ = try glossary("فنقريس\tglorbit\nسطر\t--\n")
      Issue.record("a term without words was taken")
    } catch let error as WaslError {
      #expect(error.location?.line == 2)
      #expect("\(error)".hasPrefix("terms.tsv:2: "))
    }
  }
}
