internal import WaslAligning
internal import WaslBitext

extension AlignmentRun {
  /// The aligned text with the words of each bead that stand for each other, and with what speaks for each bead where
  /// that is asked for.
  ///
  /// - Parameter pair: of the text's segments.
  func explained(_ text: AlignedText, _ pair: PreparedPair) -> AlignedText {
    let links = SplitLinks(pair.problem)
    let (sources, targets) = (Pieces(whole: text.source), Pieces(whole: text.target))
    let wordLinks = text.alignment.beads.map { bead -> [WordLink] in
      if bead.isGap { return [] }
      let source = BeadWords(bead.source, of: sources, pair.sourceVocabulary, workspace.tokenizer)
      let target = BeadWords(bead.target, of: targets, pair.targetVocabulary, workspace.tokenizer)
      // The cost is the product of the two counts.
      if max(source.count, target.count) > BoundaryFinder.mostWords { return [] }
      return links.competitiveLinks(source.types[...], target.types[...]).map {
        WordLink(source: source.ranges[$0.source], target: target.ranges[$0.target])
      }
    }
    return AlignedText(
      source: text.source, target: text.target, alignment: text.alignment, wordLinks: wordLinks,
      evidence: options.detail == .evidence ? aligner.search.evidence(for: text.alignment, of: pair.problem) : [])
  }
}
