import Foundation
import TestSupport
import Testing
import WaslBitext

@testable import WaslPairFormats

@Suite struct POTests {
  private static func read(_ content: String) throws -> PairFile { try PairFile(Array(content.utf8), name: "x.po") }

  private static let header = """
    msgid ""
    msgstr ""
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Language: ar_SY\\n"
    "Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\\n"

    """

  @Test func readsContextsPluralsAndWrappedTexts() throws {
    let file = try Self.read(
      Self.header + """
        # for people
        #. for translators
        #: main.c:12
        #, c-format
        #| msgid "Opne"
        msgctxt "menu"
        msgid "Open"
        msgstr "افتح"

        msgctxt "state"
        msgid "Open"
        msgstr "مفتوح"
        msgid ""
        "One line,\\n"
        "another \\"quoted\\"\\ttab\\\\"
        msgstr "سطر،\\nوآخر \\"مقتبس\\"\\tجدولة\\\\"

        msgid "One file"
        msgid_plural "%d files"
        msgstr[0] "لا ملفات"
        msgstr[1] "ملف واحد"
        msgstr[2] "ملفان"
        msgstr[3] "%d ملفات"
        msgstr[4] "%d ملفا"
        msgstr[5] "%d ملف"

        """)
    let pairs = file.records.map { [$0.source?.text ?? "", $0.target?.text ?? ""] }
    #expect(
      pairs == [
        ["Open", "افتح"], ["Open", "مفتوح"],
        ["One line,\nanother \"quoted\"\ttab\\", "سطر،\nوآخر \"مقتبس\"\tجدولة\\"],
        ["One file", "ملف واحد"], ["%d files", "لا ملفات"], ["%d files", "ملفان"], ["%d files", "%d ملفات"],
        ["%d files", "%d ملفا"], ["%d files", "%d ملف"],
      ])
    #expect(file.sides.source.language == .english)
    #expect(file.sides.target.tag == "ar-SY")
    #expect(file.leftOut.isEmpty)
  }

  @Test func saysWhatItLeavesOut() throws {
    let file = try Self.read(
      """
      msgid "a"
      msgstr "أ"

      #, fuzzy, c-format
      #| msgid "old"
      msgid "b"
      msgstr "ب"

      msgid "c"
      msgstr ""

      #~ msgid "d"
      #~ msgstr "د"

      #, fuzzy
      #~| msgid "older"
      #~ msgid "e"
      #~ msgstr "ه"
      """)
    #expect(file.records.map { $0.source?.text } == ["a"])
    #expect(
      file.leftOut == [
        .init(line: 6, reason: "fuzzy"), .init(line: 9, reason: "no translation"), .init(line: 12, reason: "obsolete"),
        .init(line: 17, reason: "obsolete"),
      ])
  }

  @Test(arguments: ["WINDOWS-1256", "ISO-8859-6", "UTF-16LE"])
  func namesItsCharacterSet(charset: String) throws {
    let entry = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=\(charset)\\n\"\n\nmsgid \"a\"\nmsgstr \""
    // The letters ba and ta, which stand at the same places in both single-byte sets.
    let bytes = Array(entry.utf8) + [0xC8, 0xCA] + Array("\"\n".utf8)
    if charset == "UTF-16LE" {
      // A header in ASCII cannot speak of itself.
      #expect(waslError { _ = try PairFile(bytes, name: "x.po") } != nil)
    } else {
      #expect(try PairFile(bytes, name: "x.po").records.map { $0.target?.text } == ["بت"])
    }
  }

  @Test(arguments: [
    ("msgid \"a\"\n", "x.po:1: msgid without msgstr"), ("msgstr \"a\"\n", "x.po:1: 'msgstr' without a msgid before it"),
    ("msgid \"a\"\nmsgid \"b\"\nmsgstr \"\"", "x.po:2: a second msgid without a msgstr before it"),
    ("msgid \"a", "x.po:1: a quotation mark is not closed"),
    ("msgid a", "x.po:1: no text in quotation marks after 'msgid'"),
    ("\"a\"", "x.po:1: a text without a keyword before it"), ("msgid \"a\" b", "x.po:1: text after the closing"),
    ("msgid \"a\\q\"", "x.po:1: '\\q' is not an escape sequence"),
    ("msgid \"a\\\"", "x.po:1: a quotation mark is not closed"),
    ("msgidd \"a\"", "x.po:1: 'msgidd' is not a PO keyword"),
    ("msgstr[x] \"a\"", "x.po:1: 'msgstr[x]' is not a PO keyword"),
    ("msgid \"\\377\"", "x.po:1: escapes that make no UTF-8"),
    ("#. x-wasl-confidence: 2\nmsgid \"a\"\nmsgstr \"b\"", "x.po:1: confidence 2.0 is outside 0…1"),
    ("#. x-wasl-confidence: high\n", "x.po:1: 'high' is not a confidence"),
    ("msgid \"\"\nmsgstr \"charset=KLINGON\"", "x.po: the character set 'KLINGON' is unknown"),
  ])
  func malformed(content: String, message: String) {
    let error = waslError { _ = try Self.read(content) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }

  @Test func bytesMustBeOfTheCharacterSet() {
    let bytes = Array("msgid \"\"\nmsgstr \"charset=UTF-8\"\n\nmsgid \"".utf8) + [0xC8] + Array("\"\nmsgstr \"\"".utf8)
    #expect(
      waslError { _ = try PairFile(bytes, name: "x.po") }?.description.hasPrefix("x.po:4: not valid UTF-8") == true)
  }

  /// Reading ends, with pairs or an error that names the file, whatever is wrong with it.
  @Test(arguments: 0..<200)
  func damageIsSurvived(seed: Int) throws {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    var bytes = try written(.random(seed: seed), as: .po).bytes + Array(Self.header.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let piece = ["\"", "\\", "msgid", "msgstr[7] ", "#~ ", "\n", "charset=x", "#, fuzzy"].randomElement(
        using: &generator)!
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes.replaceSubrange(place..<min(place + 2, bytes.count), with: Array(piece.utf8))
    }
    let error = waslError { _ = try PairFile(bytes, name: "x.po") }
    if let error { #expect(error.location?.file == "x.po" && [.format, .encoding].contains(error.code)) }
  }

  /// Rules in use, and what they say of 1, 2, 5 and 0.
  @Test(
    arguments: [
      ("nplurals=2; plural=n != 1;", [0, 1, 1, 1]), ("nplurals=2; plural=(n>1);", [0, 1, 1, 0]),
      ("nplurals=1; plural=0;", [0, 0, 0, 0]),
      (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
        [1, 2, 3, 0]
      ),
      ("plural=!(n-1)*2+n/1", [3, 2, 5, 0]), ("nplurals=2", nil), ("plural=n/0", nil), ("plural=(n", nil),
      ("plural=n n", nil), ("plural=n?1", nil), ("plural=x", nil), ("plural=9999999999", nil),
    ] as [(String, [Int]?)])
  func pluralForms(rule: String, forms: [Int]?) {
    let plural = PluralForms(rule)
    #expect(plural.map { rule in [1, 2, 5, 0].map { rule.form(of: $0) } } == forms)
  }

  /// Found by wasl-fuzz: a combining mark after a quotation mark makes one character with it.
  @Test func textsMayStartWithACombiningMark() throws {
    let file = try Self.read("msgid \"\u{301}a\"\n\"\u{64B}b\"\nmsgstr\t\"\u{651}نعم\"\n")
    #expect(file.records.map { [$0.source?.text, $0.target?.text] } == [["\u{301}a\u{64B}b", "\u{651}نعم"]])
  }

  /// Found by hand: every line copied the text before it.
  @Test func aTextMayGoOnForManyLines() throws {
    let lines = String(repeating: "\"abcdefgh\"\n", count: 200_000)
    let file = try Self.read("msgid \"\"\n\(lines)msgid_plural \"\"\n\(lines)msgstr[0] \"نعم\"\n\(lines)")
    #expect(file.records.first?.source?.text.utf8.count == 1_600_000)
    #expect(file.records.first?.target?.text.utf8.count == 1_600_006)
  }

  /// Found by hand: the smallest number divided by -1 ended the program.
  @Test(arguments: ["/", "%"]) func rulesThatOverflowAreNoRules(operation: String) throws {
    let smallest = "(0-8)*1073741824*1073741824"
    #expect(PluralForms("plural=\(smallest)\(operation)(0-1);") == nil)
    #expect(PluralForms("plural=n\(operation)0;") == nil)
    let header = Self.header.replacing(try Regex("plural=\\(.*\\);"), with: "plural=\(smallest)\(operation)(0-1);")
    let file = try Self.read(header + "\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"نعم\"\nmsgstr[1] \"لا\"\n")
    #expect(file.records.map(\.source?.text) == ["a", "b"])
  }
}
