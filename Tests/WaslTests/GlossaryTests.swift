import Bitext
import Testing
import Wasl

/// Terms that the model does not know decide an alignment once they are given.
@Suite struct GlossaryTests {
  private static let arabic = ["الفنق أحمر.", "الزمخدور المستطيلاوي الكبير أحمر.", "البرشاق أحمر."]
  /// The second Arabic line is missing.
  private static let english = ["A glorbitterwandersomely is red.", "A frindle is red."]
  private static let terms = "فنق\tglorbitterwandersomely\nزمخدور مستطيلاوي كبير\tgreat wib\nبرشاق\tfrindle\n"

  private func beads(_ glossary: Glossary, _ arabic: [String], _ english: [String]) throws -> [String] {
    let aligned = try DocumentAligner(glossary: glossary).align(
      TestDocument.lines(arabic, .arabic), TestDocument.lines(english, .english))
    return aligned.alignment.beads.map { "\($0.source.lowerBound)-\($0.source.count):\($0.target.count)" }
  }

  private func glossary(_ text: String) throws -> Glossary {
    var glossary = Glossary()
    try glossary.read(Array(text.utf8), name: "terms.tsv")
    return glossary
  }

  @Test func changesTheAlignment() throws {
    // The same gap wherever the English side has it.
    for missing in 0..<3 {
      var english = ["A glorbitterwandersomely is red.", "A great wib is red.", "A frindle is red."]
      english.remove(at: missing)
      let beads = try beads(glossary(Self.terms), Self.arabic, english)
      #expect(beads == (0..<3).map { "\($0)-1:\($0 == missing ? 0 : 1)" })
    }
    // Without the terms nothing tells the gaps apart.
    let without = try (0..<3).map { missing in
      var english = ["A glorbitterwandersomely is red.", "A great wib is red.", "A frindle is red."]
      english.remove(at: missing)
      return try beads(Glossary(), Self.arabic, english) == (0..<3).map { "\($0)-1:\($0 == missing ? 0 : 1)" }
    }
    #expect(without.contains(false))
  }

  @Test func linksTermsOfSeveralWordsOnlyWhereTheyStandTogether() throws {
    let aligner = try DocumentAligner(glossary: glossary("زمخدور كبير\tgreat wibbet\n"))
    func links(_ arabic: String, _ english: String) -> Int {
      aligner.problem(TestDocument.lines([arabic], .arabic), TestDocument.lines([english], .english)).links.links.count
    }
    #expect(links("والزمخدور الكبير", "great wibbets") == 4)
    #expect(links("زمخدور", "great wibbet") == 0)
    #expect(links("زمخدور ليس كبير", "great wibbet") == links("ليس كبير", "great wibbet"))
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

  @Test func takesTheLanguagesInEitherOrder() throws {
    let swapped = Self.terms.split(separator: "\n").map {
      $0.split(separator: "\t").reversed().joined(separator: "\t") + "\n"
    }.joined()
    #expect(
      try beads(glossary(swapped), Self.arabic, Self.english) == beads(glossary(Self.terms), Self.arabic, Self.english))
  }
}
