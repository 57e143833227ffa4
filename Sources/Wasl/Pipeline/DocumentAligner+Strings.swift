extension DocumentAligner {
  /// Aligns a text that holds both languages, in halves or in turn.
  ///
  ///     let aligned = try DocumentAligner().align("صباح الخير. كيف حالك؟\nGood morning. How are you?")
  ///     for pair in aligned.pairs { print(pair.source, "|", pair.target, pair.confidence) }
  ///
  /// - Throws: `.nothingToAlign` when one of the languages is missing.
  public func align(_ text: String) throws(WaslError) -> AlignedText {
    let sides = try BilingualInput().sides(of: SourceText(name: "the text", bytes: Array(text.utf8)))
    return alignSentences(sides.arabic, sides.english)
  }

  /// Aligns two texts, of which one is Arabic and one English. The source is the Arabic one.
  ///
  /// - Throws: `.input` when both are in the same language, `.nothingToAlign` when one holds no letters.
  public func align(_ first: String, _ second: String) throws(WaslError) -> AlignedText {
    let sides = try BilingualInput().sides(
      of: SourceText(name: "the first text", bytes: Array(first.utf8)),
      SourceText(name: "the second text", bytes: Array(second.utf8)))
    return alignSentences(sides.arabic, sides.english)
  }
}

extension DocumentAligner {
  /// Aligns the sentences of two documents, and cuts what the segmenter took for one where both sides call for it.
  public func alignSentences(_ source: Document, _ target: Document) -> AlignedText {
    let text = crossed(JointSegmentation(source, target).align(with: self))
    return granularity == .paragraph ? text.joinedToParagraphs() : text
  }
}

extension AlignedText {
  /// The beads as text, the segments of a side joined by spaces; a gap's empty side is an empty string.
  public var pairs: [(source: String, target: String, confidence: Double)] {
    alignment.beads.map { bead in
      (
        source: bead.source.map(source.text(of:)).joined(separator: " "),
        target: bead.target.map(target.text(of:)).joined(separator: " "), confidence: bead.confidence
      )
    }
  }
}
