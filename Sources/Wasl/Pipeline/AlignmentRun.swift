package import WaslAligning
package import WaslBitext

/// One document on its way from texts to beads: the aligner, the options, and the workspace that is its own meanwhile.
package struct AlignmentRun {
  package let aligner: DocumentAligner
  package let options: AlignmentOptions
  package let workspace: Workspace

  /// The words and links of two sides.
  package func prepare(_ source: Document, _ target: Document) -> PreparedPair {
    let model = aligner.model
    let keepsWords = options.cutsSentences || options.detail != .beads
    let sourceVocabulary = DocumentVocabulary(source, in: self, keepsWords: keepsWords)
    let targetVocabulary = DocumentVocabulary(target, in: self, keepsWords: keepsWords)
    var lists = Array(repeating: [LinkTable.Link](), count: targetVocabulary.types.count)
    let sources: [any LinkSource] = [
      ModelLinks(model: model), IdenticalLinks(), NameLinks(model: model), ICUNameLinks(),
      PhraseLinks(table: options.glossary.table),
    ]
    for evidence in sources { evidence.addLinks(sourceVocabulary, targetVocabulary, to: &lists) }
    let problem = AlignmentProblem(
      source: sourceVocabulary.side(source, model: model), target: targetVocabulary.side(target, model: model),
      links: mergedLinks(lists), vectorDimension: model.vectors.dimension)
    return PreparedPair(
      source: source, target: target, sourceVocabulary: sourceVocabulary, targetVocabulary: targetVocabulary,
      problem: problem)
  }

  /// The beads of a pair; those of a long document by what it has itself taught, which the pair keeps.
  ///
  /// - Parameter constraints: what is known of them, see `AlignmentGuide`.
  package func alignment(of pair: inout PreparedPair, under constraints: [Constraint] = []) -> Alignment {
    let first = aligner.search.align(pair.problem, under: constraints)
    guard let adapted = options.adaptation.adapted(pair.problem, by: first) else { return first }
    pair.learntLinks = adapted.links
    return aligner.search.align(adapted, under: constraints)
  }

  /// Aligns two sides under what is known of them.
  func align(_ guide: AlignmentGuide) -> AlignedText {
    let guide = guide.adding(TableMarks(guide.source, guide.target, in: self).cuts)
    var (text, pair) = options.cutsSentences ? segmentedJointly(guide) : segmentedAsGiven(guide)
    text = guide.marked(text)
    if options.allowsCrossing { text = crossed(text, pair, guide) }
    if options.granularity == .paragraph { text = text.joinedToParagraphs() }
    return options.detail == .beads ? text : explained(text, pair)
  }

  private func segmentedAsGiven(_ guide: AlignmentGuide) -> (AlignedText, PreparedPair) {
    var pair = prepare(guide.source, guide.target)
    let alignment = alignment(of: &pair, under: guide.constraints(on: guide.source, guide.target))
    return (AlignedText(source: guide.source, target: guide.target, alignment: alignment), pair)
  }

  private func segmentedJointly(_ guide: AlignmentGuide) -> (AlignedText, PreparedPair) {
    let (text, pair) = JointSegmentation(guide.source, guide.target).align(in: self, guide)
    let isUsedAgain = options.allowsCrossing || options.detail != .beads
    return (text, isUsedAgain ? pair.resliced(text.source, text.target, in: self) : pair)
  }
}
