import Testing
import TextChecks

@testable import WaslText

/// More combining marks on one letter than anybody writes.
@Suite struct MarkFloodTests {
  /// Found by hand: 60,000 marks took 13 seconds, a million would have taken an hour.
  @Test(arguments: [NormalizationOptions.match, .search, .nfc])
  func floodsAreInCanonicalOrder(options: NormalizationOptions) throws {
    let normalizer = try Normalizer(options)
    var random = SeededRandom(seed: 5)
    let marks: [Unicode.Scalar] = [
      "\u{301}", "\u{323}", "\u{302}", "\u{64B}", "\u{651}", "\u{652}", "\u{345}", "\u{327}",
    ]
    for count in [63, 64, 65, 300] {
      var text = "a"
      for _ in 0..<count { text.unicodeScalars.append(marks.randomElement(using: &random)!) }
      let icu = try ICUNormalizer(options.contains(.nfkc) ? .nfkc : .nfc)
      // The same as if ICU had seen them in its own order first.
      #expect(
        normalizer.normalized(text)
          == normalizer.normalized(String(decoding: icu.normalized(Array(text.utf8)), as: UTF8.self)))
    }
    let flood = "a" + String(repeating: "\u{301}\u{302}\u{323}", count: 100_000)
    #expect(normalizer.normalized(flood + " end").hasSuffix(" end"))
  }
}
