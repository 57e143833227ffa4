public import WaslModel

/// Gathers name pairs from sentence pairs with a first model, for a better one to learn from: those words of a
/// sentence pair that score highest for each other.
public struct NameHarvest: Sendable {
  public let model: TransliterationModel
  /// The least log ratio of a pair.
  public let threshold: Float
  private var counts: [NamePair: Int] = [:]

  public init(_ model: TransliterationModel, threshold: Float = 3) {
    self.model = model
    self.threshold = threshold
  }

  /// Looks for names in a sentence pair.
  /// - Parameters:
  ///   - arabic: its words, UTF-8.
  ///   - latin: those of its words that look like names, say the capitalised ones that no dictionary has.
  /// - Complexity: the product of the numbers of words.
  public mutating func add(
    arabic: some Sequence<some Sequence<UInt8>>, latin: some Sequence<some Sequence<UInt8>>
  ) {
    let latinWords = model.latinWords(latin)
    if latinWords.owners.isEmpty { return }
    let arabicWords = model.arabicWords(arabic)
    arabicWords.withReadings { arabicReadings in
      latinWords.withReadings { latinReadings in
        var bestForLatin = [(score: Float, reading: Int)](repeating: (.zero, -1), count: latinWords.owners.count)
        var bestForArabic: [Int32: (score: Float, word: Int)] = [:]
        for (reading, owner) in arabicWords.owners.enumerated() {
          let cost = arabicWords.costs[reading]
          let word = arabicReadings[reading]
          for index in bestForLatin.indices {
            let score = model.score(word, latinReadings[index], threshold: threshold + cost) - cost
            guard score >= threshold else { continue }
            if score > bestForLatin[index].score || bestForLatin[index].reading < 0 {
              bestForLatin[index] = (score, reading)
            }
            if score > bestForArabic[owner]?.score ?? -.infinity { bestForArabic[owner] = (score, index) }
          }
        }
        for (index, best) in bestForLatin.enumerated() where best.reading >= 0 {
          guard bestForArabic[arabicWords.owners[best.reading]]!.word == index else { continue }
          let pair = NamePair(
            arabic: ArabicLetters.text(arabicReadings[best.reading].letters),
            latin: LatinLetters.text(latinReadings[index].letters))
          counts[pair, default: 0] += 1
        }
      }
    }
  }

  /// What was found at least so often, each pair once, in the order of the bytes.
  public func pairs(minimum: Int = 1) -> [NamePair] {
    counts.filter { $0.value >= minimum }.map(\.key).sorted { left, right in
      left.arabic == right.arabic
        ? left.latin.lexicographicallyPrecedes(right.latin) : left.arabic.lexicographicallyPrecedes(right.arabic)
    }
  }
}
