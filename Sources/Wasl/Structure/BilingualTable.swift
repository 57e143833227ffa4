internal import WaslBitext

/// A table that has both languages side by side: which column belongs to which, and which columns say the same.
///
/// A translator's table has a column for each language, a form often a number beside each text as well:
///
///     1. | The tenant pays the rent. | يدفع المستأجر الأجرة. | 1.
///
/// Numbers belong to the text that they stand beside. Where a single column of numbers serves both languages, it has no
/// counterpart.
struct BilingualTable {
  /// The language of each column.
  let languages: [Language]
  /// The columns of a language, in the order of the file.
  let arabic: [Int]
  let english: [Int]
  /// Columns of numbers that serve both languages.
  let shared: Set<Int>

  /// - Returns: nil unless some columns are Arabic and some English.
  init?(_ table: Table, of text: SourceText) {
    guard table.columnCount >= 2, table.columnCount <= 64 else { return nil }
    var columns = Array(repeating: CellLetters(), count: table.columnCount)
    var directions = Array(repeating: (rtl: 0, ltr: 0), count: table.columnCount)
    var rowsWithBoth = 0
    for row in table.rows {
      var found: Set<Language> = []
      for cell in row {
        let letters = CellLetters(text[text.bytes(ofBlocks: cell.blocks)])
        if let language = letters.language { found.insert(language) }
        // A title over several columns says little of any of them.
        if cell.place.columnSpan > 1 { continue }
        columns[cell.place.column].add(text[text.bytes(ofBlocks: cell.blocks)].unicodeScalars)
        switch text.blocks[cell.blocks.lowerBound].direction {
        case .rightToLeft: directions[cell.place.column].rtl += 1
        case .leftToRight: directions[cell.place.column].ltr += 1
        case nil: break
        }
      }
      if found.count == 2 { rowsWithBoth += 1 }
    }
    guard rowsWithBoth * 2 >= table.rows.count else { return nil }
    let own = columns.map { $0.isWordless ? nil : $0.language }
    guard own.contains(.arabic), own.contains(.english) else { return nil }
    // In a table that has both, the direction of a column without words says whose it is.
    let statesDirections = directions.contains { $0.rtl > 0 }
    var languages: [Language] = []
    for column in columns.indices {
      languages.append(
        own[column] ?? (statesDirections && directions[column].rtl > directions[column].ltr ? .arabic : nil)
          ?? Self.neighbour(of: column, own))
    }
    var shared: Set<Int> = []
    for language in [Language.arabic, .english] {
      let (mine, others) = (
        languages.indices.filter { languages[$0] == language }, languages.indices.filter { languages[$0] != language }
      )
      let wordless = mine.filter { own[$0] == nil }
      // More columns than the other side has: the numbers are for both.
      if mine.count > others.count, !wordless.isEmpty {
        shared.formUnion(wordless.prefix(mine.count - others.count))
      }
    }
    self.languages = languages
    self.shared = shared
    arabic = languages.indices.filter { languages[$0] == .arabic && !shared.contains($0) }
    english = languages.indices.filter { languages[$0] == .english && !shared.contains($0) }
  }

  /// The language of the nearest column with words; of two the one before.
  private static func neighbour(of column: Int, _ own: [Language?]) -> Language {
    for distance in 1..<max(2, own.count) {
      for other in [column - distance, column + distance] where own.indices.contains(other) {
        if let language = own[other] { return language }
      }
    }
    return .english
  }

  /// The language of a cell: that of its column, or its own where it takes several columns.
  func language(of cell: Table.Cell, in text: SourceText) -> Language {
    if cell.place.columnSpan > 1, let own = CellLetters(text[text.bytes(ofBlocks: cell.blocks)]).language { return own }
    return languages[min(cell.place.column, languages.count - 1)]
  }
}
