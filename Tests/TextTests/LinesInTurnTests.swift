import Testing
import WaslBitext
import WaslText

@Suite struct LinesInTurnTests {
  private static func languages(_ text: String) -> [String] {
    let source = SourceText(name: "x", bytes: Array(text.utf8))
    return LanguageSplitter().split(source).map { ($0.language == .arabic ? "ar " : "en ") + source[$0.range] }
  }

  @Test func neutralLinesFollowTheTurn() {
    let lines = ["يوم الأحد", "Sunday", "1/2/2003", "1/2/2003", "يوم الاثنين", "Monday", "***", "***", "<p1>", "<p1>"]
    #expect(
      Self.languages(lines.joined(separator: "\n"))
        == lines.enumerated().map { ($0 % 2 == 0 ? "ar " : "en ") + $1 })
    #expect(
      Self.languages(lines.map { $0 + "\n" }.joined(separator: "\n"))
        == lines.enumerated().map { ($0 % 2 == 0 ? "ar " : "en ") + $1 })
    // English first, and Arabic digits.
    let other = ["Sunday", "يوم الأحد", "12", "١٢", "Monday", "يوم الاثنين", "7", "7"]
    #expect(
      Self.languages(other.joined(separator: "\n")) == other.enumerated().map { ($0 % 2 == 0 ? "en " : "ar ") + $1 })
  }

  @Test func halvesStayHalves() {
    let text = "يوم الأحد\nيوم الاثنين\n12\n12\nيوم الثلاثاء\n\nSunday\nMonday\n12\n12\nTuesday\n"
    #expect(Self.languages(text).count == 2)
  }
}
