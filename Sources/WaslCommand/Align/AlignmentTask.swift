import Wasl
import WaslBitext
import WaslText

/// How the texts of one document become aligned text: the same for one document and for a batch.
struct AlignmentTask: Sendable {
  var segmentation: SegmentationOptions
  /// Whether the English side is the source.
  var englishFirst: Bool
  var granularity = Granularity.sentence
  /// Whether what has changed places is looked for.
  var allowsCrossing = false
  /// Whether the result is checked for losses before it is written.
  var verifies = false

  /// - Parameter texts: one bilingual text, or two in either order.
  func align(_ texts: [SourceText], with aligner: DocumentAligner) throws -> AlignedText {
    let (arabic, english) = try sides(texts, aligner)
    let (source, target) = englishFirst ? (english, arabic) : (arabic, english)
    // Given segments are not for cutting.
    var aligner = aligner
    aligner.granularity = granularity
    aligner.allowsCrossing = allowsCrossing
    let aligned = try aligner.align(AlignmentGuide(source, target), cutsSentences: !segmentation.presplit)
    try verify(aligned)
    return aligned
  }

  /// Checks, where the user asks for it, that every character of the texts stands in one segment, every segment in
  /// one bead, in order where none cross, and every confidence in 0…1.
  ///
  /// - Throws: `.defect` otherwise; nothing is written then.
  func verify(_ aligned: AlignedText) throws(WaslError) {
    guard verifies else { return }
    let (source, target) = (aligned.source, aligned.target)
    var problem = aligned.defect
    if problem == nil {
      // The two sides of one file share its text.
      let isShared = source.text.name == target.text.name && source.text.bytes == target.text.bytes
      problem =
        isShared
        ? source.text.firstLoss(in: [source, target])
        : source.text.firstLoss(in: [source]) ?? target.text.firstLoss(in: [target])
    }
    if let problem {
      throw WaslError(
        .defect, "the alignment is not sound: \(problem)", at: .init(file: source.text.name),
        advice: "nothing was written; please report it with the input")
    }
  }

  func sides(_ texts: [SourceText], _ aligner: DocumentAligner) throws -> (arabic: Document, english: Document) {
    // The aligner counts words in 32 bits.
    if let text = texts.first(where: { $0.bytes.count > Int(Int32.max) }) {
      throw WaslError(
        .input, "it has more than 2 GB of text", at: .init(file: text.name),
        advice: "cut it into parts, such as chapters")
    }
    let reader = BilingualInput(segmentation: segmentation)
    if texts.count == 1 { return try reader.sides(of: aligner.arranged(texts[0])) }
    let sides = try reader.sides(of: texts[0], texts[1])
    let arranged = aligner.arranged(sides.arabic.text, like: sides.english.text)
    if arranged.bytes == sides.arabic.text.bytes { return sides }
    return try reader.sides(of: arranged, sides.english.text)
  }
}
