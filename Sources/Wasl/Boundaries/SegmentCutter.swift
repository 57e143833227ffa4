internal import WaslBitext

/// Numbers the segments of a side anew, while pieces of a sentence become one segment and cuts make two of one.
package struct SegmentCutter {
  private let pieces: Pieces
  private var segments: [Segment] = []

  package init(_ pieces: Pieces) { self.pieces = pieces }

  /// The new numbers of the segments of each part of a bead's side: one part more than borders.
  ///
  /// - Precondition: beads come in order, and their borders ascend and lie inside them.
  package mutating func cut(_ side: Range<Int>, at borders: [BeadWords.Border]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var first = segments.count
    var borders = borders[...]
    for index in side {
      let piece = pieces.document.segments[index]
      var start = piece.range.lowerBound
      var goesOn = pieces.isContinuation[index] && segments.count > first
      while let border = borders.first, border.start < piece.range.upperBound {
        // A border at the piece's start lies between segments and cuts none.
        if border.start > start {
          append(start..<border.end, piece, goesOn)
          start = border.start
        }
        parts.append(first..<segments.count)
        first = segments.count
        goesOn = false
        borders.removeFirst()
      }
      append(start..<piece.range.upperBound, piece, goesOn)
    }
    parts.append(first..<segments.count)
    return parts
  }

  private mutating func append(_ range: Range<Int>, _ piece: Segment, _ goesOn: Bool) {
    if goesOn {
      segments[segments.count - 1].range = segments[segments.count - 1].range.lowerBound..<range.upperBound
    } else {
      let starts = piece.startsParagraph && range.lowerBound == piece.range.lowerBound
      segments.append(Segment(range: range, startsParagraph: starts))
    }
  }

  package var document: Document {
    Document(text: pieces.document.text, language: pieces.document.language, segments: segments)
  }
}
