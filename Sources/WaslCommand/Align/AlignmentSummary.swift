import WaslBitext
import WaslPairFormats

/// The line on standard error after an alignment.
enum AlignmentSummary {
  /// Such as `7 + 8 segments, 7 beads (6 × 1-1, 1 × 1-2), no gaps, mean confidence 0.9983`.
  static func text(_ text: AlignedText, _ written: WriteSummary) -> String {
    let beads = text.alignment.beads
    var parts = ["\(text.source.segments.count) + \(text.target.segments.count) segments"]
    parts.append(count(beads.count, "bead") + (beads.isEmpty ? "" : " (\(shapes(beads)))"))
    parts.append(count(beads.count(where: \.isGap), "gap"))
    if text.alignment.hasCrossing { parts.append("\(beads.count { $0.isCrossing && !$0.isGap }) crossing") }
    if !beads.isEmpty {
      parts.append("mean confidence \(TextTable.share(beads.reduce(0) { $0 + $1.confidence } / Double(beads.count)))")
    }
    return parts.joined(separator: ", ") + leftOut(written)
  }

  /// What was not written, after the rest of a summary; empty when all was.
  static func leftOut(_ written: WriteSummary) -> String {
    var text = ""
    if written.gapsLeftOut > 0 { text += "; \(count(written.gapsLeftOut, "gap")) left out" }
    if written.belowMinimum > 0 { text += "; \(count(written.belowMinimum, "bead")) below --min-confidence left out" }
    return text
  }

  /// The most frequent first.
  private static func shapes(_ beads: [Bead]) -> String {
    var shapes: [String: Int] = [:]
    for bead in beads { shapes[bead.shape, default: 0] += 1 }
    return shapes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) × \($0.key)" }
      .joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 0 ? "no \(noun)s" : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
