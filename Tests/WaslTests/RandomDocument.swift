/// Seeded random documents: sentences, headings, numbers and debris in both scripts, in any layout.
struct RandomDocument: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  private static let arabic = [
    "كتاب", "قال", "المدينة", "وُلِدَ", "في", "من", "الـــبيت", "٢٠١٩", "أحمد", "د. سامي", "والطلاب", "12", "NATO", "ﻼ",
  ]
  private static let english = [
    "the", "book", "City", "said", "Dr. Sami", "students", "2019", "12%", "iPhone", "كتاب", "don't", "e.g.", "house",
  ]
  private static let marks = [".", ".", ".", "!", "?", "؟", "…", "", ":", "؛", ",", "\u{200F}.", ".\u{200B}", "!?»"]
  private static let ends = [" ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\t", "\u{0C}", "", "🙏"]

  /// Up to `most` sentences, the last without an end.
  mutating func text(_ languages: [Bool], most: Int) -> String {
    var text = Bool.random(using: &self) ? "" : ["\u{FEFF}", "\n", "---\n", "1. ", "«"].randomElement(using: &self)!
    for _ in 0..<Int.random(in: 0...most, using: &self) {
      let words = languages.randomElement(using: &self)! ? Self.arabic : Self.english
      for _ in 0..<Int.random(in: 0...8, using: &self) { text += words.randomElement(using: &self)! + " " }
      text += Self.marks.randomElement(using: &self)! + Self.ends.randomElement(using: &self)!
    }
    return text
  }

  /// Lines for `--presplit`, blank ones among them.
  mutating func lines(isArabic: Bool, most: Int) -> String {
    let words = isArabic ? Self.arabic : Self.english
    return (0..<Int.random(in: 1...most, using: &self)).map { _ in
      (0..<Int.random(in: 0...6, using: &self)).map { _ in words.randomElement(using: &self)! }.joined(separator: " ")
        + "\n"
    }.joined()
  }
}
