import Testing
import WaslBitext

@testable import WaslModel

@Suite struct TransliterationModelTests {
  let model = TrainedModel.small

  @Test(arguments: [("", ""), ("وارين", ""), ("", "Warren"), ("Warren", "وارين"), ("2024", "Warren"), ("وارين", "U2")])
  func whatIsNoPairOfWordsScoresTheFloor(arabic: String, latin: String) {
    #expect(model.score(arabic, latin) == TransliterationModel.floor)
    #expect(model.score(arabic, latin, strippingClitics: true) == TransliterationModel.floor)
  }

  @Test func scoresAreFiniteOnRandomBytesAndWords() {
    var random = SplitMix64(state: 7)
    let arabicLetters = Array(ArabicLetters.alphabet.unicodeScalars)
    for round in 0..<3_000 {
      var arabic: [UInt8] = []
      var latin: [UInt8] = []
      if round % 3 == 0 {
        arabic = (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        latin = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      } else {
        for _ in 0..<Int.random(in: 0...24, using: &random) {
          arabic += Array(String(arabicLetters.randomElement(using: &random)!).utf8)
        }
        latin = (0..<Int.random(in: 0...32, using: &random)).map { _ in UInt8.random(in: 97...122, using: &random) }
      }
      let exact = model.score(arabic, latin, strippingClitics: round % 2 == 0)
      #expect(exact.isFinite && exact >= TransliterationModel.floor)
      // A threshold changes nothing about what reaches it.
      let threshold = Float.random(in: -60...10, using: &random)
      let limited = model.score(arabic, latin, threshold: threshold, strippingClitics: round % 2 == 0)
      #expect(limited == (exact >= threshold ? exact : TransliterationModel.floor))
    }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity, 1e30, -1e30])
  func anyThresholdWillDo(threshold: Float) {
    let score = model.score("وارين", "Warren", threshold: threshold)
    #expect(score == TransliterationModel.floor || score == model.score("وارين", "Warren"))
  }

  @Test(arguments: [
    ("إِبْرَاهِيم", "Ibrahim", "ابراهيم", "ibrahim"), ("كـــريم", "KARIM", "كريم", "karim"),
    ("فاطمة", "Fátima", "فاطمه", "fatima"), ("مصطفى", "Mustafa’s", "مصطفي", "mustafa"),
    ("وارين", "War-ren", "وارين", "Warren"), ("ميلانو", "Mila\u{301}no", "ميلانو", "milano"),
    ("نيوتن", "Ñewtön", "نيوتن", "newton"), ("کریم", "Łarim", "كريم", "larim"),
    ("جميييييل", "Straße", "جميل", "strasse"),
  ])
  func writingDoesNotMatter(arabic: String, latin: String, plainArabic: String, plainLatin: String) {
    #expect(model.score(arabic, latin) == model.score(plainArabic, plainLatin))
    #expect(model.score(arabic, latin) > TransliterationModel.floor)
  }

  @Test(arguments: ["و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "وبال", "لل", "ول"])
  func procliticsCostNoMoreThanTheyShould(clitic: String) {
    let plain = model.score("كلينتون", "Clinton")
    let joined = model.score(clitic + "كلينتون", "Clinton", strippingClitics: true)
    #expect(joined >= plain - TransliterationModel.cliticCost)
  }

  @Test func strippingNeverHurts() {
    for pair in WellKnownNames.pairs {
      #expect(model.score(pair.arabic, pair.latin, strippingClitics: true) >= model.score(pair.arabic, pair.latin))
    }
  }

  @Test func parametersMakeTheSameModel() throws {
    let copy = try TransliterationModel(parameters: model.parameters)
    #expect(copy.parameters == model.parameters)
    #expect(copy.calibration == model.calibration)
    for pair in WellKnownNames.pairs {
      #expect(copy.score(pair.arabic, pair.latin) == model.score(pair.arabic, pair.latin))
    }
    #expect(model.parameters.count < 16_384)
  }

  @Test func damagedParametersAreRefused() {
    let good = model.parameters
    var damaged: [[UInt8]] = [[], Array(good.dropLast()), good + [0], Array("WTL2".utf8) + good.dropFirst(4)]
    var unknownLetter = good
    unknownLetter[20] = 200
    damaged.append(unknownLetter)
    var moreUnits = good
    moreUnits[5] &+= 1
    damaged.append(moreUnits)
    for bytes in damaged {
      #expect(throws: WaslError.self) { try TransliterationModel(parameters: bytes) }
    }
  }

  @Test func anyParametersOfTheRightSizeAreSafe() throws {
    var random = SplitMix64(state: 11)
    for _ in 0..<20 {
      var bytes = model.parameters
      for index in 8..<20 { bytes[index] = .random(in: 0...255, using: &random) }
      let pairs = 20 + 2 * (Int(bytes[4]) + Int(bytes[5]))
      for index in pairs..<bytes.count { bytes[index] = .random(in: 0...255, using: &random) }
      let wild = try TransliterationModel(parameters: bytes)
      for pair in WellKnownNames.pairs {
        let exact = wild.score(pair.arabic, pair.latin)
        #expect(exact.isFinite)
        #expect(wild.score(pair.arabic, pair.latin, threshold: exact) == exact)
      }
    }
  }

  @Test func calibrationRisesToItsCap() {
    let calibration = TransliterationModel.RatioCalibration(slope: 0.8, offset: 5, cap: 500)
    var before: Float = -1
    for step in -100...100 {
      let ratio = calibration.ratio(Float(step))
      #expect(ratio >= before && ratio >= 0 && ratio <= 500)
      before = ratio
      let probability = calibration.probability(Float(step), among: 500)
      #expect(probability >= 0 && probability <= 1)
    }
    #expect(calibration.ratio(TransliterationModel.floor) < 1e-6)
    #expect(calibration.ratio(30) > 499)
    let threshold = calibration.threshold(probability: 0.9, among: 500)
    #expect(abs(calibration.probability(threshold, among: 500) - 0.9) < 1e-3)
  }
}
