import Testing

@testable import WaslModel

/// What a user would notice: names meet, other words do not.
@Suite struct TransliterationQualityTests {
  @Test func aFewNamesSufficeToRankOthers() {
    let model = TrainedModel.small
    var ranks: [Int] = []
    for pair in TrainedModel.smallHeldOut {
      let score = model.score(pair.arabic, pair.latin)
      ranks.append(WellKnownNames.pairs.count { model.score($0.arabic, pair.latin) > score })
    }
    #expect(TrainedModel.smallHeldOut.count >= 25)
    // At least nine in ten stand first among all names.
    #expect(ranks.count { $0 == 0 } * 10 >= ranks.count * 9, "\(ranks)")
  }

  @Test(.enabled(if: SharedNames.path != nil, "the list of name pairs is not on this machine"))
  func wellKnownNamesAreTold() {
    let model = TrainedModel.large
    let names = WellKnownNames.pairs
    #expect(names.count >= 150)
    let threshold = model.calibration.threshold(probability: 0.5, among: names.count)
    let found = names.filter { model.score($0.arabic, $0.latin, strippingClitics: true) >= threshold }
    #expect(found.count * 100 >= names.count * 95, "\(found.count) of \(names.count) at \(threshold)")
    var wrong: [String] = []
    for pair in names {
      for other in names where other.latin != pair.latin {
        if model.score(other.arabic, pair.latin, threshold: threshold, strippingClitics: true) >= threshold {
          wrong.append(String(decoding: other.arabic + [0x2F] + pair.latin, as: UTF8.self))
        }
      }
    }
    // Among so many names as candidates: in real text they are ordinary words.
    #expect(wrong.count * 100 <= names.count * 10, "\(wrong)")
  }

  @Test(
    .enabled(if: SharedNames.path != nil, "the list of name pairs is not on this machine"),
    arguments: [
      ("وزير", "Clinton"), ("الحكومة", "Hague"), ("الذي", "Trump"), ("مدرسة", "Madrid"), ("كتاب", "Cuba"),
      ("رئيس", "Paris"), ("قال", "Carl"), ("بعد", "Berlin"), ("جديد", "Judith"), ("سيارة", "Sarah"), ("يوم", "Rome"),
      ("السنوات", "Houston"), ("مدينة", "Denver"), ("شركة", "Samsung"), ("عالم", "Moscow"), ("اجتماع", "Egypt"),
    ])
  func ordinaryWordsAreNoNames(arabic: String, latin: String) {
    let model = TrainedModel.large
    let threshold = model.calibration.threshold(probability: 0.9, among: 500)
    #expect(model.score(arabic, latin, strippingClitics: true) < threshold)
  }

  @Test(.enabled(if: SharedNames.path != nil, "the list of name pairs is not on this machine"))
  func blockingKeepsTruePairs() {
    let model = TrainedModel.large
    let pairs = TrainedModel.largeHeldOut.filter { model.score($0.arabic, $0.latin) >= 2 }
    #expect(pairs.count > 1_000)
    let arabic = model.arabicWords(pairs.map(\.arabic))
    let latin = model.latinWords(pairs.map(\.latin))
    let links = model.links(arabic, latin, threshold: 2, limit: .max)
    let kept = links.count { $0.arabic == $0.latin }
    #expect(kept * 100 >= pairs.count * 98, "\(kept) of \(pairs.count)")
  }
}
