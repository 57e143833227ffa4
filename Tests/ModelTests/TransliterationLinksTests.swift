import Testing
import WaslBitext

@testable import WaslModel

@Suite struct TransliterationLinksTests {
  let model = TrainedModel.small

  @Test func linksAreThePairsOfBlocksThatReachTheThreshold() {
    var random = SplitMix64(state: 3)
    for _ in 0..<10 {
      let arabic = (0..<60).map { _ in WellKnownNames.pairs.randomElement(using: &random)!.arabic }
      let latin = (0..<60).map { _ in WellKnownNames.pairs.randomElement(using: &random)!.latin }
      let threshold = Float.random(in: -5...5, using: &random)
      let links = model.links(
        model.arabicWords(arabic), model.latinWords(latin), threshold: threshold, limit: .max)
      #expect(links.map { [$0.latin, $0.arabic] } == links.map { [$0.latin, $0.arabic] }.sorted(by: precedes))
      #expect(Set(links.map { [$0.latin, $0.arabic] }).count == links.count)
      for link in links {
        let exact = model.score(arabic[Int(link.arabic)], latin[Int(link.latin)], strippingClitics: true)
        // A reading that shares no key with the Latin word may score higher, but is not looked at.
        #expect(link.logRatio >= threshold && link.logRatio <= exact)
      }
    }
  }

  private func precedes(_ left: [Int32], _ right: [Int32]) -> Bool { left.lexicographicallyPrecedes(right) }

  @Test func numbersAreThoseOfTheWords() {
    let links = model.links(
      model.arabicWords(["2024", "", "بكلينتون", "والشرع"].map { Array($0.utf8) }),
      model.latinWords(["", "Shara", "x1", "Clinton"].map { Array($0.utf8) }), threshold: 0)
    #expect(links.map(\.latin) == [1, 3])
    #expect(links.map(\.arabic) == [3, 2])
  }

  @Test func theLimitKeepsTheBest() {
    let arabic = model.arabicWords(WellKnownNames.pairs.map(\.arabic))
    let latin = model.latinWords(WellKnownNames.pairs.map(\.latin))
    let all = model.links(arabic, latin, threshold: -10, limit: .max)
    let one = model.links(arabic, latin, threshold: -10, limit: 1)
    #expect(one.count == Set(all.map(\.latin)).count)
    #expect(one.count < all.count)
    for link in one {
      #expect(all.filter { $0.latin == link.latin }.map(\.logRatio).max() == link.logRatio)
    }
    #expect(model.links(arabic, latin, threshold: -10, limit: 0).isEmpty)
  }

  @Test func nothingLinksToNothing() {
    let none = model.latinWords([[UInt8]]())
    #expect(model.links(model.arabicWords(WellKnownNames.pairs.map(\.arabic)), none, threshold: -50).isEmpty)
    #expect(
      model.links(model.arabicWords([[UInt8]]()), model.latinWords([Array("Rome".utf8)]), threshold: -50).isEmpty)
  }

  @Test(arguments: [
    ("تشرشل", "Churchill"), ("جيمس", "James"), ("شوارزنيجر", "Schwarzenegger"), ("ماكسويل", "Maxwell"),
    ("فوينيكس", "Phoenix"), ("خوسيه", "Jose"), ("الجزائر", "Jazair"), ("قطر", "Qatar"), ("غينيا", "Guinea"),
    ("بيتزا", "Pizza"), ("ويبر", "Weber"), ("فيبر", "Weber"), ("بينيه", "Binet"), ("دجانة", "Dujana"),
    ("أبو", "Abu"), ("آيو", "Ayew"), ("كنول", "Knoll"), ("نول", "Knoll"), ("هيوز", "Hughes"),
  ])
  func ambiguousSpellingsShareASkeleton(arabic: String, latin: String) {
    #expect(
      !model.links(
        model.arabicWords([Array(arabic.utf8)]), model.latinWords([Array(latin.utf8)]),
        threshold: TransliterationModel.floor + 1
      ).isEmpty)
  }
}
