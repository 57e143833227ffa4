import TestSupport
import Testing
import WaslBitext
import WaslPairFormats

@Suite struct ValidatorTests {
  private static func defects(_ content: String, _ name: String) throws -> [String] {
    try Validator.report(Array(content.utf8), name: name, format: nil).defects.map(\.description)
  }

  @Test(arguments: 0..<50)
  func whatWeWriteIsSound(seed: Int) throws {
    for format in Validator.formats {
      let report = try Validator.report(written(.random(seed: seed), as: format).bytes, name: "x", format: format)
      #expect(report.defects == [], "\(format)")
    }
  }

  @Test func everyLineIsNamed() throws {
    let tsv = try ValidatorTests.defects("source\ttarget\tconfidence\nأ\tA\t1\nأ\nأ\tA\t7\n\n\t\t\nأ\tA\tx\n", "x.tsv")
    #expect(tsv.map { String($0.prefix(8)) } == ["x.tsv:3:", "x.tsv:4:", "x.tsv:5:", "x.tsv:6:", "x.tsv:7:"])
    let jsonl = try ValidatorTests.defects(
      "{\"source\":null,\"target\":null}\n{}\nx\n{\"source\":{\"text\":\"a\"},\"target\":null}\n[]", "x.jsonl")
    #expect(jsonl.map { String($0.prefix(10)) } == ["x.jsonl:1:", "x.jsonl:2:", "x.jsonl:3:", "x.jsonl:5:"])
  }

  @Test(
    arguments: [
      ("[0]:[0]\n[2]:[1]\n", ["x.ladder:2: source segment 1 is missing before this bead"]),
      ("[0]:[0]\n[0]:[1]\n", ["x.ladder:2: source segment 0 stands in an earlier bead or out of order"]),
      ("[0]:[0]:0.5\n[1]:[1]:3\n", ["x.ladder:2: confidence 3.0 is outside 0…1; a cost is not a confidence"]),
      ("[0]:[0]:0.5\n[1]:[1]\n[2]:[2]\n", ["x.ladder:2: some beads have a confidence and some have none"]),
      ("[0]:[0]\n[]:[]\n", ["x.ladder:2: both lists are empty"]),
      (
        "[0]:[0]\n[3]:[4]\n",
        [
          "x.ladder:2: source segment 1 to 2 are missing before this bead",
          "x.ladder:2: target segment 1 to 3 are missing before this bead",
        ]
      ),
    ] as [(String, [String])])
  func ladders(content: String, messages: [String]) throws {
    #expect(try ValidatorTests.defects(content, "x.ladder") == messages)
  }

  private static let header =
    "<tmx version=\"1.4\"><header creationtool=\"a\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"a\" adminlang=\"en\" srclang=\"ar\" datatype=\"x\"/><body>"
  private static let unit =
    "<tu><tuv xml:lang=\"ar\"><seg>a</seg></tuv><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu>"

  @Test(arguments: [
    ("version=\"1.4\"", "version=\"1.4b\"", "the version is '1.4b'; write it as 1.4"),
    (" o-tmf=\"a\"", "", "<header> has no 'o-tmf'"), ("sentence", "word", "'segtype' is 'word'"),
    ("<tuv xml:lang=\"en\">", "<tuv>", "<tuv> has no 'xml:lang'"),
    ("xml:lang=\"en\"", "xml:lang=\"en_US\"", "'xml:lang' is 'en_US', which is not a language tag"),
    ("xml:lang=\"ar\"", "xml:lang=\"AR\"", "no variant in 'ar', the header's srclang; some tools compare"),
    ("<seg>a</seg>", "<seg>a</seg><prop type=\"x\">1</prop>", "<prop> must stand before <seg>"),
    ("<seg>a</seg>", "<seg>a</seg><seg>b</seg>", "<tuv> has 2 <seg>, not one"),
    ("<seg>a</seg>", "", "<tuv> has 0 <seg>"),
    ("<tu>", "<tu creationdate=\"2024-01-01\">", "'creationdate' is '2024-01-01', not YYYYMMDDThhmmssZ"),
    ("<tu>", "<tu>text", "text inside <tu>"), ("<tu>", "<tu><b/>", "<b> has no place in <tu>"),
    ("<body>", "", "<tmx> must hold one <header>"), ("<tmx ", "<TMX ", "</tmx> where </TMX> is expected"),
  ])
  func tmx(good: String, bad: String, message: String) throws {
    var text = ValidatorTests.header + ValidatorTests.unit + "</body></tmx>"
    #expect(try ValidatorTests.defects(text, "x.tmx") == [])
    let place = try #require(text.firstRange(of: good))
    text.replaceSubrange(place, with: bad)
    if good == "<body>" { text = text.replacing("</body>", with: "") }
    let defects = try ValidatorTests.defects(text, "x.tmx")
    #expect(defects.contains { $0.hasPrefix("x.tmx:1: \(message)") }, "\(defects)")
  }

  @Test func unknownFormatsAreRefused() {
    #expect(waslError { _ = try Validator.report(Array("prose".utf8), name: "x", format: nil) }?.code == .usage)
    #expect(waslError { _ = try Validator.report([], name: "x.html", format: nil) }?.code == .usage)
  }
}
