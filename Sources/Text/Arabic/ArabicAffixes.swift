/// The affixes of Arabic that `ArabicStemmer` knows, as they stand in match keys: alef without hamza, yeh for
/// alef maksura, heh for teh marbuta.
///
/// The inventory is that of traditional grammar: proclitic conjunctions, prepositions and the future
/// marker, the article; pronoun enclitics; the endings of number, gender, case (the alef of tanwin) and
/// nisba; the prefixes of the imperfect. `cost` orders the candidates, the surer ones first.
struct ArabicAffix: Sendable {
  var letters: String
  /// What stands in its place in the candidate.
  var replacement = ""
  /// How many letters must be left of the word.
  var minimumStem: Int
  var cost: Int
  /// A prefix counts only before one of these letters; empty for any.
  var condition = ""
  /// A suffix before which the word's end changes its spelling.
  var isPronoun = false

  static let prefixes: [ArabicAffix] = [
    Self(letters: "", minimumStem: 0, cost: 0),
    // The article
    Self(letters: "ال", minimumStem: 2, cost: 1),
    Self(letters: "وال", minimumStem: 2, cost: 2),
    Self(letters: "فال", minimumStem: 2, cost: 3),
    Self(letters: "بال", minimumStem: 2, cost: 2),
    Self(letters: "كال", minimumStem: 2, cost: 3),
    Self(letters: "وبال", minimumStem: 2, cost: 3),
    Self(letters: "فبال", minimumStem: 2, cost: 4),
    Self(letters: "وكال", minimumStem: 2, cost: 4),
    // What stands before the article, which stays
    Self(letters: "وال", replacement: "ال", minimumStem: 2, cost: 1),
    Self(letters: "فال", replacement: "ال", minimumStem: 2, cost: 1),
    Self(letters: "بال", replacement: "ال", minimumStem: 2, cost: 1),
    Self(letters: "كال", replacement: "ال", minimumStem: 2, cost: 2),
    Self(letters: "وبال", replacement: "ال", minimumStem: 2, cost: 2),
    Self(letters: "فبال", replacement: "ال", minimumStem: 2, cost: 2),
    Self(letters: "وكال", replacement: "ال", minimumStem: 2, cost: 3),
    // ل swallows the article's alef
    Self(letters: "لل", replacement: "ال", minimumStem: 2, cost: 1),
    Self(letters: "لل", minimumStem: 2, cost: 2),
    Self(letters: "ولل", replacement: "ال", minimumStem: 2, cost: 2),
    Self(letters: "ولل", minimumStem: 2, cost: 3),
    Self(letters: "فلل", replacement: "ال", minimumStem: 2, cost: 2),
    Self(letters: "فلل", minimumStem: 2, cost: 4),
    // Single letters
    Self(letters: "و", minimumStem: 3, cost: 1),
    Self(letters: "ف", minimumStem: 3, cost: 2),
    Self(letters: "ب", minimumStem: 3, cost: 2),
    Self(letters: "ل", minimumStem: 3, cost: 2),
    Self(letters: "ك", minimumStem: 3, cost: 4),
    Self(letters: "س", minimumStem: 3, cost: 2, condition: "يتنا"),
    Self(letters: "وب", minimumStem: 3, cost: 3),
    Self(letters: "ول", minimumStem: 3, cost: 3),
    Self(letters: "وك", minimumStem: 3, cost: 5),
    Self(letters: "فب", minimumStem: 3, cost: 4),
    Self(letters: "فل", minimumStem: 3, cost: 4),
    Self(letters: "وس", minimumStem: 3, cost: 3, condition: "يتنا"),
    Self(letters: "فس", minimumStem: 3, cost: 3, condition: "يتنا"),
    // The imperfect
    Self(letters: "ي", minimumStem: 3, cost: 5),
    Self(letters: "ت", minimumStem: 3, cost: 5),
    Self(letters: "ن", minimumStem: 3, cost: 6),
    Self(letters: "وي", minimumStem: 3, cost: 6),
    Self(letters: "وت", minimumStem: 3, cost: 6),
    Self(letters: "سي", minimumStem: 3, cost: 5),
    Self(letters: "ست", minimumStem: 3, cost: 5),
    Self(letters: "لي", minimumStem: 3, cost: 6),
    Self(letters: "لت", minimumStem: 3, cost: 6),
  ]

