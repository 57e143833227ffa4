public import WaslBitext

/// Cuts long segments where a reader would draw breath.
///
/// A stretch of text without a full stop can be paired with nothing shorter than itself, so it is cut at the marks
/// inside it: at `؛ ;` and the marks that elsewhere end a sentence rather than at `:`, there rather than at `، ,`
/// and dashes, and rather in the middle than near an end. What has no marks stays as it is.
public struct LongSegments: Sendable {
  /// The segments, the long ones in pieces; only the first piece of a segment starts a paragraph.
  public private(set) var pieces: [Segment] = []
  /// For each piece, whether it goes on with the segment of the piece before.
  public private(set) var isContinuation: [Bool] = []

  /// Segments up to this many Unicode scalars are left alone.
  static let limit = 300
  /// Longer ones are cut until their pieces are no longer than this.
  static let pieceLength = 120
  /// No piece is shorter.
  static let shortestPiece = 30

  /// - Complexity: linear in the bytes of the long segments, times the logarithm of the number of pieces.
  public init(cutting segments: [Segment], of text: SourceText) {
    pieces.reserveCapacity(segments.count)
    ByteView.with(text.bytes) { view in
      for segment in segments {
        var cutter = MarkCutter(view: view, range: segment.range)
        for (index, piece) in cutter.pieces().enumerated() {
          pieces.append(Segment(range: piece, startsParagraph: index == 0 && segment.startsParagraph))
          isContinuation.append(index > 0)
        }
      }
    }
  }
}

/// The marks inside one segment, and the pieces between them.
private struct MarkCutter {
  /// A place to cut.
  private struct Mark {
    /// The byte after the mark and what closes with it.
    var byte: Int
    /// Scalars before it in the segment.
    var scalar: Int
    /// From 1; higher is better.
    var weight: Float
  }

  private let view: ByteView
  private let range: Range<Int>
  private var marks: [Mark] = []
  private var scalars = 0

  init(view: ByteView, range: Range<Int>) {
    self.view = view
    self.range = range
    guard range.count > LongSegments.limit else { return }
    findMarks()
  }

  private mutating func findMarks() {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = view.scalar(at: index)
      index += scalar.length
      scalars += 1
      guard let weight = MarkCutter.weight(scalar.value) else { continue }
      var (end, count) = (index, scalars)
      // Quotation marks and brackets that close here stay with the mark.
      while end < range.upperBound {
        let next = view.scalar(at: end)
        guard MarkCutter.closing.contains(next.value) else { break }
        end += next.length
        count += 1
      }
      // What stands inside a number, an address or a time has no space after it.
      guard end < range.upperBound, view.spaceLength(at: end) > 0 else { continue }
      marks.append(Mark(byte: end, scalar: count, weight: weight))
    }
  }

  private static func weight(_ scalar: UInt32) -> Float? {
    switch scalar {
    case 0x61B, 0x3B, 0x61F, 0x3F, 0x21, 0x2E, 0x2026, 0x6D4: 3
    case 0x3A: 2
    case 0x60C, 0x2C, 0x2013, 0x2014: 1
    default: nil
    }
  }

  private static let closing: Set<UInt32> = [0x22, 0x27, 0x2019, 0x201D, 0xBB, 0x29, 0x5D, 0x7D]

  mutating func pieces() -> [Range<Int>] {
    if scalars <= LongSegments.limit { return [range] }
    var cuts: [Int] = []
    // A list of work instead of recursion: marks may all lie at one end of a long text.
    var work = [(marks: marks.indices, from: 0, to: scalars)]
    while let part = work.popLast() {
      guard part.to - part.from > LongSegments.pieceLength, let best = best(part.marks, from: part.from, to: part.to)
      else { continue }
      cuts.append(marks[best].byte)
      work.append((part.marks.lowerBound..<best, part.from, marks[best].scalar))
      work.append((best + 1..<part.marks.upperBound, marks[best].scalar, part.to))
    }
    cuts.sort()
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for cut in cuts + [range.upperBound] {
      pieces.append(view.trimmed(start..<cut))
      start = cut
    }
    return pieces
  }

  /// The mark that best divides the scalars between two places.
  private func best(_ candidates: Range<Int>, from: Int, to: Int) -> Int? {
    var best: (index: Int, score: Float)?
    for index in candidates {
      let mark = marks[index]
      guard mark.scalar - from >= LongSegments.shortestPiece, to - mark.scalar >= LongSegments.shortestPiece else {
        continue
      }
      let place = Float(mark.scalar - from) / Float(to - from)
      let score = mark.weight - 6 * abs(place - 0.5)
      if score > best?.score ?? -.infinity { best = (index, score) }
    }
    return best?.index
  }
}
