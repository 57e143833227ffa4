import Testing

@testable import WaslModel
@testable import WaslTraining

@Suite struct TransliterationTrainerTests {
  @Test func theSamePairsGiveTheSameBytes() {
    var trainer = TransliterationTrainer()
    trainer.pairMinimum = 3
    let pairs = Array(WellKnownNames.pairs.prefix(60))
    #expect(trainer.train(pairs).parameters == trainer.train(pairs).parameters)
  }

  @Test func iterationsRaiseTheLikelihood() {
    let pairs = WellKnownNames.pairs.compactMap { CodedPair($0) }.map { pair in
      var pair = pair
      pair.findPairs(LetterUnits(letters: ArabicLetters.count, pairs: []), units)
      return pair
    }
    var probabilities = EditProbabilities(
      arabic: LetterUnits(letters: ArabicLetters.count, pairs: []), latin: units)
    for row in 0..<probabilities.arabic.count {
      for column in 0..<units.count where probabilities.isOperation(row, column) {
        probabilities.values[row * units.count + column] = 1
      }
    }
    probabilities.normalize()
    var before = -Double.infinity
    for _ in 0..<8 {
      var counts = [Double](repeating: 0, count: probabilities.values.count)
      var scratch = EditProbabilities.Scratch()
      var sum = 0.0
      for pair in pairs { sum += probabilities.expect(pair, weight: 1, into: &counts, &scratch) ?? -1_000 }
      #expect(sum > before)
      before = sum
      // Every letter of a pair is written by exactly one operation.
      var letters = 0.0
      for row in 1..<probabilities.arabic.count {
        letters += counts[(row * units.count)..<((row + 1) * units.count)].reduce(0, +)
      }
      #expect(abs(letters - Double(pairs.map(\.arabic.count).reduce(0, +))) < 1e-6)
      probabilities.values = counts
      probabilities.normalize()
    }
  }

  private let units = LetterUnits(
    letters: LatinLetters.count, pairs: [.init(first: 19, second: 8), .init(first: 11, second: 8)])

  @Test func withoutPairsTheRomanisationsRemain() {
    let model = TransliterationTrainer().train([])
    for (arabic, latin) in [("كريم", "karim"), ("سمير", "samir"), ("مدريد", "madrid")] {
      #expect(model.score(arabic, latin) > model.score(arabic, "london"))
      #expect(model.score(arabic, latin) > model.score("لندن", latin))
    }
  }

  @Test func wordsThatAreNoNamesAreLeftOut() {
    var trainer = TransliterationTrainer()
    trainer.pairMinimum = 3
    let noise = [
      NamePair(arabic: Array("٢٠٢٤".utf8), latin: Array("2024".utf8)), NamePair(arabic: [], latin: []),
      NamePair(arabic: Array("كريم".utf8), latin: Array("к".utf8)),
      NamePair(arabic: Array(repeating: 0xD8, count: 50), latin: Array(repeating: 0x61, count: 100)),
    ]
    let pairs = Array(WellKnownNames.pairs.prefix(40))
    #expect(trainer.train(pairs + noise).parameters == trainer.train(pairs).parameters)
  }

  @Test func aHarvestFindsTheNamesOfASentence() {
    var harvest = NameHarvest(TrainedModel.small, threshold: 0)
    for _ in 0..<2 {
      harvest.add(
        arabic: "وقال كلينتون إن وارين زارت بولونيا ولندن".split(separator: " ").map { Array($0.utf8) },
        latin: ["Clinton", "Warren", "Polonia", "London"].map { Array($0.utf8) })
    }
    harvest.add(arabic: [[UInt8]](), latin: ["Rome"].map { Array($0.utf8) })
    #expect(
      harvest.pairs(minimum: 2).map { String(decoding: $0.arabic + [0x3D] + $0.latin, as: UTF8.self) } == [
        "بولونيا=polonia", "كلينتون=clinton", "لندن=london", "وارين=warren",
      ])
    #expect(harvest.pairs(minimum: 3).isEmpty)
  }
}
