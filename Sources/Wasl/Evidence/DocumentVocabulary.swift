package import WaslAligning
internal import WaslBitext
package import WaslModel
package import WaslText

/// The distinct words and numbers of one side of a document pair, numbered from 0.
///
/// Words with one stem in the model are one type; words that the model does not know are types by
/// their keys.
package struct DocumentVocabulary {
  package struct WordType {
    package var kind: TokenKind
    /// The model's number of the stem, or -1.
    package var modelKey: Int
    /// The first key seen, bytes into `keyBytes`.
    package var key: Range<Int>
    /// Whether some occurrence starts with a capital.
    package var isCapitalised: Bool
    /// Whether the key is written in Latin letters.
    package var isLatin: Bool
  }

  private struct Form {
    /// Several forms may share one.
    var type: Int32
    /// Its number among `WordForms`, -1 for what is no word.
    var word: Int32
    /// Scalars of the key.
    var letters: Int32
    /// Whether it may have been unsegmented together from several words.
    var mayHaveParts: Bool
    /// Bytes into `formKeys`; empty where words are not kept.
    var key: Range<Int>
  }

  /// Where a token stands in the text, and its form.
  private struct Word {
    var start: Int32
    var end: Int32
    var form: Int32
  }

  package let language: Language
  private(set) var types: [WordType] = []
  private(set) var keyBytes: [UInt8] = []
  /// Types of the tokens, segment by segment.
  private(set) var tokens: [Int32] = []
  private(set) var tokenOffsets: [Int32] = [0]
  /// The words of the tokens; empty where they are not kept.
  private var words: [Word] = []
  private let keepsWords: Bool
  private var formKeys: [UInt8] = []
  /// Letters and digits of each segment's keys.
  private(set) var lengths: [Float] = []
  /// Summed word vectors of each segment.
  private(set) var vectors: [Float] = []
  /// The number of each key's form in this document, by the key's hash.
  private var formOfHash = HashNumbers()
  private var forms: [Form] = []
  private var partsOfType: [Int32: [Int32]] = [:]
  /// The type of each stem of the model.
  private var typeOfStem = HashNumbers()

  /// The words of a side.
  ///
  /// - Parameter keepsWords: whether `forEachToken` will be called.
  package init(_ document: Document, in run: AlignmentRun, keepsWords: Bool) {
    language = document.language
    self.keepsWords = keepsWords
    run.workspace.words.forms(language).startDocument()
    read(document, in: run)
  }

  /// The words of the same text under other segments. The links of the run are to be the vocabulary's own.
  ///
  /// - Parameter old: the text with the segments that the vocabulary is of; one that is among the new ones is not read
  ///   again.
  func resliced(_ document: Document, from old: Document, in run: AlignmentRun) -> DocumentVocabulary {
    if document.segments.elementsEqual(old.segments, by: { $0.range == $1.range }) { return self }
    var vocabulary = self
    vocabulary.tokens = []
    vocabulary.tokens.reserveCapacity(tokens.count)
    vocabulary.tokenOffsets = [0]
    vocabulary.words = []
    vocabulary.lengths = []
    vocabulary.read(document, in: run, known: (self, old.segments))
    return vocabulary
  }

  /// Adds the tokens of all segments.
  ///
  /// - Parameter known: segments of the same text that have been read.
  private mutating func read(
    _ document: Document, in run: AlignmentRun, known: (vocabulary: DocumentVocabulary, segments: [Segment])? = nil
  ) {
    let (model, memory) = (run.aligner.model, run.workspace.words.forms(language))
    let dimension = model.vectors.dimension
    let unsegmented = UnsegmentedWords(model)
    // Of the segment in hand.
    var units: [Int32] = []
    vectors = Array(repeating: 0, count: document.segments.count * dimension)
    tokenOffsets.reserveCapacity(document.segments.count + 1)
    lengths.reserveCapacity(document.segments.count)
    var next = 0
    document.text.bytes.withUnsafeBufferPointer { bytes in
      for segment in document.segments {
        if let known {
          while next < known.segments.count, known.segments[next].range.lowerBound < segment.range.lowerBound {
            next += 1
          }
          if next < known.segments.count, known.segments[next].range == segment.range {
            copySegment(next, of: known.vocabulary, dimension)
            continue
          }
        }
        var length = 0
        units.removeAll(keepingCapacity: true)
        run.workspace.tokenizer.forEachKey(in: bytes.span, range: segment.range) { token, key in
          let first = bytes[token.range.lowerBound]
          let number = number(of: token, key, capitalised: first >= 0x41 && first <= 0x5A, memory)
          let form = forms[number]
          length += Int(form.letters)
          if form.mayHaveParts && first >= 0x80 {
            let parts = parts(of: form.type, key, unsegmented)
            if parts.isEmpty {
              tokens.append(form.type)
              forms[number].mayHaveParts = false
            } else {
              tokens += parts
            }
          } else {
            tokens.append(form.type)
          }
          if token.kind == .word, dimension > 0 { memory.appendUnits(of: form.word, to: &units) }
          if keepsWords {
            let word = Word(
              start: Int32(token.range.lowerBound), end: Int32(token.range.upperBound), form: Int32(number))
            for _ in words.count..<tokens.count { words.append(word) }
          }
        }
        let place = lengths.count * dimension
        vectors.withUnsafeMutableBufferPointer { vectors in
          if let base = vectors.baseAddress { model.vectors.sum(units, into: base + place) }
        }
        tokenOffsets.append(Int32(tokens.count))
        lengths.append(Float(length))
      }
    }
  }

  /// Adds a segment of a vocabulary with the same types.
  private mutating func copySegment(_ segment: Int, of other: DocumentVocabulary, _ dimension: Int) {
    let place = lengths.count * dimension
    let range = Int(other.tokenOffsets[segment])..<Int(other.tokenOffsets[segment + 1])
    tokens += other.tokens[range]
    if keepsWords { words += other.words[range] }
    tokenOffsets.append(Int32(tokens.count))
    lengths.append(other.lengths[segment])
    for index in 0..<dimension { vectors[place + index] = other.vectors[segment * dimension + index] }
  }

  /// The number of a token's form.
  private mutating func number(
    of token: KeyToken, _ key: Span<UInt8>, capitalised: Bool, _ words: WordForms
  ) -> Int {
    if let known = formOfHash.number(of: token.hash) {
      let number = Int(known)
      if capitalised { types[Int(forms[number].type)].isCapitalised = true }
      if token.kind == .word, forms[number].word < 0 {
        forms[number].word = words.number(of: key, hash: token.hash)
      }
      return number
    }
    let word = token.kind == .word ? words.number(of: key, hash: token.hash) : -1
    let type = type(of: token, key, stem: word >= 0 ? words.stem(word) : -1, capitalised: capitalised)
    formOfHash.add(token.hash, Int32(forms.count))
    let keyStart = formKeys.count
    if keepsWords { key.withUnsafeBufferPointer { formKeys.append(contentsOf: $0) } }
    forms.append(
      Form(
        type: type, word: word, letters: Int32(Self.letters(key)), mayHaveParts: types[Int(type)].modelKey < 0,
        key: keyStart..<formKeys.count))
    return forms.count - 1
  }

  /// The type of a form that is new in this document.
  private mutating func type(of token: KeyToken, _ key: Span<UInt8>, stem: Int, capitalised: Bool) -> Int32 {
    let number: Int32
    if stem >= 0, let shared = self.type(ofStem: stem) {
      number = shared
      if capitalised { types[Int(shared)].isCapitalised = true }
    } else {
      number = Int32(types.count)
      let start = keyBytes.count
      for position in key.indices { keyBytes.append(key[position]) }
      types.append(
        WordType(
          kind: token.kind, modelKey: stem, key: start..<keyBytes.count, isCapitalised: capitalised,
          isLatin: key.count > 0 && key[0] < 0x80 && token.kind == .word))
      if stem >= 0 { typeOfStem.add(UInt64(stem), number) }
    }
    return number
  }

  /// The type of a stem of the model, if the document holds it.
  @inline(__always)
  package func type(ofStem stem: Int) -> Int32? { typeOfStem.number(of: UInt64(stem)) }

  /// The type of the key with a hash, if the document holds it.
  package func type(ofHash hash: UInt64) -> Int32? { formOfHash.number(of: hash).map { forms[Int($0)].type } }

  /// Calls `body` with all hashes of keys and their types.
  package func forEachHash(_ body: (_ hash: UInt64, _ type: Int32) -> Void) {
    formOfHash.forEachNumber { body($0, forms[Int($1)].type) }
  }

  /// The types of the words that an unknown word consists of, if spaces were left out; looked for once a type.
  private mutating func parts(of type: Int32, _ key: Span<UInt8>, _ unsegmented: UnsegmentedWords) -> [Int32] {
    if let known = partsOfType[type] { return known }
    let parts = unsegmented.parts(of: key).map { stem in
      if let shared = self.type(ofStem: stem) { return shared }
      let number = Int32(types.count)
      types.append(
        WordType(
          kind: .word, modelKey: stem, key: types[Int(type)].key, isCapitalised: false, isLatin: false))
      typeOfStem.add(UInt64(stem), number)
      return number
    }
    partsOfType[type] = parts
    return parts
  }

  /// Scalars of a key.
  private static func letters(_ key: Span<UInt8>) -> Int {
    var count = 0
    for position in key.indices where key[position] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The types of a segment's tokens in reading order, each with the bytes of its word; a word that was unsegmented together
  /// has several.
  ///
  /// - Precondition: words are kept.
  package func forEachToken(
    of segment: Int, _ body: (_ type: Int32, _ word: Range<Int>, _ key: Span<UInt8>) -> Void
  ) {
    precondition(keepsWords)
    for index in tokens(of: segment..<segment + 1) {
      let word = words[index]
      body(
        tokens[index], Int(word.start)..<Int(word.end), formKeys.span.extracting(forms[Int(word.form)].key))
    }
  }

  /// The numbers of the tokens of some segments, into `tokens`.
  func tokens(of segments: Range<Int>) -> Range<Int> {
    Int(tokenOffsets[segments.lowerBound])..<Int(tokenOffsets[segments.upperBound])
  }

  /// The bytes of a token's word.
  ///
  /// - Precondition: words are kept.
  func word(of token: Int) -> Range<Int> { Int(words[token].start)..<Int(words[token].end) }

  /// How many times as often the document holds each type as the text that the model was trained on does, at least 1.
  ///
  /// One occurrence is expected where a word is met at all and does not count, and a short document is drawn towards
  /// text at large, by five thousand words' weight.
  private func prominence(_ model: TranslationModel) -> [Float] {
    let weight: Float = 5_000
    var counts = Array(repeating: Float(-1), count: types.count)
    for token in tokens { counts[Int(token)] += 1 }
    let all = Float(tokens.count) + weight
    return types.indices.map { type in
      let usual = model.frequency(types[type].modelKey, language)
      return usual > 0 ? max(1, (counts[type] / usual + weight) / all) : 1
    }
  }

  /// The side that the aligner sees.
  package func side(_ document: Document, model: TranslationModel) -> Side {
    Side(
      lengths: lengths, tokenOffsets: tokenOffsets, tokens: tokens,
      nullProbability: types.map { $0.kind == .number ? 0.1 : model.nullProbability($0.modelKey, language) },
      typeProminence: prominence(model), marks: document.segments.map { SegmentMarks.marks(of: $0, in: document.text) },
      startsParagraph: document.segments.map(\.startsParagraph), vectors: vectors)
  }
}
