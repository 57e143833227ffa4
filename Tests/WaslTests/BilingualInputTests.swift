import Testing
import Wasl
import WaslBitext

@Suite struct BilingualInputTests {
  private func text(_ string: String) -> SourceText { SourceText(name: "text", bytes: Array(string.utf8)) }

  @Test func oneTextGivesTwoSides() throws {
    let sides = try BilingualInput().sides(of: text("Good morning. Come in!\nصباح الخير. ادخل!"))
    #expect(sides.arabic.segments.indices.map(sides.arabic.text(of:)) == ["صباح الخير.", "ادخل!"])
    #expect(sides.english.segments.indices.map(sides.english.text(of:)) == ["Good morning.", "Come in!"])
  }

  @Test func givenLinesKeepTheirNumbers() {
    let lines = BilingualInput.lines(of: text("\u{FEFF}a\r\n\r\n  b. c \n\nd"), .english)
    #expect(lines.segments.indices.map(lines.text(of:)) == ["a", "", "b. c", "", "d"])
  }

  @Test func aCarriageReturnEndsALineWhereNothingElseDoes() {
    #expect(BilingualInput.lines(of: text("a\rb\r\rc"), .english).segments.count == 4)
    #expect(BilingualInput.lines(of: text("a\rb\nc"), .english).segments.count == 2)
  }

  @Test func givenLinesOfBothLanguagesAreToldApart() throws {
    let input = BilingualInput(segmentation: .init(presplit: true))
    let sides = try input.sides(
      of: text("فصل 1. مقدمة\nChapter 1. Intro\n\nبرنامج Open Office Writer للكتابة. نعم\nA (برنامج) tool\n"))
    #expect(
      sides.arabic.segments.indices.map(sides.arabic.text(of:))
        == ["فصل 1. مقدمة", "برنامج Open Office Writer للكتابة. نعم"])
    #expect(sides.english.segments.indices.map(sides.english.text(of:)) == ["Chapter 1. Intro", "A (برنامج) tool"])
  }

  @Test(arguments: ["", " \n\n", "12 + 3", "only English", "العربية وحدها"])
  func aMissingLanguageIsNothingToAlign(string: String) {
    for presplit in [false, true] {
      let error = #expect(throws: WaslError.self) {
        try BilingualInput(segmentation: .init(presplit: presplit)).sides(of: text(string))
      }
      #expect(error?.code == .nothingToAlign)
      #expect(error?.location?.file == "text")
    }
  }

  @Test func twoTextsInOneLanguageAreBadInput() {
    let error = #expect(throws: WaslError.self) { try BilingualInput().sides(of: text("one"), text("two")) }
    #expect(error?.code == .input)
  }
}
