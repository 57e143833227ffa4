import Testing
import Wasl
import WaslBitext
import WaslPairFormats
import WaslSystemIO

/// Whatever the input is, every segment of it stands in the ladder exactly once, and no text is lost.
@Suite struct DocumentAlignerPropertyTests {
  @Test(arguments: 0..<8)
  func bilingualTextsComeOutWhole(part: Int) throws {
    let aligner = try DocumentAligner()
    var aligned = 0
    for seed in 0..<300 {
      var random = RandomDocument(seed: UInt64(part * 300 + seed))
      let text = SourceText(
        name: "seed \(part * 300 + seed)", bytes: Array(random.text([true, false], most: 10).utf8))
      guard let sides = try? BilingualInput().sides(of: text) else { continue }
      check(try aligner.align(sides.arabic, sides.english))
      check(try aligner.align(.segmented(source: sides.english, target: sides.arabic)))
      // Each character of the text lies in one segment of one side, but for white space.
      var owners = [Int](repeating: 0, count: text.bytes.count)
      for document in [sides.arabic, sides.english] {
        for segment in document.segments { for index in segment.range { owners[index] += 1 } }
      }
      for (index, owner) in owners.enumerated() where owner != 1 {
        #expect(owner == 0 && isSpace(text.bytes, index), "\(text.name), byte \(index)")
      }
      aligned += 1
    }
    // Most of them hold both languages.
    #expect(aligned > 150)
  }

  @Test(arguments: 0..<8)
  func givenLinesComeOutWhole(part: Int) throws {
    let aligner = try DocumentAligner()
    for seed in 0..<150 {
      var random = RandomDocument(seed: UInt64(1_000_000 + part * 150 + seed))
      let arabic = random.lines(isArabic: true, most: 9)
      let english = random.lines(isArabic: false, most: 9)
      let documents = [(arabic, Language.arabic), (english, .english)].map { text, language in
        BilingualInput.lines(of: SourceText(name: "seed \(seed)", bytes: Array(text.utf8)), language)
      }
      #expect(documents[0].segments.count == arabic.utf8.count { $0 == 0x0A })
      #expect(documents[1].segments.count == english.utf8.count { $0 == 0x0A })
      check(try aligner.align(documents[0], documents[1]))
      check(try aligner.align(documents[1], documents[0]))
    }
  }

  @Test func noSegmentsOnOneSideAreGapsOnTheOther() throws {
    let aligner = try DocumentAligner()
    let some = BilingualInput.lines(of: SourceText(name: "some", bytes: Array("نعم\nلا\n".utf8)), .arabic)
    let none = BilingualInput.lines(of: SourceText(name: "none", bytes: []), .english)
    #expect(try aligner.align(some, none).alignment.beads.map(\.shape) == ["1-0", "1-0"])
    #expect(try aligner.align(none, some).alignment.beads.map(\.shape) == ["0-1", "0-1"])
    #expect(try aligner.align(none, none).alignment.beads.isEmpty)
  }

  /// As a reader of the ladder sees it.
  private func check(_ text: AlignedText) {
    let (n, m) = (text.source.segments.count, text.target.segments.count)
    #expect(text.alignment.defect(sourceCount: n, targetCount: m) == nil)
    do {
      var sink = ByteSink()
      let written = try AlignedTextWriter(format: .ladder).write(text, to: &sink)
      #expect(written.written == text.alignment.beads.count)
      let ladder = try LadderFile(sink.bytes, name: "ladder")
      #expect(ladder.defect() == nil)
      #expect(ladder.beads.reduce(0) { $0 + $1.source.count } == n)
      #expect(ladder.beads.reduce(0) { $0 + $1.target.count } == m)
    } catch {
      Issue.record(error)
    }
  }

  /// White space, byte order marks and the bytes of the wider ones.
  private func isSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
    let start = bytes[...index].lastIndex { $0 & 0xC0 != 0x80 } ?? index
    let rest = String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self)
    guard let scalar = rest.unicodeScalars.first else { return false }
    return scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
