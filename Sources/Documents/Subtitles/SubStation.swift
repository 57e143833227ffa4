internal import WaslSyntax

/// SubStation Alpha (`.ssa`) and its successor `.ass`: sections of lines, of which `Dialogue:` holds text.
enum SubStation {
  /// The fields that events have unless the file says otherwise.
  private static let usualFields = [
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
  ]

  /// In the order in which they are shown. The layers of an effect, the same text at the same time, are one cue.
  static func cues(_ bytes: [UInt8]) -> [SubtitleCue] {
    var fields = usualFields
    var section = "[events]"
    var cues: [SubtitleCue] = []
    for (_, range) in Lines(bytes) {
      let line = String(decoding: bytes[range], as: UTF8.self)
      let trimmed = line.trimmingSpaces
      if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
        section = trimmed.lowercased()
      } else if section == "[events]", let value = value(of: "format", in: line) {
        let names = value.split(separator: ",").map { $0.trimmingSpaces.lowercased() }
        if names.contains("text") { fields = names }
      } else if section == "[events]", let value = value(of: "dialogue", in: line),
        let cue = cue(value, fields), cue.lines != cues.last?.lines || cue.time?.start != cues.last?.time?.start
      {
        cues.append(cue)
      }
    }
    let order = cues.indices.sorted { first, second in
      (cues[first].time?.start ?? 0, first) < (cues[second].time?.start ?? 0, second)
    }
    return order.map { cues[$0] }
  }

  private static func value(of key: String, in line: String) -> Substring? {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].trimmingSpaces.lowercased() == key else { return nil }
    return line[line.index(after: colon)...]
  }

  private static func cue(_ value: Substring, _ fields: [String]) -> SubtitleCue? {
    // The text is the last field, and may hold commas.
    let parts = value.split(separator: ",", maxSplits: fields.count - 1, omittingEmptySubsequences: false)
    guard parts.count == fields.count, let text = fields.firstIndex(of: "text") else { return nil }
    func time(_ name: String) -> Int? {
      fields.firstIndex(of: name).flatMap { SubtitleTime.milliseconds(parts[$0]) }
    }
    let lines = SubtitleMarkup.lines(parts[text], isASS: true)
    if lines.isEmpty { return nil }
    guard let start = time("start"), let end = time("end"), start <= end else {
      return SubtitleCue(time: nil, lines: lines)
    }
    return SubtitleCue(time: (start, end), lines: lines)
  }
}
