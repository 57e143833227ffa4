import Testing
import TextChecks

@testable import WaslText

/// What holds for every text under every set of rules.
@Suite struct NormalizerPropertyTests {
  static let optionSets: [NormalizationOptions] = {
    var random = SeededRandom(seed: 3)
    let all = (UInt64(1) << 34) - 1
    return NormalizationOptions.presets.map(\.options)
      + (0..<24).map { _ in NormalizationOptions(rawValue: random.next() & all) }
      + (0..<8).map { _ in NormalizationOptions(rawValue: random.next() & random.next() & all) }
      + (0..<34).map { NormalizationOptions(rawValue: 1 << UInt64($0)) }
  }()

  @Test(arguments: optionSets.indices)
  func theFastPathGivesWhatTheSlowOneGivesAndBothSettle(number: Int) throws {
    let options = Self.optionSets[number]
    let fast = try Normalizer(options)
    let slow = try Normalizer(options, usesFastPath: false)
    var texts = RandomText(seed: UInt64(number))
    for round in 0..<400 {
      let bytes = round % 4 == 0 ? texts.damagedBytes() : texts.bytes(most: round % 10 == 0 ? 120 : 24)
      var (one, other, again) = (NormalizedText(), NormalizedText(), NormalizedText())
      fast.normalize(bytes, into: &one)
      slow.normalize(bytes, into: &other)
      #expect(one.bytes == other.bytes, "\(bytes.map { String($0, radix: 16) }) \(options)")
      fast.normalize(one.bytes, into: &again)
      #expect(again.bytes == one.bytes, "\(bytes.map { String($0, radix: 16) }) \(options)")
      #expect(String(validating: one.bytes, as: UTF8.self) != nil)
      try checkMap(one, of: bytes)
      try checkMap(other, of: bytes)
      var plain: [UInt8] = []
      fast.append(bytes.span, range: 0..<bytes.count, to: &plain)
      #expect(plain == one.bytes)
    }
  }

  /// With no rule but a normal form of Unicode, the result is ICU's.
  @Test(arguments: [NormalizationOptions.nfc, .nfkc, [.nfc, .nfkc]])
  func unicodeFormsAreThoseOfICU(options: NormalizationOptions) throws {
    let (normalizer, icu) = (try Normalizer(options), try ICUNormalizer(options == .nfc ? .nfc : .nfkc))
    var texts = RandomText(seed: 11)
    for _ in 0..<3_000 {
      let bytes = texts.damagedBytes(most: 40)
      var found: [UInt8] = []
      normalizer.append(bytes.span, range: 0..<bytes.count, to: &found)
      #expect(found == icu.normalized(bytes), "\(bytes.map { String($0, radix: 16) })")
    }
  }

  /// The pieces of the normal form come from successive pieces of the original, cut between scalars.
  private func checkMap(_ text: NormalizedText, of bytes: [UInt8]) throws {
    func boundaries(_ bytes: [UInt8]) -> [Int] {
      var (found, position): ([Int], Int) = ([0], 0)
      while position < bytes.count {
        position += UTF8Scalar.decode(bytes.span, at: position).length
        found.append(position)
      }
      return found
    }
    let original = Set(boundaries(bytes))
    let cuts = boundaries(text.bytes)
    var end: Int?
    for (start, next) in zip(cuts, cuts.dropFirst()) {
      let range = text.originalRange(of: start..<next)
      try #require(original.contains(range.lowerBound) && original.contains(range.upperBound))
      // Scalars that share an origin, such as those of a ligature, share its whole range.
      try #require(end == nil || range.lowerBound <= end! && range.upperBound >= end!)
      end = range.upperBound
    }
    if let end {
      try #require(end == bytes.count)
      try #require(text.originalRange(of: 0..<text.bytes.count).upperBound == bytes.count)
    }
  }
}
