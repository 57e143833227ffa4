import WaslAligning
import WaslBitext

/// Documents with the structure of documents, and what goes wrong in them.
enum RandomDocument {
  private static let arabic = [
    "كتاب", "قال", "المدينة", "وُلِدَ", "في", "من", "الـــبيت", "٢٠١٩", "أحمد", "د. سامي", "والطلاب", "12", "NATO", "ﻼ",
    "الأمم", "المتحدة", "قرار", "مجلس", "لا", "ق.م.", "سنة", "اً\u{0651}\u{064B}\u{0652}", "\u{200F}", "(أ)", "«نعم»",
  ]
  private static let english = [
    "the", "book", "City", "said", "Dr. Sami", "students", "2019", "12%", "iPhone", "don't", "e.g.", "house", "United",
    "Nations", "decision", "council", "no", "B.C.", "year", "cafe\u{301}", "كتاب", "(a)", "“yes”", "http://a.b/c?d=e",
  ]
  private static let marks = [
    ".", ".", ".", ".", "!", "?", "؟", "…", "", ":", "؛", ",", "\u{200F}.", ".\u{200B}", "!?»", "،",
  ]
  private static let ends = [
    " ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\t", "\u{0C}", "", "🙏", "\u{0}", "\n---\n",
    "\u{202E}",
  ]

  /// From nothing to a few hundred sentences, now and then the same one over and over.
  static func text(_ random: inout SplitMix64, scripts: [Bool]) -> [UInt8] {
    var text = random.chance(2) ? "" : random.pick(["\u{FEFF}", "\n", "---\n", "1. ", "«"])
    let sentences = random.below(random.chance(12) ? 250 : 14)
    let isHalves = random.chance(2)
    var repeated: String?
    for number in 0..<sentences {
      let isArabic = scripts.count == 1 ? scripts[0] : isHalves ? number * 2 < sentences : random.pick(scripts)
      let words = isArabic ? arabic : english
      var sentence = ""
      for _ in 0..<random.below(random.chance(20) ? 120 : 9) { sentence += random.pick(words) + " " }
      sentence += random.pick(marks) + random.pick(ends)
      if random.chance(30) { repeated = sentence }
      if random.chance(60) { repeated = nil }
      if random.chance(80) {
        sentence = String(repeating: random.pick(["ـ", "\u{064B}", "a", "\u{301}", ".", "«", "؟"]), count: 3_000)
      }
      text += repeated ?? sentence
    }
    return Array(text.utf8)
  }

  /// Numbers as the aligner takes them, with all that may be odd about them.
  static func problem(_ random: inout SplitMix64) -> AlignmentProblem {
    let dimension = random.pick([0, 8])
    let types = 1 + random.below(30)
    let most = random.chance(10) ? 900 : 14
    func odd(_ value: Float) -> Float {
      random.chance(200) ? random.pick([.nan, .infinity, -1, 0, 1e38, .leastNonzeroMagnitude]) : value
    }
    func side() -> Side {
      let count = random.below(most)
      var (tokens, offsets): ([Int32], [Int32]) = ([], [0])
      for _ in 0..<count {
        for _ in 0..<random.below(7) { tokens.append(Int32(random.below(types))) }
        offsets.append(Int32(tokens.count))
      }
      return Side(
        lengths: (0..<count).map { _ in odd(Float(random.below(200))) }, tokenOffsets: offsets, tokens: tokens,
        nullProbability: (0..<types).map { _ in odd(Float.random(in: 0.1...0.9, using: &random)) },
        marks: (0..<count).map { _ in Marks(rawValue: UInt16(random.below(256))) },
        startsParagraph: (0..<count).map { _ in random.chance(3) },
        vectors: (0..<count * dimension).map { _ in odd(Float.random(in: -1...1, using: &random)) })
    }
    // The same link may stand twice.
    let links = LinkTable(
      (0..<types).map { _ in
        (0..<random.below(6)).map { _ in
          LinkTable.Link(
            source: Int32(random.below(types)), targetRatio: odd(Float(random.below(5000))),
            sourceRatio: odd(Float(random.below(5000))))
        }
      })
    return AlignmentProblem(source: side(), target: side(), links: links, vectorDimension: dimension)
  }
}
