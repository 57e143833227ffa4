internal import CWaslText

/// Finds plain words and their keys by the vectorised loop: the only door to it, and the memory that it writes to.
struct PlainWords: ~Copyable {
  private var table: ctext_table
  private let instructions: Int32
  private let keys: UnsafeMutablePointer<UInt8>
  private let words: ctext_word_list

  /// How much text is looked at in one go, in bytes.
  private static let most = Int(CTEXT_WORDS_MOST)

  init(_ rules: NormalizationTable, instructions: Int32) {
    table = ctext_table(wordsUnder: rules)
    self.instructions = instructions
    keys = .allocate(capacity: Self.most + Int(CTEXT_PADDING))
    keys.initialize(repeating: 0, count: Self.most + Int(CTEXT_PADDING))
    let capacity = Self.most / 2 + Int(CTEXT_PADDING)
    words = ctext_word_list(
      start: .allocate(capacity: capacity), end: .allocate(capacity: capacity), key: .allocate(capacity: capacity),
      hash: .allocate(capacity: capacity))
  }

  deinit {
    keys.deallocate()
    words.start.deallocate()
    words.end.deallocate()
    words.key.deallocate()
    words.hash.deallocate()
  }

  /// Hands out the plain words from a boundary on, and returns the place of the first word or sign that is not plain.
  @inline(__always)
  mutating func forEach(
    in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ body: (KeyToken, Span<UInt8>) -> Void
  ) -> Int {
    precondition(start >= 0 && start < end && end <= bytes.count)
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return start }
    var list = words
    var position = start
    while position < end {
      let length = min(end - position, Self.most)
      var found = ctext_words_found()
      ctext_words(
        instructions, &table, base + position, length, position + length < end ? 1 : 0, keys, &list, &found)
      var keyStart = 0
      if found.words > 0 { keyStart = Int(list.key[0]) }
      for index in 0..<found.words {
        let keyEnd = Int(list.key[index &+ 1])
        let key = UnsafeBufferPointer(start: keys + keyStart, count: keyEnd &- keyStart)
        let kind: TokenKind = keys[keyStart] &- 0x30 < 10 ? .number : .word
        let range = Range(
          uncheckedBounds: (position &+ Int(list.start[index]), position &+ Int(list.end[index])))
        body(KeyToken(range: range, kind: kind, hash: list.hash[index]), Span(_unsafeElements: key))
        keyStart = keyEnd
      }
      position += found.read
      // A word longer than `most` makes no headway.
      if found.stopped != 0 || found.read == 0 { break }
    }
    return position
  }
}
