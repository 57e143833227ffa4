// Nothing else is imported, as in the README.
import Testing
import Wasl

@Suite struct LibraryTests {
  @Test func alignsAString() throws {
    let aligned = try DocumentAligner().align("صباح الخير يا سامي. كم عمرك؟\nGood morning, Sami. How old are you?")
    #expect(aligned.beads.map(\.sourceText).joined(separator: " ") == "صباح الخير يا سامي. كم عمرك؟")
    #expect(aligned.beads.map(\.targetText).joined(separator: " ") == "Good morning, Sami. How old are you?")
    #expect(aligned.beads.allSatisfy { (0...1).contains($0.confidence) })
    #expect(aligned.source.language == Language.arabic)
  }

  @Test func alignsTwoStringsInEitherOrder() throws {
    let aligner = try DocumentAligner()
    for texts in [("نعم.", "Yes."), ("Yes.", "نعم.")] {
      let pairs = try aligner.align(texts.0, texts.1).beads
      #expect(pairs.map(\.sourceText) == ["نعم."])
      #expect(pairs.map(\.targetText) == ["Yes."])
    }
  }

  @Test func saysWhatIsMissing() {
    let error = #expect(throws: WaslError.self) { try DocumentAligner().align("only English") }
    #expect(error?.description.hasPrefix("the text: the text has no Arabic part") == true)
  }
}
