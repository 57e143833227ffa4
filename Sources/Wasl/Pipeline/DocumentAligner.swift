public import WaslAligning
public import WaslBitext
public import WaslModel
internal import WaslText

/// Aligns the two sides of a bitext: words to evidence, evidence to beads.
///
///     let aligner = try DocumentAligner()
///     let aligned = aligner.align(arabic, english)
///     for bead in aligned.alignment.beads { print(bead.shape, bead.confidence) }
public struct DocumentAligner {
  /// What it knows of the two languages.
  public let model: TranslationModel
  /// The search for beads, with its weights and settings.
  public var aligner: Aligner
  /// How boundaries that punctuation does not show are told.
  public var boundaryWeights: BoundaryWeights
  /// The user's own terms.
  public var glossary: Glossary
  /// Whether and how a long document teaches the aligner its own words.
  public var adaptation = DocumentAdaptation()
  /// How large the pieces are that are paired.
  public var granularity = Granularity.sentence
  /// Whether sentences and paragraphs that have changed places are looked for, and joined to beads that cross others.
  public var allowsCrossing = false
  let tokenizer: KeyTokenizer
  private let words: WordMemory

  /// - Parameters:
  ///   - model: the one in the binary unless another is given.
  ///   - glossary: terms that stand for each other whatever the model says.
  /// - Throws: a `.model` or `.input` error when the model or ICU's data cannot be read.
  public init(model: TranslationModel? = nil, glossary: Glossary = .init()) throws(WaslError) {
    if let model { self.model = model } else { self.model = try TranslationModel.embedded() }
    aligner = Aligner(weights: AlignerWeights(self.model) ?? .initial)
    boundaryWeights = BoundaryWeights(self.model) ?? .none
    self.glossary = glossary
    tokenizer = try KeyTokenizer()
    words = WordMemory(self.model)
  }

  /// Aligns two documents, of which one is Arabic and one English.
  public func align(_ source: Document, _ target: Document) -> AlignedText {
    crossed(AlignedText(source: source, target: target, alignment: alignment(of: problem(source, target))))
  }

  /// The beads of a problem; those of a long document by what it has itself taught, see `adaptation`.
  ///
  /// - Parameter constraints: what is known of them, see `AlignmentGuide`.
  public func alignment(of problem: AlignmentProblem, under constraints: [Constraint] = []) -> Alignment {
    let first = aligner.align(problem, under: constraints)
    return adaptation.adapted(problem, by: first).map { aligner.align($0, under: constraints) } ?? first
  }

  /// What the aligner sees of two documents: the numbers without the text.
  public func problem(_ source: Document, _ target: Document) -> AlignmentProblem {
    problem(source, types(source), target, types(target))
  }

  func problem(
    _ source: Document, _ sourceVocabulary: DocumentVocabulary, _ target: Document,
    _ targetVocabulary: DocumentVocabulary
  ) -> AlignmentProblem {
    var lists = Array(repeating: [LinkTable.Link](), count: targetVocabulary.types.count)
    let sources: [any LinkSource] = [
      ModelLinks(model: model), IdenticalLinks(), NameLinks(model: model), ICUNameLinks(tokenizer: tokenizer),
      PhraseLinks(table: glossary.table),
    ]
    for evidence in sources { evidence.addLinks(sourceVocabulary, targetVocabulary, to: &lists) }
    return AlignmentProblem(
      source: sourceVocabulary.side(source, model: model), target: targetVocabulary.side(target, model: model),
      links: mergedLinks(lists), vectorDimension: model.vectors.dimension)
  }

  /// The distinct words of a side.
  func types(_ document: Document) -> DocumentVocabulary {
    document.language == .arabic
      ? DocumentVocabulary(document, model: model, tokenizer: tokenizer, words: words.arabic)
      : DocumentVocabulary(document, model: model, tokenizer: tokenizer, words: words.english)
  }
}
