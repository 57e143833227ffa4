import Wasl
import WaslBitext

enum TestDocument {
  /// A document of one segment a line.
  static func lines(_ lines: [String], _ language: Language) -> Document {
    BilingualInput.lines(
      of: SourceText(name: "\(language)", bytes: Array((lines.joined(separator: "\n") + "\n").utf8)), language)
  }
}

extension DocumentAligner {
  /// Aligns given segments, none of which is cut.
  func align(
    _ source: Document, _ target: Document, options: AlignmentOptions = AlignmentOptions()
  ) throws -> AlignedText {
    var options = options
    options.keepsSentences = true
    return try align(.segmented(source: source, target: target), options: options)
  }
}
