public import WaslBitext
public import WaslSystemIO

/// The alignment alone, as segment numbers: `[0, 1]:[0]:0.9700` a bead.
///
/// Numbers count from 0, an empty list is a gap, the third field is the confidence. This is the form of
/// Vecalign, whose third field is a cost; files without a third field are read as well.
public enum Ladder {
  struct Writer: BeadWriter {
    func write(_ bead: BeadText, to sink: inout ByteSink) {
      Ladder.write(bead.source?.numbers ?? 0..<0, bead.target?.numbers ?? 0..<0, bead.confidence, to: &sink)
    }
  }

  private static func write(
    _ source: Range<Int>, _ target: Range<Int>, _ confidence: Double?, to sink: inout ByteSink
  ) {
    write(source, to: &sink)
    sink.append(UInt8(ascii: ":"))
    write(target, to: &sink)
    if let confidence {
      sink.append(UInt8(ascii: ":"))
      sink.append(confidence: confidence)
    }
    sink.append(UInt8(ascii: "\n"))
  }

  private static func write(_ segments: Range<Int>, to sink: inout ByteSink) {
    sink.append(UInt8(ascii: "["))
    for segment in segments {
      if segment > segments.lowerBound { sink.append(", ") }
      sink.append(segment)
    }
    sink.append(UInt8(ascii: "]"))
  }

  /// Writes an alignment without its texts.
  public static func write(_ alignment: Alignment, to sink: inout ByteSink) throws {
    for bead in alignment.beads {
      write(bead.source, bead.target, bead.confidence, to: &sink)
      try sink.flushIfFull()
    }
  }
}
