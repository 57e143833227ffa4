import TestSupport
import Testing
import WaslBitext
import WaslPairFormats
import WaslSyntax

@Suite struct ReviewPageTests {
  /// The lines of the page's data.
  private static func data(_ page: String) throws -> [Substring] {
    let start = try #require(page.firstRange(of: "<script type=\"application/json\" id=\"data\">\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
    return page[start.upperBound..<end.lowerBound].split(separator: "\n")
  }

  private static func parsed(_ line: Substring) throws -> JSON {
    let bytes = Array(line.utf8)
    return try JSON(parsing: bytes, 0..<bytes.count, at: .init(file: "page"))
  }

  @Test(arguments: 0..<200)
  func holdsEverySegment(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let (bytes, summary) = try written(text, as: .html)
    let lines = try ReviewPageTests.data(string(bytes))
    #expect(summary.written == text.alignment.beads.count)
    #expect(lines.count == text.alignment.beads.count + 1)
    for (bead, line) in zip(text.alignment.beads, lines.dropFirst()) {
      let value = try ReviewPageTests.parsed(line)
      #expect(value["confidence"]?.number == bead.confidence.fourDecimals)
      for (name, side, document) in [
        ("source", bead.source, text.source), ("target", bead.target, text.target),
      ] {
        let parts = try #require(value[name]?.array)
        #expect(parts.map { scalars($0["text"]?.string) } == side.map { scalars(document.text(of: $0)) })
        #expect(parts.map { $0["segments"]?.array?.first?.integer } == side.map { $0 })
        let all = Array(String(decoding: document.text.bytes, as: UTF8.self).unicodeScalars)
        for (part, segment) in zip(parts, side) {
          let (start, end) = (try #require(part["start"]?.integer), try #require(part["end"]?.integer))
          #expect(Array(all[start..<end]) == scalars(document.text(of: segment)))
        }
      }
    }
  }

  @Test func namesTheBlockOfEachSegment() throws {
    let kinds: [(Block.Kind, String?)] = [
      (.heading(level: 2), "heading"), (.paragraph, nil), (.tableCell(TableCell(table: 0, row: 1, column: 2)), "cell"),
      (.note(anchor: nil), "note"), (.listItem(level: 1, markLength: 0), "item"), (.code, "code"),
      (.caption, "caption"), (.message(key: "title"), "message"), (.pageFurniture, "furniture"), (.cue, nil),
    ]
    let bytes = Array(String(repeating: "x\n", count: kinds.count).utf8)
    let blocks = kinds.enumerated().map { Block(range: 2 * $0..<2 * $0 + 1, kind: $1.0) }
    let source = Document(
      text: SourceText(name: "ar", bytes: bytes, blocks: blocks), language: .arabic,
      segments: blocks.map { Segment(range: $0.range) })
    let target = Document(text: SourceText(name: "en", bytes: []), language: .english, segments: [])
    let beads = kinds.indices.map { Bead(source: $0..<$0 + 1, target: 0..<0) }
    let text = AlignedText(source: source, target: target, alignment: Alignment(beads: beads))
    let lines = try Self.data(string(try written(text, as: .html).bytes)).dropFirst()
    let found = try lines.map { try Self.parsed($0)["source"]?.array?.first?["block"] }
    #expect(found.map { $0?["kind"]?.string } == kinds.map(\.1))
    #expect(found[2]?["row"]?.integer == 2 && found[2]?["column"]?.integer == 3)
  }

  /// The page's script counts in UTF-16 from the start of a segment.
  @Test(arguments: 0..<60)
  func holdsWordLinks(seed: Int) throws {
    let random = AlignedText.random(seed: seed)
    /// The first and the last character of each segment.
    func words(_ side: Range<Int>, _ document: Document) -> [Range<Int>] {
      side.flatMap { number in
        let range = document.segments[number].range
        let text = document.text(of: number).unicodeScalars
        guard let first = text.first, let last = text.last else { return [Range<Int>]() }
        return [
          range.lowerBound..<range.lowerBound + UTF8.width(first),
          range.upperBound - UTF8.width(last)..<range.upperBound,
        ]
      }
    }
    let links = random.alignment.beads.map { bead in
      zip(words(bead.source, random.source), words(bead.target, random.target)).map(WordLink.init)
    }
    let text = AlignedText(
      source: random.source, target: random.target, alignment: random.alignment, wordLinks: links)
    let lines = try ReviewPageTests.data(string(try written(text, as: .html).bytes))
    for (expected, line) in zip(links, lines.dropFirst()) {
      let value = try ReviewPageTests.parsed(line)
      func word(_ numbers: ArraySlice<Int>, _ side: String) throws -> String {
        let segment = try #require(value[side]?.array?[numbers[numbers.startIndex]]["text"]?.string)
        let units = Array(segment.utf16)[numbers[numbers.startIndex + 1]..<numbers[numbers.startIndex + 2]]
        return String(decoding: units, as: UTF16.self)
      }
      let found = try (value["links"]?.array ?? []).map { link in
        let numbers = try #require(link.array).map { try #require($0.integer) }
        return [try word(numbers[0..<3], "source"), try word(numbers[3..<6], "target")]
      }
      #expect(found == expected.map { [random.source.text[$0.source], random.target.text[$0.target]] })
    }
  }

  /// Nothing that a text or a name holds can end the element that the data stands in.
  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>", "<", "\"<\\<", "\u{2028}<",
  ])
  func noTextBecomesMarkup(payload: String) throws {
    let bytes = Array(payload.utf8)
    let side = SourceText(name: payload, bytes: bytes)
    let document = Document(text: side, language: .arabic, segments: [Segment(range: 0..<bytes.count)])
    let target = Document(text: side, language: .english, segments: document.segments)
    let text = AlignedText(
      source: document, target: target, alignment: Alignment(beads: [Bead(source: 0..<1, target: 0..<1)]))
    let page = string(try written(text, as: .html).bytes)
    let lines = try ReviewPageTests.data(page)
    #expect(lines.allSatisfy { !$0.contains("<") })
    #expect(page.split(separator: "</script>").count == 3)
    let about = try ReviewPageTests.parsed(lines[0])
    #expect(about["source"]?["name"]?.string == payload)
    #expect(about["source"]?["language"] == "ar")
    #expect(about["target"]?["tag"] == "en")
    #expect(try ReviewPageTests.parsed(lines[1])["source"]?.array?.first?["text"]?.string == payload)
  }

  @Test func loadsNothing() throws {
    let page = string(try written(.random(seed: 1), as: .html).bytes)
    for mark in ["http:", "https:", "src=", "@import", "url(", "<link", "innerHTML", "eval(", "<!--wasl:"] {
      #expect(!page.contains(mark), "\(mark)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func leavesNoBeadsOut() {
    var options = WriterOptions()
    options.includesGaps = false
    #expect(waslError { _ = try AlignedTextWriter(format: .html, options: options) }?.code == .usage)
  }
}
