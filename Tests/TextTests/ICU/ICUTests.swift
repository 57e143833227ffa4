import Testing
import TextChecks

@testable import WaslText

@Suite struct ICUTests {
  @Test func ruleStatusTellsWordsFromNumbers() throws {
    let iterator = try ICUBreakIterator(.word)
    let bytes = Array("في 2024، نعم".utf8)
    var statuses: [Int32] = []
    iterator.forEachSegment(in: bytes, range: 0..<bytes.count) { _, status in statuses.append(status) }
    #expect(statuses == [200, 0, 100, 0, 0, 200])
  }

  @Test func aRangeIsATextOfItsOwn() throws {
    let iterator = try ICUBreakIterator(.word)
    let bytes = Array("abcdef gh".utf8)
    var ranges: [Range<Int>] = []
    iterator.forEachSegment(in: bytes, range: 2..<8) { range, _ in ranges.append(range) }
    #expect(ranges == [2..<6, 6..<7, 7..<8])
    iterator.forEachSegment(in: bytes, range: 4..<4) { _, _ in Issue.record("an empty range has no segment") }
  }

  @Test func badBytesDoNotStopTheIterator() throws {
    let iterator = try ICUBreakIterator(.sentence)
    let bytes: [UInt8] = [0x61, 0xFF, 0xD8, 0x20, 0xF4, 0x90, 0x80, 0x80, 0x62]
    var end = 0
    iterator.forEachSegment(in: bytes, range: 0..<bytes.count) { range, _ in end = range.upperBound }
    #expect(end == bytes.count)
  }

  @Test(arguments: [
    ("\u{651}\u{64E}", "\u{64E}\u{651}", "\u{64E}\u{651}"),
    ("ا\u{653}", "آ", "آ"),
    ("ﻻ", "ﻻ", "لا"),
    ("e\u{301}", "é", "é"),
    ("\u{1F600}", "\u{1F600}", "\u{1F600}"),
    ("", "", ""),
  ])
  func normalForms(text: String, nfc: String, nfkc: String) throws {
    #expect(try ICUNormalizer(.nfc).normalized(Array(text.utf8)) == Array(nfc.utf8))
    #expect(try ICUNormalizer(.nfkc).normalized(Array(text.utf8)) == Array(nfkc.utf8))
  }

  @Test func aNormaliserGrowsItsBuffers() throws {
    let normalizer = try ICUNormalizer(.nfkc)
    let text = [UInt8](String(repeating: "ﷺ ", count: 1_000).utf8)
    let expected = String(repeating: "صلى الله عليه وسلم ", count: 1_000)
    #expect(normalizer.normalized(text) == Array(expected.utf8))
    #expect(normalizer.normalized(Array("a".utf8)) == [0x61])
  }

  @Test func properties() {
    #expect(ICUProperties.category(of: 0x0627) == .letter)
    #expect(ICUProperties.category(of: 0x064B) == .mark)
    #expect(ICUProperties.category(of: 0x0663) == .digit)
    #expect(ICUProperties.category(of: 0x061F) == .punctuation)
    #expect(ICUProperties.category(of: 0x00AB) == .punctuation)
    #expect(ICUProperties.category(of: 0x20AC) == .symbol)
    #expect(ICUProperties.category(of: 0x00A0) == .space)
    #expect(ICUProperties.category(of: 0x200F) == .format)
    #expect(ICUProperties.script(of: 0x0627) == .arabic)
    #expect(ICUProperties.script(of: 0x61) == .latin)
    #expect(ICUProperties.script(of: 0x20) == .common)
    #expect(ICUProperties.digitValue(of: 0x06F9) == 9)
    #expect(ICUProperties.digitValue(of: 0x0041) == nil)
    #expect(ICUProperties.isBidiControl(0x061C) && !ICUProperties.isBidiControl(0x200B))
    #expect(ICUProperties.foldedCase(of: 0x00C9) == 0x00E9)
  }

  /// Against the standard library, which follows the same table of the standard.
  @Test func scalarsAreReadAsTheStandardLibraryReadsThem() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        [0x61, 0x80, 0x8F, 0x90, 0xA0, 0xBF, 0xC1, 0xC3, 0xD8, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF]
          .randomElement(using: &random)! as UInt8
      }
      var scalars: [UInt32] = []
      var position = 0
      while position < bytes.count {
        let (scalar, length) = UTF8Scalar.decode(bytes.span, at: position)
        scalars.append(scalar)
        position += length
      }
      #expect(scalars == String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
      var units: [UInt16] = []
      UTF16Conversion.append(bytes.span, to: &units)
      #expect(units == Array(String(decoding: bytes, as: UTF8.self).utf16))
      var back: [UInt8] = []
      UTF16Conversion.append(units, count: units.count, to: &back)
      #expect(back == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
