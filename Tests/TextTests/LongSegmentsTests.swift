import Testing
import WaslBitext

@testable import WaslText

@Suite struct LongSegmentsTests {
  private func pieces(_ string: String) -> [String] {
    let text = SourceText(name: "text", bytes: Array(string.utf8))
    let segment = Segment(range: 0..<text.bytes.count, startsParagraph: true)
    let long = LongSegments(cutting: [segment], of: text)
    #expect(long.isContinuation == long.pieces.indices.map { $0 > 0 })
    #expect(long.pieces.map(\.startsParagraph) == long.pieces.indices.map { $0 == 0 })
    return long.pieces.map { text[$0.range] }
  }

  private func words(_ count: Int, _ word: String = "كلمة") -> String {
    Array(repeating: word, count: count).joined(separator: " ")
  }

  @Test func upToTheLimitNothingIsCut() {
    let text = words(30) + "، " + words(29)
    #expect(text.unicodeScalars.count <= LongSegments.limit)
    #expect(pieces(text) == [text])
  }

  @Test func aSemicolonIsBetterThanACommaAndTheMiddleThanAnEnd() {
    let text = words(25) + "؛ " + words(15) + "، " + words(25)
    #expect(pieces(text) == [words(25) + "؛", words(15) + "،", words(25)])
    let commas = words(12, "word") + ", " + words(20, "word") + ", " + words(33, "word")
    #expect(pieces(commas) == [words(12, "word") + ",", words(20, "word") + ",", words(33, "word")])
  }

  @Test func closingQuotesStayWithTheMark() {
    #expect(pieces(words(36) + ":\" " + words(36)) == [words(36) + ":\"", words(36)])
  }

  @Test func marksInsideNumbersAndAddressesCutNothing() {
    let text = words(36) + " 12,345 10:30 example.org/a;b " + words(36)
    #expect(pieces(text) == [text])
  }

  @Test func withoutMarksNothingIsCut() { #expect(pieces(words(1000)) == [words(1000)]) }

  @Test func noPieceIsTiny() {
    for piece in pieces("أ، ب، " + words(60) + "، ج") { #expect(piece.unicodeScalars.count >= 20) }
  }

  @Test(arguments: 0..<200)
  func piecesHoldTheWholeText(seed: UInt64) {
    var random = RandomProse(seed: seed + 1)
    let string = random.text(pieces: 600)
    let text = SourceText(name: "seed \(seed)", bytes: Array(string.utf8))
    let segments = SentenceSegmenter(language: .arabic).segments(of: text)
    let long = LongSegments(cutting: segments, of: text)
    var index = 0
    var number = -1
    for (piece, continues) in zip(long.pieces, long.isContinuation) {
      if !continues { number += 1 }
      #expect(piece.range.lowerBound >= segments[number].range.lowerBound)
      #expect(piece.range.upperBound <= segments[number].range.upperBound)
      #expect(!piece.range.isEmpty && piece.range.lowerBound >= index)
      let between = String(decoding: text.bytes[index..<piece.range.lowerBound], as: UTF8.self)
      #expect(continues ? between.unicodeScalars.allSatisfy(\.properties.isWhitespace) : true)
      index = piece.range.upperBound
    }
    #expect(number == segments.count - 1)
  }
}
