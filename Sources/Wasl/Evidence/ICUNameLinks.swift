internal import WaslAligning
internal import WaslText

/// Links from what ICU knows of both languages: the names of territories, languages, currencies, months and
/// weekdays, and numbers in words or digits. It needs no model.
struct ICUNameLinks: LinkSource {
  func addLinks(_ source: DocumentVocabulary, _ target: DocumentVocabulary, to lists: inout [[LinkTable.Link]]) {
    PhraseLinks(table: Self.table).addLinks(source, target, to: &lists)
  }

  /// Made when the first documents are aligned: it takes a few milliseconds. Empty where ICU's data are missing, without
  /// which there is no aligner either.
  private static let table: PhraseTable = {
    var table = PhraseTable()
    guard let tokenizer = try? KeyTokenizer() else { return table }
    var heads: Set<Substring> = []
    for entry in ICUNames.all() {
      table.add(arabic: entry.arabic, english: entry.english, ratio: ratio(entry), tokenizer: tokenizer)
      // The dinar of any country is a dinar: it stands first in Arabic and last in English.
      if entry.kind == .currency,
        let arabic = entry.arabic[0].split(separator: " ").first,
        let english = entry.english[0].split(separator: " ").last,
        arabic.utf8.count < entry.arabic[0].utf8.count, heads.insert(english).inserted
      {
        table.add(arabic: [String(arabic)], english: [String(english)], ratio: common, tokenizer: tokenizer)
      }
    }
    return table
  }()

  private static let rare: Float = 1_000
  /// Words such as "one" are met by chance far more often.
  private static let common: Float = 100

  private static func ratio(_ entry: ICUNames.Entry) -> Float {
    if case .number(let value) = entry.kind, value <= 12 { return common }
    return rare
  }
}
