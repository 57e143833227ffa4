import Testing
import Wasl
import WaslBitext

/// Documents of which one side has what the other lacks, made from the sample documents.
@Suite struct RobustnessTests {
  enum Kind: String, CaseIterable {
    case unchanged, prefaceOnArabic, prefaceOnEnglish, appendix, missingChapter, contentsOnOneSide, articlesOnOneSide
    case verseNumbersOnOneSide, blockOfAll, firstFifth, everyFifth

    /// What was measured less a little: strict F1, and F1 of the gaps alone.
    var floors: (all: Double, gaps: Double) {
      switch self {
      case .unchanged: (0.93, 0.5)
      case .verseNumbersOnOneSide: (0.9, 0.9)
      case .firstFifth: (0.8, 0.8)
      case .everyFifth: (0.6, 0.6)
      default: (0.9, 0.85)
      }
    }
  }

  private typealias Part = MadeDocument.Part

  private static func gap(_ line: String, isArabic: Bool) -> Part {
    isArabic ? Part(arabic: [line], english: []) : Part(arabic: [], english: [line])
  }

  /// One side of parts alone.
  private static func alone(_ parts: some Sequence<Part>, isArabic: Bool) -> [Part] {
    parts.flatMap { part in (isArabic ? part.arabic : part.english).map { gap($0, isArabic: isArabic) } }
  }

  private static func parts(_ kind: Kind, isArabic: Bool) throws -> [Part] {
    let text = try MadeDocument.sample(["contract", "minutes", "report"])
    let other = try MadeDocument.sample(["science", "tale", "letters"])
    switch kind {
    case .unchanged: return text
    case .prefaceOnArabic: return alone(other.prefix(25), isArabic: true) + text
    case .prefaceOnEnglish: return alone(other.prefix(25), isArabic: false) + text
    case .appendix: return text + alone(other.prefix(25), isArabic: isArabic)
    case .missingChapter: return text[..<50] + alone(text[50..<80], isArabic: isArabic) + text[80...]
    case .contentsOnOneSide:
      let titles = (1...8).map { isArabic ? "الفصل \($0) ص \($0 * 7)" : "Chapter \($0) p. \($0 * 7)" }
      return titles.map { gap($0, isArabic: isArabic) } + text
    case .articlesOnOneSide:
      return text.enumerated().flatMap { number, part in
        number % 5 == 0 ? [gap(isArabic ? "البند \(number)" : "Item \(number)", isArabic: isArabic), part] : [part]
      }
    case .verseNumbersOnOneSide:
      return text.enumerated().flatMap { [gap("\($0 + 1)", isArabic: isArabic), $1] }
    case .blockOfAll: return text[..<70] + alone(other, isArabic: isArabic) + text[70...]
    case .firstFifth: return text[..<30] + alone(text[30...], isArabic: isArabic)
    case .everyFifth:
      return text.enumerated().flatMap { number, part in
        number % 5 == 0 ? [part] : alone([part], isArabic: isArabic)
      }
    }
  }

  @Test(arguments: Kind.allCases, [true, false])
  func whatOneSideLacksStaysAlone(kind: Kind, isArabic: Bool) throws {
    let made = MadeDocument(try Self.parts(kind, isArabic: isArabic))
    let score = made.score(try DocumentAligner().align(made.arabic, made.english).alignment)
    #expect(score.all >= kind.floors.all, "\(kind) \(isArabic): \(score.all)")
    #expect(score.gaps >= kind.floors.gaps, "\(kind) \(isArabic): \(score.gaps)")
  }
}
