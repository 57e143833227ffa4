import TestSupport
import Testing
import WaslBitext

@testable import WaslPairFormats

@Suite struct BilingualFileTests {
  private static func read(_ name: String, _ text: String) throws -> PairFile {
    try PairFile(Array(text.utf8), name: name)
  }

  private static func texts(_ file: PairFile) -> [[String]] {
    file.records.map { [$0.source?.text ?? "", $0.target?.text ?? ""] }
  }

  @Test func readsQtLinguist() throws {
    let file = try BilingualFileTests.read(
      "a.ts",
      """
      <!DOCTYPE TS><TS version="2.1" language="ar_EG"><context><name>W</name>
      <message><source>Open &amp;it&lt;br/&gt;now</source><comment>menu</comment><translation>افتح</translation></message>
      <message><source>B</source><translation type="unfinished">ب</translation></message>
      <message><source>C</source><translation type="vanished">ج</translation></message>
      <message numerus="yes"><source>%n hill(s)</source><translation><numerusform>تل</numerusform><numerusform>%n تل</numerusform>
      </translation></message></context></TS>
      """)
    #expect(BilingualFileTests.texts(file) == [["Open &it now", "افتح"], ["%n hill(s)", "%n تل"]])
    #expect(file.leftOut.map(\.reason) == ["unfinished", "vanished", "1 forms for other numbers"])
    #expect(file.sides.target.tag == "ar-EG")
    #expect(file.records[0].metadata.id == "W/menu")
  }

  @Test func readsStringCatalogs() throws {
    let file = try BilingualFileTests.read(
      "a.xcstrings",
      """
      {"sourceLanguage":"en","strings":{"Yes":{"localizations":{"ar":{"stringUnit":{"state":"translated","value":"نعم"}}}},
      "n":{"localizations":{"en":{"variations":{"plural":{"one":{"stringUnit":{"value":"file"}},"other":{"stringUnit":
      {"value":"files"}}}}},"ar":{"variations":{"plural":{"two":{"stringUnit":{"value":"ملفان"}},"other":{"stringUnit":
      {"value":"ملفات"}}}}}}},"No":{}}}
      """)
    #expect(BilingualFileTests.texts(file) == [["Yes", "نعم"], ["files", "ملفات"]])
    #expect(file.leftOut.first?.reason == "no translation")
  }

  @Test(arguments: [
    ("a.jsonl", "{\"translation\":{\"ar\":\"نعم\",\"en\":\"Yes\"}}\n"),
    ("a.jsonl", "{\"id\":4,\"en\":\"Yes\",\"ar\":\"نعم\",\"lang_id\":\"x\"}\n"),
    ("a.json", "[{\"arabic\":\"نعم\",\"english\":\"Yes\"}]"),
    ("a.csv", "id,english,arabic,note\n1,Yes,نعم,\"a, b\"\n"), ("a.csv", "sep=;\r\nid;x;y\r\n1;نعم;Yes\r\n2;لا;No\r\n"),
    ("a.tsv", "eng_Latn\tscore\tarb_Arab\nYes\t3\tنعم\n"), ("a.tsv", "1\tنعم\tx y\tYes, it is\n2\tلا\t\tNo\n"),
    ("a.csv", "source_text,target_text\nنعم,Yes\n"), ("a.yml", "ar: {a: نعم}\nen: {a: \"Yes\"}\n"),
    (
      "a.txt",
      "%20240101~1\t%U\t%TU=1\t%AR\t%Wordfast TM v.5\t%EN-GB\t%-\n20240101~120000\tme\t0\tAR\tنعم\tEN-GB\tYes\n"
    ),
  ])
  func findsTheTexts(name: String, text: String) throws {
    let texts = try BilingualFileTests.texts(BilingualFileTests.read(name, text))
    #expect(texts.first?.first == "نعم")
    #expect(texts.first?.last?.hasPrefix("Yes") == true)
  }

  @Test(arguments: [
    "English\tArabic", "en\tar-SA", "Source\tTarget", "الإنجليزية\tالعربية", "src\ttgt", "Term\tEquivalent",
  ])
  func knowsALineOfNames(names: String) throws {
    let rows = "Open\tافتح\nClose\tأغلق\n"
    #expect(try BilingualFileTests.read("a.tsv", "\(names)\n\(rows)").records.count == 2)
    #expect(try BilingualFileTests.read("a.csv", "\(names)\n\(rows)".replacing("\t", with: ",")).records.count == 2)
    #expect(try BilingualFileTests.read("a.tsv", rows).records.count == 2)
  }

  @Test func takesTheColumnsThatTheUserNames() throws {
    let table = Array("a,b,c\nx,نعم,Yes\n".utf8)
    let file = try PairFile(table, name: "a.csv", columns: ColumnChoice("en=c,ar=2"))
    #expect(BilingualFileTests.texts(file) == [["Yes", "نعم"]])
    let error = waslError { _ = try PairFile(table, name: "a.csv", columns: ColumnChoice("en=d,ar=b")) }
    #expect(error?.description == "a.csv:1: no column 'd'; the columns are a, b, c")
    #expect(waslError { _ = try ColumnChoice("en=a") }?.code == .usage)
  }

  @Test func readsLinksOfOPUSWithTheirDocuments() throws {
    let links =
      "<cesAlign><linkGrp fromDoc=\"a\" toDoc=\"b\"><link xtargets=\"s1 s2;1\" certainty=\"0.5\"/><link xtargets=\"s9;1\"/></linkGrp></cesAlign>"
    let arabic = "<text><s id=\"s1\"><w>نعم</w> <w>.</w></s><s id=\"s2\">لا <time id=\"t\"/> شكرا</s></text>"
    let english = "<text><s id=\"1\">Yes. No\n thanks</s></text>"
    let file = try XCES.read(Array(links.utf8), name: "l", (Array(arabic.utf8), "a"), (Array(english.utf8), "b"))
    #expect(BilingualFileTests.texts(file) == [["نعم . لا شكرا", "Yes. No thanks"]])
    #expect(file.records[0].confidence == 0.5)
    #expect(file.leftOut.count == 1)
  }

  @Test func saysThatOneLanguageIsNotEnough() {
    let error = waslError { _ = try BilingualFileTests.read("ar.json", "{\"a\":{\"b\":\"نعم\"}}") }
    #expect(error?.description.contains("a localisation file holds one language") == true)
  }
}
