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

  func sides(_ texts: [SourceText]) throws -> (arabic: Document, english: Document) {
    let reader = BilingualInput(segmentation: segmentation)
    return texts.count == 1 ? try reader.sides(of: texts[0]) : try reader.sides(of: texts[0], texts[1])
  }
}
