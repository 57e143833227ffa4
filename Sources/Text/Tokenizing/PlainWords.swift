internal import CText

/// Finds plain words and their keys by the vectorised loop: the only door to it, and the memory that it writes to.
struct PlainWords: ~Copyable {
  private var table: ctext_table
  private let instructions: Int32
  private let keys: UnsafeMutablePointer<UInt8>
  private let words: UnsafeMutablePointer<ctext_word>

  /// How much text is looked at in one go, in bytes.
  private static let most = 4096

  init(_ rules: NormalizationTable, instructions: Int32) {
    table = ctext_table(wordsUnder: rules)
    self.instructions = instructions
    keys = .allocate(capacity: Self.most + Int(CTEXT_SLACK))
    keys.initialize(repeating: 0, count: Self.most + Int(CTEXT_SLACK))
    words = .allocate(capacity: Self.most / 2 + 1)
  }

  deinit {
    keys.deallocate()
    words.deallocate()
  }

  /// Hands out the plain words from a boundary on, and returns the place of the first word or sign that is not plain.
  @inline(__always)
  mutating func forEach(
    in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ body: (KeyToken, Span<UInt8>) -> Void
  ) -> Int {
    precondition(start >= 0 && start < end && end <= bytes.count)
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return start }
    var position = start
    while position < end {
      let length = min(end - position, Self.most)
      var found = ctext_words_found()
      ctext_words(
        instructions, &table, base + position, length, position + length < end ? 1 : 0, keys, words, &found)
      var keyStart = 0
      for index in 0..<found.words {
        let word = words[index]
        let key = UnsafeBufferPointer(start: keys + keyStart, count: Int(word.key_end) - keyStart)
        keyStart = Int(word.key_end)
        let token = KeyToken(
          range: position + Int(word.start)..<position + Int(word.end), kind: .word,
          hash: KeyHash.hashReadingOn(UnsafeRawPointer(key.baseAddress.unsafelyUnwrapped), count: key.count))
        body(token, Span(_unsafeElements: key))
      }
      position += found.read
      // A word longer than `most` makes no headway.
      if found.stopped != 0 || found.read == 0 { break }
    }
    return position
  }
}
