import Bitext
import Formats
import Testing

@Suite struct PairFilterTests {
  private static func rejections(
    _ pairs: [(String?, String?)], _ change: (inout FilterRules) -> Void = { _ in }
  ) -> [String?] {
    var rules = FilterRules()
    change(&rules)
    var filter = PairFilter(rules, source: .arabic) { $0.lowercased().filter { $0 != "ـ" } }
    return pairs.enumerated().map { index, pair in
      filter.rejection(
        of: PairRecord(
          source: pair.0.map { .init(text: $0) }, target: pair.1.map { .init(text: $0) },
          confidence: Double(index) / 10, line: index + 1))
    }
  }

  private static let good = ("جملة عادية", "an ordinary sentence")

  @Test func rulesGiveTheirReasons() {
    let long = String(repeating: "كلمة ", count: 30)
    let reasons = PairFilterTests.rejections([
      PairFilterTests.good, (nil, "gap"), (long, "short"), ("Paris", "Paris"), ("Hello there", "Good day"),
      ("سلام", "سلام عليكم"), ("123", "123 b"), ("سطر", ""),
    ])
    #expect(
      reasons == [
        nil, "gap", "length ratio 8.25", "identical sides", "script 0.00 in ar", "script 0.00 in en",
        "script no letters in ar", "length 0",
      ])
  }

  @Test func everyRuleCanBeLeftOut() {
    let pairs: [(String?, String?)] = [
      (nil, "gap"), ("Paris", "Paris"), ("a", String(repeating: "b", count: 99)), ("Paris", "Paris"),
    ]
    let reasons = PairFilterTests.rejections(pairs) {
      $0.rejectsGaps = false
      $0.rejectsIdentical = false
      $0.maximumRatio = nil
      $0.minimumScript = nil
      $0.duplicates = .none
    }
    #expect(reasons == [nil, nil, nil, nil])
  }

  @Test func duplicates() {
    let pairs: [(String?, String?)] = [
      PairFilterTests.good, PairFilterTests.good, ("جمـلة عادية", "An ordinary sentence"),
      ("جملة عادية", "another sentence"),
      ("e\u{301} ه", "x"), ("é ه", "x"),
    ]
    #expect(
      PairFilterTests.rejections(pairs) { $0.minimumScript = nil } == [nil, "duplicate exact", nil, nil, nil, nil])
    #expect(
      PairFilterTests.rejections(pairs) {
        $0.duplicates = .folded
        $0.minimumScript = nil
      }.prefix(4)
        == [nil, "duplicate folded", "duplicate folded", nil])
  }

  @Test(
    arguments: [
      ("عام ٢٠٢٤", "in 2024", nil), ("٤٬٢٠٠ شخص", "4,200 people", nil), ("٣٫٥ كغ", "3.5 kg", nil),
      ("15 مارس و20", "20 and 15 March", nil), ("15 مارس", "16 March", "numbers 15 / 16"),
      ("ثلاثة", "3 men", "numbers none / 3"), ("1.000.000 أ", "1.000.000 a", nil), ("3,5 كغ", "3.5 kg", nil),
      ("في 7.", "in 7,", nil),
    ] as [(String, String, String?)])
  func numbers(source: String, target: String, reason: String?) {
    #expect(PairFilterTests.rejections([(source, target)]) { $0.matchesNumbers = true } == [reason])
  }

  @Test func confidenceAndLength() {
    let pairs = [PairFilterTests.good, ("ب", "b"), ("ج", "c")] as [(String?, String?)]
    #expect(
      PairFilterTests.rejections(pairs) { $0.minimumConfidence = 0.15 } == ["confidence 0.00", "confidence 0.10", nil])
    #expect(
      PairFilterTests.rejections(pairs) {
        $0.minimumLength = 2
        $0.maximumLength = 10
      } == ["length 20", "length 1", "length 1"])
  }
}
