internal import WaslAligning
internal import WaslText

/// Links between numbers, and between Latin words that stand unchanged on both sides.
struct IdenticalLinks: LinkSource {
  func addLinks(_ source: DocumentVocabulary, _ target: DocumentVocabulary, to lists: inout [[LinkTable.Link]]) {
    // In no order: of several links between two types the best ratio counts.
    source.forEachHash { hash, number in
      let type = source.types[Int(number)]
      guard type.kind == .number || type.isLatin, let other = target.type(ofHash: hash) else { return }
      // A single digit or letter is met by chance far more often.
      let ratio: Float = type.key.count > 1 ? 3_000 : 100
      lists[Int(other)].append(.init(source: number, targetRatio: ratio, sourceRatio: ratio))
    }
  }
}
