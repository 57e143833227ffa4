internal import WaslBitext
package import WaslModel
package import WaslText

/// The words of one side of a bead, and the places between them where the side can be cut.
package struct BeadWords {
  /// A place before a word.
  package struct Boundary {
    /// What stands there; nil where a sentence ends.
    package var kind: InnerBoundary.Kind?
    /// The byte after the last character before the place, and the byte of the first character after it.
    package var end: Int
    package var start: Int

    /// Whether something besides the other side's sentence end speaks for a cut.
    package var isMarked: Bool {
      switch kind {
      case nil, .terminator, .quotation, .colon, .semicolon, .capital: true
      case .comma, .dash, .space: false
      }
    }
  }

  package let language: Language
  /// The words' types.
  package private(set) var types: [Int32] = []
  /// The words' bytes.
  package private(set) var ranges: [Range<Int>] = []
  /// Before each word; nil where nothing can be cut. As many as words.
  package private(set) var boundaries: [Boundary?] = []
  /// Whether each word starts with one of A to Z.
  package private(set) var isCapitalised: [Bool] = []
  /// Whether each word starts with a digit, of 0 to 9 or ٠ to ٩.
  package private(set) var isNumber: [Bool] = []
  /// Whether each word is the number or letter of a list's item: `1.`, `b)`, `أ-`.
  package private(set) var isItem: [Bool] = []
  /// Before each word, whether a bracket or quotation mark is open that closes further on in the bead.
  package private(set) var isInside: [Bool] = []
  /// Letters of the words before each, and of all: one more than words.
  package private(set) var lengths: [Float] = [0]
  /// The first word of each segment, by the segments' numbers.
  private var firstWords: [Int: Int] = [:]
  private var keys: [UInt8] = []
  private var keyOffsets: [Int] = [0]

  package init(_ side: Range<Int>, of pieces: Pieces, _ vocabulary: DocumentVocabulary) {
    language = pieces.document.language
    let text = pieces.document.text
    var last: (word: Range<Int>, segment: Int)?
    var enclosures = Enclosures()
    for index in side {
      let segment = pieces.document.segments[index]
      vocabulary.forEachToken(of: index) { type, word, key in
        var boundary: Boundary?
        if let last, last.word != word {
          if last.segment != index, !pieces.isContinuation[index] {
            let end = pieces.document.segments[index - 1].range.upperBound
            boundary = Boundary(kind: nil, end: end, start: segment.range.lowerBound)
          } else if let inner = InnerBoundary(between: last.word, and: word, in: text) {
            boundary = Boundary(kind: inner.kind, end: inner.end, start: inner.start)
          }
        }
        // The second part of a word that was unsegmented together has no length of its own.
        let letters = text.bytes[word].count { $0 & 0xC0 != 0x80 }
        let length = last?.word == word ? 0 : letters
        lengths.append(lengths[lengths.count - 1] + Float(length))
        if last?.segment != index { firstWords[index] = self.types.count }
        self.types.append(type)
        ranges.append(word)
        boundaries.append(boundary)
        isCapitalised.append((0x41...0x5A).contains(text.bytes[word.lowerBound]))
        isNumber.append(Self.startsWithDigit(text.bytes[word]))
        isItem.append(Self.isItem(word, letters, in: text.bytes))
        if last?.word != word {
          let start = last?.word.upperBound ?? segment.range.lowerBound
          enclosures.read(text.bytes[start..<word.lowerBound], before: ranges.count - 1)
        }
        key.withUnsafeBufferPointer { keys.append(contentsOf: $0) }
        keyOffsets.append(keys.count)
        last = (word, index)
      }
    }
    if let last {
      let rest = last.word.upperBound..<pieces.document.segments[last.segment].range.upperBound
      enclosures.read(text.bytes[rest], before: count)
    }
    isInside = enclosures.flags(count)
  }

  private static func startsWithDigit(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return (0x30...0x39).contains(first)
      || first == 0xD9 && word.dropFirst().first.map { (0xA0...0xA9).contains($0) } == true
  }

  /// A letter, or up to three digits, before a full stop, bracket or dash and a space.
  private static func isItem(_ word: Range<Int>, _ length: Int, in bytes: [UInt8]) -> Bool {
    guard length <= 3, word.upperBound + 1 < bytes.count else { return false }
    let (mark, next) = (bytes[word.upperBound], bytes[word.upperBound + 1])
    guard [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-")].contains(mark), next == UInt8(ascii: " ") else {
      return false
    }
    // A single letter may have a tatweel with it, as ha has.
    return bytes[word].allSatisfy { (0x30...0x39).contains($0) } || length == 1
      || length == 2 && bytes[word].suffix(2).elementsEqual([0xD9, 0x80])
  }

  package var count: Int { types.count }

  /// The words before which the side can be cut, of those `least` words from both ends. Beside a number nothing is cut
  /// where Arabic shows nothing but a space: `١٤ | أكتوبر` would be too likely by its words.
  package func places(_ words: Range<Int>, least: Int, atCommas: Bool) -> [Int] {
    (words.lowerBound + least...words.upperBound - least).filter { word in
      guard let boundary = boundaries[word] else { return false }
      if language == .arabic, boundary.kind == .space {
        if isNumber[word - 1] || isNumber[word] { return false }
        if !atCommas, hasComma(near: word) { return false }
      }
      return atCommas || boundary.kind != .comma
    }
  }

  /// Whether a comma stands up to three words away: the place that is meant, where nothing is cut.
  private func hasComma(near word: Int) -> Bool {
    boundaries[max(0, word - 3)..<min(count, word + 4)].contains { $0?.kind == .comma }
  }

  /// Whether a mark stands before one of the words about a word.
  package func hasMark(near word: Int) -> Bool {
    boundaries[max(0, word - 4)..<min(count, word + 5)].contains { boundary in
      switch boundary?.kind {
      case nil, .space, .capital: false
      case .terminator, .quotation, .colon, .semicolon, .comma, .dash: true
      }
    }
  }

  /// Whether neither of an English word's neighbours has a capital as it has.
  package func isLoneCapital(_ word: Int) -> Bool {
    isCapitalised[word] && (word == 0 || !isCapitalised[word - 1]) && (word + 1 == count || !isCapitalised[word + 1])
  }

  /// The first word of a range of segments; -1 when it has none.
  package func word(startOf segments: Range<Int>) -> Int { firstWords[segments.lowerBound] ?? -1 }

  package func letters(_ words: Range<Int>) -> Float { lengths[words.upperBound] - lengths[words.lowerBound] }

  /// How much likelier a word stands first (or last) in a sentence than inside one, in nats.
  package func logRatio(_ word: Int, _ edge: SentenceEdge, _ edges: SentenceEdges) -> Float {
    edges.logRatio(of: keys.span.extracting(keyOffsets[word]..<keyOffsets[word + 1]), edge)
  }

  /// For each place among some words, how many of the long words before it come again after it.
  package func repetitions(_ words: Range<Int>) -> [Float] {
    var places: [Int32: (first: Int, last: Int)] = [:]
    for word in words where lengths[word + 1] - lengths[word] > 3 {
      places[types[word], default: (word, word)].last = word
    }
    var changes = Array(repeating: Float(0), count: words.count + 1)
    for place in places.values where place.first < place.last {
      changes[place.first + 1 - words.lowerBound] += 1
      changes[place.last + 1 - words.lowerBound] -= 1
    }
    for index in changes.indices.dropFirst() { changes[index] += changes[index - 1] }
    return changes
  }
}

/// The segments of a document, the very long ones in pieces.
package struct Pieces {
  package var document: Document
  /// For each piece, whether it goes on with the sentence of the one before.
  package var isContinuation: [Bool]

  /// Segments none of which is cut.
  package init(whole document: Document) {
    self.init(document: document, isContinuation: Array(repeating: false, count: document.segments.count))
  }

  package init(document: Document, isContinuation: [Bool]) {
    self.document = document
    self.isContinuation = isContinuation
  }

  /// Whether the second range goes on with the sentence that the first ends in.
  package func goesOn(_ range: Range<Int>, _ next: Range<Int>) -> Bool {
    !range.isEmpty && !next.isEmpty && range.upperBound == next.lowerBound && isContinuation[next.lowerBound]
  }

  package var sentenceCount: Int { isContinuation.count { !$0 } }

  package func byteCount(_ side: Range<Int>) -> Int {
    document.byteRange(of: side)?.count ?? 0
  }
}
