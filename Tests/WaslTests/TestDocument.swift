import Wasl
import WaslBitext

enum TestDocument {
  /// A document of one segment a line.
  static func lines(_ lines: [String], _ language: Language) -> Document {
    BilingualInput.lines(
      of: SourceText(name: "\(language)", bytes: Array((lines.joined(separator: "\n") + "\n").utf8)), language)
  }
}
