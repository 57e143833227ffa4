import Foundation
import Testing
import WaslBitext
import WaslText

@Suite struct LanguageGuessTests {
  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  @Test(arguments: LanguageSamples.arabicScript.indices)
  func toldFromArabic(index: Int) { check(LanguageSamples.arabicScript[index], .arabic, least: 0.9) }

  @Test(arguments: LanguageSamples.latinScript.indices)
  func toldFromEnglish(index: Int) { check(LanguageSamples.latinScript[index], .english, least: 0.75) }

  private func check(_ sample: (language: WrittenLanguage, sentences: String), _ expected: Language, least: Double) {
    let lines = lines(sample.sentences)
    var (told, named) = (0, 0)
    for line in lines {
      let guess = LanguageGuess(foreignTo: expected, text: line)
      if guess != nil { told += 1 }
      if guess?.language == sample.language { named += 1 }
      if guess?.language != sample.language {
        print("\(sample.language) taken for \(guess?.language.name ?? "ours"): \(line)")
      }
    }
    print("\(sample.language): \(told) of \(lines.count) sentences told, \(named) named rightly")
    #expect(Double(told) >= least * Double(lines.count))
    // As a whole there is no doubt.
    #expect(LanguageGuess(foreignTo: expected, text: sample.sentences)?.language == sample.language)
    #expect(LanguageGuess(foreignTo: expected, text: sample.sentences)?.confidence ?? 0 > 0.8)
  }

  @Test func arabicStaysArabic() {
    for line in lines(LanguageSamples.arabic) {
      #expect(LanguageGuess(foreignTo: .arabic, text: line) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    "The café on Rue de la Paix is closed.", "Señor Gómez met Frau Müller in São Paulo.", "OK", "No", "Die hard",
    "Los Angeles", "Il Duomo", "Le Monde", "A la carte menu", "Angela Merkel und Co.", "Des Moines", "Enter a URL",
    "C'est la vie, he said.", "San José del Cabo", "in situ", "kubectl get pods -n default", "Van den Berg et al.",
  ])
  func englishStaysEnglish(text: String) { #expect(LanguageGuess(foreignTo: .english, text: text) == nil) }

  @Test(arguments: ["", " ", "123", "😀", "\u{200C}\u{200C}", "ـــ", "َُِ", "پ", "است", "'''", "ß"])
  func littleTellsNothing(text: String) {
    for language in Language.allCases {
      let guess = LanguageGuess(foreignTo: language, text: text)
      #expect(guess == nil || text == "است")
    }
  }

  /// False alarms on real text, where it is at hand.
  @Test(.enabled(if: SharedData.isPresent, "no shared data beside the checkout"))
  func falseAlarms() throws {
    var counts = [(all: 0, alarms: 0), (all: 0, alarms: 0)]
    let shows = ProcessInfo.processInfo.environment["WASL_SHOW"] != nil
    for file in SharedData.files("train", suffix: ".tsv") {
      var here = [0, 0, 0]
      // All of them take minutes in a debug build.
      for (number, line) in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").enumerated() {
        if !shows, number % 20 != 0 { continue }
        let sides = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard sides.count == 2 else { continue }
        here[2] += 1
        for (index, language) in [Language.arabic, .english].enumerated() {
          counts[index].all += 1
          guard let guess = LanguageGuess(foreignTo: language, text: sides[index]) else { continue }
          counts[index].alarms += 1
          here[index] += 1
          if shows { print("ALARM \(file.lastPathComponent) \(guess.language.rawValue) \(sides[index].prefix(120))") }
        }
      }
      print("\(file.lastPathComponent): \(here[2]) pairs, false alarms Arabic \(here[0]), English \(here[1])")
    }
    print(
      "false alarms: Arabic \(counts[0].alarms) of \(counts[0].all), English \(counts[1].alarms) of \(counts[1].all)")
    #expect(counts[0].alarms * 1000 <= counts[0].all)
    #expect(counts[1].alarms * 1000 <= counts[1].all)
  }
}
