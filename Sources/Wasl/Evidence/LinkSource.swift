internal import WaslAligning

/// Something that knows which words of two documents may stand for each other.
protocol LinkSource {
  /// Adds links to the lists, one list for each target type.
  func addLinks(_ source: DocumentVocabulary, _ target: DocumentVocabulary, to lists: inout [[LinkTable.Link]])
}

/// Where several sources link the same two types, their best ratio counts.
func mergedLinks(_ lists: [[LinkTable.Link]]) -> LinkTable {
  LinkTable(
    lists.map { list in
      if zip(list, list.dropFirst()).allSatisfy({ $0.source < $1.source }) { return list }
      var merged: [LinkTable.Link] = []
      for link in list.sorted(by: { $0.source < $1.source }) {
        if let last = merged.last, last.source == link.source {
          merged[merged.count - 1].targetRatio = max(last.targetRatio, link.targetRatio)
          merged[merged.count - 1].sourceRatio = max(last.sourceRatio, link.sourceRatio)
        } else {
          merged.append(link)
        }
      }
      return merged
    })
}
