import Testing
import TextChecks

@testable import WaslText

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("قال: نعم!", ["قال w", ": p", "نعم w", "! p"]),
    ("كِتَابٌ جديد، 3.5%", ["كِتَابٌ w", "جديد w", "، p", "3.5 n", "% p"]),
    ("٣٫٥ ١٬٠٠٠ 628،1", ["٣٫٥ n", "١٬٠٠٠ n", "628،1 n"]),
    ("د.أحمد ب٣٠٠ عـــربي", ["د.أحمد w", "ب٣٠٠ w", "عـــربي w"]),
    ("don’t e-mail a_b $5", ["don’t w", "e w", "- p", "mail w", "a_b w", "$ s", "5 n"]),
    ("«نص» 😀 5 ½", ["« p", "نص w", "» p", "😀 s", "5 n", "½ n"]),
    ("漢字 カナ", ["漢字 w", "カナ w"]),
    ("a\u{A0}b\tc\r\n\u{85}d", ["a w", "b w", "c w", "d w"]),
    ("\u{200F}نص", ["\u{200F} o", "نص w"]),
    ("___ ﷺ @ ٫", ["___ p", "ﷺ w", "@ p", "٫ p"]),
    ("  \n", []), ("", []),
  ])
  func tokens(text: String, expected: [String]) throws {
    let tokenizer = try Tokenizer()
    let bytes = Array(text.utf8)
    var found: [String] = []
    tokenizer.forEachToken(in: bytes, range: 0..<bytes.count) { token in
      found.append("\(String(decoding: bytes[token.range], as: UTF8.self)) \(token.kind.name.first!)")
    }
    #expect(found == expected)
  }

  @Test func aRangeIsATextOfItsOwn() throws {
    let bytes = Array("one two three".utf8)
    var found: [Token] = []
    try Tokenizer().forEachToken(in: bytes, range: 1..<6) { found.append($0) }
    #expect(found == [Token(range: 1..<3, kind: .word), Token(range: 4..<6, kind: .word)])
  }

  /// All that is not white space stands in a token, and the fast path gives what ICU gives.
  @Test func nothingIsLost() throws {
    let (fast, slow) = (try Tokenizer(), try Tokenizer(usesFastPath: false))
    var texts = RandomText(seed: 21)
    for _ in 0..<5_000 {
      let bytes = texts.bytes(most: 40)
      var (one, other): ([Token], [Token]) = ([], [])
      fast.forEachToken(in: bytes, range: 0..<bytes.count) { one.append($0) }
      slow.forEachToken(in: bytes, range: 0..<bytes.count) { other.append($0) }
      #expect(one == other)
      var end = 0
      for token in one + [Token(range: bytes.count..<bytes.count, kind: .other)] {
        #expect(token.range.lowerBound >= end)
        let gap = String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
        // White space, and marks that stand on it.
        #expect(
          gap.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isGraphemeExtend
              || $0.properties.generalCategory == .format
          }, "\(gap.unicodeScalars.map { $0.value })")
        end = token.range.upperBound
      }
    }
  }
}
