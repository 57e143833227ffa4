import Testing
import WaslBitext

@testable import WaslText

@Suite struct InnerBoundaryTests {
  /// The text before the place, what stands there, and the text after.
  @Test(arguments: [
    ("قال نعم", "ال", "نعم", InnerBoundary.Kind.space, "قال", "نعم"),
    ("one, two", "one", "two", .comma, "one,", "two"),
    ("أولا؛ ثانيا", "أولا", "ثانيا", .semicolon, "أولا؛", "ثانيا"),
    ("note: this", "note", "this", .colon, "note:", "this"),
    ("end. Start", "end", "Start", .terminator, "end.", "Start"),
    ("قال؟ نعم", "قال", "نعم", .terminator, "قال؟", "نعم"),
    ("said \"yes", "said", "yes", .quotation, "said", "\"yes"),
    ("yes\" said", "yes", "said", .quotation, "yes\"", "said"),
    ("«نعم»، قال", "نعم", "قال", .comma, "«نعم»،", "قال"),
    ("(a) b", "a", "b", .space, "(a)", "b"),
    ("one – two", "one", "two", .dash, "one", "– two"),
    ("the United", "the", "United", .capital, "the", "United"),
    ("one  two", "one", "two", .space, "one", "two"),
    ("(نموذج ؟ ) أنواع", "نموذج", "أنواع", .terminator, "(نموذج ؟ )", "أنواع"),
    ("two ) : three", "two", "three", .colon, "two ) :", "three"),
    ("one ) (two", "one", "two", .space, "one )", "(two"),
    ("one ) - two", "one", "two", .dash, "one )", "- two"),
    ("one \" . two", "one", "two", .terminator, "one", "\" . two"),
  ]) func thePlaceBetweenTwoWords(
    _ text: String, _ word: String, _ next: String, _ kind: InnerBoundary.Kind, _ before: String, _ after: String
  ) throws {
    let source = SourceText(name: "text", bytes: Array(text.utf8))
    func range(_ part: String) throws -> Range<Int> {
      let found = try #require(text.utf8.firstRange(of: part.utf8))
      return text.utf8.distance(
        from: text.startIndex, to: found.lowerBound)..<text.utf8.distance(from: text.startIndex, to: found.upperBound)
    }
    let boundary = try #require(InnerBoundary(between: range(word), and: range(next), in: source))
    #expect(boundary.kind == kind)
    #expect(source[0..<boundary.end] == before)
    #expect(source[boundary.start..<source.bytes.count] == after)
  }

  @Test func withoutSpaceThereIsNone() {
    let source = SourceText(name: "text", bytes: Array("a-b".utf8))
    #expect(InnerBoundary(between: 0..<1, and: 2..<3, in: source) == nil)
  }
}
