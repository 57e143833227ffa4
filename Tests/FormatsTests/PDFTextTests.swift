import Formats
import Testing

@Suite struct PDFTextTests {
  private static func text(_ content: String) -> String { string(PDFText.text(of: Array(content.utf8)).text) }

  @Test func joinsLinesAndDividedWords() {
    #expect(
      PDFTextTests.text("One two three\nfour hyphen-\nated. Well-\nKnown\n\nNext.\n\u{0C}")
        == "One two three four hyphenated. Well- Known\n\nNext.\n")
  }

  @Test func leavesMarginsOut() {
    let pages = (1...4).map { "My Book\n\nLine \($0) begins\nand goes\non.\n\nPage \($0) of 4\n\($0)\n\u{0C}" }
    #expect(
      PDFTextTests.text(pages.joined()) == (1...4).map { "Line \($0) begins and goes on.\n" }.joined(separator: "\n"))
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
}
