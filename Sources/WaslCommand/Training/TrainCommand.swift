import ArgumentParser
import Wasl
import WaslAligning
import WaslBitext
import WaslModel
import WaslPairFormats
import WaslSyntax
import WaslSystemIO
import WaslTraining

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a translation model from sentence pairs.",
    discussion: """
      Pairs are TSV, CSV, TMX, XLIFF or JSON lines, with the languages in either order, or two texts with one segment per \
      line whose names differ only in .ar and .en. All may be packed, in any mix. Dictionaries have the same formats and \
      count as often as --dictionary-weight says.

      Word vectors are learnt from the pairs unless they are given. Without --names and --weights, the model takes over \
      those of the model in the program, whose sources NOTICE lists. The same input and options give the same bytes, \
      whatever --jobs is.

      EXAMPLES
        wasl train corpus.tsv -o corpus.model
        wasl train memory.tmx news.ar.gz news.en.gz -o my.model
        wasl train law.tsv --vectors-from embedded -o law.model
        wasl align --model my.model report.txt -o report.tmx
      """)

  @Argument(help: .init("Files of sentence pairs.", valueName: "pairs"), completion: .file())
  var pairs: [String] = []

  @Option(help: .init("A file of dictionary entries; can be given several times.", valueName: "file"))
  var dictionary: [String] = []

  @Option(help: .init("How often a dictionary entry counts.", valueName: "number"))
  var dictionaryWeight: Float = 1

  @Option(
    help: .init(
      "Word vectors: PREFIX.txt with one unit per line, and PREFIX.f32 with a row of little-endian floats for each.",
      valueName: "prefix"))
  var vectors: String?

  @Option(help: .init("Take the word vectors over from this model, or from 'embedded'.", valueName: "model"))
  var vectorsFrom: String?

  @Flag(help: "Make a model without word vectors.")
  var withoutVectors = false

  @Option(help: .init("How often to go through the pairs for word vectors.", valueName: "number"))
  var vectorEpochs = VectorTrainer().epochs

  @Option(help: .init("A file of names in Arabic and Latin letters, to learn transliteration from.", valueName: "file"))
  var names: String?

  @Option(help: .init("The aligner's weights, as `wasl tune` writes them.", valueName: "file"))
  var weights: String?

  @Option(
    help: .init("The weights of the search for boundaries, as `wasl tune --boundaries` writes them.", valueName: "file")
  )
  var boundaryWeights: String?

  @Option(help: .init("Take the aligner's weights over from this model.", valueName: "model"))
  var weightsFrom: String?

  @Option(help: .init("Rounds of estimation.", valueName: "number"))
  var iterations = 6

  @Option(name: .shortAndLong, help: .init("How many threads to use (default: one per processor).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Save progress in MODEL.state, and continue from there after an interruption.")
  var resume = false

  @Option(name: .shortAndLong, help: .init("Write the model to this file.", valueName: "file"))
  var output: String

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if pairs.isEmpty && dictionary.isEmpty { throw ValidationError("give at least one file of pairs") }
    if [vectors != nil, vectorsFrom != nil, withoutVectors].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --vectors, --vectors-from and --without-vectors")
    }
    if weights != nil && weightsFrom != nil { throw ValidationError("give one of --weights and --weights-from") }
    try OptionRange.check(jobs, "--jobs", OptionRange.jobs)
    try OptionRange.check(iterations, "--iterations", OptionRange.rounds)
    try OptionRange.check(vectorEpochs, "--vector-epochs", OptionRange.rounds)
    // Counts are summed in 32 bits.
    if !(dictionaryWeight > 0 && dictionaryWeight <= 1e6) {
      throw ValidationError("--dictionary-weight is \(dictionaryWeight): give a number above 0, at most 1000000")
    }
    try OutputCheck.checkStandardInput(
      pairs + dictionary + [names, weights, boundaryWeights, weightsFrom, vectorsFrom])
  }

  func run() throws {
    let vectorFiles = self.vectors.map { [$0 + ".txt", $0 + ".f32"] } ?? []
    try OutputCheck.check(
      [output], inputs: pairs + dictionary + vectorFiles + [names, weights, boundaryWeights].compactMap { $0 })
    var trainer = ModelTrainer()
    trainer.lexicon.iterations = iterations
    trainer.lexicon.threads = jobs
    // What is given ready-made is read first: it may be wrong, or be the file that will be written.
    let vectors = try vectorSource()
    let weights = try weightsText()
    let boundaries = try boundaryWeightsText()
    let state = resume ? TrainingStateFile(path: output + ".state") : nil

    var stages = ["pairs", "names"] + (1...iterations).map { "words, round \($0)" }
    if case .learnt(let trainer) = vectors { stages += (1...trainer.epochs).map { "vectors, round \($0)" } }
    let progress = messages.progress(stages: stages + ["writing"])
    defer { progress?.stop() }
    // A line would be drawn over the bar.
    func note(_ text: String) { if progress == nil { messages.note(text) } }

    var text = try TrainingText()
    try TrainingPairs.read(pairs, weight: 1, into: &text, messages)
    try TrainingPairs.read(dictionary, weight: dictionaryWeight, into: &text, messages)
    note("\(text.taken) pairs taken, \(text.leftOut) left out (repeated, or without words on a side)")
    if text.taken == 0 {
      throw WaslError(.nothingToAlign, "no usable pairs", advice: "give lines of Arabic, tab, English")
    }
    progress?.advance()
    let extra = try [
      ("weights", weights), (BoundaryWeights.sectionName, boundaries), ("translit", transliteration(text, note)),
    ].filter {
      !$0.1.isEmpty
    }
    progress?.advance()
    let about = """
      pairs = \(text.taken)
      sources = \((pairs + dictionary).map(Self.fileName).joined(separator: " "))

      """
    let model = try trainer.train(text, vectors: vectors, extra: extra, about: about, store: state) { stage in
      switch stage {
      case .stems: note("stems chosen")
      case .iteration(let number, let likelihood):
        progress?.advance()
        note("round \(number + 1) of \(iterations): log-likelihood \(likelihood) a word")
      case .table(let keys, let entries): note("\(keys) keys, \(entries) entries")
      case .epoch(let number, let loss):
        progress?.advance()
        note("vectors, round \(number + 1) of \(vectorEpochs): loss \(loss) a pair")
      }
    }
    let made = TranslationModel(try ModelFile(model, name: output))
    if made.keyCount(.arabic) == 0 && made.vectors.dimension == 0 {
      throw WaslError(
        .nothingToAlign, "the pairs are too few to learn a word from",
        advice: "give more text, or take word vectors over with --vectors-from embedded")
    }
    try OutputFile.write(to: output) { $0.append(model[...]) }
    state?.remove()
    progress?.stop()
    messages.note("\(output): \(text.taken) pairs, \(model.count) bytes")
  }

  private func vectorSource() throws -> ModelTrainer.Vectors {
    if let vectors { return .given(try VectorFiles.read(vectors)) }
    if let vectorsFrom {
      let model = try ModelArguments.load(vectorsFrom)
      if model.vectors.dimension == 0 {
        throw WaslError(
          .model, "it has no word vectors", at: .init(file: vectorsFrom), advice: "leave --vectors-from out")
      }
      return .taken(model)
    }
    if withoutVectors { return .none }
    var trainer = VectorTrainer()
    trainer.epochs = vectorEpochs
    trainer.threads = jobs
    return .learnt(trainer)
  }

  private func weightsText() throws -> [UInt8] {
    let name = weights ?? weightsFrom ?? ModelArguments.embedded
    let text = try weights.map { try InputFile.read($0) } ?? ModelArguments.load(name).file.copy("weights")
    guard AlignerWeights(parsing: String(decoding: text, as: UTF8.self)) != nil else {
      throw WaslError(
        .model, "no weights of this Wasl's features", at: .init(file: name), advice: "make them with `wasl tune`")
    }
    return text
  }

  private func boundaryWeightsText() throws -> [UInt8] {
    guard let boundaryWeights else {
      return BoundaryWeights.section(of: try ModelArguments.load(weightsFrom ?? ModelArguments.embedded).file)
    }
    let text = try InputFile.read(boundaryWeights)
    guard BoundaryWeights(parsing: String(decoding: text, as: UTF8.self)) != nil else {
      throw WaslError(
        .model, "no weights of this Wasl's boundaries", at: .init(file: boundaryWeights),
        advice: "make them with `wasl tune --boundaries`")
    }
    return text
  }

  private func transliteration(_ text: TrainingText, _ note: (String) -> Void) throws -> [UInt8] {
    guard let names else { return try TranslationModel.embedded().file.copy("translit") }
    let pairs = try TrainingPairs.names(names, messages)
    let model = TransliterationTrainer().train(
      pairs, arabicWords: text.words(.arabic, minimum: 3), latinWords: text.words(.english, minimum: 3))
    note("transliteration learnt from \(pairs.count) names")
    return model.parameters
  }

  private static func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}
