import Bitext
import Formats

/// The line on standard error after an alignment.
enum AlignmentSummary {
  static func text(_ text: AlignedText, _ written: WriteSummary) -> String {
    let beads = text.alignment.beads
    var shapes: [String: Int] = [:]
    for bead in beads { shapes[bead.shape, default: 0] += 1 }
    let gaps = beads.filter(\.isGap).count
    let listed = shapes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) × \($0.key)" }
    var line = "\(text.source.segments.count) + \(text.target.segments.count) segments, \(beads.count) beads"
    line += " (\(listed.joined(separator: ", "))), \(gaps) gap\(gaps == 1 ? "" : "s")"
    if !beads.isEmpty {
      let mean = beads.reduce(0) { $0 + $1.confidence } / Double(beads.count)
      line += ", mean confidence \(Double((mean * 1000).rounded()) / 1000)"
    }
    if written.belowMinimum > 0 { line += "; \(written.belowMinimum) below --min-confidence left out" }
    return line
  }
}
