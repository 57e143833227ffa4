public import WaslSystemIO

/// The pairs that a filter has taken out: TSV with the reason as one column more, which readers of pairs
/// pass over, so that the file can be read back.
public enum RejectedFile {
  public static func writeHeader(to sink: inout ByteSink) {
    sink.append((TSV.columns + ["reason"]).joined(separator: "\t") + "\n")
  }

  public static func write(_ record: PairRecord, reason: String, to sink: inout ByteSink) {
    TSV.writeFields(BeadText(record), to: &sink)
    sink.append("\t\(reason)\n")
  }
}
