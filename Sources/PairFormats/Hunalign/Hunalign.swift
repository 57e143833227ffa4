internal import WaslBitext
internal import WaslSystemIO

/// The alignment alone, as hunalign writes it: a rung a line, `source target quality` with tabs between.
///
/// A bead reaches from its rung to the next, the quality is that of the bead that starts there. The last rung
/// holds the numbers of segments of both sides. Quality is the confidence, 0…1. Beads that cross have no place in it.
public enum Hunalign {
  struct Writer: BeadWriter {
    /// How many segments of each side are covered so far.
    private var (source, target) = (0, 0)

    /// - Throws: a usage error for a bead out of order.
    mutating func write(_ bead: BeadText, to sink: inout ByteSink) throws(WaslError) {
      let starts = (bead.source?.numbers?.lowerBound ?? source, bead.target?.numbers?.lowerBound ?? target)
      guard starts.0 >= source, starts.1 >= target else {
        throw WaslError(
          .usage, "hunalign's format cannot hold beads that cross others",
          advice: "write a ladder, or align without --allow-crossing")
      }
      writeRung(quality: bead.confidence ?? 0, to: &sink)
      source = bead.source?.numbers?.upperBound ?? source
      target = bead.target?.numbers?.upperBound ?? target
    }

    func end(to sink: inout ByteSink) { writeRung(quality: 0, to: &sink) }

    private func writeRung(quality: Double, to sink: inout ByteSink) {
      sink.append(source)
      sink.append("\t")
      sink.append(target)
      sink.append("\t")
      sink.append(confidence: quality)
      sink.append("\n")
    }
  }
}
