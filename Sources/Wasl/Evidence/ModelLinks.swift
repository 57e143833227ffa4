internal import WaslAligning
internal import WaslModel

/// Links from the model's translation table.
struct ModelLinks: LinkSource {
  let model: TranslationModel
  /// No ratio counts for more than this.
  static let limit: Float = 8_000

  func addLinks(_ source: DocumentVocabulary, _ target: DocumentVocabulary, to lists: inout [[LinkTable.Link]]) {
    let arabicIsSource = source.language == .arabic
    let (arabic, english) = arabicIsSource ? (source, target) : (target, source)
    for (number, type) in arabic.types.enumerated() where type.modelKey >= 0 {
      model.forEachTranslation(ofArabic: type.modelKey) { key, englishRatio, arabicRatio in
        guard let other = english.type(ofStem: key) else { return }
        let (toEnglish, toArabic) = (min(englishRatio, Self.limit), min(arabicRatio, Self.limit))
        if arabicIsSource {
          lists[Int(other)].append(.init(source: Int32(number), targetRatio: toEnglish, sourceRatio: toArabic))
        } else {
          lists[number].append(.init(source: other, targetRatio: toArabic, sourceRatio: toEnglish))
        }
      }
    }
  }
}
