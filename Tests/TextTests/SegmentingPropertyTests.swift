import Testing
import WaslBitext

@testable import WaslText

@Suite struct SegmentingPropertyTests {
  static let optionSets: [SegmentationOptions] = [
    .init(), .init(wrapped: true), .init(breakAtSemicolon: true, breakAtColon: true), .init(presplit: true),
    .init(wrapped: true, breakAtSemicolon: true, breakAtColon: true),
  ]

  /// White space as the segmenter has it.
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }

  @Test(arguments: optionSets)
  func everyCharacterLiesInOneSegment(options: SegmentationOptions) {
    var random = RandomProse(seed: 1)
    for round in 0..<3000 {
      let string = random.text(pieces: 1 + round % 60)
      let text = SourceText(name: "random", bytes: Array(string.utf8))
      for language in Language.allCases {
        let segments = SentenceSegmenter(language: language, options: options).segments(of: text)
        var end = 0
        for segment in segments {
          let between = text[end..<segment.range.lowerBound]
          #expect(
            between.unicodeScalars.allSatisfy(isSpace), "lost \(between.debugDescription) of \(string.debugDescription)"
          )
          let inside = text[segment.range].unicodeScalars
          #expect(
            !segment.range.isEmpty && !isSpace(inside.first!) && !isSpace(inside.last!), "\(string.debugDescription)")
          end = segment.range.upperBound
        }
        #expect(text[end..<text.bytes.count].unicodeScalars.allSatisfy(isSpace), "\(string.debugDescription)")
        #expect(segments.first?.startsParagraph ?? true)
      }
    }
  }

  @Test(arguments: optionSets)
  func aSegmentReadAloneIsOneSegment(options: SegmentationOptions) {
    var (random, numbered) = (RandomProse(seed: 2), RandomProse(seed: 5, pieces: RandomProse.numbered))
    for round in 0..<4000 {
      let string = round < 3000 ? random.text(pieces: 1 + round % 60) : numbered.text(pieces: 1 + round % 40)
      let text = SourceText(name: "random", bytes: Array(string.utf8))
      let segmenter = SentenceSegmenter(language: .arabic, options: options)
      for segment in segmenter.segments(of: text) {
        let alone = SourceText(name: "segment", bytes: Array(text.bytes[segment.range]))
        let again = segmenter.segments(of: alone)
        #expect(
          again.map(\.range) == [0..<alone.bytes.count],
          "\(text[segment.range].debugDescription) of \(string.debugDescription)")
      }
    }
  }

  @Test func runsAreSegmentedForThemselves() {
    var random = RandomProse(seed: 3)
    for round in 0..<2000 {
      let (first, second) = (random.text(pieces: 1 + round % 20), random.text(pieces: 1 + round % 30))
      let joined = SourceText(name: "random", bytes: Array((first + second).utf8))
      let cut = first.utf8.count
      let segmenter = SentenceSegmenter(language: .english)
      let both = segmenter.segments(of: joined, in: [0..<cut, cut..<joined.bytes.count]).map(\.range)
      let left = segmenter.segments(of: joined, in: [0..<cut]).map(\.range)
      let right = segmenter.segments(of: SourceText(name: "right", bytes: Array(second.utf8))).map(\.range)
      #expect(both == left + right.map { $0.lowerBound + cut..<$0.upperBound + cut }, "\((first, second))")
    }
  }

  @Test(arguments: optionSets.filter { !$0.presplit })
  func streamingGivesWhatTheWholeTextGives(options: SegmentationOptions) throws {
    var random = RandomProse(seed: 4)
    for round in 0..<1500 {
      let string = random.text(pieces: 1 + round % 400)
      let bytes = Array(string.utf8)
      let text = SourceText(name: "random", bytes: bytes)
      let whole = SentenceSegmenter(language: .arabic, options: options).segments(of: text)
      var streamed: [String] = []
      var segmenter = StreamingSegmenter(
        language: .arabic, options: options, name: "random", capacity: 1 + round % 300, margin: 400)
      func take(_ segment: StreamedSegment) {
        streamed.append(
          "\(segment.startsParagraph) \(segment.scalars) \(String(decoding: segment.bytes, as: UTF8.self))")
      }
      var index = 0
      while index < bytes.count {
        let end = min(bytes.count, index + 1 + Int(random.next() % 40))
        try segmenter.append(bytes[index..<end], take)
        index = end
      }
      try segmenter.finish(take)
      let expected = whole.map { segment in
        let start = text[0..<segment.range.lowerBound].unicodeScalars.count
        let inside = text[segment.range]
        return "\(segment.startsParagraph) \(start..<start + inside.unicodeScalars.count) \(inside)"
      }
      #expect(streamed == expected, "\(string.debugDescription)")
    }
  }

  /// The loops let every candidate through, wherever it stands, and nothing in front of it.
  @Test(arguments: optionSets, Instructions.all)
  func theScanStopsAtEveryCandidate(options: SegmentationOptions, instructions: Int32) {
    var candidates = CandidateBytes(options, instructions: instructions)
    let ends: [String] =
      options.presplit
      ? ["\n", "\r", "\u{85}", "\u{2028}"] : [".", "!", "\n", "(", "؟", "۔", "…", "‼", "\u{85}", "。", "।"]
    for end in ends + (options.breakAtSemicolon ? [";", "؛"] : []) + (options.breakAtColon ? [":"] : []) {
      for filler in ["a", "ب", "\u{200F}"] {
        for length in [0, 1, 5, 15, 20, 21, 30, 31, 32, 63, 64, 340, 341, 342, 511, 512, 1_023, 1_024] {
          let before = Array(String(repeating: filler, count: length).utf8)
          let bytes = before + Array((end + filler).utf8)
          candidates.reset()
          var found = 0
          repeat {
            found = ByteView.with(bytes) { candidates.next(from: found, upTo: bytes.count, in: $0) }
            if found < before.count { found += 1 }
          } while found < before.count
          // The second byte gives Arabic signs away.
          let place = before.count + (["؟", "؛"].contains(end) ? 1 : 0)
          #expect(found == place, "\(end.debugDescription) behind \(length) × \(filler.debugDescription)")
        }
      }
    }
  }

  /// Counted sixteen bytes at a time, in lanes that hold up to 255.
  @Test(arguments: [0, 1, 15, 16, 17, 100, 5000, 20_000])
  func scalarsAreCounted(length: Int) {
    for piece in ["ا", "a", "é東", "🙏"] {
      let text = String(repeating: piece, count: length)
      let bytes = Array(text.utf8)
      #expect(ByteView.with(bytes) { $0.scalarCount(in: 0..<bytes.count) } == text.unicodeScalars.count)
    }
  }

  @Test func streamingNamesTheByteThatIsNotUTF8() {
    var segmenter = StreamingSegmenter(language: nil, name: "bad.txt")
    #expect {
      try segmenter.append(Array("سلام\n".utf8)) { _ in }
      try segmenter.append([0x61, 0xFF, 0x62]) { _ in }
      try segmenter.finish { _ in }
    } throws: { error in
      let error = error as? WaslError
      return error?.code == .encoding && error?.location == .init(file: "bad.txt", byte: 10)
    }
  }

  @Test func hugeInputsTakeLinearTime() {
    // Each of these would take minutes if a rule looked back over the whole segment.
    let inputs = [
      String(repeating: "(", count: 40_000), String(repeating: "!\" ", count: 40_000),
      String(repeating: "a.\"b", count: 40_000), String(repeating: "(a. ", count: 40_000),
      String(repeating: "؟ ", count: 40_000), String(repeating: "\n", count: 200_000),
      String(repeating: ".", count: 200_000), "x" + String(repeating: " ", count: 200_000) + ". a",
      String(repeating: "ا", count: 200_000), String(repeating: "1. ", count: 40_000),
      String(repeating: ". ", count: 40_000), String(repeating: "a;", count: 40_000),
    ]
    let clock = ContinuousClock()
    for input in inputs {
      let text = SourceText(name: "huge", bytes: Array(input.utf8))
      for options in Self.optionSets {
        let time = clock.measure { _ = SentenceSegmenter(language: .arabic, options: options).segments(of: text) }
        #expect(time < .seconds(10), "\(input.prefix(20).debugDescription) took \(time)")
      }
      let time = clock.measure { _ = LanguageSplitter().split(text) }
      #expect(time < .seconds(10), "splitting \(input.prefix(20).debugDescription) took \(time)")
    }
  }
}
