import Testing
import Wasl
import WaslAligning
import WaslBitext
import WaslModel

/// A long document teaches the aligner words that the model lacks; a short or well-known one is left as it is.
@Suite struct DocumentAdaptationTests {
  /// Pairs of made-up words, the English of each known from the Arabic, with numbers that give some of them away.
  private static func document(pairs count: Int) -> (arabic: [String], english: [String], gold: [Int?]) {
    var random = SplitMix64(state: 3)
    let roots = ["كزب", "سنط", "قلد", "برغ", "شمز", "نحط"]
    let arabicWords = roots.flatMap { first in roots.map { first + $0 } }
    let syllables = ["vok", "dra", "mil", "sut", "pen", "gor"]
    let englishWords = syllables.flatMap { first in syllables.map { first + $0 } }
    var (arabic, english): ([String], [String]) = ([], [])
    var gold: [Int?] = []
    var missing = 0
    for line in 0..<count {
      let words = (0..<6).map { _ in Int.random(in: 0..<arabicWords.count, using: &random) }
      let number = line % 4 == 0 ? " \(1000 + line)" : ""
      arabic.append(words.map { arabicWords[$0] }.joined(separator: " ") + number)
      // Some lines have no translation, and no number beside them tells which.
      if line % 8 == 0 { missing = line + Int.random(in: 5...7, using: &random) }
      if line == missing {
        gold.append(nil)
        continue
      }
      gold.append(english.count)
      english.append(words.map { englishWords[$0] }.joined(separator: " ") + number)
    }
    return (arabic, english, gold)
  }

  private func right(_ count: Int, adapts: Bool) throws -> Double {
    let aligner = try DocumentAligner(model: TranslationModel(ModelFile(ModelFile.assemble([]), name: "empty")))
    var options = AlignmentOptions()
    options.adaptation.isOn = adapts
    // Numbers alone make no bead as sure as the words of a model do.
    (options.adaptation.leastDoubt, options.adaptation.minimumBeads) = (0.02, 100)
    options.adaptation.confidence = 0.75
    let (arabic, english, gold) = Self.document(pairs: count)
    let aligned = try aligner.align(
      TestDocument.lines(arabic, .arabic), TestDocument.lines(english, .english), options: options)
    let right = aligned.alignment.beads.count { bead in
      guard bead.source.count == 1 else { return false }
      let expected = gold[bead.source.lowerBound]
      return expected.map { bead.target == $0..<$0 + 1 } ?? bead.target.isEmpty
    }
    return Double(right) / Double(count)
  }

  @Test func helpsALongDocument() throws {
    let (without, with) = (try right(600, adapts: false), try right(600, adapts: true))
    #expect(with > without, "\(without) → \(with)")
  }

  @Test func leavesAShortDocumentAsItIs() throws {
    #expect(try right(80, adapts: true) == right(80, adapts: false))
  }

  @Test func leavesWhatIsSureAsItIs() throws {
    let aligner = try DocumentAligner()
    let lines = (0..<400).map { "\($0 * 7 + 1000) \($0 * 13 + 5000)" }
    let problem = try aligner.problem(
      TestDocument.lines(lines.map { "رقم \($0)" }, .arabic), TestDocument.lines(lines.map { "number \($0)" }, .english)
    )
    #expect(DocumentAdaptation().adapted(problem, by: aligner.search.align(problem)) == nil)
  }
}
