import Testing
import WaslBitext

@testable import WaslPairFormats

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

@Suite struct NearDuplicateTests {
  private static let words = [
    "بيت", "مدينة", "كتاب", "نهر", "طريق", "house", "city", "book", "river", "road", "2019", "old",
  ]

  private static func key(_ generator: inout SplitMix64) -> [String] {
    (0..<2).map { _ in
      (0..<Int.random(in: 8...24, using: &generator)).map { _ in words.randomElement(using: &generator)! }.joined()
    }
  }

  private static func shingles(_ key: [String]) -> Set<String> {
    Set(
      key.enumerated().flatMap { side, text in
        let scalars = Array(text.unicodeScalars)
        return (0..<max(1, scalars.count - 4)).map { start in
          "\(side)" + scalars[start..<min(start + 5, scalars.count)].map(String.init).joined()
        }
      })
  }

  /// Every match is as near as it is said to be, and what is far from all is kept; a near one is rarely missed.
  @Test func agreeWithComparingAll() {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: 11))
    var near = NearDuplicates(threshold: 0.8)
    var kept: [(key: [String], shingles: Set<String>, line: Int)] = []
    var (found, missed) = (0, 0)
    for line in 1...160 {
      var key = Self.key(&generator)
      if line % 2 == 0, let earlier = kept.randomElement(using: &generator) {
        key = earlier.key
        let side = Int.random(in: 0...1, using: &generator)
        key[side] += Self.words.randomElement(using: &generator)!
      }
      let own = Self.shingles(key)
      let shares = kept.map { other -> (share: Double, line: Int) in
        let common = own.intersection(other.shingles).count
        return (Double(common) / Double(own.count + other.shingles.count - common), other.line)
      }
      let best = shares.map(\.share).max() ?? 0
      if let match = near.match(key, line: line) {
        #expect(shares.contains { $0.line == match.line && abs($0.share - match.share) < 1e-9 })
        #expect(match.share >= 0.8)
        found += 1
      } else {
        kept.append((key, own, line))
        if best >= 0.8 { missed += 1 }
      }
    }
    #expect(found > 60)
    #expect(missed * 50 <= found, "\(missed) missed, \(found) found")
  }

  @Test func filterGivesTheReason() throws {
    var rules = FilterRules()
    rules.duplicates = .near
    var filter = PairFilter(rules, source: .arabic) { $0.filter { !$0.isWhitespace } }
    func reason(_ source: String, _ target: String, _ line: Int) -> String? {
      filter.rejection(of: PairRecord(source: .init(text: source), target: .init(text: target), line: line))
    }
    let (source, target) = ("ذهب الولد إلى المدرسة القديمة في الصباح", "The boy went to the old school in the morning")
    #expect(reason(source, target, 1) == nil)
    #expect(reason(source + " ", target, 2) == "duplicate folded")
    let near = reason(source, target + "s", 3)
    #expect(near?.hasPrefix("duplicate near 0.9") == true)
    #expect(near?.hasSuffix(" of line 1") == true)
    #expect(
      reason("جلست البنت قرب النهر تقرأ كتابها الجديد", "The girl sat by the river reading her new book", 4) == nil)
  }
}
