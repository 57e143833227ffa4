import Testing
import TextChecks

@testable import WaslText

@Suite struct ArabicStemmerTests {
  static func candidates(_ stemmer: inout ArabicStemmer, _ word: String) -> [String] {
    var found: [String] = []
    let key = Array(word.utf8)
    stemmer.forEachCandidate(of: key.span) { candidate in
      found.append(candidate.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    return found
  }

  // A key, and what has to be among its candidates, in this order.
  @Test(arguments: [
    // The article and what stands before it
    ("الكتاب", ["كتاب"]),
    ("والكتاب", ["الكتاب", "كتاب"]),
    ("فالكتاب", ["الكتاب", "كتاب"]),
    ("بالكتاب", ["الكتاب", "كتاب"]),
    ("كالكتاب", ["الكتاب", "كتاب"]),
    ("للكتاب", ["الكتاب", "كتاب"]),
    ("وللكتاب", ["الكتاب", "كتاب"]),
    ("وبالكتاب", ["الكتاب", "كتاب"]),
    ("لليل", ["ليل"]),
    // Single proclitics
    ("وكتاب", ["كتاب"]),
    ("فكتب", ["كتب"]),
    ("بكتاب", ["كتاب"]),
    ("لكتاب", ["كتاب"]),
    ("ككتاب", ["كتاب"]),
    ("سيكتب", ["يكتب", "كتب"]),
    ("وسيكتب", ["سيكتب", "يكتب"]),
    ("وبكتاب", ["بكتاب", "كتاب"]),
    // Pronouns
    ("كتابه", ["كتاب"]),
    ("كتابها", ["كتاب"]),
    ("كتابهم", ["كتاب"]),
    ("كتابهما", ["كتاب"]),
    ("كتابنا", ["كتاب"]),
    ("كتابك", ["كتاب"]),
    ("كتابكم", ["كتاب"]),
    ("كتابي", ["كتاب"]),
    ("اعطاني", ["اعطي"]),
    // The spelling before a pronoun
    ("مدرسته", ["مدرسه"]),
    ("مدرستنا", ["مدرسه"]),
    ("سيارتي", ["سياره"]),
    ("اعضائها", ["اعضاء"]),
    ("ابناؤهم", ["ابناء"]),
    ("مستواه", ["مستوي"]),
    // Endings
    ("مدرسه", ["مدرس"]),
    ("سيارات", ["سياره", "سيار"]),
    ("معلمون", ["معلم"]),
    ("معلمين", ["معلم"]),
    ("كتابان", ["كتاب"]),
    ("سيارتان", ["سياره"]),
    ("سيارتين", ["سياره"]),
    ("كتابا", ["كتاب"]),
    ("كتبوا", ["كتب"]),
    ("كتبت", ["كتب"]),
    ("سياسيه", ["سياسي", "سياس"]),
    ("سياراتهم", ["سيارات", "سياره"]),
    // Both ends
    ("والمعلمون", ["المعلمون", "معلمون", "معلم"]),
    ("بكتابهم", ["كتاب"]),
    ("وسياراتهم", ["سياراتهم", "سياره"]),
    ("وبمدرستها", ["مدرسه"]),
    ("سيكتبون", ["يكتبون", "كتب"]),
    ("للمعلمين", ["المعلمين", "معلم"]),
    // The imperfect
    ("يكتب", ["كتب"]),
    ("تكتبون", ["كتب"]),
  ])
  func wordsHaveTheseCandidates(word: String, expected: [String]) {
    var stemmer = ArabicStemmer()
    let found = Self.candidates(&stemmer, word)
    let places = expected.map { found.firstIndex(of: $0) }
    #expect(places.allSatisfy { $0 != nil }, "\(found)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(found)")
  }

  /// What would leave too little, or is no Arabic word.
  @Test(arguments: ["من", "في", "ولد", "بيت", "له", "فم", "book", "2024", "ﷺ", "", "كتابa"])
  func shortWordsAndOthersHaveNone(word: String) {
    var stemmer = ArabicStemmer()
    #expect(Self.candidates(&stemmer, word) == [])
  }

  @Test(arguments: [("ابنها", "اب"), ("الاب", "ا"), ("وردة", "رد"), ("بلال", "ل"), ("سكر", "كر"), ("سبب", "بب")])
  func theseAreNoCandidates(word: String, unwanted: String) {
    var stemmer = ArabicStemmer()
    #expect(!Self.candidates(&stemmer, word).contains(unwanted))
  }

  /// On any string of letters: candidates are letters, differ from each other and from the word, are no
  /// longer than it, have two letters or more, and are not too many.
  @Test func candidatesAreWellFormed() {
    var stemmer = ArabicStemmer()
    var random = SeededRandom(seed: 8)
    let letters = Array("ابتسلوفكهمنيىةءئؤعر".unicodeScalars)
    for _ in 0..<20_000 {
      var word = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        word.unicodeScalars.append(letters.randomElement(using: &random)!)
      }
      let found = Self.candidates(&stemmer, word)
      #expect(Set(found).count == found.count && !found.contains(word) && found.count <= ArabicStemmer.most)
      for candidate in found {
        #expect(candidate.unicodeScalars.count >= 2 && candidate.utf8.count <= word.utf8.count, "\(word) \(found)")
      }
    }
  }
}
