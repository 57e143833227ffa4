import Foundation
import Testing
import TextChecks

@testable import WaslText

@Suite struct KeyTokenizerTests {
  static func keys(_ tokenizer: KeyTokenizer, _ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    tokenizer.forEachKey(in: bytes, range: 0..<bytes.count) { token, key in
      let text = key.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      let original = String(decoding: bytes[token.range], as: UTF8.self)
      #expect(token.hash == KeyHash.hash(text))
      found.append("\(original) \(token.kind.name.first!) \(text)")
    }
    return found
  }

  @Test(arguments: [
    // Arabic spelling
    ("الكِتَابُ", ["الكِتَابُ w الكتاب"]),
    ("إلى المَدْرَسَـةِ", ["إلى w الي", "المَدْرَسَـةِ w المدرسه"]),
    ("آثار ٱلله هٰذا", ["آثار w اثار", "ٱلله w الله", "هٰذا w هذا"]),
    ("مسؤول شيئ علی کتاب", ["مسؤول w مسؤول", "شيئ w شيئ", "علی w علي", "کتاب w كتاب"]),
    ("ﻋﺮﺑﻲ ﻻ", ["ﻋﺮﺑﻲ w عربي", "ﻻ w لا"]),
    ("\u{200F}نص\u{200F} مي\u{200C}رود", ["نص\u{200F} w نص", "مي\u{200C}رود w ميرود"]),
    ("ـ ـــ ﷺ", ["ﷺ w ﷺ"]),
    ("مسو\u{654}ول", ["مسو\u{654}ول w مسؤول"]),
    // Arabic stands apart
    ("د.أحمد ق.م", ["د w د", "أحمد w احمد", "ق w ق", "م w م"]),
    ("عام2020 ب٣٠٠ ٢٠٢٠م", ["عام w عام", "2020 n 2020", "ب w ب", "٣٠٠ n 300", "٢٠٢٠ n 2020", "م w م"]),
    ("#الحرب_العالمية", ["الحرب w الحرب", "العالمية w العالميه"]),
    ("باستخدامWi تطبيقWasl2", ["باستخدام w باستخدام", "Wi w wi", "تطبيق w تطبيق", "Wasl2 w wasl2"]),
    ("قال:نعم", ["قال w قال", "نعم w نعم"]),
    ("كَ.تَ", ["كَ w ك", "تَ w ت"]),
    // English
    ("John’s dogs' IT'S don’t", ["John’s w john", "dogs w dogs", "IT'S w it", "don’t w don't"]),
    ("e-mail U.S. café ÉCOLE", ["e w e", "mail w mail", "U.S w u.s", "café w café", "ÉCOLE w école"]),
    (
      "_emphasis_ snake_case __ @user a@b.org",
      ["emphasis w emphasis", "snake_case w snake_case", "user w user", "a@b.org w a@b.org"]
    ),
    ("COVID-19 B2B mp3", ["COVID w covid", "19 n 19", "B2B w b2b", "mp3 w mp3"]),
    ("ﬁnal e\u{301}t", ["ﬁnal w final", "e\u{301}t w ét"]),
    ("s 's is", ["s w s", "s w s", "is w is"]),
    // Numbers
    (
      "1,234,567.89 1.234.567,89 1'234.5",
      ["1,234,567.89 n 1234567.89", "1.234.567,89 n 1234567.89", "1'234.5 n 1234.5"]
    ),
    ("٣٫٥ 3,5 3.5", ["٣٫٥ n 3.5", "3,5 n 3.5", "3.5 n 3.5"]),
    ("١٬٢٣٤ 1,234 1.234 ١،٢٣٤", ["١٬٢٣٤ n 1234", "1,234 n 1234", "1.234 n 1.234", "١،٢٣٤ n 1234"]),
    ("628،1 ۱۲", ["628،1 n 628.1", "۱۲ n 12"]),
    (
      "12.05.2020 192.168.1.1 1,2,3 1;2",
      ["12.05.2020 n 12.05.2020", "192.168.1.1 n 192.168.1.1", "1,2,3 n 1,2,3", "1 n 1", "2 n 2"]
    ),
    ("12,345.678.9 1,23.4", ["12,345.678.9 n 12,345.678.9", "1,23.4 n 1,23.4"]),
    ("٫ ٥٫ ٬٥", ["٥ n 5", "٥ n 5"]),
    ("a٫5 5\u{202F}km", ["a w a", "5 n 5", "5 n 5", "km w km"]),
    ("1/2 50% -5", ["1 n 1", "2 n 2", "50 n 50", "5 n 5"]),
    // Others
    ("漢字 Москва 😀 !", ["漢字 w 漢字", "Москва w москва"]),
    ("", []),
  ])
  func keysOfTokens(text: String, expected: [String]) throws {
    #expect(try Self.keys(KeyTokenizer(), Array(text.utf8)) == expected)
  }

