import TestSupport
import Testing
import WaslBitext
import WaslPairFormats

@Suite struct JSONLTests {
  @Test func writesTheContract() throws {
    let text = AlignedText.lines(
      ["«نعم»", "𐎠\u{2028}لا"], ["Yes \"and\"\tno\\"],
      [Bead(source: 0..<1, target: 0..<0, confidence: 0.25), Bead(source: 1..<2, target: 0..<1, confidence: 0.9)])
    #expect(
      string(try written(text, as: .jsonl).bytes) == #"""
        {"source":{"text":"«نعم»","start":0,"end":5,"segments":[0]},"target":null,"confidence":0.2500}
        {"source":{"text":"𐎠\u2028لا","start":6,"end":10,"segments":[1]},"target":{"text":"Yes \"and\"\tno\\","start":0,"end":13,"segments":[0]},"confidence":0.9000}

        """#)
  }

  @Test(arguments: 0..<300)
  func comesBackAsItWas(seed: Int) throws {
    let text = AlignedText.random(seed: seed)
    let (bytes, _) = try written(text, as: .jsonl)
    let records = try JSONL.read(bytes, name: "x.jsonl")
    let beads = text.alignment.beads
    try #require(records.count == beads.count)
    for (record, bead) in zip(records, beads) {
      #expect(record.source == side(bead.source, of: text.source, in: text))
      #expect(record.target == side(bead.target, of: text.target, in: text))
      #expect(scalars(record.source?.text) == scalars(text.joined(bead.source, of: text.source)))
      #expect(scalars(record.target?.text) == scalars(text.joined(bead.target, of: text.target)))
      #expect(record.confidence == bead.confidence.fourDecimals)
    }
    // Whoever splits lines as Unicode does must find the same lines.
    #expect(
      string(bytes).unicodeScalars.allSatisfy {
        $0 == "\n" || !$0.properties.isWhitespace || $0 == " " || $0 == "\u{A0}"
      })
  }

  /// Counted over scalars, not bytes.
  private func side(_ range: Range<Int>, of document: Document, in text: AlignedText) -> PairRecord.Side? {
    guard let joined = text.joined(range, of: document), let bytes = document.byteRange(of: range) else { return nil }
    let start = document.text[0..<bytes.lowerBound].unicodeScalars.count
    return .init(text: joined, span: start..<start + document.text[bytes].unicodeScalars.count, segments: range)
  }

  @Test func readsSparseObjects() throws {
    let content =
      #"{"id":7,"target":{"text":"a"},"source":null}"# + "\n \n"
      + #"{"source":{"text":""},"target":null,"confidence":null}"#
    #expect(
      try JSONL.read(Array(content.utf8), name: "x") == [
        PairRecord(source: nil, target: .init(text: "a"), line: 1),
        PairRecord(source: .init(text: ""), target: nil, line: 3),
      ])
  }

  @Test(arguments: [
    ("[]", "x:2: an array instead of an object"),
    ("{", "x:2: column 2: expected a member's name in quotes"),
    (#"{"target":null}"#, "x:2: no 'source'"),
    (#"{"source":null,"target":null}"#, "x:2: both sides are null"),
    (#"{"source":"a","target":null}"#, "x:2: 'source' is a string instead of an object or null"),
    (#"{"source":{"text":1},"target":null}"#, "x:2: 'source' has no string 'text'"),
    (#"{"source":{"text":"a","start":0},"target":null}"#, "x:2: 'start' and 'end' of 'source' are not a span"),
    (#"{"source":{"text":"a","start":2,"end":1},"target":null}"#, "x:2: 'start' and 'end' of 'source' are not a span"),
    (
      #"{"source":{"text":"a","start":0.5,"end":1},"target":null}"#, "x:2: 'start' and 'end' of 'source' are not a span"
    ),
    (#"{"source":{"text":"a","segments":[0,"1"]},"target":null}"#, "x:2: 'segments' of 'source' is not a list"),
    (#"{"source":{"text":"a","segments":[1,0]},"target":null}"#, "x:2: segment numbers 1 0 do not follow each other"),
    (#"{"source":{"text":"a"},"target":null,"confidence":"1"}"#, "x:2: 'confidence' is a string instead of a number"),
    (#"{"source":{"text":"a"},"target":null,"confidence":-0.1}"#, "x:2: confidence -0.1 is outside 0…1"),
  ])
  func namesTheLineOfABadObject(line: String, message: String) {
    let good = #"{"source":{"text":"a"},"target":null}"#
    let error = waslError { _ = try JSONL.read(Array("\(good)\n\(line)\n\(good)".utf8), name: "x") }
    #expect(error?.code == .format)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func namesTheLineOfBadUTF8() {
    let bytes = Array(#"{"source":{"text":""#.utf8) + [0xC0, 0xAF] + Array(#""},"target":null}"#.utf8)
    let error = waslError { _ = try JSONL.read(bytes, name: "x") }
    #expect(error?.code == .encoding)
    #expect(error?.location?.line == 1)
  }
}
