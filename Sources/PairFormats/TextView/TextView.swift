internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// Beads drawn for reading, in a terminal or a text file; nothing reads it back.
///
///     ╭ 1-1  0.9963
///     │ وسألت الآنسة سمعان: هل ستبقى القاعة مغلقة؟
///     ╰ Ms. Samaan asked whether the room would remain closed.
///
/// The first line has the bead's shape (segments of the source, segments of the target) and its confidence, where they
/// are known. White space in a text becomes single spaces, and lines are wrapped. Control characters, with which a text
/// could steer a terminal, become U+FFFD; marks that steer the direction of a text are left out.
enum TextView {
  struct Writer: BeadWriter {
    /// Columns of a line.
    let width: Int
    /// Whether each line of text stands between a directional isolate and its end: a terminal that reorders
    /// right-to-left text then leaves the frame where it is.
    let isolatesText: Bool
    private var isFirst = true

    private let sides: OutputSides

    init(sides: OutputSides, width: Int, isolatesText: Bool) {
      self.sides = sides
      self.width = max(20, width)
      self.isolatesText = isolatesText
    }

    mutating func write(_ bead: BeadText, to sink: inout ByteSink) {
      if !isFirst { sink.append("\n") }
      isFirst = false
      writeHeading(bead, to: &sink)
      write(bead.source, sides.source.language, first: "│ ", next: "│ ", to: &sink)
      write(bead.target, sides.target.language, first: "╰ ", next: "  ", to: &sink)
    }

    private func writeHeading(_ bead: BeadText, to sink: inout ByteSink) {
      sink.append("╭")
      if let shape = TextView.shape(bead) { sink.append(" \(shape)") }
      if let confidence = bead.confidence {
        sink.append("  ")
        sink.append(confidence: confidence)
      }
      if bead.isConfirmed { sink.append("  confirmed") }
      if bead.isCrossing { sink.append("  crossing") }
      sink.append("\n")
    }

    private func write(
      _ side: BeadText.Side?, _ language: Language, first: String, next: String, to sink: inout ByteSink
    ) {
      var lines = ["—"]
      if let side {
        var text = ByteSink()
        side.append(TextView.verbatim, to: &text)
        lines = WrappedText.lines(of: text.bytes, width: width - 2)
      }
      for (number, line) in lines.enumerated() {
        sink.append(number == 0 ? first : next)
        guard isolatesText && side != nil else {
          sink.append(line + "\n")
          continue
        }
        sink.append(language == .arabic ? TextView.rightToLeftIsolate : TextView.leftToRightIsolate)
        sink.append(line + TextView.popIsolate + "\n")
      }
    }
  }

  private static let leftToRightIsolate = "\u{2066}"
  private static let rightToLeftIsolate = "\u{2067}"
  private static let popIsolate = "\u{2069}"

  private static let verbatim = Escaping(suspects: [], length: { _, _, _ in 0 }, rewrite: { _, _, _ in })

  /// Such as `1-2`; nil when the file of the pair does not say it.
  private static func shape(_ bead: BeadText) -> String? {
    func count(_ side: BeadText.Side?) -> Int? { side.map { $0.numbers?.count } ?? 0 }
    guard let source = count(bead.source), let target = count(bead.target) else { return nil }
    return "\(source)-\(target)"
  }
}
