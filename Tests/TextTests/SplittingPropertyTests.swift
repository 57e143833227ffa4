import Testing
import WaslBitext

@testable import WaslText

@Suite struct SplittingPropertyTests {
  @Test func everyCharacterLiesInOneRunAndNeighboursDiffer() {
    var random = RandomProse(seed: 11)
    for round in 0..<5000 {
      let string = random.text(pieces: 1 + round % 80)
      let text = SourceText(name: "random", bytes: Array(string.utf8))
      let runs = LanguageSplitter().split(text)
      var end = 0
      var language: Language?
      for run in runs {
        let between = text[end..<run.range.lowerBound]
        #expect(
          between.unicodeScalars.allSatisfy(isSpace), "lost \(between.debugDescription) of \(string.debugDescription)")
        #expect(!run.range.isEmpty, "\(string.debugDescription)")
        #expect(run.language != language, "\(string.debugDescription)")
        language = run.language
        end = run.range.upperBound
      }
      #expect(text[end..<text.bytes.count].unicodeScalars.allSatisfy(isSpace), "\(string.debugDescription)")
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }

  @Test func dominantLanguageCountsLetters() {
    func dominant(_ text: String) -> Language? {
      LanguageSplitter.dominantLanguage(of: SourceText(name: "test", bytes: Array(text.utf8)))
    }
    #expect(dominant("مرحبا world") == .arabic)
    #expect(dominant("hello worlds عالم") == .english)
    #expect(dominant("12 + ٣ = 東京 🙏") == nil)
    #expect(dominant("") == nil)
    #expect(dominant("\u{FEDB}\u{FE98}\u{FE8E}\u{FE8F} abc") == .arabic)
  }

  /// The logarithm of the layouts' probabilities is ours, as the standard library has none.
  @Test(arguments: [(1.0, 0.0), (2.718281828459045, 1.0), (0.5, -0.6931472), (1e-9, -20.723266), (1234.5, 7.118421)])
  func logarithmIsExact(value: Double, expected: Double) {
    #expect(abs(Double(NaturalLogarithm.of(value)) - expected) < 1e-5)
  }
}
