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
  }

  package let language: Language
  private(set) var types: [WordType] = []
  private(set) var keyBytes: [UInt8] = []
  /// Types of the tokens, segment by segment.
  private(set) var tokens: [Int32] = []
  private(set) var tokenOffsets: [Int32] = [0]
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

  /// - Parameter words: of the document's language.
  package init(_ document: Document, model: TranslationModel, tokenizer: KeyTokenizer, words: WordForms) {
    language = document.language
    let dimension = model.vectors.dimension
    words.startDocument()
    let unsegmented = UnsegmentedWords(model)
    // Of the segment in hand.
    var units: [Int32] = []
    vectors = Array(repeating: 0, count: document.segments.count * dimension)
    tokenOffsets.reserveCapacity(document.segments.count + 1)
    lengths.reserveCapacity(document.segments.count)
    document.text.bytes.withUnsafeBufferPointer { bytes in
      for segment in document.segments {
        var length = 0
        units.removeAll(keepingCapacity: true)
        tokenizer.forEachKey(in: bytes.span, range: segment.range) { token, key in
          let first = bytes[token.range.lowerBound]
          let number = number(of: token, key, capitalised: first >= 0x41 && first <= 0x5A, words)
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
          if token.kind == .word, dimension > 0 { words.appendUnits(of: form.word, to: &units) }
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
    forms.append(
      Form(
        type: type, word: word, letters: Int32(Self.letters(key)), mayHaveParts: types[Int(type)].modelKey < 0))
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
  package func forEachToken(
    of segment: Segment, in text: SourceText, _ tokenizer: KeyTokenizer,
    _ body: (_ type: Int32, _ word: Range<Int>, _ key: Span<UInt8>) -> Void
  ) {
    tokenizer.forEachKey(in: text.bytes, range: segment.range) { token, key in
      guard let type = type(ofHash: token.hash) else { return }
      let parts = partsOfType[type] ?? []
      for part in parts.isEmpty ? [type] : parts { body(part, token.range, key) }
    }
  }

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
