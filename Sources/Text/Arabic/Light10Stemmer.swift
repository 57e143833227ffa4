/// The light10 stemmer of Larkey, Ballesteros and Connell ("Light Stemming for Arabic Information Retrieval", 2007),
/// for comparison with other people's indexes. It cuts blindly: `والكتاب` is `كتاب`, but `ولد` stays only for being short.
///
/// Its normalisation of letters and marks is `NormalizationOptions.lucene`. Lucene's own stemmer differs in one thing:
/// it takes either the conjunction or the article from a word, this one, as published, both (`وللكتاب`: `كتاب`).
public enum Light10Stemmer {
  private static let conjunction = bytes("و")
  private static let articles = ["ال", "وال", "بال", "كال", "فال", "لل"].map(bytes)
  private static let suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"].map(bytes)

  private static func bytes(_ letters: String) -> [UInt8] { Array(letters.utf8) }

  /// What is left of a word: the conjunction goes if three letters remain, an article if two do, then each suffix
  /// in turn if two remain.
  ///
  /// - Parameter word: letters of U+0600–06FF in UTF-8, under `NormalizationOptions.lucene`.
  public static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var word = word
    // A letter has two bytes.
    if word.starts(with: conjunction), word.count >= 2 + 6 { word = word.dropFirst(2) }
    if let article = articles.first(where: { word.starts(with: $0) && word.count >= $0.count + 4 }) {
      word = word.dropFirst(article.count)
    }
    for suffix in suffixes where word.count >= suffix.count + 4 && word.suffix(suffix.count).elementsEqual(suffix) {
      word = word.dropLast(suffix.count)
    }
    return word
  }

  /// Puts the stem for each word of Arabic letters in a text that has been normalised.
  ///
  /// - Parameter bytes: UTF-8. Marks that the normalisation leaves belong to the word.
  public static func stemWords(in bytes: [UInt8], into output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      var end = index
      while end + 1 < bytes.count, bytes[end] & 0xFC == 0xD8, isPartOfWord(bytes[end], bytes[end + 1]) { end += 2 }
      if end > index {
        output.append(contentsOf: stem(bytes[index..<end]))
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
  }

  private static func isPartOfWord(_ lead: UInt8, _ tail: UInt8) -> Bool {
    let scalarClass = ScalarClass(UInt32(lead & 0x1F) << 6 | UInt32(tail & 0x3F))
    return scalarClass == .arabicLetter || scalarClass == .mark
  }
}
