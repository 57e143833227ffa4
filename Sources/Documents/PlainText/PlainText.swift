public import WaslBitext

/// The layout of plain text: where its lines end because of a margin, and where its bullets belong.
public enum PlainText {
  /// The text with its layout repaired, and what was done, in a few words each. Only spaces and line ends change places
  /// with each other, so that every offset stays; a text that needs no repair comes back as it is.
  public static func arranged(_ text: SourceText, _ options: DocumentOptions) -> (text: SourceText, notes: [String]) {
    guard options.lines == .inferred else { return (text, []) }
    var bytes = text.bytes
    let lines = TextLine.lines(of: bytes)
    var notes: [String] = []
    let bullets = Bullets.repair(&bytes, lines)
    let wrapped = WrappedLines(lines)
    if wrapped.isAny {
      var count = 0
      for (line, next) in zip(lines, lines.dropFirst()) where wrapped.joins(line, next) {
        for index in line.lineEnd { bytes[index] = 0x20 }
        count += 1
      }
      if count > 0 {
        notes.append("has hard-wrapped lines; joined \(count) of them (--no-wrapped keeps each line)")
      }
    }
    if bullets == 0 && notes.isEmpty { return (text, []) }
    return (
      SourceText(name: text.name, bytes: bytes, encoding: text.encoding, cues: text.cues, blocks: text.blocks), notes
    )
  }
}
