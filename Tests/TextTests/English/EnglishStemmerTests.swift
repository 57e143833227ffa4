import Testing
import TextChecks

@testable import WaslText

@Suite struct EnglishStemmerTests {
  static func candidates(_ stemmer: inout EnglishStemmer, _ word: String) -> [String] {
    var found: [String] = []
    let key = Array(word.utf8)
    stemmer.forEachCandidate(of: key.span) { candidate in
      found.append(candidate.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    return found
  }

  // The first candidate, unless the word is its own base form.
  @Test(arguments: [
    ("books", "book"), ("houses", "house"), ("boxes", "box"), ("churches", "church"), ("wishes", "wish"),
    ("classes", "class"), ("cities", "city"), ("heroes", "hero"), ("moves", "move"), ("countries", "country"),
    ("makes", "make"), ("passes", "pass"), ("days", "day"), ("uses", "use"), ("shoes", "sho"),
    ("walked", "walk"), ("stopped", "stop"), ("hoped", "hope"), ("tried", "try"), ("passed", "pass"),
    ("used", "use"), ("changed", "change"), ("believed", "believe"), ("created", "create"), ("produced", "produce"),
    ("visited", "visit"), ("rained", "rain"), ("called", "call"), ("died", "die"), ("managed", "manage"),
    ("required", "require"), ("opened", "open"), ("settled", "settle"), ("argued", "argue"), ("closed", "close"),
    ("making", "make"), ("running", "run"), ("walking", "walk"), ("falling", "fall"), ("changing", "change"),
    ("studying", "study"), ("being", "be"), ("having", "have"), ("lying", "lie"), ("using", "use"),
    ("bigger", "big"), ("biggest", "big"), ("larger", "large"), ("happier", "happy"), ("happiest", "happy"),
    ("faster", "fast"), ("teacher", "teach"), ("longer", "long"), ("newest", "new"), ("smaller", "small"),
    ("went", "go"), ("gone", "go"), ("children", "child"), ("men", "man"), ("women", "woman"), ("feet", "foot"),
    ("wrote", "write"), ("written", "write"), ("better", "good"), ("lives", "life"), ("people", "person"),
    ("was", "be"), ("don't", "do"), ("crises", "crisis"), ("them", "they"), ("an", "a"),
  ])
  func baseForms(word: String, base: String) {
    var stemmer = EnglishStemmer()
    #expect(Self.candidates(&stemmer, word).first == base, "\(Self.candidates(&stemmer, word))")
  }

  // Somewhere among the candidates.
  @Test(arguments: [
    ("hoping", "hop"), ("hoping", "hope"), ("shoes", "shoe"), ("movies", "movie"), ("wolves", "wolf"), ("ties", "tie"),
    ("buses", "bus"), ("quizzes", "quiz"), ("cancelled", "cancel"), ("focusing", "focus"), ("writer", "write"),
    ("baker", "bake"), ("bathing", "bathe"), ("judging", "judge"), ("axes", "axis"),
    ("continued", "continue"), ("gloves", "glove"), ("shelves", "shelf"),
  ])
  func someCandidateIs(word: String, base: String) {
    var stemmer = EnglishStemmer()
    #expect(Self.candidates(&stemmer, word).contains(base), "\(Self.candidates(&stemmer, word))")
  }

  @Test(arguments: [
    "sing", "king", "thing", "red", "bed", "glass", "bus", "this", "status", "feed", "need", "her", "rest", "2024",
    "كتاب", "café", "", "a", "analysis", "string",
  ])
  func theseAreTheirOwnBaseForms(word: String) {
    var stemmer = EnglishStemmer()
    #expect(Self.candidates(&stemmer, word) == (["this": [], "her": ["she"]][word] ?? []))
  }

  @Test func candidatesAreWellFormed() {
    var stemmer = EnglishStemmer()
    var random = SeededRandom(seed: 9)
    let letters = Array("abdeginorstvyz'".utf8)
    for _ in 0..<20_000 {
      let stem = (0..<Int.random(in: 0...6, using: &random)).map { _ in letters.randomElement(using: &random)! }
      let ending = ["", "s", "es", "ies", "ed", "ied", "ing", "er", "est"].randomElement(using: &random)!
      let word = String(decoding: stem, as: UTF8.self) + ending
      let found = Self.candidates(&stemmer, word)
      #expect(Set(found).count == found.count && !found.contains(word) && found.count <= 6, "\(word) \(found)")
      #expect(found.allSatisfy { !$0.isEmpty && $0.utf8.count <= max(word.utf8.count, 10) }, "\(word) \(found)")
    }
  }

  /// No form is listed twice on a line, and no base form is its own form.
  @Test func theTableIsClean() {
    var seen: Set<String> = []
    for (form, base) in EnglishIrregularForms.bases {
      #expect(form != base)
      #expect(seen.insert("\(form) \(base)").inserted, "\(form)")
    }
    #expect(seen.count > 300)
  }
}
