import Testing
import Wasl
import WaslBitext
import WaslPairFormats
import WaslSystemIO

/// Sentences and paragraphs that have changed places.
@Suite struct ChangedPlacesTests {
  /// Sample documents in which, every so often, a block and the next have changed places on the English side.
  private static func made(_ sizes: (Int, Int)) throws -> (document: MadeDocument, moved: Set<Int>) {
    var document = MadeDocument(try MadeDocument.sample(["minutes", "science", "letters", "report"]))
    var moved: Set<Int> = []
    var place = 4
    while place + sizes.0 + sizes.1 <= document.order.count {
      let middle = place + sizes.0
      let end = middle + sizes.1
      moved.formUnion(place..<end)
      document.order.replaceSubrange(place..<end, with: Array(middle..<end) + Array(place..<middle))
      place = end + 9
    }
    return (document, moved.filter { !document.parts[$0].isGap })
  }

  @Test(arguments: [(1, 1), (1, 3), (4, 1), (3, 2)])
  func areFoundWhereAskedFor(sizes: (Int, Int)) throws {
    let (document, _) = try Self.made(sizes)
    let aligner = try DocumentAligner()
    var options = AlignmentOptions()
    let plain = try aligner.align(document.arabic, document.english)
    #expect(!plain.alignment.hasCrossing)
    options.allowsCrossing = true
    let crossed = try aligner.align(document.arabic, document.english, options: options)
    #expect(crossed.defect == nil)
    let (before, after) = (document.score(plain.alignment).all, document.score(crossed.alignment).all)
    #expect(after > before + 0.03 && after > 0.9, "\(before) \(after)")
    let crossing = crossed.alignment.beads.filter { $0.isCrossing && !$0.isGap }
    let right = crossing.count { document.gold.contains([Array($0.source), Array($0.target)]) }
    #expect(crossing.count - right <= max(1, crossing.count / 10), "\(right) of \(crossing.count)")
    #expect(crossing.allSatisfy { $0.confidence > 0.2 && $0.confidence < 1 })
    // What explains beads finds them wherever they stand.
    options.detail = .evidence
    let explained = try aligner.align(document.arabic, document.english, options: options)
    #expect(explained.alignment == crossed.alignment)
    for (bead, evidence) in zip(explained.alignment.beads, explained.evidence) where bead.isCrossing {
      #expect(bead.isGap || !evidence.isEmpty)
    }
  }

  @Test(arguments: [
    "contract", "essay", "interview", "letters", "manual", "minutes", "news", "recipe", "report", "science", "tale",
  ])
  func hardlyAnyAreSeenInTextInOrder(name: String) throws {
    let document = MadeDocument(try MadeDocument.sample([name]))
    let aligner = try DocumentAligner()
    var options = AlignmentOptions()
    let plain = try aligner.align(document.arabic, document.english)
    options.allowsCrossing = true
    let crossed = try aligner.align(document.arabic, document.english, options: options)
    #expect(plain.alignment == crossed.alignment)
  }

  @Test func runningTextAndGuidesTakeThem() throws {
    let arabic =
      "وصل القطار إلى دمشق متأخرا. اشترت ليلى كتابا عن الطيور. "
      + "نام الحارس في غرفته. أغلقت المدرسة أبوابها أمس."
    let english =
      "The train reached Damascus late. The guard slept in his room. Layla bought a book about birds. "
      + "The school closed its doors yesterday."
    let aligner = try DocumentAligner()
    var options = AlignmentOptions()
    options.allowsCrossing = true
    let text = try aligner.align(arabic, english, options: options)
    #expect(text.alignment.beads.map(\.target) == [0..<1, 2..<3, 1..<2, 3..<4])
    #expect(text.beads[1].targetText == "Layla bought a book about birds.")
    // A paragraph that holds both has them in order.
    options.granularity = .paragraph
    #expect(try aligner.align(arabic, english, options: options).alignment.beads.map(\.shape) == ["4-4"])
    options.granularity = .sentence
    // A confirmed bead stays, and what is left crosses it.
    var sink = ByteSink()
    var beads = text.alignment.beads
    beads[2].isConfirmed = true
    let reviewed = AlignedText(
      source: text.source, target: text.target, alignment: Alignment(beads: beads).markingCrossing())
    _ = try AlignedTextWriter(format: .jsonl).write(reviewed, to: &sink)
    options.confirmed = try JSONL.read(sink.bytes, name: "x")
    let again = try aligner.align(.segmented(source: text.source, target: text.target), options: options)
    #expect(again.alignment.beads.map(\.target) == [0..<1, 2..<3, 1..<2, 3..<4])
    #expect(again.alignment.beads.map(\.isConfirmed) == [false, false, true, false])
  }
}
