import Foundation
import Testing
import Wasl

@Suite struct AlignedBeadTests {
  static let arabic = "🙂 وصل القطار متأخرا إلى دمشق. نام الحارس."
  static let english = "The train reached Damascus late — at last. The guard slept. 🙂"

  @Test func placesAreThoseOfTheString() throws {
    let aligned = try DocumentAligner().align(Self.arabic, Self.english)
    #expect(aligned.beads.count == aligned.alignment.beads.count)
    for (bead, numbers) in zip(aligned.beads, aligned.alignment.beads) {
      #expect(bead.shape == numbers.shape && bead.isGap == numbers.isGap && bead.confidence == numbers.confidence)
      for (span, string) in [(bead.source, Self.arabic), (bead.target, Self.english)] {
        guard let span else { continue }
        let range = try #require(span.range(in: string))
        #expect(string[range].utf8.elementsEqual(Array(string.utf8)[span.bytes]))
        // As Python slices.
        #expect(String(String.UnicodeScalarView(Array(string.unicodeScalars)[span.scalars])) == string[range])
        if span.segments.count == 1 { #expect(span.text == string[range]) }
      }
    }
  }

  @Test func anotherStringHasNoSuchPlace() {
    let span = TextSpan(text: "x", segments: 0..<1, bytes: 2..<5, scalars: 1..<3)
    #expect(span.range(in: "ab") == nil)
    #expect(span.range(in: "نعم") == nil)
    #expect(span.range(in: "abcdef") != nil)
  }

  /// Offsets in a long text, counted in another way.
  @Test(arguments: [0, 1, 255, 256, 257, 1023]) func scalarsAreCountedFarIntoAText(lead: Int) throws {
    let text = SourceText(name: "x", String(repeating: "ن", count: lead) + "🙂نعم")
    let start = 2 * lead
    let document = Document(text: text, language: .arabic, segments: [Segment(range: start..<start + 10)])
    let none = Document(text: SourceText(name: "y", ""), language: .english, segments: [])
    let aligned = AlignedText(
      source: document, target: none, alignment: Alignment(beads: [Bead(source: 0..<1, target: 0..<0)]))
    #expect(aligned.beads[0].source?.scalars == lead..<lead + 4)
    #expect(aligned.beads[0].target == nil)
  }

  @Test func beadsAreCoded() throws {
    var options = AlignmentOptions()
    options.detail = .evidence
    let beads = try DocumentAligner().align(Self.arabic, Self.english, options: options).beads
    let again = try JSONDecoder().decode([AlignedBead].self, from: JSONEncoder().encode(beads))
    #expect(again == beads)
    #expect(!again[0].evidence.isEmpty)
  }
}
