internal import WaslBitext

/// The text of subtitles: a cue is a block.
///
/// Numbers, times, notes, styles and tags are left out. The lines of a cue are one text, unless they are in two
/// languages or start with the dash of another speaker.
enum SubtitleText {
  /// The text of the cues, and when each is shown.
  static func read(_ bytes: [UInt8], options: DocumentOptions = .init()) -> (document: DocumentBuilder, cues: [Cue]) {
    var cues = isSubStation(bytes) ? SubStation.cues(bytes) : SubRip.cues(bytes)
    var output = DocumentBuilder()
    if !options.keepsPunctuation, VisualPunctuation.isTyped(in: cues.flatMap(\.lines)) {
      let count = repairPunctuation(of: &cues)
      output.notes.append(
        "has punctuation at the start of Arabic lines, as for old players; moved to the end in "
          + "\(count) line\(count == 1 ? "" : "s") (--keep-punctuation leaves it)")
    }
    let isBilingual = isBilingual(cues)
    var shown: [Cue] = []
    var last: SubtitleCue?
    for cue in cues {
      let joins = options.joinsCues && !isBilingual && (last.map { continues($0, cue) } ?? false)
      output.begin(.cue, joinsLast: joins)
      var lastScript: LineScript?
      for line in cue.lines {
        let script = LineScript(line)
        // The two languages of a cue, or a speaker's dash.
        if isBilingual && script != nil && script != lastScript || startsWithDash(line) { output.breakLine() }
        lastScript = script ?? lastScript
        output.append(line)
        output.append(" ")
      }
      let start = output.finishedCount
      output.end()
      if let time = cue.time {
        shown.append(Cue(range: start..<output.finishedCount, start: time.start, end: time.end))
      }
      last = cue
    }
    return (output, shown)
  }

  private static func isSubStation(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4000), as: UTF8.self)
    return head.split(whereSeparator: \.isNewline).prefix(20).contains { line in
      let line = line.trimmingSpaces.lowercased()
      return line == "[script info]" || line == "[events]" || line.hasSuffix("\u{FEFF}[script info]")
        || line.hasPrefix("dialogue:")
    }
  }

  private static func repairPunctuation(of cues: inout [SubtitleCue]) -> Int {
    var count = 0
    for cue in cues.indices {
      for line in cues[cue].lines.indices {
        guard let repaired = VisualPunctuation.repaired(cues[cue].lines[line]) else { continue }
        cues[cue].lines[line] = repaired
        count += 1
      }
    }
    return count
  }

  /// Whether many cues have lines in both languages.
  private static func isBilingual(_ cues: [SubtitleCue]) -> Bool {
    let mixed = cues.count { Set($0.lines.compactMap { LineScript($0) }).count == 2 }
    return mixed > 0 && mixed * 4 >= cues.count
  }

  private static func startsWithDash(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    // Hyphen-minus, en dash, em dash.
    return first == "-" || first == "–" || first == "—"
  }

  /// Pauses longer than this end what was said, in milliseconds.
  private static let pause = 1_500

  /// Whether the sentence of a cue goes on in the next one.
  private static func continues(_ cue: SubtitleCue, _ next: SubtitleCue) -> Bool {
    guard let time = cue.time, let nextTime = next.time, nextTime.start - time.end < pause,
      nextTime.start >= time.start, let line = cue.lines.last, let nextLine = next.lines.first
    else { return false }
    if startsWithDash(nextLine) || "♪♫[(".contains(nextLine.first ?? " ") { return false }
    guard let last = line.last(where: { !"\"'”“’»*".contains($0) }) else { return false }
    // An ellipsis may stand between the halves of a sentence, but says so only with another at the start.
    if line.hasSuffix("...") || last == "…" { return nextLine.hasPrefix("...") || nextLine.hasPrefix("…") }
    return !".!?؟۔:])♪♫".contains(last)
  }
}
