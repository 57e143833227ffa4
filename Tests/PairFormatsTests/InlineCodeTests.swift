import TestSupport
import Testing
import WaslBitext
import WaslSystemIO

@testable import WaslPairFormats

@Suite struct InlineCodeTests {
  private static func memory(_ segment: String, unit: String = "", variant: String = "") -> [UInt8] {
    Array(
      """
      <tmx version="1.4"><header srclang="en"/><body><tu tuid="7" creationdate="20240101T000000Z">\(unit)
      <tuv xml:lang="en" changeid="me">\(variant)<seg>\(segment)</seg></tuv><tuv xml:lang="ar"><seg>نص</seg></tuv></tu></body></tmx>
      """.utf8)
  }

  private static func converted(_ bytes: [UInt8], _ name: String, to format: Format) throws -> String {
    let file = try PairFile(bytes, name: name)
    var sink = ByteSink()
    _ = try AlignedTextWriter(format: format).write(file.records, file.sides, to: &sink)
    return string(sink.bytes)
  }

  private static let segments = [
    "a <ph x=\"1\">%d</ph> b", "<bpt i=\"1\" x=\"2\" type=\"bold\">&lt;b&gt;</bpt>a<ept i=\"1\">&lt;/b&gt;</ept>",
    "a<it pos=\"begin\" x=\"1\">&lt;i&gt;</it>b", "<hi x=\"1\" type=\"term\">a</hi> b", "a<ph type=\"lb\"/>b",
    "a<it pos=\"end\">&lt;/i&gt;</it>b<ph/>",
  ]

  @Test(arguments: segments)
  func keepsCodesFromMemoryToMemory(segment: String) throws {
    let once = try InlineCodeTests.converted(InlineCodeTests.memory(segment), "a.tmx", to: .tmx)
    #expect(once.contains("<seg>\(segment)</seg>"))
  }

  @Test(arguments: segments)
  func keepsCodesThroughXLIFF(segment: String) throws {
    let memory = InlineCodeTests.memory(segment)
    let before = try PairFile(memory, name: "a.tmx")
    let xliff = try InlineCodeTests.converted(memory, "a.tmx", to: .xliff)
    let after = try PairFile(Array(xliff.utf8), name: "a.xlf")
    #expect(after.records.map(\.source?.text) == before.records.map(\.source?.text))
    func natives(_ file: PairFile) -> [String] {
      (file.records[0].source?.content?.parts ?? []).compactMap { part in
        if case .code(let code) = part, !code.native.isEmpty {
          code.native.hasPrefix("<ph") ? nil : code.native
        } else {
          nil
        }
      }
    }
    #expect(natives(after) == natives(before))
    // Written again it is the same.
    #expect(
      try InlineCodeTests.converted(Array(xliff.utf8), "a.xlf", to: .xliff).contains("<unit id=\"u1\" name=\"7\">"))
  }

  @Test func keepsWhatAMemorySaysOfAPair() throws {
    let bytes = InlineCodeTests.memory(
      "a", unit: "<note xml:lang=\"en\">N</note><prop type=\"x-p\">P</prop>", variant: "<prop type=\"x-q\">Q</prop>")
    for path in [[Format.tmx], [.xliff, .tmx]] {
      var (bytes, name) = (bytes, "a.tmx")
      for format in path {
        bytes = Array(try InlineCodeTests.converted(bytes, name, to: format).utf8)
        name = "a.\(format.extensions[0])"
      }
      let record = try PairFile(bytes, name: name).records[0]
      #expect(record.metadata.id == "7")
      #expect(record.metadata.attributes == [.init("creationdate", "20240101T000000Z")])
      #expect(record.metadata.notes.map(\.value) == ["N"])
      #expect(record.metadata.properties.map(\.value) == ["P"])
      #expect(record.source?.metadata.attributes == [.init("changeid", "me")])
      #expect(record.source?.metadata.properties.map(\.value) == ["Q"])
    }
  }

  @Test func countsWhatAFormatCannotHold() throws {
    let file = try PairFile(InlineCodeTests.memory("a<ph x=\"1\">%d</ph>", unit: "<note>N</note>"), name: "a.tmx")
    var sink = ByteSink()
    let summary = try AlignedTextWriter(format: .tsv).write(file.records, file.sides, to: &sink)
    #expect(string(sink.bytes).contains("a%d\tنص"))
    #expect(
      summary.losses.text(.tsv)
        == "tsv cannot hold all of 1 pair with inline codes, 1 pair with notes, dates or users, 1 pair with a name")
  }

  @Test(arguments: [
    ("<br/>", " "), ("</p>", " "), ("<b>", ""), ("\\tab ", " "), ("&nbsp;", " "), ("%1$s", "%1$s"),
    ("{name}", "{name}"),
    ("<broken>", ""), ("\n", " "),
  ])
  func standsForABreakOrAWord(native: String, text: String) {
    #expect(
      InlineContent([.text("x"), .code(.init(.standalone, native: native)), .text("y")]).plainText == "x\(text)y")
  }

  @Test func leavesOutCopiesOfTheSource() throws {
    let file = try PairFile(
      Array(
        """
        <xliff version="1.2"><file source-language="en" target-language="ar"><body><trans-unit id="a"><source>x</source>
        <seg-source><mrk mtype="seg" mid="1">Not yet.</mrk> <mrk mtype="seg" mid="2">X2</mrk></seg-source><target>
        <mrk mtype="seg" mid="1">Not yet.</mrk> <mrk mtype="seg" mid="2">X2</mrk></target></trans-unit></body></file></xliff>
        """.utf8), name: "a.xlf")
    #expect(file.records.map(\.source?.text) == ["X2"])
    #expect(file.leftOut.map(\.reason) == ["no translation of segment '1'"])
  }

  @Test func readsTheSegmentsOfUnits() throws {
    let file = try PairFile(
      Array(
        """
        <xliff version="1.2"><file source-language="ar" target-language="en"><body><trans-unit id="a"><source>x</source>
        <seg-source><mrk mtype="seg" mid="1">نعم</mrk><mrk mtype="seg" mid="2">لا</mrk><mrk mtype="seg" mid="3">ربما</mrk></seg-source>
        <target><g id="5"><mrk mtype="seg" mid="2">No<x id="1" ctype="lb"/>way</mrk><mrk mtype="seg" mid="1">Yes</mrk></g></target>
        </trans-unit></body></file><file source-language="en" target-language="ar"><body><trans-unit id="b"><source>Roof</source>
        <target>سقف</target></trans-unit></body></file><file source-language="en" target-language="fr"><body><trans-unit id="c">
        <source>Door</source><target>porte</target></trans-unit></body></file></xliff>
        """.utf8), name: "a.xlf")
    #expect(file.records.map(\.source?.text) == ["نعم", "لا", "سقف"])
    #expect(file.records.map(\.target?.text) == ["Yes", "No way", "Roof"])
    #expect(file.leftOut.map(\.reason) == ["no translation of segment '3'", "in 'en' and 'fr'"])
  }
}
