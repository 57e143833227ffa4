import Testing
import Wasl
import WaslBitext
import WaslPairFormats
import WaslSystemIO

@Suite struct AlignmentGuideTests {
  /// The alignment as the file that the review page exports, some beads confirmed.
  private static func records(_ text: AlignedText, confirms: (Int) -> Bool) throws -> [PairRecord] {
    var text = text
    var beads = text.alignment.beads
    for index in beads.indices { beads[index].isConfirmed = confirms(index) }
    text = AlignedText(source: text.source, target: text.target, alignment: Alignment(beads: beads))
    var sink = ByteSink()
    _ = try AlignedTextWriter(format: .jsonl).write(text, to: &sink)
    return try JSONL.read(sink.bytes, name: "review.jsonl")
  }

  private static func align(
    _ source: Document, _ target: Document, confirmed: [PairRecord], file: String, by aligner: DocumentAligner
  ) throws -> AlignedText {
    var options = AlignmentOptions()
    (options.confirmed, options.confirmedName) = (confirmed, file)
    return try aligner.align(.segmented(source: source, target: target), options: options)
  }

  private static func letters(_ document: Document) -> String {
    document.segments.indices.map(document.text(of:)).joined().filter { !$0.isWhitespace }
  }

  private static func check(_ text: AlignedText, _ source: Document, _ target: Document) {
    let defect = text.alignment.defect(
      sourceCount: text.source.segments.count, targetCount: text.target.segments.count)
    #expect(defect == nil)
    #expect(letters(text.source) == letters(source))
    #expect(letters(text.target) == letters(target))
  }

  private static func error(_ body: () throws -> Void) -> WaslError? {
    do { try body() } catch { return error as? WaslError }
    return nil
  }

  @Test(arguments: ["tale", "minutes", "science"])
  func confirmedBeadsStandAndTheRestIsAligned(name: String) throws {
    let (arabic, english) = try SampleDocument.mixed(name)
    let aligner = try DocumentAligner()
    let first = try aligner.align(.segmented(source: arabic, target: english))
    let second = try Self.align(
      arabic, english, confirmed: Self.records(first) { $0 % 3 == 1 }, file: "review.jsonl", by: aligner)
    Self.check(second, arabic, english)
    let kept = zip(second.alignment.beads, second.beads).filter { $0.0.isConfirmed }.map(\.1)
    let wanted = first.beads.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
    #expect(kept.map(\.sourceText) == wanted.map(\.sourceText))
    #expect(kept.map(\.targetText) == wanted.map(\.targetText))
    #expect(kept.allSatisfy { $0.confidence == 1 })
    // The first alignment was right about these, so the second is the first again but for a few.
    let known = Set(first.beads.map { [$0.sourceText, $0.targetText] })
    let same = second.beads.filter { known.contains([$0.sourceText, $0.targetText]) }
    #expect(same.count * 10 >= first.beads.count * 9)
  }

  @Test func aWrongBeadIsObeyed() throws {
    let (arabic, english) = try SampleDocument.mixed("tale")
    let aligner = try DocumentAligner()
    let first = try aligner.align(.segmented(source: arabic, target: english))
    // Each bead's target to the next bead's source.
    let records = try Self.records(first) { _ in false }
    let pairs = zip(records.dropFirst(), records).filter { $0.0.source != nil && $0.1.target != nil }
    let wrong = pairs.enumerated().filter { $0.offset % 4 == 2 }.map { _, pair in
      var record = pair.0
      record.target = pair.1.target
      record.isConfirmed = true
      return record
    }
    #expect(wrong.count > 3)
    let second = try Self.align(arabic, english, confirmed: wrong, file: "wrong.jsonl", by: aligner)
    Self.check(second, arabic, english)
    let kept = zip(second.alignment.beads, second.beads).filter { $0.0.isConfirmed }.map(\.1)
    #expect(kept.map(\.sourceText) == wrong.map { $0.source?.text ?? "" })
    #expect(kept.map(\.targetText) == wrong.map { $0.target?.text ?? "" })
  }

