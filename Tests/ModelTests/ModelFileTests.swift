import Testing
import WaslBitext
import WaslModel
import WaslTraining

/// Whatever a file is, it is read rightly or refused with a reason; nothing in it crashes the reader.
@Suite struct ModelFileTests {
  /// A small model with every kind of section.
  static let model: [UInt8] = {
    var text = try! TrainingText()
    for (arabic, english) in [
      ("كتاب جديد", "a new book"), ("بيت جديد", "a new house"), ("كتاب قديم", "an old book"),
      ("بيت قديم", "an old house"), ("الكتاب في البيت", "the book is in the house"),
    ] {
      text.add(arabic: Array(arabic.utf8), english: Array(english.utf8))
    }
    var vectors = VectorTrainer()
    vectors.dimension = 16
    vectors.minimumCount = 1
    vectors.epochs = 1
    return try! ModelTrainer().train(text, vectors: .learnt(vectors), about: "sources = test\n")
  }()

  private func error(_ bytes: [UInt8]) -> WaslError? {
    do {
      _ = try ModelFile(bytes, name: "my.model")
      return nil
    } catch { return error }
  }

  @Test func readsWhatItWrote() throws {
    let model = TranslationModel(try ModelFile(Self.model, name: "my.model"))
    #expect(model.entryCount > 0)
    #expect(model.vectors.dimension == 16 && model.vectors.count > 0)
    #expect(model.description.contains("sources = test"))
  }

  @Test func refusesEveryTruncation() {
    for count in Array(0..<100) + stride(from: 100, to: Self.model.count, by: Self.model.count / 40) {
      let error = error(Array(Self.model.prefix(count)))
      #expect(error?.code == .model, "\(count) bytes")
      #expect(error?.location?.file == "my.model")
    }
  }

  @Test func refusesEveryFlippedByte() {
    var random = SplitMix64(state: 5)
    for _ in 0..<40 {
      var damaged = Self.model
      damaged[Int.random(in: 0..<damaged.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(error(damaged)?.code == .model)
    }
  }

  @Test func refusesAnotherVersion() {
    var other = Self.model
    other[8] = 99
    #expect(error(other)?.message.contains("version 99") == true)
  }

  @Test(arguments: ["", "WASLMODL", "%PDF-1.7 and so on, long enough for a header", "كتاب\tbook\n"])
  func refusesOtherFiles(text: String) {
    #expect(error(Array(text.utf8))?.message == "not a Wasl model")
  }

  /// Sections of the right names and any content, behind a right checksum.
  @Test func survivesAnySections() throws {
    var random = SplitMix64(state: 6)
    let sound = try ModelFile(Self.model, name: "my.model")
    let names = sound.contents.map(\.name)
    let tokens = ["كتاب", "والكتب", "book", "houses"].map { Array($0.utf8) }
    for _ in 0..<30 {
      let sections = names.map { name in
        let original = sound.copy(name)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return (name: name, bytes: [UInt8]())
        case 1: return (name: name, bytes: Array(original.prefix(Int.random(in: 0...original.count, using: &random))))
        case 2:
          var bytes = original
          for _ in 0..<8 where !bytes.isEmpty {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
          }
          return (name: name, bytes: bytes)
        default: return (name: name, bytes: original)
        }
      }
      let model = TranslationModel(try ModelFile(ModelFile.assemble(sections), name: "random"))
      var (arabic, english) = (KeyStemmer(model, .arabic), KeyStemmer(model, .english))
      var sum = Array(repeating: Float(0), count: model.vectors.dimension + 8)
      var scratch: [UInt8] = []
      for token in tokens {
        let key = arabic.stem(token.span)
        if key >= 0 { model.forEachTranslation(ofArabic: key) { _, _, _ in } }
        _ = english.stem(token.span)
        var units: [Int32] = []
        model.vectors.forEachUnit(token.span, hash: 0, scratch: &scratch) { units.append(Int32($0)) }
        sum.withUnsafeMutableBufferPointer { model.vectors.sum(units, into: $0.baseAddress!) }
      }
    }
  }

  /// Found by wasl-fuzz: the counts of such a key were read beyond their end.
  @Test func aTableMayNameKeysThatThereAreNot() throws {
    let file = try ModelFile(Self.model, name: "my.model")
    let parts = file.contents.map { part in
      let bytes = file.copy(part.name)
      return (name: part.name, bytes: part.name == "lex.key" ? bytes.map { _ in 0xFF } : bytes)
    }
    let model = TranslationModel(try ModelFile(ModelFile.assemble(parts), name: "damaged"))
    #expect(model.wordPairs(leastCount: 1, leastRatio: 0).isEmpty)
    #expect(!TranslationModel(file).wordPairs(leastCount: 1, leastRatio: 0).isEmpty)
  }

  /// What training keeps between its rounds.
  private final class Store: TrainingStateStore {
    var state: ModelFile?
    func read() -> ModelFile? { state }
    func write(_ file: [UInt8]) throws { state = try ModelFile(file, name: "state") }
  }

  /// Found by wasl-fuzz: with a number of rounds that is none, training ended in a trap.
  @Test(arguments: [
    ("rounds", [UInt8](repeating: 0xFF, count: 8)), ("epochs", [UInt8](repeating: 0xFF, count: 8)),
    ("t.given", [0, 0, 0xC0, 0x7F]), ("s.count", [0, 0, 0x80, 0xBF]), ("vectors", [0, 0, 0x80, 0x7F]),
    ("squares", [0, 0, 0x80, 0xFF]),
  ])
  func damagedStatesOfTrainingAreRefused(section: String, bytes: [UInt8]) throws {
    var text = try TrainingText()
    text.add(arabic: Array("كتاب جديد".utf8), english: Array("a new book".utf8))
    text.add(arabic: Array("بيت جديد".utf8), english: Array("a new house".utf8))
    var vectors = VectorTrainer()
    (vectors.dimension, vectors.minimumCount, vectors.epochs) = (8, 1, 1)
    let store = Store()
    let whole = try ModelTrainer().train(text, vectors: .learnt(vectors), about: "", store: store)
    #expect(try ModelTrainer().train(text, vectors: .learnt(vectors), about: "", store: store) == whole)
    let kept = try #require(store.state)
    let parts = kept.contents.map { part in
      var content = kept.copy(part.name)
      if part.name == section { content.replaceSubrange(..<bytes.count, with: bytes) }
      return (name: part.name, bytes: content)
    }
    store.state = try ModelFile(ModelFile.assemble(parts), name: "state")
    #expect { try ModelTrainer().train(text, vectors: .learnt(vectors), about: "", store: store) } throws: {
      "\($0)".contains("the state kept by an earlier run is damaged")
    }
  }
}
