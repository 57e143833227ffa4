internal import WaslAligning
internal import WaslBitext
package import WaslModel

/// How often an English sentence seems to go on with another's start, where a capital stands on a word that has none
/// inside sentences and no mark before it: `Document everything Writing things down is …`.
package enum UnmarkedStarts {
  /// A capital is not usual with words whose log ratio of having one is below this.
  package static let unusual: Float = -1.5

  /// The logarithm of their share of the sentences, of both sides in case both are English.
  package static func logShare(
    _ sides: [(pieces: Pieces, vocabulary: DocumentVocabulary)], _ edges: SentenceEdges
  ) -> Float {
    var (starts, sentences): (Float, Float) = (0.5, 5)
    for (pieces, vocabulary) in sides where pieces.document.language == .english {
      sentences += Float(pieces.sentenceCount)
      for index in pieces.document.segments.indices where !isTooLong(pieces.document.segments[index]) {
        let words = BeadWords(index..<index + 1, of: pieces, vocabulary)
        starts += Float(words.boundaries.indices.count { isUnmarkedStart($0, words, edges) })
      }
    }
    return fastLog(starts / sentences)
  }

  private static func isUnmarkedStart(_ word: Int, _ words: BeadWords, _ edges: SentenceEdges) -> Bool {
    words.boundaries[word]?.kind == .capital && words.isLoneCapital(word)
      && words.logRatio(word, .englishCapital, edges) < unusual
  }

  private static func isTooLong(_ segment: Segment) -> Bool {
    segment.range.count > JointSegmentation.mostBytesCut
  }
}
