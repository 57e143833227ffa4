import Testing
import WaslBitext

@testable import WaslModel
@testable import WaslTraining

@Suite struct SentenceEdgesTests {
  private func edges(_ texts: [(String, Language)]) throws -> SentenceEdges {
    var trainer = try SentenceEdgeTrainer()
    for (text, language) in texts { trainer.add(Array(text.utf8), language) }
    let section = trainer.section()
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: section.count, alignment: 8)
    copy.copyBytes(from: section)
    return SentenceEdges(UnsafeRawBufferPointer(copy))
  }

  private func ratio(_ edges: SentenceEdges, _ word: String, _ edge: SentenceEdge) -> Float {
    edges.logRatio(of: Array(word.utf8).span, edge)
  }

  @Test func wordsThatStartAndEndSentencesAreTold() throws {
    var texts: [(String, Language)] = []
    for name in ["Ali", "Omar", "Sara", "Huda", "Zaid", "Lina"] {
      texts.append(("The teacher gave \(name) a book of London.", .english))
      texts.append(("قالت المعلمة إن \(name) كتب في الكتاب الجديد.", .arabic))
    }
    let edges = try edges(texts)
    #expect(ratio(edges, "the", .englishFirst) > 1)
    #expect(ratio(edges, "london", .englishLast) > 1)
    #expect(ratio(edges, "gave", .englishLast) < ratio(edges, "london", .englishLast) - 1)
    #expect(ratio(edges, "قالت", .arabicFirst) > 1)
    #expect(ratio(edges, "ان", .arabicFirst) < ratio(edges, "قالت", .arabicFirst) - 1)
    #expect(ratio(edges, "الجديد", .arabicLast) > 1)
  }

  @Test func labelsAndUnfinishedTextsTellNothing() throws {
    let edges = try edges([("Open file.", .english), ("The teacher gave him a book of", .english)])
    #expect(edges.count == 0)
    #expect(ratio(edges, "the", .englishFirst) == 0)
  }

  @Test func namesAreToldFromWordsThatOnlyAStartMakesCapital() throws {
    var texts: [(String, Language)] = []
    for name in ["Ali", "Omar", "Sara", "Huda", "Zaid", "Lina"] {
      texts.append(("The teacher of \(name) wrote a book in London today.", .english))
    }
    // A title's capitals say nothing.
    texts += Array(repeating: ("The Teacher Wrote A Long Book.", .english), count: 9)
    let edges = try edges(texts)
    #expect(ratio(edges, "london", .englishCapital) > ratio(edges, "teacher", .englishCapital) + 2)
    #expect(ratio(edges, "book", .englishCapital) < 0)
  }

  @Test func aDamagedSectionCountsAsEmpty() {
    let bytes: [UInt8] = [9, 0, 0, 0, 1, 2, 3]
    bytes.withUnsafeBytes { #expect(SentenceEdges($0).count == 0) }
  }

  @Test func theEmbeddedModelKnowsCommonEdges() throws {
    let edges = try TranslationModel.embedded().sentenceEdges
    #expect(ratio(edges, "the", .englishFirst) > 1)
    #expect(ratio(edges, "of", .englishLast) < -1)
    #expect(ratio(edges, "من", .arabicLast) < -1)
    #expect(ratio(edges, "london", .englishCapital) > 1)
    #expect(ratio(edges, "because", .englishCapital) < -1.5)
  }
}
