import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments

@Suite struct PlainTextTests {
  private static func arranged(_ text: String, _ options: DocumentOptions = .init()) -> (text: String, notes: [String])
  {
    let (source, notes) = PlainText.arranged(SourceText(name: "x", bytes: Array(text.utf8)), options)
    #expect(source.bytes.count == text.utf8.count)
    return (string(source.bytes), notes)
  }

  private static let prose = [
    "The ferry leaves the island when the tide is high. Nobody knows the hour in advance, so people wait on the "
      + "stones and talk. Some of them bring bread. Others sleep until the bell rings for the second time.",
    "يغادر المركب الجزيرة حين يعلو المد. لا يعرف أحد الساعة مسبقا فينتظر الناس على الحجارة ويتحدثون. يحضر بعضهم الخبز. "
      + "وينام آخرون إلى أن يدق الجرس مرة ثانية في آخر النهار.",
  ]

  private static func wrapped(_ text: String, _ width: Int, lineEnd: String = "\n") -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: lineEnd)
  }

  @Test(arguments: prose, [45, 60, 72])
  func wrappedLinesAreJoined(text: String, width: Int) {
    for lineEnd in ["\n", "\r\n"] {
      let file =
        Self.wrapped(text, width, lineEnd: lineEnd) + lineEnd + lineEnd + Self.wrapped(text, width, lineEnd: lineEnd)
      let (joined, notes) = Self.arranged(file)
      #expect(joined.split(whereSeparator: \.isNewline).count == 2, "\(joined)")
      #expect(notes.count == 1)
      var options = DocumentOptions()
      options.lines = .asGiven
      #expect(Self.arranged(file, options).text == file)
    }
  }

  @Test(arguments: [
    // Verse, a list, an address, sentences a line, code.
    "The sun goes down behind the hill,\nAnd all the birds are calm and still,\nThe river sings its song for me,\nAnd carries "
      + "all my dreams to sea.\n",
    "- bread and butter from the shop\n- the letters that came on Monday\n- a lamp for the long evenings\n- some rope\n",
    "Harbour Office\n12 Long Quay\nOld Town 4711\nThe Island\n",
    "The ferry leaves at noon.\nNobody waits for it.\nThe stones are warm in the afternoon and the bell rings twice.\nWe go.\n",
    "let count = 5\nfor index in 0..<count {\n  print(index)\n}\nreturn count\n", "", "\n\n", "word", "a\r\nb\rc\n",
  ])
  func otherLinesStay(text: String) {
    let (same, notes) = Self.arranged(text)
    #expect(same == text)
    #expect(notes.isEmpty)
  }

  @Test(arguments: [
    ("•\n\nOne thing\n\n•\nAnother\n", "•  One thing\n\n• Another\n"), ("• a • b • c\n", "• a\n• b\n• c\n"),
    ("•\n•\n", "•\n•\n"), ("x •\n", "x •\n"), ("a\n\n•", "a\n\n•"), ("*\n\nNext chapter\n", "*\n\nNext chapter\n"),
  ])
  func bulletsStandBeforeTheirText(text: String, expected: String) {
    #expect(Self.arranged(text).text == expected)
  }
}
