public import WaslBitext
internal import WaslText

/// A place of a word in its sentence that says something of where sentences end.
public enum SentenceEdge: UInt64, CaseIterable, Sendable {
  case arabicFirst = 1
  case arabicLast
  /// Of words that start with a capital letter.
  case englishFirst
  case englishLast
  /// Not a place: inside a sentence, with a capital letter against without one.
  case englishCapital

  public static func first(_ language: Language) -> SentenceEdge { language == .arabic ? .arabicFirst : .englishFirst }
  public static func last(_ language: Language) -> SentenceEdge { language == .arabic ? .arabicLast : .englishLast }

  private var isFirst: Bool { self == .arabicFirst || self == .englishFirst }

  /// What a word is looked up by.
  package func hash(word: Span<UInt8>) -> UInt64 { mixed(KeyHash.hash(word)) }

  /// What a word that is not known is looked up by: its first two letters for the first word, its last for the last.
  package func hash(affixOf word: Span<UInt8>) -> UInt64 {
    var letters = 0
    if isFirst {
      var end = 0
      while end < word.count {
        if word[end] & 0xC0 != 0x80 {
          if letters == 2 { break }
          letters += 1
        }
        end += 1
      }
      return mixed(KeyHash.hash(word.extracting(0..<end)) ^ 1)
    }
    var start = word.count
    while start > 0, letters < 2 {
      start -= 1
      if word[start] & 0xC0 != 0x80 { letters += 1 }
    }
    return mixed(KeyHash.hash(word.extracting(start..<word.count)) ^ 1)
  }

  private func mixed(_ hash: UInt64) -> UInt64 { (hash ^ rawValue &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9 }
}
