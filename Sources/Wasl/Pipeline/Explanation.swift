internal import WaslAligning
internal import WaslBitext

extension AlignmentRun {
  /// The aligned text with the words of each bead that stand for each other, and with what speaks for each bead where
  /// that is asked for.
  ///
  /// - Parameter pair: of the text's segments.
  func explained(_ text: AlignedText, _ pair: PreparedPair) -> AlignedText {
    let links = SplitLinks(pair.problem)
    let (sources, targets) = (pair.sourceVocabulary, pair.targetVocabulary)
    let wordLinks = text.alignment.beads.map { bead -> [WordLink] in
      if bead.isGap { return [] }
      let (source, target) = (sources.tokens(of: bead.source), targets.tokens(of: bead.target))
      // The cost is the product of the two counts.
      if max(source.count, target.count) > BoundaryFinder.mostWords { return [] }
      return links.competitiveLinks(sources.tokens[source], targets.tokens[target]).map {
        WordLink(
          source: sources.word(of: source.lowerBound + $0.source),
          target: targets.word(of: target.lowerBound + $0.target))
      }
    }
    return AlignedText(
      source: text.source, target: text.target, alignment: text.alignment, wordLinks: wordLinks,
      evidence: options.detail == .evidence ? aligner.search.evidence(for: text.alignment, of: pair.problem) : [])
  }
}
