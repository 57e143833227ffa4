/// A word or phrase of the lists, a number in digits, or a sign.
struct ValueItem {
  enum Kind { case word, literal, sign }

  var kind: Kind
  var start: Int
  var end: Int
  /// Of the word in the lists, -1 for other words.
  var place = -1
  /// The hash under which it was found, and that of the whole word.
  var found: UInt64 = 0
  var whole: UInt64 = 0
  /// The same for a word that only starts phrases.
  var phrasePlace = -1
  var phraseFound: UInt64 = 0
  var sign: UInt32 = 0
  var literal = -1
  /// Whether a space stands before it.
  var isSpaced = false
  /// Arabic proclitics: و, the article, a preposition.
  var hasAnd = false
  var hasArticle = false
  var hasPreposition = false
  /// An Arabic dual: two of what the word says.
  var isDual = false
  var isCapitalised = false
  var letters = 0
}
