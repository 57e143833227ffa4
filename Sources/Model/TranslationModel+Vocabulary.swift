extension TranslationModel {
  /// Words of the model with their best translations, by Arabic key: those met in training at least some times
  /// of which each makes the other many times more probable than chance does.
  ///
  /// Keys are normal forms, stems where the model counts by stems; empty where the model has no texts.
  public func wordPairs(leastCount: Int = 50, leastRatio: Float = 50) -> [(arabic: String, english: String)] {
    let least = logarithm(leastCount)
    return (0..<arabicKeys.count).compactMap { arabic in
      guard arabicKeys.logCount(arabic) >= least else { return nil }
      var best: (key: Int, ratio: Float)?
      forEachTranslation(ofArabic: arabic) { key, englishRatio, arabicRatio in
        let ratio = min(englishRatio, arabicRatio)
        // A damaged table may name keys that there are not.
        if ratio >= leastRatio, key < englishKeys.count, englishKeys.logCount(key) >= least, ratio > best?.ratio ?? 0 {
          best = (key, ratio)
        }
      }
      guard let best else { return nil }
      let pair = (arabicKeys.text(arabic), englishKeys.text(best.key))
      return pair.0.isEmpty || pair.1.isEmpty ? nil : pair
    }
  }

  /// The whole part of log2(1 + count), as `KeyTable` counts.
  private func logarithm(_ count: Int) -> Float { Float(Int.bitWidth - (count + 1).leadingZeroBitCount - 1) }
}
