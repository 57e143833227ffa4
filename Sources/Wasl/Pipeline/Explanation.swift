internal import WaslAligning
public import WaslBitext

/// What an alignment is told besides its beads.
extension DocumentAligner {
  /// The aligned text with the words of each bead that stand for each other.
  public func linked(_ text: AlignedText) -> AlignedText { explained(text, withEvidence: false) }

  /// The aligned text with the words of each bead that stand for each other, and what speaks for each bead.
  public func explained(_ text: AlignedText) -> AlignedText { explained(text, withEvidence: true) }

  private func explained(_ text: AlignedText, withEvidence: Bool) -> AlignedText {
    let (sourceVocabulary, targetVocabulary) = (types(text.source), types(text.target))
    let problem = problem(text.source, sourceVocabulary, text.target, targetVocabulary)
    let links = SplitLinks(problem)
    let (sources, targets) = (Pieces(whole: text.source), Pieces(whole: text.target))
    let wordLinks = text.alignment.beads.map { bead -> [WordLink] in
      if bead.isGap { return [] }
      let source = BeadWords(bead.source, of: sources, sourceVocabulary, tokenizer)
      let target = BeadWords(bead.target, of: targets, targetVocabulary, tokenizer)
      // The cost is the product of the two counts.
      if max(source.count, target.count) > BoundaryFinder.mostWords { return [] }
      return links.competitiveLinks(source.types[...], target.types[...]).map {
        WordLink(source: source.ranges[$0.source], target: target.ranges[$0.target])
      }
    }
    return AlignedText(
      source: text.source, target: text.target, alignment: text.alignment, wordLinks: wordLinks,
      evidence: withEvidence ? aligner.evidence(for: text.alignment, of: problem) : [])
  }
}
