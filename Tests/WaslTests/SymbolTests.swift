import Testing
import Wasl
import WaslBitext

/// Segments without letters and digits: bullets, arrows, rules.
@Suite struct SymbolTests {
  private static let before = (
    "زار الوزير المدرسة الجديدة في القرية.", "The minister visited the new school in the village."
  )
  private static let after = ("عادت السفينة من البحر بعد العاصفة.", "The ship returned from the sea after the storm.")
  private static let untranslated = [
    "يكتب الولد رسالة.", "لا تفتح النافذة ليلا.", "السوق بعيد عن البيت.", "تغني الجدة للأطفال.",
    "نام القط تحت الطاولة.",
    "يبيع التاجر القماش.", "الطريق إلى الجبل ضيق.", "سقط المطر في الصباح.", "تطبخ الأم العدس.", "يصلح الحداد الباب.",
  ]

  private func beads(_ arabic: [String], _ english: [String]) throws -> [Bead] {
    func document(_ lines: [String], _ language: Language) -> Document {
      BilingualInput.lines(
        of: SourceText(name: "test", bytes: Array(lines.joined(separator: "\n").utf8)), language)
    }
    return try DocumentAligner().align(document(arabic, .arabic), document(english, .english)).alignment.beads
  }

  @Test(arguments: ["▪", "•", "↓", "***", "...", "—", "■ ■", "،"], [2, 5, 10])
  func aSymbolTakesNoSentences(symbol: String, count: Int) throws {
    let arabic = [Self.before.0] + Self.untranslated.prefix(count) + [Self.after.0]
    let beads = try beads(arabic, [Self.before.1, symbol, Self.after.1])
    #expect(beads.first { $0.target.contains(1) }?.source.isEmpty == true)
    #expect(beads.contains { $0.source == 0..<1 && $0.target == 0..<1 })
    #expect(beads.contains { $0.source == count + 1..<count + 2 && $0.target == 2..<3 })
  }

  @Test(arguments: ["▪", "* * *", "←"]) func symbolsOfBothSidesArePaired(symbol: String) throws {
    let beads = try beads([Self.before.0, symbol, Self.after.0], [Self.before.1, symbol, Self.after.1])
    #expect(beads.map(\.source) == [0..<1, 1..<2, 2..<3])
    #expect(beads.map(\.target) == [0..<1, 1..<2, 2..<3])
  }
}
