internal import Aligning
internal import Text

/// Links between numbers, and between Latin words that stand unchanged on both sides.
struct IdenticalLinks: LinkSource {
  func addLinks(_ source: DocumentTypes, _ target: DocumentTypes, to lists: inout [[LinkTable.Link]]) {
    // In the order of the source's types, so that equal inputs give equal lists.
    for (hash, number) in source.typesByHash {
      let type = source.types[Int(number)]
      guard type.kind == .number || type.isLatin, let other = target.type(ofHash: hash) else { continue }
      // A single digit or letter is met by chance far more often.
      let ratio: Float = type.key.count > 1 ? 3_000 : 100
      lists[Int(other)].append(.init(source: number, targetRatio: ratio, sourceRatio: ratio))
    }
  }
}
