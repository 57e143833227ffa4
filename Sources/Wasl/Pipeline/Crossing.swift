internal import WaslAligning
internal import WaslBitext

extension AlignmentRun {
  /// The text with what has changed places joined.
  ///
  /// It is looked for among the segments as they are in the end, so that none is cut or joined by it.
  ///
  /// - Parameter pair: of the text's segments.
  func crossed(_ text: AlignedText, _ pair: PreparedPair, _ guide: AlignmentGuide) -> AlignedText {
    let cuts = guide.constraints(on: text.source, text.target).compactMap { constraint in
      if case .cut(let source, let target) = constraint { (source: source, target: target) } else { nil }
    }
    return AlignedText(
      source: text.source, target: text.target,
      alignment: aligner.search.crossed(text.alignment, of: pair.adaptedProblem, cuts: cuts))
  }
}
