internal import WaslBitext
internal import WaslModel
internal import WaslText

/// Chooses a stem for every training word: the candidate whose own count, less its cost, is greatest.
struct StemAssignment {
  /// The stem's number of each word.
  let stems: [Int32]
  /// The stems.
  let texts: [String]

  init(_ words: TrainingText.Words, _ language: Language) {
    var candidates = StemCandidates()
    let article: [UInt8] = Array("ال".utf8)
    // Twice: words vote for stems by the counts of words, then by the counts of stems, which is the rule that
    // `KeyStemmer` follows, since a model keeps the counts of its stems only.
    var counts: [UInt64: Float] = [:]
    for (word, text) in words.texts.enumerated() {
      counts[KeyHash.hash(text), default: 0] += words.counts[word]
      let bytes = Array(text.utf8)
      if language == .arabic, bytes.starts(with: article), bytes.count > 6 {
        counts[KeyHash.hash(Array(bytes[article.count...])), default: 0] += words.counts[word]
      }
    }
    var chosen: [String] = []
    for _ in 0..<2 {
      chosen = words.texts.indices.map { word in
        if words.kinds[word] != .word { return words.texts[word] }
        let key = Array(words.texts[word].utf8)
        var best = words.texts[word]
        var bestScore = -Float.infinity
        candidates.forEach(key.span, language) { bytes, cost in
          let count = counts[KeyHash.hash(bytes)] ?? 0
          let score = logarithm(1 + count) - cost
          if score > bestScore {
            bestScore = score
            best = String(decoding: bytes, as: UTF8.self)
          }
        }
        return best
      }
      counts.removeAll(keepingCapacity: true)
      for (word, stem) in chosen.enumerated() { counts[KeyHash.hash(stem), default: 0] += words.counts[word] }
    }
    var numbers: [String: Int32] = [:]
    var texts: [String] = []
    stems = chosen.map { stem in
      if let known = numbers[stem] { return known }
      let number = Int32(texts.count)
      numbers[stem] = number
      texts.append(stem)
      return number
    }
    self.texts = texts
  }
}
