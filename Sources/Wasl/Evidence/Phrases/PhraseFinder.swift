internal import WaslBitext
internal import WaslModel
internal import WaslText

/// Finds the names of a table in a document.
struct PhraseFinder {
  /// For each thing that the document names, the types of the content words of each way to name it.
  private(set) var found: [Int32: Set<[Int32]>] = [:]

  private let table: PhraseTable
  /// The words of the table that each type of the document may be; empty for most.
  private var wordsOfType: [[Int32]]

  init(_ table: PhraseTable, _ document: DocumentVocabulary) {
    self.table = table
    wordsOfType = Array(repeating: [], count: document.types.count)
    findWords(document)
    let forms = table.forms(document.language)
    let mayBeWord = wordsOfType.map { !$0.isEmpty }
    for segment in 0..<document.tokenOffsets.count - 1 {
      let end = Int(document.tokenOffsets[segment + 1])
      for position in Int(document.tokenOffsets[segment])..<end where mayBeWord[Int(document.tokens[position])] {
        for word in wordsOfType[Int(document.tokens[position])] {
          forms.forEach(startingWith: word) { form in
            let range = forms.range(form)
            guard range.count <= end - position else { return }
            var types: [Int32] = []
            for (type, index) in zip(document.tokens[position...], range) {
              guard wordsOfType[Int(type)].contains(forms.words[index]) else { return }
              if forms.isContent[index] { types.append(type) }
            }
            found[forms.concepts[form], default: []].insert(types)
          }
        }
      }
    }
  }

  private mutating func findWords(_ document: DocumentVocabulary) {
    // Several keys may share a type.
    document.forEachHash { hash, type in add(hash, Int(type)) }
    var arabic = ArabicStemmer()
    var english = EnglishStemmer()
    for (number, type) in document.types.enumerated() where type.kind == .word && wordsOfType[number].isEmpty {
      let key = document.keyBytes.span.extracting(type.key)
      if type.isLatin {
        english.forEachCandidate(of: key) { add(KeyHash.hash($0), number) }
      } else {
        arabic.forEachCandidate(of: key) { add(KeyHash.hash($0), number) }
      }
    }
  }

  private mutating func add(_ hash: UInt64, _ type: Int) {
    guard let word = table.number(of: hash), !wordsOfType[type].contains(word) else { return }
    wordsOfType[type].append(word)
  }
}
