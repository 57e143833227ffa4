/// Seeded random text over what matters to splitting and segmenting: both scripts, all line ends, brackets and
/// quotation marks, abbreviations, marks and invisible characters, other scripts, emoji.
struct RandomProse: RandomNumberGenerator {
  private var state: UInt64
  private let pieces: [String]

  init(seed: UInt64, pieces: [String] = Self.pieces) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    self.pieces = pieces
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  static let pieces: [String] = [
    " ", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}", "\u{A0}", "\u{0C}",
    ".", ".", ".", "!", "?", "؟", "۔", "…", "...", "؛", ";", ":", "،", ",", "-", "–", "•", "*", "#", "/", "@", "&amp;",
    "(", ")", "[", "]", "{", "}", "«", "»", "“", "”", "‘", "’", "\"", "'", "[12]", "(!)",
    "The", "he", "Mr", "U.S", "etc", "p.m", "No", "Vol", "II", "I", "a", "Z", "iPhone", "said", "example.org", "Yahoo",
    "قال", "وقد", "د", "أ.د", "ق.م", "هـ", "ص", "كلمة", "ثُمَّ", "دي", "كي", "المادة", "و",
    "1", "12", "1999", "٣", "3.5", "٣٫٥", "2-", "ب-", "(أ)", "iv",
    "\u{200F}", "\u{200B}", "\u{FEFF}", "\u{64E}", "\u{301}", "\u{0}", "é", "ß", "東", "я", "🙏", "👩‍👩‍👧", "\u{10FFFF}",
    "\u{FDFA}", "ﻼ",
  ]

  /// Numbers of verses and notes among words, and little else.
  static let numbered: [String] = [
    " ", " ", " ", " ", " ", "\n", ".", "؟", "»", "«", "۝", "۝١", " ﴿٢﴾ ", " (1) ", " (2) ", " (٣) ", "\u{A0}٢ ", "٣۝",
    ".1 ", ".² ", ".(3) ", "†", "ود", "لد", "ثم", "كلمة", "قال", "بيت", "وقد", "Word", "The", "lower", "2023م", "...",
  ]

  mutating func text(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += pieces[Int(next() % UInt64(pieces.count))] }
    return text
  }
}
