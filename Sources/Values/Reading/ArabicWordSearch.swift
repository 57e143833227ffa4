/// Looks an Arabic word up as it stands, then without its proclitics, then without the endings of a measure's dual,
/// plural or accusative.
struct ArabicWordSearch {
  let word: FoldedWord
  let lexicon: ValueLexicon

  func find(_ item: inout ValueItem) {
    if found(0, &item) { return }
    let first = word[0]
    if first == 0x648 || first == 0x641, word.count > 2 {
      if found(1, &item) || withArticle(1, &item) {
        item.hasAnd = first == 0x648
        return
      }
    } else {
      _ = withArticle(0, &item)
    }
  }

  /// Whether the word is found without the preposition or article that starts at a letter.
  private func withArticle(_ start: Int, _ item: inout ValueItem) -> Bool {
    guard word.count - start > 2 else { return false }
    let (first, second) = (word[start], word[start + 1])
    if first == 0x627, second == 0x644, found(start + 2, &item) {
      item.hasArticle = true
      return true
    }
    guard first == 0x628 || first == 0x644 || first == 0x643 else { return false }
    if first == 0x644, second == 0x644, found(start + 2, &item) {
      item.hasArticle = true
      item.hasPreposition = true
      return true
    }
    if word.count - start > 4, second == 0x627, word[start + 2] == 0x644, found(start + 3, &item) {
      item.hasArticle = true
      item.hasPreposition = true
      return true
    }
    if found(start + 1, &item) {
      item.hasPreposition = true
      return true
    }
    return false
  }

  private func found(_ start: Int, _ item: inout ValueItem) -> Bool {
    let end = word.count
    // A single letter is no word behind a proclitic.
    if end - start < (start > 0 ? 2 : 1) { return false }
    if take(word.hash(start, end), &item) { return true }
    if end - start < 3 { return false }
    let (last, before) = (word[end - 1], word[end - 2])
    if last == 0x627 { return take(word.hash(start, end - 1), &item, measure: true) }
    guard end - start >= 4 else { return false }
    if last == 0x646, before == 0x627 || before == 0x64A {
      let isFeminine = word[end - 3] == 0x62A
      if isFeminine && take(word.hash(start, end - 3, and: 0x647), &item, measure: true)
        || take(word.hash(start, end - 2), &item, measure: true)
      {
        item.isDual = true
        return true
      }
    }
    if last == 0x62A, before == 0x627 {
      return take(word.hash(start, end - 2), &item, measure: true)
        || take(word.hash(start, end - 2, and: 0x647), &item, measure: true)
    }
    return false
  }

  private func take(_ hash: UInt64, _ item: inout ValueItem, measure: Bool = false) -> Bool {
    guard let place = lexicon.place(of: hash) else { return false }
    if measure {
      let isMeasure = lexicon.entries(place).contains {
        [.unit, .money, .subunit, .scale, .fraction].contains($0.role)
      }
      if !isMeasure { return false }
    }
    if lexicon.entries(place).isEmpty {
      // The start of a phrase only; the word itself may be found otherwise.
      if item.phrasePlace < 0 {
        item.phrasePlace = place
        item.phraseFound = hash
      }
      return false
    }
    item.place = place
    item.found = hash
    return true
  }
}
