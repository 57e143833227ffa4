import Testing
import WaslBitext

@testable import WaslText

/// A text with `¦` where a segment ends and the next begins, which is taken out before segmenting.
struct SegmentingCase: Sendable, CustomTestStringConvertible {
  var name: String
  var marked: String
  var testDescription: String { name }

  init(_ name: String, _ marked: String) { (self.name, self.marked) = (name, marked) }

  func check(
    _ language: Language, _ options: SegmentationOptions = .init(), location: SourceLocation = #_sourceLocation
  ) {
    let parts = marked.split(separator: "¦", omittingEmptySubsequences: false).map(String.init)
    let text = SourceText(name: name, bytes: Array(parts.joined().utf8))
    let segments = SentenceSegmenter(language: language, options: options).segments(of: text)
    #expect(segments.map { text[$0.range] } == parts.map(trimmed), "\(name)", sourceLocation: location)
  }

  private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
