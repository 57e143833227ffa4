public import WaslBitext

extension DocumentAligner {
  /// Aligns a text that holds both languages, in halves or in turn.
  ///
  ///     let aligned = try DocumentAligner().align("صباح الخير. كيف حالك؟\nGood morning. How are you?")
  ///     for bead in aligned.beads { print(bead.sourceText, "|", bead.targetText, bead.confidence) }
  ///
  /// - Throws: as `align(_:options:)` of a `BilingualText`.
  public func align(
    _ text: String, options: AlignmentOptions = AlignmentOptions()
  ) throws(WaslError) -> AlignedText {
    try align(.mixed(text), options: options)
  }

  /// Aligns two texts, of which one is Arabic and one English, in either order.
  ///
  /// - Throws: as `align(_:options:)` of a `BilingualText`.
  public func align(
    _ first: String, _ second: String, options: AlignmentOptions = AlignmentOptions()
  ) throws(WaslError) -> AlignedText {
    try align(.texts(first, second), options: options)
  }
}