  @Test func theFastPathGivesWhatTheSlowOneGives() throws {
    let (fast, slow) = (try KeyTokenizer(), try KeyTokenizer(usesFastPath: false))
    var texts = RandomText(seed: 31)
    for round in 0..<20_000 {
      let bytes = round % 3 == 0 ? texts.damagedBytes() : texts.bytes(most: round % 50 == 0 ? 300 : 24)
      #expect(Self.keys(fast, bytes) == Self.keys(slow, bytes), "\(bytes.map { String($0, radix: 16) })")
    }
  }

  @Test(.enabled(if: SharedData.isPresent, "the shared data are not at hand"))
  func theFastPathGivesWhatTheSlowOneGivesOnRealText() throws {
    let (fast, slow) = (try KeyTokenizer(), try KeyTokenizer(usesFastPath: false))
    var count = 0
    for file in SharedData.files("dev", suffix: ".mixed.txt") {
      let bytes = [UInt8](try Data(contentsOf: file))
      let keys = Self.keys(fast, bytes)
      #expect(keys == Self.keys(slow, bytes), "\(file.path)")
      count += keys.count
    }
    #expect(count > 100_000)
  }

  /// A key stands for itself: the key of a key is the key.
  @Test func keysAreStable() throws {
    let tokenizer = try KeyTokenizer()
    var texts = RandomText(seed: 41)
    for _ in 0..<5_000 {
      let bytes = texts.bytes()
      tokenizer.forEachKey(in: bytes, range: 0..<bytes.count) { token, _ in
        #expect(token.range.lowerBound >= 0 && token.range.upperBound <= bytes.count && !token.range.isEmpty)
      }
      func keys(_ bytes: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        tokenizer.forEachKey(in: bytes, range: 0..<bytes.count) { _, key in
          found.append(key.withUnsafeBufferPointer { Array($0) })
        }
        return found
      }
      // But for a second possessive, a mark whose letter was deleted, and joints that touch because what stood between
      // them was deleted, which nobody writes.
      for key in keys(bytes) where !key.reversed().starts(with: [0x73, 0x27]) {
        let scalars = String(decoding: key, as: UTF8.self).unicodeScalars.map(\.value)
        if zip(key, key.dropFirst()).contains(where: { $0 > 0x20 && $0 < 0x30 && $1 > 0x20 && $1 < 0x30 }) { continue }
        if ICUProperties.category(of: scalars[0]) == .mark || scalars.contains(where: { $0 > 0x7FF }) { continue }
        #expect(
          keys(key) == [key],
          "\(bytes.map { String($0, radix: 16) }) \(key.map { String($0, radix: 16) }) \(keys(key).map { $0.map { String($0, radix: 16) } })"
        )
      }
    }
  }

  @Test func ranges() throws {
    let bytes = Array("one two".utf8)
    var found: [Range<Int>] = []
    let tokenizer = try KeyTokenizer()
    tokenizer.forEachKey(in: bytes, range: 2..<6) { token, _ in found.append(token.range) }
    #expect(found == [2..<3, 4..<6])
    #expect(tokenizer.key(of: "الكِتَابُ") == Array("الكتاب".utf8))
  }

  /// Frozen: model files hold these.
  @Test(
    arguments: [
      ("", 0x0000_0000_0000_0000), ("a", 0x053C_83C4_054C_C193), ("كتاب", 0x8BF9_558A_1162_A7DC),
      ("abcdefgh", 0xC494_FB72_5277_1B7B), ("international", 0xEA2D_67F4_2284_9F4B),
    ] as [(String, UInt64)])
  func hashesNeverChange(key: String, hash: UInt64) {
    #expect(KeyHash.hash(key) == hash)
    #expect(KeyHash.hash(Array(key.utf8).span) == hash)
  }
}
