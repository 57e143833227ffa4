import Wasl
import WaslAligning
import WaslBitext
import WaslModel
import WaslText
import WaslTraining

extension FuzzTarget {
  /// Damaged models with a right checksum, each used for aligning.
  static let model = FuzzTarget("model") {
    let sections = smallModel()
    let document = Array("قال أحمد: صباح الخير. كيف حالك؟ ٢٠٢٠\nAhmad said: Good morning. How are you? 2020\n".utf8)
    let mutator = Mutator()
    return { random in
      var damaged = sections
      for _ in 0...random.below(3) {
        let hit = random.below(damaged.count)
        // Most of an index is one table: look at its end as often as at its start.
        let bytes = damaged[hit].bytes
        if random.chance(3) || bytes.count < 64 {
          damaged[hit].bytes = mutator.mutated([bytes.count < 1 << 16 ? bytes : Array(bytes.suffix(4096))], &random)
        } else {
          for _ in 0...random.below(20) { damaged[hit].bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
        }
      }
      var file = ModelFile.assemble(damaged)
      if random.chance(8) { file = mutator.mutated([Array(file.prefix(1 << 12))], &random) }
      let model = TranslationModel(try ModelFile(file, name: "fuzz"))
      readAll(model)
      let aligner = try DocumentAligner(model: model)
      let sides = try BilingualInput().sides(of: SourceText(name: "fuzz", bytes: document))
      try check(aligner, sides.arabic, sides.english, presplit: false)
    }
  }

  static let weights = FuzzTarget("weights", [Array(AlignerWeights.initial.text.utf8)], tokens: ["inf", "nan", "1-1 "])
  {
    guard let weights = AlignerWeights(parsing: String(decoding: $0, as: UTF8.self)) else {
      throw WaslError(.model, "no weights")
    }
    var random = SplitMix64(state: UInt64($0.count))
    let problem = RandomDocument.problem(&random)
    let alignment = Aligner(weights: weights).align(problem)
    if let defect = alignment.defect(sourceCount: problem.source.count, targetCount: problem.target.count) {
      throw FuzzFailure(defect)
    }
  }

  /// Everything that `wasl model` shows.
  private static func readAll(_ model: TranslationModel) {
    for language in Language.allCases {
      for key in 0..<model.keyCount(language) {
        _ = (model.text(key, language), model.logCount(key, language), model.nullProbability(key, language))
      }
    }
    for key in 0..<model.keyCount(.arabic) {
      model.forEachTranslation(ofArabic: key) { english, _, _ in _ = model.text(english, .english) }
    }
    _ = (model.description, model.wordPairs(leastCount: 1, leastRatio: 0).count)
  }

  /// Training that goes on from a damaged state.
  static let state = FuzzTarget("state") {
    var trainer = ModelTrainer()
    trainer.minimumCount = 1
    trainer.lexicon.iterations = 2
    trainer.lexicon.threads = 1
    var vectors = VectorTrainer()
    (vectors.epochs, vectors.threads) = (2, 1)
    let (settings, learnt) = (trainer, vectors)
    let kept = Store(state: nil)
    var sections: [(name: String, bytes: [UInt8])] = []
    do {
      _ = try settings.train(smallText(), vectors: .learnt(learnt), about: "", store: kept)
      let state = try ModelFile(kept.written, name: "state")
      sections = state.contents.map { ($0.name, state.copy($0.name)) }
    } catch { fatalError("the state of training: \(error)") }
    let (parts, mutator) = (sections, Mutator())
    return { random in
      var damaged = parts
      for _ in 0...random.below(3) {
        let hit = random.below(damaged.count)
        // Of another state altogether it would be refused at once.
        if damaged[hit].name == "state.id", !random.chance(20) { continue }
        damaged[hit].bytes = mutator.mutated([damaged[hit].bytes], &random)
      }
      let store = Store(state: try ModelFile(ModelFile.assemble(damaged), name: "state"))
      let model = try settings.train(
        smallText(), vectors: random.chance(2) ? .none : .learnt(learnt), about: "", store: store)
      readAll(TranslationModel(try ModelFile(model, name: "trained")))
    }
  }

  private final class Store: TrainingStateStore {
    let state: ModelFile?
    private(set) var written: [UInt8] = []

    init(state: ModelFile?) { self.state = state }
    func read() -> ModelFile? { state }
    func write(_ file: [UInt8]) { written = file }
  }

  private static func smallText() throws -> TrainingText {
    var text = try TrainingText()
    let pairs = [
      ("صباح الخير", "good morning"), ("كيف حالك", "how are you"), ("قال أحمد", "Ahmad said"), ("الخير", "the good"),
      ("صباح جديد", "a new morning"), ("حالك جديد", "you are new"),
    ]
    for (arabic, english) in pairs { text.add(arabic: Array(arabic.utf8), english: Array(english.utf8)) }
    return text
  }

  /// Learnt from a few sentences, with vectors, and the rest from the model in the program.
  static func smallModel() -> [(name: String, bytes: [UInt8])] {
    do {
      let text = try smallText()
      var random = SplitMix64(state: 7)
      let units = ["صباح", "خير", "morning", "good", "ahm"].map { word in
        WordVectors.Unit(
          text: word, isPiece: word == "ahm", vector: (0..<8).map { _ in Float.random(in: -1...1, using: &random) })
      }
      var trainer = ModelTrainer()
      trainer.minimumCount = 1
      let embedded = try TranslationModel.embedded().file
      let file = try trainer.train(
        text, vectors: .given(units), extra: ["weights", "translit"].map { ($0, embedded.copy($0)) },
        about: "small = yes\n")
      let model = try ModelFile(file, name: "small")
      return model.contents.map { ($0.name, model.copy($0.name)) }
    } catch { fatalError("the small model: \(error)") }
  }
}
