import Foundation
import Testing
import WaslBitext

@testable import WaslText

@Suite struct SplittingDevelopmentTests {
  /// Each `.mixed.txt` is the text of `.ar.txt`, one separator, the text of `.en.txt`.
  @Test(.enabled(if: DevelopmentData.folder != nil, DevelopmentData.absence))
  func halvesAreSplitWithoutOneCharacterOnTheWrongSide() throws {
    let files = try DevelopmentData.files(["run", "run_noisy"], suffix: ".mixed.txt")
    try #require(!files.isEmpty)
    var (wrong, all) = (0, 0)
    for file in files {
      let mixed = [UInt8](try Data(contentsOf: file))
      let base = file.path().dropLast(".mixed.txt".count)
      let arabic = [UInt8](try Data(contentsOf: URL(filePath: base + ".ar.txt")))
      var boundary = arabic.count
      while boundary > 0, arabic[boundary - 1] <= 0x20 { boundary -= 1 }

      let runs = LanguageSplitter().split(SourceText(name: file.lastPathComponent, bytes: mixed))
      var wrongHere = 0
      for run in runs {
        let arabicPart = run.range.clamped(to: 0..<boundary)
        let englishPart = run.range.clamped(to: boundary..<mixed.count)
        wrongHere += characters(mixed, run.language == .arabic ? englishPart : arabicPart)
      }
      if wrongHere > 0 || runs.count != 2 {
        print("\(file.lastPathComponent): \(runs.count) runs, \(wrongHere) characters on the wrong side")
      }
      wrong += wrongHere
      all += characters(mixed, 0..<mixed.count)
    }
    print("halves: \(files.count) files, \(all) characters, \(wrong) on the wrong side")
    #expect(wrong == 0)
  }

  @Test(.enabled(if: DevelopmentData.folder != nil, DevelopmentData.absence), arguments: Language.allCases)
  func aTextInOneLanguageStaysWhole(language: Language) throws {
    let files = try DevelopmentData.files(["run"], suffix: ".\(language.rawValue).txt")
    try #require(!files.isEmpty)
    for file in files {
      let text = SourceText(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
      #expect(LanguageSplitter().split(text).map(\.language) == [language], "\(text.name)")
      #expect(LanguageSplitter.dominantLanguage(of: text) == language)
    }
  }

  /// The same texts laid out in other ways, from their gold pairs.
  @Test(.enabled(if: DevelopmentData.folder != nil, DevelopmentData.absence), arguments: Arrangement.allCases)
  func otherArrangementsAreSplit(arrangement: Arrangement) throws {
    let files = try DevelopmentData.files(["run"], suffix: ".spans.tsv")
    try #require(!files.isEmpty)
    var (wrong, all, bad) = (0, 0, 0)
    for file in files {
      let pairs = try DevelopmentData.goldPairs(file)
      let (text, arabic) = arrangement.lay(pairs)
      var wrongHere = 0
      var seen = 0
      for run in LanguageSplitter().split(SourceText(name: file.lastPathComponent, bytes: text)) {
        for index in run.range where text[index] > 0x20 {
          seen += 1
          if arabic[index] != (run.language == .arabic) { wrongHere += 1 }
        }
      }
      #expect(seen == text.count { $0 > 0x20 })
      if wrongHere > 0 { bad += 1 }
      wrong += wrongHere
      all += seen
    }
    print("\(arrangement): \(files.count) files, \(all) bytes, \(wrong) on the wrong side in \(bad) files")
    #expect(Double(wrong) < 0.0015 * Double(all))
  }

  /// Scalars that are not white space.
  private func characters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count { !$0.properties.isWhitespace }
  }
}

/// Ways to lay out pairs of an Arabic and an English text.
enum Arrangement: CaseIterable {
  case englishFirst, noSpaceBetween, halvesInLines, linesInTurn, englishLineFirst, paragraphsInTurn, columns

  /// The bytes, and for each whether it belongs to the Arabic.
  func lay(_ pairs: [(arabic: String, english: String)]) -> (text: [UInt8], arabic: [Bool]) {
    var (text, isArabic): ([UInt8], [Bool]) = ([], [])
    func add(_ string: String, _ arabic: Bool) {
      text += Array(string.utf8)
      isArabic += [Bool](repeating: arabic, count: string.utf8.count)
    }
    let arabic = pairs.map(\.arabic).filter { !$0.isEmpty }
    let english = pairs.map(\.english).filter { !$0.isEmpty }
    switch self {
    case .englishFirst:
      add(english.joined(separator: " ") + " ", false)
      add(arabic.joined(separator: " ") + "\n", true)
    case .noSpaceBetween:
      add(arabic.joined(separator: " "), true)
      add(english.joined(separator: " "), false)
    case .halvesInLines:
      add(arabic.joined(separator: "\n") + "\n", true)
      add(english.joined(separator: "\n"), false)
    case .linesInTurn:
      for pair in pairs {
        if !pair.arabic.isEmpty { add(pair.arabic + "\n", true) }
        if !pair.english.isEmpty { add(pair.english + "\n", false) }
      }
    case .englishLineFirst:
      for pair in pairs {
        if !pair.english.isEmpty { add(pair.english + "\r\n", false) }
        if !pair.arabic.isEmpty { add(pair.arabic + "\r\n", true) }
      }
    case .paragraphsInTurn:
      for start in stride(from: 0, to: pairs.count, by: 3) {
        let paragraph = pairs[start..<min(start + 3, pairs.count)]
        add(paragraph.map(\.arabic).joined(separator: " ") + "\n\n", true)
        add(paragraph.map(\.english).joined(separator: "\n") + "\n\n", false)
      }
    case .columns:
      for pair in pairs where !pair.english.isEmpty && !pair.arabic.isEmpty {
        add(pair.arabic + "\t", true)
        add(pair.english + "\n", false)
      }
    }
    return (text, isArabic)
  }
}
