import TestSupport
import Testing
import WaslBitext

@testable import WaslPairFormats
@testable import WaslSyntax

@Suite struct TMXReadingTests {
  private static func tmx(_ units: String, srclang: String = "ar") -> String {
    "<?xml version=\"1.0\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header srclang=\"\(srclang)\"/>\n<body>\(units)</body></tmx>"
  }

  private static func unit(_ arabic: String, _ english: String) -> String {
    "<tu><tuv xml:lang=\"ar-EG\"><seg>\(arabic)</seg></tuv><tuv xml:lang=\"EN\"><seg>\(english)</seg></tuv></tu>"
  }

  @Test func takesTheSidesByLanguage() throws {
    let file = try PairFile(Array(TMXReadingTests.tmx(TMXReadingTests.unit("أ", "A"), srclang: "EN").utf8), name: "x")
    #expect(file.records.map { [$0.source?.text, $0.target?.text] } == [["A", "أ"]])
    #expect(file.sides.source.tag == "EN")
    #expect(file.sides.target.tag == "ar-EG")
  }

  @Test(arguments: [
    ("a<bpt i=\"1\">&lt;b&gt;</bpt>b<ept i=\"1\"/>", "ab"), ("<hi>a</hi> b", "a b"), ("a<ph>x<sub>y</sub></ph>b", "ab"),
    ("<![CDATA[<a> & b]]>", "<a> & b"), ("&#x627;&#65;&quot;&apos;", "اA\"'"), ("a<!-- - x --><?p i?>b", "ab"),
    ("a\r\nb", "a\nb"),
  ])
  func readsTheTextOfASegment(content: String, text: String) throws {
    let file = try PairFile(Array(TMXReadingTests.tmx(TMXReadingTests.unit(content, "A")).utf8), name: "x")
    #expect(file.records.first?.source?.text == text)
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(bigEndian: Bool, mark: Bool) throws {
    let text = TMXReadingTests.tmx(TMXReadingTests.unit("عربي 𐎠", "A"))
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      return bigEndian ? pair : pair.reversed()
    }
    #expect(try PairFile(bytes, name: "x.tmx").records.first?.source?.text == "عربي 𐎠")
    #expect(waslError { _ = try PairFile(Array(bytes.dropLast()), name: "x.tmx") }?.code == .encoding)
  }

  @Test func countsWhatItLeavesOut() throws {
    let units = """
      <tu><tuv xml:lang="ar"><seg>أ</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>F</seg></tuv><tuv xml:lang="en"><seg>E</seg></tuv></tu>
      <tu><tuv xml:lang="ar"><seg></seg></tuv><tuv xml:lang="en"><seg>E</seg></tuv></tu>
      <tu><tuv lang="ar"><seg>أ</seg></tuv><tuv lang="en"><seg>1</seg></tuv><tuv lang="en-GB"><seg>2</seg></tuv></tu>
      """
    let file = try PairFile(Array(TMXReadingTests.tmx(units).utf8), name: "x")
    // A second variant stands in a pair of its own.
    #expect(file.records.map(\.target?.text) == ["1", "2"])
    #expect(file.records.map(\.target?.tag) == [nil, "en-GB"])
    #expect(file.leftOut.map(\.line) == [3, 4, 5])
    #expect(file.leftOut.map(\.reason) == ["no text in 'en'", "no text in 'ar'", "no text in 'ar'"])
  }

