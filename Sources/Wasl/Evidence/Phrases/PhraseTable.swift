internal import WaslBitext
internal import WaslText

/// Names and terms in both languages, of one word or several, made ready to be found in documents.
///
/// Flat arrays: with one for each name, making the table would take longer than aligning a short document.
struct PhraseTable: Sendable {
  /// For each thing that is named, how many times more probable than by chance either language's name makes the
  /// other's.
  private(set) var ratios: [Float] = []
  private(set) var arabic = Forms()
  private(set) var english = Forms()
  /// The number of each word, by the hash of its key without the article.
  private var numbers = HashNumbers()
  private var key: [UInt8] = []

  /// The names of one language.
  struct Forms: Sendable {
    /// The thing that each form names.
    fileprivate(set) var concepts: [Int32] = []
    /// Form `f` has the words `offsets[f]..<offsets[f + 1]`.
    fileprivate(set) var offsets: [Int32] = [0]
    fileprivate(set) var words: [Int32] = []
    /// Whether the word carries meaning: others must stand there, but are not linked.
    fileprivate(set) var isContent: [Bool] = []
    /// The last form that begins with each word, or -1, and for each form the one before it that begins alike.
    fileprivate var last: [Int32] = []
    fileprivate var previous: [Int32] = []

    /// Calls `body` with each form that begins with a word.
    func forEach(startingWith word: Int32, _ body: (Int) -> Void) {
      guard Int(word) < last.count else { return }
      var form = last[Int(word)]
      while form >= 0 {
        body(Int(form))
        form = previous[Int(form)]
      }
    }

    func range(_ form: Int) -> Range<Int> { Int(offsets[form])..<Int(offsets[form + 1]) }

    /// Makes a form of the words behind the last one.
    fileprivate mutating func close(concept: Int32) {
      let start = Int(offsets[offsets.count - 1])
      if start == words.count { return }
      if !isContent[start...].contains(true) { for index in start..<words.count { isContent[index] = true } }
      let first = Int(words[start])
      if first >= last.count { last += Array(repeating: -1, count: first + 1 - last.count) }
      previous.append(last[first])
      last[first] = Int32(concepts.count)
      concepts.append(concept)
      offsets.append(Int32(words.count))
    }
  }

  var isEmpty: Bool { ratios.isEmpty }

  func forms(_ language: Language) -> Forms { language == .arabic ? arabic : english }

  /// The number of the word with this key, or nil if no name has it.
  func number(of hash: UInt64) -> Int32? { numbers.number(of: hash) }

  /// Adds the names of one thing.
  /// - Returns: whether there are words in both languages.
  @discardableResult
  mutating func add(arabic: [String], english: [String], ratio: Float, tokenizer: KeyTokenizer) -> Bool {
    let before = (self.arabic.concepts.count, self.english.concepts.count)
    for name in arabic { add(name, tokenizer, \.arabic) }
    for name in english { add(name, tokenizer, \.english) }
    ratios.append(ratio)
    return self.arabic.concepts.count > before.0 && self.english.concepts.count > before.1
  }

  private mutating func add(_ name: String, _ tokenizer: KeyTokenizer, _ forms: WritableKeyPath<Self, Forms>) {
    let bytes = Array(name.utf8)
    tokenizer.forEachKey(in: bytes, range: 0..<bytes.count) { token, key in
      let hash = key.withUnsafeBytes { Self.hasArticle($0) ? KeyHash.hash(.init(rebasing: $0[4...])) : token.hash }
      let known = numbers.number(of: hash)
      let number = known ?? Int32(numbers.count)
      if known == nil { numbers.add(hash, number) }
      self[keyPath: forms].words.append(number)
      self[keyPath: forms].isContent.append(!Self.functionWords.contains(token.hash))
    }
    self[keyPath: forms].close(concept: Int32(ratios.count))
  }

  /// A name is the same with and without the article, which is looked for in documents among the proclitics.
  private static func hasArticle(_ key: UnsafeRawBufferPointer) -> Bool { key.count >= 8 && key.starts(with: article) }

  private static let article = Array("ال".utf8)

  private static let functionWords = Set(
    ["of", "the", "and", "in", "for", "to", "a", "an", "من", "في", "علي", "و", "عن", "الي"].map { KeyHash.hash($0) })
}
