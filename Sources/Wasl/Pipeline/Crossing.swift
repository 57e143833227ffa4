internal import WaslAligning
internal import WaslBitext

extension DocumentAligner {
  /// The text with what has changed places joined, where that is asked for.
  ///
  /// It is looked for among the segments as they are in the end, so that none is cut or joined by it.
  func crossed(_ text: AlignedText, _ guide: AlignmentGuide? = nil) -> AlignedText {
    guard allowsCrossing else { return text }
    let first = problem(text.source, text.target)
    let problem = adaptation.adapted(first, by: text.alignment) ?? first
    let constraints = guide?.constraints(on: text.source, text.target) ?? []
    let cuts = constraints.compactMap { constraint in
      if case .cut(let source, let target) = constraint { (source: source, target: target) } else { nil }
    }
    return AlignedText(
      source: text.source, target: text.target, alignment: aligner.crossed(text.alignment, of: problem, cuts: cuts))
  }
}
