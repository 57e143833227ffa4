internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// JSON lines: one object a bead, in the order of the alignment.
///
///     {"source":{"text":"…","start":0,"end":137,"segments":[0]},
///      "target":{"text":"…","start":1447,"end":1644,"segments":[0]},"confidence":0.9971}
///
/// (on one line). `start` and `end` count Unicode scalars in the input file, the end exclusive: Python's
/// `text[start:end]`. `text` is made of the segments, joined by single spaces. A gap's empty side is null.
/// A pair that a person has confirmed has `"confirmed":true` besides, and one that is out of order on the target side
/// `"crossing":true`. Where evidence was asked for, a bead has
/// `"evidence":{"words":12.5,…}`, what each source of it adds to the score in nats, and `"links":[["كتاب","book"],…]`,
/// the words that stand for each other.
///
/// Only LF ends a line, for every reader: line ends of Unicode inside a text (NEL, LS, PS) are escaped too.
public enum JSONL {
  /// How far both sides have been counted.
  struct Offsets {
    var source = ScalarCursor()
    var target = ScalarCursor()
  }

  struct Writer: BeadWriter {
    private var offsets = Offsets()

    mutating func write(_ bead: BeadText, to sink: inout ByteSink) {
      writeMembers(bead, offsets: &offsets, to: &sink, side: JSONL.write(_:cursor:to:))
      sink.append("}\n")
    }
  }

  /// The object of a bead up to its end, its sides as `side` writes them.
  static func writeMembers(
    _ bead: BeadText, offsets: inout Offsets, to sink: inout ByteSink,
    side: (BeadText.Side?, inout ScalarCursor, inout ByteSink) -> Void
  ) {
    sink.append("{\"source\":")
    side(bead.source, &offsets.source, &sink)
    sink.append(",\"target\":")
    side(bead.target, &offsets.target, &sink)
    if let confidence = bead.confidence {
      sink.append(",\"confidence\":")
      sink.append(confidence: confidence)
    }
    if bead.isConfirmed { sink.append(",\"confirmed\":true") }
    if bead.isCrossing { sink.append(",\"crossing\":true") }
    if let evidence = bead.evidence { write(evidence, bead, to: &sink) }
  }

  private static func write(_ evidence: [BeadEvidence], _ bead: BeadText, to sink: inout ByteSink) {
    sink.append(",\"evidence\":{")
    for (index, part) in evidence.enumerated() {
      sink.append("\(index > 0 ? "," : "")\"\(part.name)\":\((part.score * 100).rounded() / 100)")
    }
    sink.append("},\"links\":[")
    if let source = bead.source, let target = bead.target {
      for (index, link) in bead.wordLinks.enumerated() {
        sink.append(index > 0 ? ",[\"" : "[\"")
        JSON.escaping.append(source.bytes, link.source, to: &sink)
        sink.append("\",\"")
        JSON.escaping.append(target.bytes, link.target, to: &sink)
        sink.append("\"]")
      }
    }
    sink.append("]")
  }

  /// One side as an object; only what is known has a member.
  static func write(_ side: BeadText.Side?, cursor: inout ScalarCursor, to sink: inout ByteSink) {
    guard let side else {
      sink.append("null")
      return
    }
    writeMembers(of: side, cursor: &cursor, to: &sink)
    sink.append("}")
  }

  /// The object of a side up to its end.
  static func writeMembers(of side: BeadText.Side, cursor: inout ScalarCursor, to sink: inout ByteSink) {
    sink.append("{\"text\":\"")
    side.append(JSON.escaping, to: &sink)
    sink.append("\"")
    if let span = side.span(&cursor) {
      sink.append(",\"start\":")
      sink.append(span.lowerBound)
      sink.append(",\"end\":")
      sink.append(span.upperBound)
    }
    if let numbers = side.numbers {
      sink.append(",\"segments\":[")
      for number in numbers {
        if number > numbers.lowerBound { sink.append(UInt8(ascii: ",")) }
        sink.append(number)
      }
      sink.append("]")
    }
  }
}

/// Turns byte offsets into a UTF-8 text into counts of Unicode scalars.
///
/// It counts from where it last stood, so that offsets in rising order cost one pass over the text.
struct ScalarCursor {
  private var byte = 0
  private var scalar = 0

  /// - Precondition: `offset` lies on a scalar boundary; the bytes are those of the calls before.
  mutating func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
    if offset >= byte {
      scalar += ScalarCursor.count(bytes[byte..<offset])
    } else {
      scalar -= ScalarCursor.count(bytes[offset..<byte])
    }
    byte = offset
    return scalar
  }

  /// Every scalar has exactly one byte that does not continue another.
  static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for byte in buffer where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