  @Test(arguments: [
    (
      "<!DOCTYPE tmx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><tmx>&b;</tmx>",
      "x.tmx:1: the document type declares entities"
    ),
    (
      "<!DOCTYPE tmx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<tmx>&a;</tmx>",
      "x.tmx:1: the document type declares"
    ),
    ("<!DOCTYPE tmx [<!ENTITY % p SYSTEM \"http://x/\"> %p;]><tmx/>", "x.tmx:1: the document type declares"),
    ("<!DOCTYPE tmx [", "x.tmx:1: the document type does not end"), ("", "x.tmx:1: no element in the file"),
    ("<tmx>\n<a>\n</tmx>", "x.tmx:3: </tmx> where </a> is expected"),
    ("<tmx>\n<a", "x.tmx:2: the file ends inside <a>"),
    ("<tmx>&nbsp;</tmx>", "x.tmx:1: the entity 'nbsp' is unknown"),
    ("<tmx>a & b</tmx>", "x.tmx:1: '&' begins no entity"),
    ("<tmx>&#0;</tmx>", "x.tmx:1: &#0; is not an XML character"),
    ("<tmx>&#xD800;</tmx>", "x.tmx:1: &#xD800; is not an XML char"),
    ("<tmx>\n\n\u{1}</tmx>", "x.tmx:3: the control character 1"),
    ("<tmx a=\"1\" a=\"2\"/>", "x.tmx:1: the attribute 'a' stands twice"),
    ("<tmx a=1/>", "x.tmx:1: the value of 'a' has no quotation marks"), ("<tmx a=\"<\"/>", "x.tmx:1: '<' in the value"),
    ("<tmx/><tmx/>", "x.tmx:1: <tmx> after the end of the root"), ("<tmx/>x", "x.tmx:1: text outside of the root"),
    ("x<tmx/>", "x.tmx:1: text outside of the root"), ("<tmx>< b</tmx>", "x.tmx:1: a name is expected"),
    ("</tmx>", "x.tmx:1: </tmx> without a start"), ("<tmx><![CDATA[x</tmx>", "x.tmx:1: the CDATA section does not end"),
    ("<html/>", "x.tmx:1: the root element is not <tmx>"),
    ("<?xml version=\"1.0\" encoding=\"windows-1256\"?><tmx/>", "x.tmx:1: the file says that it is in windows-1256"),
    ("<tmx><body><tu><tuv><seg>a</seg></tuv></tu></body></tmx>", "x.tmx:1: <tuv> has no xml:lang"),
    ("<tmx><tu><prop type=\"x-wasl-confidence\">7</prop></tu></tmx>", "x.tmx:1: confidence 7.0 is outside"),
  ])
  func refusesWhatIsMalformed(content: String, message: String) {
    let error = waslError { _ = try PairFile(Array(content.utf8), name: "x.tmx") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }

  /// Whatever is cut out of a file or changed in it, reading ends.
  @Test(arguments: 0..<300)
  func survivesDamage(seed: Int) throws {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    var bytes = Array(TMXReadingTests.tmx(TMXReadingTests.unit("أ &amp; <![CDATA[ب]]>", "<ph/>A")).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...127, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1...40, using: &generator)))
      }
    }
    _ = waslError { _ = try PairFile(bytes, name: "x.tmx") }
    _ = Result { try Validator.report(bytes, name: "x.tmx", format: .tmx) }
  }

  @Test func readsXLIFFOne() throws {
    let text = """
      <xliff version="1.2"><file source-language="en" target-language="ar-SA"><body>
      <trans-unit id="1"><source>A <g id="1">b</g></source><target>أ<ph id="2">&lt;br&gt;</ph></target>
      <alt-trans><source>X</source><target>Y</target></alt-trans></trans-unit>
      <trans-unit id="2"><source>C</source></trans-unit></body></file></xliff>
      """
    let file = try PairFile(Array(text.utf8), name: "x.xlf")
    #expect(file.records.map { [$0.source?.text, $0.target?.text] } == [["A b", "أ"]])
    #expect(file.sides.source.language == .english)
    #expect(file.sides.target.tag == "ar-SA")
    #expect(file.leftOut == [.init(line: 4, reason: "no translation")])
    let french = text.replacing("\"en\"", with: "\"fr\"")
    #expect(waslError { _ = try PairFile(Array(french.utf8), name: "x.xlf") }?.code == .format)
  }
}
