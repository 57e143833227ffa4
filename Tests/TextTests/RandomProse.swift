/// Seeded random text over what matters to splitting and segmenting: both scripts, all line ends, brackets and
/// quotation marks, abbreviations, marks and invisible characters, other scripts, emoji.
struct RandomProse: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

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
    "\u{FDFA}", "ﻼ", "۝", "۝١", "﴿٢﴾", "(1)", "(2)", " (٣) ", "\u{A0}٢", ".1", ".²", ".(3)", "†", "ود", "لد", "ثم",
  ]

  mutating func text(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += Self.pieces[Int(next() % UInt64(Self.pieces.count))] }
    return text
  }
}
