import Foundation
import Testing
import WaslBitext

@testable import WaslText

/// How many boundaries between gold sentences the segmenter finds, and how many it makes besides.
@Suite struct SegmentingDevelopmentTests {
  struct Counts {
    var gold = 0
    var found = 0
    var extra = 0
    /// Gold boundaries after which final punctuation stands at all.
    var punctuated = 0

    var recall: Double { Double(found) / Double(max(1, gold)) }
    var precision: Double { Double(found) / Double(max(1, found + extra)) }
    var score: Double { 2 * recall * precision / max(1e-9, recall + precision) }
  }

  @Test(
    .enabled(if: DevelopmentData.folder != nil, DevelopmentData.absence),
    arguments: ["flores", "ntrex", "pud", "tico"], Language.allCases)
  func goldBoundariesAreFound(set: String, language: Language) throws {
    let files = try DevelopmentData.files(["run"], suffix: ".spans.tsv", sets: [set])
    try #require(!files.isEmpty)
    let showsErrors = ProcessInfo.processInfo.environment["WASL_SHOW"] != nil
    var counts = Counts()
    for file in files {
      let name = String(file.path().dropLast(".spans.tsv".count)) + ".\(language.rawValue).txt"
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: name)))
      let offsets = byteOffsets(bytes)
      let side = language == .arabic ? 1 : 3
      // The byte after the last character of each sentence that another follows.
      let ends = try DevelopmentData.goldSpans(file).map { $0[side] }.filter { $0 > 0 }.map { offsets[$0] }
      let gold = Set(ends.dropLast().map { lastText(bytes, $0) })
      let segments = SentenceSegmenter(language: language).segments(of: SourceText(name: name, bytes: bytes))
      let made = Set(segments.dropLast().map(\.range.upperBound))
      counts.gold += gold.count
      counts.found += gold.intersection(made).count
      counts.extra += made.subtracting(gold).count
      counts.punctuated += gold.count { endsInPunctuation(bytes, $0) }
      if showsErrors {
        for place in gold.subtracting(made).sorted() { print("\(set) \(language) missed: \(around(bytes, place))") }
        for place in made.subtracting(gold).sorted() { print("\(set) \(language) extra: \(around(bytes, place))") }
      }
    }
    func percent(_ value: Double) -> String { String(format: "%.4f", value) }
    print(
      "\(set) \(language.rawValue): \(counts.gold) gold boundaries, \(counts.punctuated) of them punctuated,",
      "\(counts.found) found, \(counts.extra) extra; R \(percent(counts.recall)) P \(percent(counts.precision))",
      "F1 \(percent(counts.score)); of the punctuated",
      percent(Double(counts.found) / Double(max(1, counts.punctuated))))
    #expect(Double(counts.found) > 0.97 * Double(counts.punctuated))
  }

  /// The byte offset of each scalar, and of the end.
  private func byteOffsets(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  private func lastText(_ bytes: [UInt8], _ end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  private func endsInPunctuation(_ bytes: [UInt8], _ end: Int) -> Bool {
    let text = String(decoding: bytes[max(0, end - 12)..<end], as: UTF8.self)
    let closing: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]", " "]
    guard let last = text.last(where: { !closing.contains($0) }) else { return false }
    return ".!?؟…۔".contains(last)
  }

  private func around(_ bytes: [UInt8], _ place: Int) -> String {
    let before = String(decoding: bytes[max(0, place - 70)..<place], as: UTF8.self)
    let after = String(decoding: bytes[place..<min(bytes.count, place + 50)], as: UTF8.self)
    return "\(before)⏎\(after)"
  }
}
