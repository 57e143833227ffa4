/// Finds which words of a text stand in brackets or quotation marks.
package struct Enclosures {
  /// The marks that are open: what closes each, and the word it stands before.
  private var open: [(closer: UInt32, word: Int)] = []
  /// First word and end of each enclosure.
  private var found: [Range<Int>] = []

  /// More is no text, and would cost time by its square.
  private static let deepest = 16

  /// What closes, by what opens.
  private static let closers: [UInt32: UInt32] = [
    0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D, 0xAB: 0xBB, 0x201C: 0x201D, 0x2018: 0x2019, 0x201E: 0x201C, 0x2039: 0x203A,
    0x22: 0x22,
  ]

  /// Reads the bytes between two words, or after the last one.
  package mutating func read(_ bytes: ArraySlice<UInt8>, before word: Int) {
    if bytes.isEmpty || bytes.count == 1 && bytes[bytes.startIndex] == 0x20 { return }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      // What is left open before belongs to an enclosure that has no end.
      if let place = open.lastIndex(where: { $0.closer == scalar.value }) {
        found.append(open[place].word..<word)
        open.removeSubrange(place...)
      } else if let closer = Self.closers[scalar.value] {
        if open.count == Self.deepest { open.removeFirst() }
        open.append((closer, word))
      }
    }
  }

  /// For each of so many words whether an enclosure is open before it; an enclosure's first word is not inside.
  package func flags(_ count: Int) -> [Bool] {
    var flags = Array(repeating: false, count: count)
    for words in found { for word in words.dropFirst() { flags[word] = true } }
    return flags
  }
}