  @Test func confirmedGapsStand() throws {
    let (arabic, english) = try SampleDocument.mixed("tale")
    let aligner = try DocumentAligner()
    let records = try Self.records(aligner.align(.segmented(source: arabic, target: english))) { _ in false }
    // A sentence that has a counterpart, said to have none; nothing else of the file is given.
    var gaps = Array(records.filter { $0.source != nil && $0.target != nil }[4..<7])
    for index in gaps.indices {
      if index == 1 { gaps[index].source = nil } else { gaps[index].target = nil }
      gaps[index].isConfirmed = true
    }
    let text = try Self.align(arabic, english, confirmed: gaps, file: "gaps.jsonl", by: aligner)
    Self.check(text, arabic, english)
    let kept = zip(text.alignment.beads, text.beads).filter { $0.0.isConfirmed }.map(\.1)
    #expect(kept.map(\.sourceText) == gaps.map { $0.source?.text ?? "" })
    #expect(kept.map(\.targetText) == gaps.map { $0.target?.text ?? "" })
    // The rest is aligned as if nothing had been said.
    #expect(text.beads.filter { !$0.isGap }.count > records.count - 14)
  }

  @Test func theOtherSideMayBeTheSource() throws {
    let (arabic, english) = try SampleDocument.mixed("recipe")
    let aligner = try DocumentAligner()
    let records = try Self.records(aligner.align(.segmented(source: arabic, target: english))) { $0 < 3 }
    let text = try Self.align(english, arabic, confirmed: records, file: "review.jsonl", by: aligner)
    Self.check(text, english, arabic)
    #expect(text.beads.prefix(3).map(\.sourceText) == records.prefix(3).map { $0.target?.text ?? "" })
    #expect(text.alignment.beads.map(\.isConfirmed).prefix(4) == [true, true, true, false])
  }

  @Test func emptyLinesOfGivenSegmentsStay() throws {
    let lines = { (text: String, language: Language) in
      BilingualInput.lines(of: SourceText(name: "x", bytes: Array(text.utf8)), language)
    }
    let (source, target) = (lines("نعم.\n\nلا.\n\nربما.\n", .arabic), lines("Yes.\nNo.\n\nPerhaps.\n", .english))
    var record = PairRecord(
      source: .init(text: "لا.", span: 6..<9), target: .init(text: "Yes.", span: 0..<4), line: 1)
    record.isConfirmed = true
    let guide = try AlignmentGuide(source, target, confirmed: [record], file: "x.jsonl")
    #expect(guide.source.segments == source.segments)
    #expect(guide.constraints(on: guide.source, guide.target) == [.bead(source: 2..<3, target: 0..<1)])
  }

  @Test(
    arguments: [
      ("Nein.", 0..<5, "f:1: t has 'No.Y' from 0 to 5, not 'Nein.'"),
      ("No.", 0..<3, nil), ("N o.", 0..<3, nil),
      ("No.", 3..<6, "f:1: t has"), ("No.", 0..<30, "f:1: the target ends at 30, beyond the end of t"),
      ("No.", nil, "f:1: the confirmed target has no offsets"),
      ("No.", 0..<0, "f:1: the confirmed target has no offsets"),
    ] as [(String, Range<Int>?, String?)])
  func anotherTextIsSaidToBeOne(text: String, target: Range<Int>?, message: String?) {
    func document(_ text: String, _ name: String, _ language: Language) -> Document {
      BilingualInput.lines(of: SourceText(name: name, bytes: Array(text.utf8)), language)
    }
    var record = PairRecord(
      source: .init(text: "لا.", span: 0..<3), target: .init(text: text, span: target), line: 1)
    record.isConfirmed = true
    let error = Self.error {
      _ = try AlignmentGuide(
        document("لا.\nنعم.", "s", .arabic), document("No.\nYes.", "t", .english), confirmed: [record], file: "f")
    }
    #expect(
      (error?.description).map { $0.hasPrefix(message ?? "–") } ?? (message == nil), "\(error?.description ?? "")")
  }

  @Test func beadsThatCrossAreRefused() {
    let lines = { (text: String, language: Language) in
      BilingualInput.lines(of: SourceText(name: "x", bytes: Array(text.utf8)), language)
    }
    var records = [
      PairRecord(source: .init(text: "ا", span: 0..<1), target: .init(text: "b", span: 2..<3), line: 1),
      PairRecord(source: .init(text: "ب", span: 2..<3), target: .init(text: "a", span: 0..<1), line: 2),
    ]
    for index in records.indices { records[index].isConfirmed = true }
    let error = Self.error {
      _ = try AlignmentGuide(lines("ا\nب", .arabic), lines("a\nb", .english), confirmed: records, file: "f")
    }
    #expect(error?.description.hasPrefix("f:2: the confirmed target at 0 starts before 3") == true)
  }
}
