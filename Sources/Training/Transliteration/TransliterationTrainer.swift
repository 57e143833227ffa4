public import WaslModel

/// Estimates a transliteration model from pairs of names by expectation–maximisation.
///
/// First with every pair of letters that is frequent enough as a unit; then with those alone that explain more than
/// their letters do one by one. The same pairs in the same order give the same bytes.
public struct TransliterationTrainer: Sendable {
  public var iterations = 10
  /// How many Latin pairs the model keeps (sh, kh, oo, ck, …), and how many Arabic ones (كس for x, …).
  public var latinPairs = 64
  public var arabicPairs = 24
  /// Pairs of letters seen less often are no candidates.
  public var pairMinimum = 20
  /// How many sightings the customary romanisations of a letter are worth.
  public var priorWeight = 20.0
  /// What a sure pair is worth in the calibration.
  public var cap: Float = 1_000

  public init() {}

  /// - Parameters:
  ///   - pairs: words that are no names by their letters (digits, other scripts, too long) are left out.
  ///   - harvested: pairs that an earlier model found, see `NameHarvest`; they tell how names are spelt, but nothing of
  ///     how they score, so that the calibration leaves them out.
  ///   - arabicWords: words of ordinary text, each once, which say what Arabic words that are no names look like.
  ///   - latinWords: likewise, of the kind that will be compared, say capitalised words.
  public func train(
    _ pairs: [NamePair], harvested: [NamePair] = [], arabicWords: [[UInt8]] = [], latinWords: [[UInt8]] = []
  ) -> TransliterationModel {
    let coded = pairs.compactMap { CodedPair($0) }
    let arabicLetters = arabicWords.map(CodedPair.arabicLetters)
    let latinLetters = latinWords.map(CodedPair.latinLetters)
    let codedHarvest = harvested.compactMap { CodedPair($0) }
    let heldOut = coded.indices.filter { $0 % 10 == 9 }.map { coded[$0].names }
    let unseen = Set(heldOut)
    let learnt = (coded + codedHarvest).filter { !unseen.contains($0.names) }
    let trial = train(learnt, arabicLetters, latinLetters, calibration: .init())
    let calibration = calibrate(trial, heldOut, arabicWords)
    return train(coded + codedHarvest, arabicLetters, latinLetters, calibration: calibration)
  }

  private func train(
    _ pairs: [CodedPair], _ arabicWords: [[UInt8]], _ latinWords: [[UInt8]],
    calibration: TransliterationModel.RatioCalibration
  ) -> TransliterationModel {
    var pairs = pairs
    let candidates = EditProbabilities(
      arabic: LetterUnits(
        letters: ArabicLetters.count, pairs: frequentPairs(pairs.map(\.arabic), limit: 255 - ArabicLetters.count)),
      latin: LetterUnits(
        letters: LatinLetters.count, pairs: frequentPairs(pairs.map(\.latin), limit: 255 - LatinLetters.count)))
    let all = estimate(candidates, &pairs)
    let chosen = EditProbabilities(
      arabic: LetterUnits(letters: ArabicLetters.count, pairs: all.usefulArabicPairs(arabicPairs)),
      latin: LetterUnits(letters: LatinLetters.count, pairs: all.usefulLatinPairs(latinPairs)))
    return TransliterationModel(
      estimate(chosen, &pairs),
      arabic: LetterBigrams(pairs.map(\.arabic) + arabicWords, letters: ArabicLetters.count),
      latin: LetterBigrams(pairs.map(\.latin) + latinWords, letters: LatinLetters.count), calibration: calibration)
  }

  private func frequentPairs(_ words: [[UInt8]], limit: Int) -> [LetterUnits.Pair] {
    var counts: [LetterUnits.Pair: Int] = [:]
    for word in words {
      for (first, second) in zip(word, word.dropFirst()) {
        counts[LetterUnits.Pair(first: first, second: second), default: 0] += 1
      }
    }
    let frequent = counts.filter { $0.value >= pairMinimum }
    return frequent.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }

  private func estimate(_ start: EditProbabilities, _ pairs: inout [CodedPair]) -> EditProbabilities {
    for index in pairs.indices { pairs[index].findPairs(start.arabic, start.latin) }
    var probabilities = start
    let prior = RomanizationPrior.counts(start.arabic, start.latin, weight: priorWeight)
    // So flat a start would leave it to chance which letters belong together; the customary ones lead.
    probabilities.values = prior
    for row in 0..<start.arabic.count {
      for column in 0..<start.latin.count where start.isOperation(row, column) {
        probabilities.values[row * start.latin.count + column] += 0.1
      }
    }
    probabilities.normalize()
    for _ in 0..<max(0, iterations) {
      // Fixed parts, added up in order: the sum does not depend on the number of threads.
      let parts = (0..<8).map { pairs[(pairs.count * $0 / 8)..<(pairs.count * ($0 + 1) / 8)] }
      let current = probabilities
      let counts = concurrentMap(parts) { part in
        var counts = [Double](repeating: 0, count: current.values.count)
        var scratch = EditProbabilities.Scratch()
        for pair in part { _ = current.expect(pair, weight: 1, into: &counts, &scratch) }
        return counts
      }
      probabilities.values = prior
      for part in counts {
        for index in part.indices { probabilities.values[index] += part[index] }
      }
      probabilities.normalize()
    }
    return probabilities
  }
}
