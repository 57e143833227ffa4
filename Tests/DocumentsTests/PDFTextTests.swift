import TestSupport
import Testing
import WaslDocuments

@Suite struct PDFTextTests {
  private static func text(_ content: String) -> String { string(PDFText.text(of: Array(content.utf8)).text) }

  @Test func joinsLinesAndDividedWords() {
    #expect(
      PDFTextTests.text("One two three\nfour hyphen-\nated. Well-\nKnown\n\nNext.\n\u{0C}")
        == "One two three four hyphenated. Well- Known\n\nNext.\n")
  }

  @Test func leavesMarginsOut() {
    let words = ["Alpha", "Beta", "Gamma", "Delta"]
    let pages = words.enumerated().map { number, word in
      "My Book\n\n\(word) begins\nand goes \(word)\non \(word).\n\nPage \(number) of 4\n\u{202A}\(number)\u{202C}\n\u{0C}"
    }
    let expected = words.map { "\($0) begins and goes \($0) on \($0).\n" }
    #expect(PDFTextTests.text(pages.joined()) == expected.joined(separator: "\n"))
    // On a single page nothing comes back, and only the number goes.
    #expect(PDFTextTests.text("My Book\n\nText\nof it\n\n- 7 -\n") == "My Book\n\nText of it\n")
  }

  @Test func sentencesGoOnOverPages() {
    #expect(PDFTextTests.text("It began\n\u{0C}and ended.\n\u{0C}New.\n") == "It began and ended.\n\nNew.\n")
  }

  @Test(arguments: [
    ("مدينة كبيرة على الساحل إلى اليمين ة", []), ("ﻣﺪﻳﻨﺔ ﻛﺒﻴﺮﺓ", [PDFText.Doubt.presentationForms]),
    ("ةنيدم ةريبك ةليمج ىلع لحاسلا", [.visualOrder]), ("English only", []), ("", []),
  ])
  func warnsOfBadArabic(content: String, doubts: [PDFText.Doubt]) {
    #expect(PDFText.text(of: Array(content.utf8)).doubts == doubts)
  }

  /// Found by wasl-fuzz: each divided word copied the paragraph before it.
  @Test func paragraphsMayGoOnForManyLines() {
    let text = PDFTextTests.text(String(repeating: "para-\ngraph di-\n", count: 100_000) + "end\n")
    #expect(text.utf8.count == 1_200_000 + 4)
    #expect(text.hasPrefix("paragraph dipara") && text.hasSuffix("diend\n"))
  }
}
