import WaslBitext

/// What stands between two words, from the weakest break to the strongest.
enum GapKind: UInt8, CaseIterable {
  /// Nothing but a space, a comma, a bracket.
  case middle
  /// The same, and the next word starts with a capital.
  case capital
  /// A tab, or a dash, bar or slash between spaces.
  case column
  /// A sentence's final punctuation.
  case sentence
  case line
  /// A blank line.
  case paragraph
}

/// Words of one script with no break between them: what the splitter gives a language to.
struct ScriptUnit {
  /// From the first letter of the first word to the last letter of the last word.
  var range: Range<Int>
  /// The language that is written in the unit's script.
  var script: Language
  /// What stands before the unit.
  var gap: GapKind
  /// How unlikely these words are in an Arabic text: −log of their probability, in nats.
  var arabicCost: Float
  /// The same in an English text.
  var englishCost: Float
}

/// What a word costs in a text of either language, in nats.
///
/// Rough shares counted in technical and news prose: a word in twenty of an Arabic text is in Latin letters,
/// a word in a hundred of an English one in Arabic letters, and a foreign word is followed by another foreign
/// word about every second time. Common English function words (`the`, `of`) are what a Latin term inside
/// Arabic prose rarely holds, and an address or a version number says little about the language around it.
enum WordCost {
  static let own: Float = 0.05
  static let firstLatin: Float = 3
  static let nextLatin: Float = 0.7
  static let functionWord: Float = 1.2
  static let firstTechnical: Float = 1.2
  static let nextTechnical: Float = 0.4
  static let firstArabic: Float = 4.5
  static let nextArabic: Float = 1.2
}
