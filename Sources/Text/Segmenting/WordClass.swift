/// What the segmenter knows of a word, from the data files `Data/segmentation.*.txt`.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt16

  /// Abbreviated before a name: `Dr.` `د.` Its full stop never ends a sentence.
  static let title = WordClass(rawValue: 1 << 0)
  /// Abbreviated before a number: `No.` `p.` `ص.` Before anything else it is a plain word.
  static let number = WordClass(rawValue: 1 << 1)
  /// Abbreviated inside a sentence only: `e.g.` `vs.`
  static let inner = WordClass(rawValue: 1 << 2)
  /// Abbreviated inside a sentence or at its end: `U.S.` `Inc.` `ق.م.` The next word decides.
  static let either = WordClass(rawValue: 1 << 3)
  /// Abbreviated, and before a capital nearly always at the sentence's end: `etc.` `p.m.`
  static let ending = WordClass(rawValue: 1 << 4)
  /// A word that sentences often start with and names do not: `The` `وقد`
  static let starter = WordClass(rawValue: 1 << 5)
  /// Names of days, months and time zones, which follow `p.m.` in the same sentence.
  static let date = WordClass(rawValue: 1 << 6)
  /// Verbs after a quoted question: `said` `سأل`
  static let reporting = WordClass(rawValue: 1 << 7)
  /// Names written with an exclamation mark: `Yahoo!`
  static let exclamation = WordClass(rawValue: 1 << 8)
  /// Words that are numbered at the start of a heading: `Article 5.` `المادة 5.`
  static let heading = WordClass(rawValue: 1 << 9)

  /// Names of Latin letters in Arabic script, which spell initials: `دي. كي. أريا`
  static let letterName = WordClass(rawValue: 1 << 10)

  /// Joins a clause to the one before: `ثم` `لكن`. After a quoted question or an ellipsis the sentence goes on.
  static let conjunction = WordClass(rawValue: 1 << 11)
  /// Prepositions, with which sentences start, but which after an ellipsis go on with one.
  static let preposition = WordClass(rawValue: 1 << 12)
  /// What follows an era or a measure in the same sentence: `سنة 450هـ. الموافق`
  static let aside = WordClass(rawValue: 1 << 13)
  /// Words of their own, although they look like an abbreviation behind a proclitic: `ولد`
  static let plain = WordClass(rawValue: 1 << 14)

  static let names: [(name: StaticString, value: WordClass)] = [
    ("title", .title), ("number", .number), ("inner", .inner), ("either", .either), ("ending", .ending),
    ("starter", .starter), ("date", .date), ("reporting", .reporting), ("exclamation", .exclamation),
    ("heading", .heading), ("letter", .letterName), ("conjunction", .conjunction),
    ("preposition", .preposition), ("aside", .aside), ("plain", .plain),
  ]
}
