internal import WaslAligning
internal import WaslBitext

/// Links between the words of names and terms that both documents hold.
struct PhraseLinks: LinkSource {
  let table: PhraseTable

  func addLinks(_ source: DocumentVocabulary, _ target: DocumentVocabulary, to lists: inout [[LinkTable.Link]]) {
    if table.isEmpty { return }
    let sourceFound = PhraseFinder(table, source).found
    if sourceFound.isEmpty { return }
    let targetFound = PhraseFinder(table, target).found
    // In no order: of several links between two types the best ratio counts.
    for (concept, sourceForms) in sourceFound {
      guard let targetForms = targetFound[concept] else { continue }
      let ratio = table.ratios[Int(concept)]
      for from in sourceForms {
        for to in targetForms {
          // Either word may stand for any of the other's: the ratio is shared out among them.
          let (targetRatio, sourceRatio) = (ratio / Float(to.count), ratio / Float(from.count))
          for target in to {
            for source in from {
              lists[Int(target)].append(.init(source: source, targetRatio: targetRatio, sourceRatio: sourceRatio))
            }
          }
        }
      }
    }
  }
}
