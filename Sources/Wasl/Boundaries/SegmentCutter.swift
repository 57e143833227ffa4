internal import WaslBitext

/// Numbers the segments of a side anew, while pieces of a sentence become one segment and cuts make two of one.
package struct SegmentCutter {
  private let pieces: Pieces
  private var segments: [Segment] = []

  package init(_ pieces: Pieces) { self.pieces = pieces }

  /// The new numbers of the segments of each part of a bead's side: one part more than boundaries.
  ///
  /// - Precondition: beads come in order, and their boundaries ascend and lie inside them.
  package mutating func cut(_ side: Range<Int>, at boundaries: [BeadWords.Boundary]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var first = segments.count
    var boundaries = boundaries[...]
    for index in side {
      let piece = pieces.document.segments[index]
      var start = piece.range.lowerBound
      var goesOn = pieces.isContinuation[index] && segments.count > first
      while let boundary = boundaries.first, boundary.start < piece.range.upperBound {
        // A boundary at the piece's start lies between segments and cuts none.
        if boundary.start > start {
          append(start..<boundary.end, piece, goesOn)
          start = boundary.start
        }
        parts.append(first..<segments.count)
        first = segments.count
        goesOn = false
        boundaries.removeFirst()
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
