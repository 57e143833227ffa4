public import WaslAligning
public import WaslBitext
public import WaslModel

/// Aligns the two languages of a bitext: texts to segments, words to evidence, evidence to beads.
///
///     let aligner = try DocumentAligner()
///     let aligned = try aligner.align(.texts(arabic, english))
///     for bead in aligned.beads { print(bead.sourceText, "|", bead.targetText, bead.confidence) }
///
/// One aligner serves any number of tasks at the same time. What it gives depends on the texts and the options alone.
public struct DocumentAligner: Sendable {
  /// What it knows of the two languages.
  public let model: TranslationModel
  /// The search for beads, with its weights and settings.
  public var search: Aligner
  /// How boundaries that punctuation does not show are told.
  public var boundaryWeights: BoundaryWeights
  /// Copies share it: it holds nothing that a result depends on.
  private let workspaces: WorkspacePool

  /// An aligner with its weights from the model.
  ///
  /// - Parameter model: the one in the binary unless another is given.
  /// - Throws: a `.model` or `.input` error when the model or ICU's data cannot be read.
  public init(model: TranslationModel? = nil) throws(WaslError) {
    if let model { self.model = model } else { self.model = try TranslationModel.embedded() }
    search = Aligner(weights: AlignerWeights(self.model) ?? .initial)
    boundaryWeights = BoundaryWeights(self.model) ?? .none
    workspaces = try WorkspacePool(self.model)
  }

  /// Aligns one text with both languages, two texts, or two sides that are cut already.
  ///
  /// - Throws: `.nothingToAlign` when a language is missing, `.input` when two texts are in the same language or one is
  ///   too large, `.usage` for options that contradict each other, `.format` or `.input` for confirmed beads that do
  ///   not fit the texts.
  public func align(
    _ input: BilingualText, options: AlignmentOptions = AlignmentOptions()
  ) throws(WaslError) -> AlignedText {
    try options.check()
    return try run(options) { run throws(WaslError) in
      let (source, target) = try run.sides(of: input)
      let guide = try AlignmentGuide(source, target, confirmed: options.confirmed, file: options.confirmedName)
      let text = run.align(guide)
      if options.verifies { try text.verify() }
      return text
    }
  }

  /// Calls `body` with what a document needs on its way.
  package func run<Result>(
    _ options: AlignmentOptions = AlignmentOptions(), _ body: (AlignmentRun) throws(WaslError) -> Result
  ) throws(WaslError) -> Result {
    try workspaces.lend { workspace throws(WaslError) in
      try body(AlignmentRun(aligner: self, options: options, workspace: workspace))
    }
  }

  /// What the search sees of two documents: the numbers without the text.
  package func problem(
    _ source: Document, _ target: Document, options: AlignmentOptions = AlignmentOptions()
  ) throws(WaslError) -> AlignmentProblem {
    try run(options) { $0.prepare(source, target).problem }
  }

  /// The sides of an input, as they are aligned: the source first.
  package func sides(
    of input: BilingualText, options: AlignmentOptions = AlignmentOptions()
  ) throws(WaslError) -> (source: Document, target: Document) {
    try run(options) { run throws(WaslError) in try run.sides(of: input) }
  }
}