  static let suffixes: [ArabicAffix] = [
    Self(letters: "", minimumStem: 0, cost: 0),
    // Pronouns. A single heh is a pronoun or teh marbuta.
    Self(letters: "ه", minimumStem: 3, cost: 1, isPronoun: true),
    Self(letters: "ها", minimumStem: 2, cost: 2, isPronoun: true),
    Self(letters: "هم", minimumStem: 2, cost: 2, isPronoun: true),
    Self(letters: "هن", minimumStem: 3, cost: 4, isPronoun: true),
    Self(letters: "هما", minimumStem: 2, cost: 2, isPronoun: true),
    Self(letters: "نا", minimumStem: 2, cost: 3, isPronoun: true),
    Self(letters: "ك", minimumStem: 3, cost: 3, isPronoun: true),
    Self(letters: "كم", minimumStem: 2, cost: 2, isPronoun: true),
    Self(letters: "كن", minimumStem: 3, cost: 5, isPronoun: true),
    Self(letters: "كما", minimumStem: 3, cost: 3, isPronoun: true),
    Self(letters: "ي", minimumStem: 3, cost: 3, isPronoun: true),
    Self(letters: "ني", minimumStem: 3, cost: 3, isPronoun: true),
    // Number, gender, case
    Self(letters: "ا", minimumStem: 3, cost: 1),
    Self(letters: "ات", replacement: "ه", minimumStem: 3, cost: 2),
    Self(letters: "ات", minimumStem: 3, cost: 2),
    Self(letters: "ون", minimumStem: 3, cost: 2),
    Self(letters: "ين", minimumStem: 3, cost: 2),
    Self(letters: "ان", minimumStem: 3, cost: 2),
    Self(letters: "تان", replacement: "ه", minimumStem: 3, cost: 2),
    Self(letters: "تين", replacement: "ه", minimumStem: 3, cost: 2),
    Self(letters: "وا", minimumStem: 2, cost: 1),
    Self(letters: "ت", minimumStem: 3, cost: 3),
    Self(letters: "تم", minimumStem: 3, cost: 4),
    // Nisba: the yeh of yeh marbuta comes off with it.
    Self(letters: "يه", minimumStem: 3, cost: 4),
    Self(letters: "يا", minimumStem: 3, cost: 4),
    // A pronoun behind an ending
    Self(letters: "اته", replacement: "ه", minimumStem: 3, cost: 4),
    Self(letters: "اتها", replacement: "ه", minimumStem: 3, cost: 4),
    Self(letters: "اتهم", replacement: "ه", minimumStem: 3, cost: 4),
    Self(letters: "اتنا", replacement: "ه", minimumStem: 3, cost: 4),
    Self(letters: "اته", minimumStem: 3, cost: 4),
    Self(letters: "اتها", minimumStem: 3, cost: 4),
    Self(letters: "اتهم", minimumStem: 3, cost: 4),
    Self(letters: "اتنا", minimumStem: 3, cost: 4),
    Self(letters: "يها", minimumStem: 3, cost: 5),
    Self(letters: "يهم", minimumStem: 3, cost: 5),
    Self(letters: "يهما", minimumStem: 3, cost: 5),
    Self(letters: "وه", minimumStem: 3, cost: 5),
    Self(letters: "وها", minimumStem: 3, cost: 5),
    Self(letters: "وهم", minimumStem: 3, cost: 5),
  ]

  /// How a word's end is spelled before a pronoun, and how without it: teh marbuta opens, hamza takes a
  /// carrier, alef maksura becomes alef.
  static let endingsBeforePronouns: [(before: String, alone: String)] = [
    ("ت", "ه"), ("ائ", "اء"), ("اؤ", "اء"), ("ا", "ي"),
  ]
}
