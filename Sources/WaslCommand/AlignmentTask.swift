import Bitext
import Text
import Wasl

/// How the texts of one document become aligned text: the same for one document and for a batch.
struct AlignmentTask: Sendable {
  var segmentation: SegmentationOptions
  /// Whether the English side is the source.
  var englishFirst: Bool

  /// - Parameter texts: one bilingual text, or two in either order.
  func align(_ texts: [SourceText], with aligner: DocumentAligner) throws -> AlignedText {
    let (arabic, english) = try sides(texts)
    return englishFirst ? aligner.align(english, arabic) : aligner.align(arabic, english)
  }

  private func sides(_ texts: [SourceText]) throws -> (arabic: Document, english: Document) {
    let reader = BilingualInput(segmentation: segmentation)
    guard texts.count == 2 else { return try reader.sides(of: texts[0]) }
    let sides = try reader.sides(of: texts[0], texts[1])
    if !segmentation.presplit { return sides }
    return (
      BilingualInput.lines(of: sides.arabic.text, .arabic), BilingualInput.lines(of: sides.english.text, .english)
    )
  }
}
