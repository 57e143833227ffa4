internal import WaslBitext
internal import WaslSystemIO

/// The alignment alone, as hunalign writes it: a rung a line, `source target quality` with tabs between.
///
/// A bead reaches from its rung to the next, the quality is that of the bead that starts there. The last rung
/// holds the numbers of segments of both sides. Quality is the confidence, 0…1. Beads that cross have no place in it.
public enum Hunalign {
  /// How far both sides are covered.
  struct Rung {
    var source = 0
    var target = 0
  }

  /// - Throws: a usage error for a bead out of order.
  static func write(_ bead: BeadText, _ rung: inout Rung, to sink: inout ByteSink) throws(WaslError) {
    let starts = (bead.source?.numbers?.lowerBound ?? rung.source, bead.target?.numbers?.lowerBound ?? rung.target)
    guard starts.0 >= rung.source, starts.1 >= rung.target else {
      throw WaslError(
        .usage, "hunalign's rungs cannot hold beads that cross others",
        advice: "write a ladder, or align without --allow-crossing")
    }
    write(rung, bead.confidence ?? 0, to: &sink)
    rung.source = bead.source?.numbers?.upperBound ?? rung.source
    rung.target = bead.target?.numbers?.upperBound ?? rung.target
  }

  static func writeEnd(_ rung: Rung, to sink: inout ByteSink) { write(rung, 0, to: &sink) }

  private static func write(_ rung: Rung, _ quality: Double, to sink: inout ByteSink) {
    sink.append(rung.source)
    sink.append("\t")
    sink.append(rung.target)
    sink.append("\t")
    sink.append(confidence: quality)
    sink.append("\n")
  }
}
