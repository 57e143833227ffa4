internal import WaslAligning
internal import WaslModel

/// Links between names that the translation table lacks, by how the one is written in the other's letters.
struct NameLinks: LinkSource {
  let model: TranslationModel
  /// Words met more often in training than this power of two are no names to be guessed at.
  private static let commonness: Float = 7

  func addLinks(_ source: DocumentVocabulary, _ target: DocumentVocabulary, to lists: inout [[LinkTable.Link]]) {
    guard let transliteration = model.transliteration else { return }
    let arabicIsSource = source.language == .arabic
    let (arabic, english) = arabicIsSource ? (source, target) : (target, source)
    let arabicNames = arabic.types.indices.filter { number in
      let type = arabic.types[number]
      return type.kind == .word && !type.isLatin && !isCommon(type, arabic)
    }
    let englishNames = english.types.indices.filter { number in
      let type = english.types[number]
      return type.isLatin && type.isCapitalised && type.key.count > 2 && !isCommon(type, english)
    }
    if arabicNames.isEmpty || englishNames.isEmpty { return }
    let calibration = transliteration.calibration
    let links = transliteration.links(
      transliteration.arabicWords(arabicNames.map { arabic.keyBytes[arabic.types[$0].key] }),
      transliteration.latinWords(englishNames.map { english.keyBytes[english.types[$0].key] }),
      threshold: calibration.threshold(probability: 0.5, among: arabicNames.count))
    for link in links {
      let (one, other) = (arabicNames[Int(link.arabic)], englishNames[Int(link.latin)])
      let ratio = calibration.ratio(link.logRatio)
      let (from, to) = arabicIsSource ? (one, other) : (other, one)
      lists[to].append(.init(source: Int32(from), targetRatio: ratio, sourceRatio: ratio))
    }
  }

  private func isCommon(_ type: DocumentVocabulary.WordType, _ types: DocumentVocabulary) -> Bool {
    type.modelKey >= 0 && model.logCount(type.modelKey, types.language) > Self.commonness
  }
}
