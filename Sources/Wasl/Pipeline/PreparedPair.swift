package import WaslAligning
package import WaslBitext

/// Two sides made ready to be aligned: their words and numbers, and which may stand for each other. Made once for a
/// document, and used by all that looks at it.
package struct PreparedPair {
  package let source: Document
  package let target: Document
  package var sourceVocabulary: DocumentVocabulary
  package var targetVocabulary: DocumentVocabulary
  /// The numbers without the text, by what is known without the document.
  package let problem: AlignmentProblem
  /// The links with what the document itself has taught, see `DocumentAdaptation`; nil when it had nothing to teach.
  package var learntLinks: LinkTable?

  /// The problem by all that is known.
  package var adaptedProblem: AlignmentProblem {
    guard let learntLinks else { return problem }
    var adapted = problem
    adapted.links = learntLinks
    return adapted
  }
}

extension PreparedPair {
  /// The same pair with its texts cut into other segments. Only segments that have changed are tokenised again, and links
  /// stay as they are: a word that is another one for being cut off has none.
  func resliced(_ source: Document, _ target: Document, in run: AlignmentRun) -> PreparedPair {
    let sourceVocabulary = sourceVocabulary.resliced(source, from: self.source, in: run)
    let targetVocabulary = targetVocabulary.resliced(target, from: self.target, in: run)
    let types = targetVocabulary.types.count
    let problem = AlignmentProblem(
      source: sourceVocabulary.side(source, model: run.aligner.model),
      target: targetVocabulary.side(target, model: run.aligner.model), links: problem.links.padded(to: types),
      vectorDimension: problem.vectorDimension)
    return PreparedPair(
      source: source, target: target, sourceVocabulary: sourceVocabulary, targetVocabulary: targetVocabulary,
      problem: problem, learntLinks: learntLinks?.padded(to: types))
  }
}

extension LinkTable {
  /// The table with types that have no links behind the others.
  fileprivate func padded(to typeCount: Int) -> LinkTable {
    let missing = typeCount + 1 - offsets.count
    if missing <= 0 { return self }
    return LinkTable(offsets: offsets + Array(repeating: Int32(links.count), count: missing), links: links)
  }
}
